#include "claims/figures.h"

#include <algorithm>
#include <chrono>

namespace primum::claims {
namespace {

/// Months or quarters, numbered through.
int number_of(measures::Frequency frequency, Day period) {
    const std::chrono::year_month_day date(period);
    const int month = static_cast<int>(date.year()) * 12 +
                      static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    return frequency == measures::Frequency::quarter ? month / 3 : month;
}

spc::AvoidedOptions options_of(const Claim& claim, measures::Frequency frequency) {
    return {.baseline_first = number_of(frequency, claim.baseline_from),
            .baseline_last = number_of(frequency, claim.baseline_to),
            .first = number_of(frequency, claim.from),
            .last = number_of(frequency, claim.to),
            .periods_a_year = frequency == measures::Frequency::quarter ? 4 : 12};
}

spc::CountedUnit unit_of(const UnitCounts& counts, measures::Frequency frequency) {
    spc::CountedUnit unit;
    for (const Count& one : counts.counts)
        unit.push_back({.number = number_of(frequency, one.period),
                        .events = one.numerator,
                        .exposure = one.denominator.value_or(spc::kMissing),
                        .risk = one.risk.value_or(spc::kMissing)});
    return unit;
}

/// Those that are in it, or beside it.
struct Group {
    std::vector<spc::CountedUnit> units;
    std::vector<const UnitCounts*> counts;
};
Group group_of(const std::vector<UnitCounts>& all, bool joined, measures::Frequency frequency) {
    Group group;
    for (const UnitCounts& one : all) {
        if (one.joined != joined || one.counts.empty()) continue;
        group.units.push_back(unit_of(one, frequency));
        group.counts.push_back(&one);
    }
    return group;
}

int counted(const std::vector<spc::NotCounted>& units) {
    return static_cast<int>(std::ranges::count(units, spc::NotCounted::no));
}

Coverage coverage_of(const Claim& claim, const std::vector<UnitCounts>& counts,
                     const spc::Avoided& joined) {
    Coverage coverage{.units = 0,
                      .reporting = 0,
                      .counted = counted(joined.units),
                      .exposure = joined.exposure,
                      .exposure_reported = 0};
    for (const UnitCounts& unit : counts) {
        if (!unit.joined) continue;
        ++coverage.units;
        bool reports = false;
        for (const Count& one : unit.counts) {
            if (one.period < claim.from || one.period > claim.to || !one.denominator) continue;
            reports = true;
            coverage.exposure_reported += *one.denominator;
        }
        if (reports) ++coverage.reporting;
    }
    return coverage;
}

}  // namespace

std::string_view name(Version version) {
    switch (version) {
        case Version::raw:
            break;
        case Version::case_mix:
            return "case_mix";
        case Version::net_of_trend:
            return "net_of_trend";
        case Version::not_joined:
            return "not_joined";
    }
    return "raw";
}

bool can_be_claimed(const measures::Measure& measure) {
    const measures::Definition& says = measure.now();
    return measure.status == measures::Status::agreed && says.divides() &&
           measures::is_additive(says) && says.better == spc::Better::lower &&
           (says.frequency == measures::Frequency::month ||
            says.frequency == measures::Frequency::quarter);
}

std::expected<Figures, spc::NotCounted> figures_of(const Claim& claim,
                                                   const measures::Measure& measure,
                                                   const std::vector<UnitCounts>& counts) {
    const measures::Frequency frequency = measure.now().frequency;
    const auto options = options_of(claim, frequency);
    const Group joined = group_of(counts, true, frequency);
    auto found = spc::avoided(joined.units, options);
    if (!found) return std::unexpected(found.error());
    Figures figures{.coverage = coverage_of(claim, counts, *found),
                    .estimates = {{Version::raw, found->raw}},
                    .joined = {},
                    .left_out = {}};
    if (found->case_mix) figures.estimates.push_back({Version::case_mix, *found->case_mix});
    if (found->net_of_trend)
        figures.estimates.push_back({Version::net_of_trend, *found->net_of_trend});
    for (std::size_t i = 0; i < joined.counts.size(); ++i)
        if (found->units[i] != spc::NotCounted::no)
            figures.left_out.push_back({joined.counts[i]->name, found->units[i]});
    const Group beside = group_of(counts, false, frequency);
    if (const auto others = spc::avoided(beside.units, options)) {
        figures.estimates.push_back({Version::not_joined, others->raw});
        figures.beside = counted(others->units);
    }
    figures.joined = std::move(*found);
    return figures;
}

}  // namespace primum::claims
