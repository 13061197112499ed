#include "boards/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "boards/sums.h"
#include "language/language.h"
#include "measures/dictionary.h"
#include "measures/publishing.h"
#include "measures/sharing.h"
#include "measures/study.h"

namespace primum::boards {
namespace {

constexpr int kCurvePoints = 100;
constexpr double kNearShare = 0.95;

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("organisations share series with each other, published");
    return kScope;
}

struct Shared {
    measures::Series series;
    std::string name;
};

/// Of the measure at organisations of a kind, by their names: what is shared, and the own.
std::vector<Shared> shared_series(const store::Reader& db, const measures::Measure& measure,
                                  const OrganisationId& own, const std::string& kind) {
    std::vector<Shared> shared;
    for (measures::Series& series : measures::all_series_of(db, scope(), measure.id)) {
        if (series.audience == measures::Audience::organisation && series.organisation != own)
            continue;
        struct Names {
            std::string name, kind;
        };
        const auto read = [](const store::Row& row) {
            return Names{row.get<std::string>(0), row.get<std::string>(1)};
        };
        const auto names = db.one(read, R"sql(
            SELECT name, kind FROM organisations WHERE id = $1
        )sql",
                                  series.organisation);
        if (names && names->kind == kind) shared.push_back({std::move(series), names->name});
    }
    std::ranges::stable_sort(shared, {}, &Shared::name);
    return shared;
}

/// Organisations of the kind that count by a variant of the measure, or by what it is a variant of,
/// instead of it: named, since whoever looks for them would miss them.
void add_variants(const store::Reader& db, const OrganisationId& own, const std::string& kind,
                  Comparison& comparison) {
    const measures::Measure& measure = comparison.measure;
    for (const measures::Measure& other : measures::all_measures(db, scope())) {
        const bool related = other.copied_from == measure.code || measure.copied_from == other.code;
        if (!related || other.status == measures::Status::draft) continue;
        for (const Shared& shared : shared_series(db, other, own, kind)) {
            const OrganisationId& id = shared.series.organisation;
            if (std::ranges::find(comparison.peers, id, &Peer::organisation) !=
                comparison.peers.end())
                continue;
            comparison.peers.push_back(
                {.organisation = id,
                 .name = shared.name,
                 .own = id == own,
                 .why_not = language::sentence(
                     "It counts by a definition of its own, which means something else.")});
        }
    }
    std::ranges::stable_sort(comparison.peers, {}, &Peer::name);
}

constexpr double kDoubtful = 0.1;  // of a sum

/// A series over the months compared, as the reader may see it.
struct Shown {
    std::vector<measures::Point> points;  ///< for its own chart: until the end of the window
    std::vector<disclosure::Published> numerators;
    std::vector<disclosure::Published> denominators;
};

/// Points that are excluded, or say of no number why there is none, are in no sum.
Shown shown_in(const Window& window, const measures::PublishedSeries& series) {
    Shown shown;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const measures::PublishedPoint& point = series.points[i];
        if (point.excluded || point.numerator.is_missing() || point.denominator.is_missing() ||
            point.period >= window.until)
            continue;
        shown.points.push_back(series.material.points[i]);
        if (point.period < window.from) continue;
        shown.numerators.push_back(point.numerator);
        shown.denominators.push_back(point.denominator);
    }
    return shown;
}

spc::FunnelOptions options_of(const measures::Definition& says) {
    using enum spc::Chart;
    spc::FunnelOptions options{.over_dispersion = true, .multiply = says.multiplier};
    const bool share = says.chart == p || says.chart == p_prime || says.chart == np;
    options.scale.kind = share ? spc::FunnelKind::proportion : spc::FunnelKind::rate;
    return options;
}

void judge(Comparison& comparison) {
    std::vector<double> numerators;
    std::vector<double> denominators;
    std::vector<Peer*> judged;
    for (Peer& peer : comparison.peers) {
        if (peer.why_not != nullptr || peer.hidden || !(peer.denominator > 0)) continue;
        numerators.push_back(peer.numerator);
        denominators.push_back(peer.denominator);
        judged.push_back(&peer);
    }
    if (judged.size() < kFewest) return;
    auto funnel = spc::funnel(numerators, denominators, options_of(comparison.measure.now()));
    if (!funnel) return;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        judged[i]->ratio = funnel->groups[i].ratio;
        judged[i]->outlier = funnel->groups[i].outlier;
    }
    comparison.funnel = std::move(*funnel);
}

}  // namespace

