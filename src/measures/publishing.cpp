#include "measures/publishing.h"

#include <chrono>

#include "measures/public_tree.h"

namespace primum::measures {
namespace {

using disclosure::Confidential;
using disclosure::Mode;
using disclosure::Published;

Published as_it_is(const std::optional<double>& number) {
    return disclosure::publish(Confidential(number), Mode::none);
}

Published value_of(const Definition& says, const PublishedPoint& point) {
    return says.divides() ? disclosure::rate(point.numerator, point.denominator, says.multiplier)
                          : point.numerator;
}

/// What the engine gets for a point that others see.
Point for_engine(const PublishedPoint& point) {
    Point shown;
    shown.said.period = point.period;
    if (point.excluded) shown.said.excluded = "*";
    if (!point.value.number()) return shown;
    shown.said.numerator = point.numerator.number();
    shown.said.denominator = point.denominator.number();
    return shown;
}

/// Lines move where it was decided, but why is the organisation's own matter.
void forget_words(Material& material) {
    for (Decision& decision : material.decisions) {
        decision.change.clear();
        decision.reason.clear();
        decision.decided_by.clear();
    }
    for (Target& target : material.targets) {
        target.reason.clear();
        target.set_by.clear();
    }
}

PublishedSeries inside(const Material& material) {
    PublishedSeries published{.points = {}, .material = material};
    for (const Point& point : material.points) {
        PublishedPoint shown{.period = point.said.period,
                             .numerator = as_it_is(point.said.numerator),
                             .denominator = as_it_is(point.said.denominator),
                             .value = {},
                             .excluded = !point.said.excluded.empty()};
        shown.value = value_of(material.measure.now(), shown);
        published.points.push_back(shown);
    }
    return published;
}

}  // namespace

Publication::Publication(const store::Reader& db, const Measure& measure, Mode outside,
                         std::optional<SeriesId> only)
    : measure_(measure),
      outside_(outside),
      tree_(std::make_unique<PublicTree>(
          PublicTree::of(db, measure.id, std::chrono::floor<std::chrono::days>(db.now()), only))) {}

Publication::~Publication() = default;

PublishedPoint Publication::point(std::size_t node, Day period, bool excluded) {
    using enum PublicTree::Which;
    const Definition& says = measure_.now();
    PublishedPoint shown{.period = period,
                         .numerator = tree_->number(node, numerator, period, outside_),
                         .denominator = tree_->number(node, denominator, period, outside_),
                         .value = {},
                         .excluded = excluded};
    shown.value = value_of(says, shown);
    return shown;
}

PublishedSeries Publication::of(const Material& material) {
    PublishedSeries published{.points = {}, .material = material};
    published.material.points.clear();
    forget_words(published.material);
    const auto node = tree_->series(material.series.id);
    if (!node || measure_.now().frequency == Frequency::event) return published;
    for (const Point& kept : material.points) {
        published.points.push_back(point(*node, kept.said.period, !kept.said.excluded.empty()));
        published.material.points.push_back(for_engine(published.points.back()));
    }
    return published;
}

std::vector<PublishedSum> Publication::sums_below(OrganisationId organisation) {
    const auto node = tree_->sums_below(organisation);
    if (!node) return {};
    std::vector<PublishedSum> sums;
    for (const auto& [period, places] : tree_->node(*node).places) {
        PublishedSum sum{.point = point(*node, period, false), .places = places};
        if (!measure_.now().divides()) sum.point.denominator = {};
        sums.push_back(sum);
    }
    return sums;
}

PublishedSeries publish(const store::Reader& db, const Material& material, Mode mode) {
    if (mode == Mode::none) return inside(material);
    return Publication(db, material.measure, mode, material.series.id).of(material);
}

}  // namespace primum::measures
