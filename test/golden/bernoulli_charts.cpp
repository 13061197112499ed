// Charts of single cases: qicharts2's bchart, and the packages cusum and vlad.

#include <algorithm>
#include <cmath>
#include <vector>

#include "columns.h"
#include "runner.h"
#include "spc/bernoulli_cusum.h"

namespace primum::golden {
namespace {

/// A sum as peers print it that start again at the signal itself.
std::vector<double> after_restart(const std::vector<double>& sums,
                                  const std::vector<std::uint8_t>& signals) {
    std::vector<double> printed = sums;
    for (std::size_t i = 0; i < printed.size(); ++i)
        if (signals[i] != 0) printed[i] = 0;
    return printed;
}

constexpr std::string_view kBchartOptions[] = {"or", "limit", "target"};

Answered bchart(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kBchartOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const auto outcomes = golden.input.numbers("value");
    const double target = golden.options.number("target").value_or(0);
    double p0 = target;
    if (target > 1) {  // the number of cases that set the risk
        const auto risk = spc::baseline_risk(outcomes, static_cast<std::size_t>(target));
        if (!risk) return Answer{.tables = {}, .refused = true};
        p0 = *risk;
    }
    const double odds_ratio = golden.options.number("or").value_or(2);
    const double limit = golden.options.number("limit").value_or(3.5);
    const auto chart = spc::bernoulli_cusum(outcomes, p0,
                                            {.odds_ratio_up = odds_ratio,
                                             .odds_ratio_down = 1 / odds_ratio,
                                             .limit_up = limit,
                                             .limit_down = limit,
                                             .restart = true});
    Answer answer{.tables = {}, .refused = !chart};
    if (!chart) return answer;
    Table& points = answer.tables[""];
    put_numbers(points, "i", outcomes.size());
    put(points, "cusum_up", after_restart(chart->up, chart->signal_up));
    put(points, "signal_up", chart->signal_up);
    put(points, "cusum_down", after_restart(chart->down, chart->signal_down));
    put(points, "signal_down", chart->signal_down);
    Table& summary = answer.tables["summary"];
    summary["p0"].push_back(p0);
    summary["p_up"].push_back(spc::risk_with_odds(p0, odds_ratio));
    summary["p_down"].push_back(spc::risk_with_odds(p0, 1 / odds_ratio));
    summary["signals_up"].push_back(count_of(chart->signal_up));
    summary["signals_down"].push_back(count_of(chart->signal_down));
    return answer;
}

/// One way at a time: an odds multiplier below 1 looks for improvement, with a limit below 0.
spc::LikelihoodCusumOptions one_way(const Case& golden, bool up) {
    const double odds_ratio = golden.options.number("odds_multiplier").value_or(2);
    const double limit = std::abs(golden.options.number("limit").value_or(3.5));
    return {.odds_ratio_up = up ? odds_ratio : 2,
            .odds_ratio_down = up ? 0.5 : odds_ratio,
            .limit_up = limit,
            .limit_down = limit,
            .restart = golden.options.flag("reset", true)};
}

constexpr std::string_view kCusumOptions[] = {"failure_probability", "limit", "odds_multiplier",
                                              "reset"};

Answered cusum_package(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kCusumOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const auto outcomes = golden.input.numbers("value");
    auto risks = golden.input.numbers("risk");
    // The peer takes a risk above one half for that of the other outcome, and says so.
    if (const auto one_risk = golden.options.number("failure_probability"))
        risks.assign(outcomes.size(), std::min(*one_risk, 1 - *one_risk));
    const bool up = golden.options.number("odds_multiplier").value_or(2) > 1;
    const auto options = one_way(golden, up);
    const auto chart = spc::risk_adjusted_cusum(outcomes, risks, options);
    Answer answer{.tables = {}, .refused = !chart};
    if (!chart) return answer;

    const auto& sums = up ? chart->up : chart->down;
    const auto& signals = up ? chart->signal_up : chart->signal_down;
    Table& points = answer.tables[""];
    put_numbers(points, "i", outcomes.size());
    put(points, "cusum", options.restart ? after_restart(sums, signals) : sums);
    put(points, "signal", signals);
    double first = std::nan("");
    for (std::size_t i = signals.size(); i > 0; --i)
        if (signals[i - 1] != 0) first = static_cast<double>(i);
    answer.tables["summary"]["signals"].push_back(count_of(signals));
    answer.tables["summary"]["first_signal"].push_back(first);
    return answer;
}

constexpr std::string_view kVladOptions[] = {"k1", "k2", "RA_up", "RA_down"};

Answered vlad(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kVladOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const auto outcomes = golden.input.numbers("value");
    const auto risks = golden.input.numbers("risk");
    const auto line = spc::vlad(outcomes, risks);
    const auto expected_observed =
        spc::expected_observed_cusum(outcomes, risks,
                                     {.reference_up = golden.options.number("k1").value_or(0),
                                      .reference_down = golden.options.number("k2").value_or(0)});
    const auto likelihood =
        spc::risk_adjusted_cusum(outcomes, risks,
                                 {.odds_ratio_up = golden.options.number("RA_up").value_or(2),
                                  .odds_ratio_down = golden.options.number("RA_down").value_or(0.5),
                                  .restart = false});
    if (!line || !expected_observed || !likelihood) return Answer{.tables = {}, .refused = true};
    Answer answer;
    Table& points = answer.tables[""];
    put_numbers(points, "i", outcomes.size());
    put(points, "vlad", *line);
    put(points, "eo_up", expected_observed->up);
    put(points, "eo_down", expected_observed->down);
    put(points, "racusum_up", likelihood->up);
    for (const double sum : likelihood->down)
        points["racusum_down"].push_back(-sum);
    return answer;
}

const Registered here{{"qicharts2", "bernoulli_cusum", bchart},
                      {"cusum", "bernoulli_cusum", cusum_package},
                      {"cusum", "racusum", cusum_package},
                      {"vlad", "vlad", vlad}};

}  // namespace
}  // namespace primum::golden
