// funnelR: funnels of proportions.

#include <string>

#include "grouped_input.h"
#include "runner.h"
#include "spc/funnel.h"

namespace primum::golden {
namespace {

const char* score_of(double ratio, spc::Interval limits) {
    return spc::standing_of(ratio, limits) == spc::Standing::within ? "In Control" : "Extreme";
}

constexpr std::string_view kOptions[] = {"method", "alpha", "alpha2", "benchmark"};

Answered funnel_binomial(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const GroupSums groups = sums_by_group(golden.input);
    const bool exact = golden.options.text("method", "approximate") == "exact";
    spc::FunnelOptions options;
    options.method = exact ? spc::FunnelMethod::exact : spc::FunnelMethod::score;
    options.centre = golden.options.number("benchmark");
    const auto funnel = spc::funnel(groups.numerators, groups.denominators, options);
    Answer answer{.tables = {}, .refused = !funnel};
    if (!funnel) return answer;

    const double inner = golden.options.number("alpha").value_or(0.95);
    const double outer = golden.options.number("alpha2").value_or(0.998);
    Table& table = answer.tables[""];
    for (std::size_t i = 0; i < groups.names.size(); ++i) {
        const spc::FunnelGroup& group = funnel->groups[i];
        // Not those of the funnel, which stay within what is possible.
        const auto limits_at = [&](double share) {
            return spc::chance_limits(options.scale, options.method, funnel->centre,
                                      group.denominator, share);
        };
        table["group"].push_back(groups.names[i]);
        table["ratio"].push_back(group.ratio);
        table["lo95"].push_back(limits_at(inner).lower);
        table["up95"].push_back(limits_at(inner).upper);
        table["lo998"].push_back(limits_at(outer).lower);
        table["up998"].push_back(limits_at(outer).upper);
        table["score95"].push_back(score_of(group.ratio, limits_at(inner)));
        table["score998"].push_back(score_of(group.ratio, limits_at(outer)));
    }
    answer.tables["summary"]["benchmark"].push_back(funnel->centre);
    return answer;
}

const Registered here{{"funnelR", "funnel_binomial", funnel_binomial}};

}  // namespace
}  // namespace primum::golden