bool is_better(spc::Standing outlier, spc::Better better) {
    return (outlier == spc::Standing::high) == (better == spc::Better::higher);
}

double sum_of_published(std::span<const disclosure::Published> numbers) {
    double sum = 0;
    double doubt = 0;
    for (const disclosure::Published& number : numbers) {
        if (number.is_hidden() && !number.at_most()) return spc::kMissing;
        const double most = number.at_most().value_or(1);
        sum += number.number().value_or((1 + most) / 2);
        doubt += number.is_hidden() ? (most - 1) / 2 : 0;
    }
    return doubt > kDoubtful * sum ? spc::kMissing : sum;
}

Comparison compare(const store::Reader& db, const measures::Measure& measure,
                   const OrganisationId& own, const std::string& kind, Day today,
                   const std::function<bool(const OrganisationId&)>& reads,
                   disclosure::Mode outside) {
    Comparison comparison{.measure = measure, .window = window_of(measure, today)};
    comparison.window.says = &comparison.measure.on(comparison.window.says->from);
    measures::Publication published(db, measure, outside);
    for (const Shared& shared : shared_series(db, measure, own, kind)) {
        const OrganisationId& id = shared.series.organisation;
        Peer peer{.organisation = id, .name = shared.name, .own = id == own};
        if (measures::may_see(shared.series, true)) peer.shared = shared.series;
        if (const auto why = left_out(measure, shared.series, comparison.window)) {
            // Parts of the patients beside the whole need no word.
            if (!shared.series.stratum.empty()) continue;
            peer.why_not = *why;
            comparison.peers.push_back(std::move(peer));
            continue;
        }
        const auto material =
            measures::material_of(db, scope().may_read(id), measure, shared.series);
        const Shown shown = shown_in(
            comparison.window, reads(id) ? measures::publish(db, material, disclosure::Mode::none)
                                         : published.of(material));
        if (shown.numerators.empty())
            peer.why_not = language::sentence("There is no number of the months compared.");
        peer.numerator = sum_of_published(shown.numerators);
        peer.denominator = sum_of_published(shown.denominators);
        peer.hidden = std::isnan(peer.numerator) || std::isnan(peer.denominator);
        const auto study =
            measures::study_of(material_of_sums(id, comparison.measure, shown.points));
        if (study && !peer.hidden) peer.variation = study->analyses[0].variation;
        comparison.peers.push_back(std::move(peer));
    }
    add_variants(db, own, kind, comparison);
    judge(comparison);
    return comparison;
}

chart::FunnelPlot plot_of(const Comparison& comparison) {
    const measures::Definition& says = comparison.measure.now();
    const spc::Funnel& funnel = *comparison.funnel;
    chart::FunnelPlot plot{.caption = {.id = "funnel", .title = says.name},
                           .unit = says.unit,
                           .denominator_name = says.denominator};
    plot.centre = funnel.centre * says.multiplier;
    double most = 0;
    double least = std::numeric_limits<double>::infinity();
    for (const Peer& peer : comparison.peers) {
        if (std::isnan(peer.ratio)) continue;
        const bool stands_out = peer.outlier != spc::Standing::within;
        auto meaning = chart::Meaning::common;
        if (stands_out)
            meaning = is_better(peer.outlier, says.better) ? chart::Meaning::improvement
                                                           : chart::Meaning::concern;
        plot.points.push_back({.denominator = peer.denominator,
                               .value = peer.ratio,
                               .meaning = meaning,
                               .name = peer.name,
                               .named = peer.own || stands_out});
        most = std::max(most, peer.denominator);
        least = std::min(least, peer.denominator);
    }
    for (int i = 0; i <= kCurvePoints; ++i) {
        const double at = least / 2 + (most * 1.05 - least / 2) * i / kCurvePoints;
        const auto near = funnel.limits_at(at, kNearShare);
        const auto far = funnel.limits_at(at, funnel.options.outlier_share);
        plot.limits.push_back({at, near.lower, near.upper, far.lower, far.upper});
    }
    return plot;
}

}  // namespace primum::boards
