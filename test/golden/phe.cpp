// PHEindicatormethods: the intervals and funnels of Fingertips.

#include "grouped_input.h"
#include "runner.h"
#include "spc/funnel.h"
#include "spc/intervals.h"

namespace primum::golden {
namespace {

using spc::Interval;
using spc::Standing;

constexpr std::string_view kOptions[] = {"confidence", "multiplier"};

struct Confidence {
    double inner = 0.95;
    double outer = 0.998;
};

Confidence confidence_of(const CaseOptions& options) {
    const auto given = options.numbers("confidence");
    return given.size() == 2 ? Confidence{given[0], given[1]} : Confidence{};
}

void put_intervals(Table& table, Interval inner, Interval outer, double multiplier) {
    table["lo95"].push_back(inner.lower * multiplier);
    table["up95"].push_back(inner.upper * multiplier);
    table["lo998"].push_back(outer.lower * multiplier);
    table["up998"].push_back(outer.upper * multiplier);
}

/// The words of Fingertips: the outer limits go before the inner ones.
const char* significance(Standing inner, Standing outer) {
    if (outer == Standing::high) return "High (0.001)";
    if (outer == Standing::low) return "Low (0.001)";
    if (inner == Standing::high) return "High (0.025)";
    if (inner == Standing::low) return "Low (0.025)";
    return "Not significant";
}

Interval divided(Interval interval, double by) {
    return {interval.lower / by, interval.upper / by};
}

Answered proportion(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const GroupSums groups = sums_by_group(golden.input);
    const Confidence confidence = confidence_of(golden.options);
    const double multiplier = golden.options.number("multiplier").value_or(1);
    Answer answer;
    Table& table = answer.tables[""];
    for (std::size_t i = 0; i < groups.names.size(); ++i) {
        const double x = groups.numerators[i];
        const double n = groups.denominators[i];
        table["group"].push_back(groups.names[i]);
        table["value"].push_back(x / n * multiplier);
        put_intervals(table, spc::wilson_interval(x, n, confidence.inner),
                      spc::wilson_interval(x, n, confidence.outer), multiplier);
    }
    return answer;
}

Answered rate(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const GroupSums groups = sums_by_group(golden.input);
    const Confidence confidence = confidence_of(golden.options);
    const double multiplier = golden.options.number("multiplier").value_or(1);
    Answer answer;
    Table& table = answer.tables[""];
    for (std::size_t i = 0; i < groups.names.size(); ++i) {
        const double x = groups.numerators[i];
        const double n = groups.denominators[i];
        table["group"].push_back(groups.names[i]);
        table["value"].push_back(x / n * multiplier);
        put_intervals(table, divided(spc::fingertips_interval(x, confidence.inner), n),
                      divided(spc::fingertips_interval(x, confidence.outer), n), multiplier);
    }
    return answer;
}

Answered funnel_proportion(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const GroupSums groups = sums_by_group(golden.input);
    const Confidence confidence = confidence_of(golden.options);
    spc::FunnelOptions options;
    options.method = spc::FunnelMethod::score;
    options.multiply = golden.options.number("multiplier").value_or(1);
    const auto funnel = spc::funnel(groups.numerators, groups.denominators, options);
    Answer answer{.tables = {}, .refused = !funnel};
    if (!funnel) return answer;

    Table& table = answer.tables[""];
    for (std::size_t i = 0; i < groups.names.size(); ++i) {
        const spc::FunnelGroup& group = funnel->groups[i];
        const auto limits_at = [&](double share) {
            return spc::chance_limits(options.scale, options.method, funnel->centre,
                                      group.denominator, share);
        };
        table["group"].push_back(groups.names[i]);
        table["value"].push_back(group.ratio);
        table["average"].push_back(funnel->centre * options.multiply);
        const Interval inner = limits_at(confidence.inner);
        const Interval outer = limits_at(confidence.outer);
        put_intervals(table, inner, outer, options.multiply);
        const double ratio = group.ratio / options.multiply;
        table["significance"].push_back(
            significance(spc::standing_of(ratio, inner), spc::standing_of(ratio, outer)));
    }
    return answer;
}

Answered funnel_ratio(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const GroupSums groups = sums_by_group(golden.input);
    const Confidence confidence = confidence_of(golden.options);
    Answer answer;
    Table& table = answer.tables[""];
    for (std::size_t i = 0; i < groups.names.size(); ++i) {
        const double observed = groups.numerators[i];
        const double expected = groups.denominators[i];
        const auto side = [&](double share) {
            return spc::standing_of_interval(spc::fingertips_interval(observed, share), expected);
        };
        table["group"].push_back(groups.names[i]);
        table["value"].push_back(observed / expected);
        table["significance"].push_back(
            significance(side(confidence.inner), side(confidence.outer)));
    }
    return answer;
}

const Registered here{{"PHEindicatormethods", "phe_proportion", proportion},
                      {"PHEindicatormethods", "phe_rate", rate},
                      {"PHEindicatormethods", "phe_funnel_proportion", funnel_proportion},
                      {"PHEindicatormethods", "phe_funnel_ratio", funnel_ratio}};

}  // namespace
}  // namespace primum::golden
