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

PublishedPoint inside(const Point& point) {
    return {.period = point.said.period,
            .numerator = as_it_is(point.said.numerator),
            .denominator = as_it_is(point.said.denominator),
            .value = {},
            .excluded = !point.said.excluded.empty()};
}

PublishedPoint outside(const PublicTree& tree, const Point& point, Mode mode) {
    return {.period = point.said.period,
            .numerator = tree.numerator(point.said.period, mode),
            .denominator = tree.denominator(point.said.period, mode),
            .value = {},
            .excluded = !point.said.excluded.empty()};
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

}  // namespace

PublishedSeries publish(const store::Reader& db, const Material& material, Mode mode) {
    PublishedSeries published{.points = {}, .material = material};
    const Definition& says = material.measure.now();
    if (mode != Mode::none) {
        published.material.points.clear();
        forget_words(published.material);
        if (says.frequency == Frequency::event) return published;
    }
    const Day today = std::chrono::floor<std::chrono::days>(db.now());
    std::optional<PublicTree> tree;
    if (mode != Mode::none) tree = PublicTree::of(db, material.series, today);
    for (const Point& point : material.points) {
        PublishedPoint shown = tree ? outside(*tree, point, mode) : inside(point);
        shown.value = says.divides()
                          ? disclosure::rate(shown.numerator, shown.denominator, says.multiplier)
                          : shown.numerator;
        if (tree) published.material.points.push_back(for_engine(shown));
        published.points.push_back(shown);
    }
    return published;
}

bool may_see(const Series& series, bool signed_in) {
    return series.audience == Audience::everyone ||
           (signed_in && series.audience == Audience::members);
}

}  // namespace primum::measures
