// qcc 2.7: CUSUM and EWMA charts of individual values and of subgroups.

#include <algorithm>
#include <vector>

#include "columns.h"
#include "grouped_input.h"
#include "runner.h"
#include "spc/cusum.h"
#include "spc/ewma.h"
#include "spc/subgroups.h"

namespace primum::golden {
namespace {

using spc::SubgroupSigma;

/// qcc treats data as individual values as soon as one subgroup has a single value, and takes
/// ranges only while no subgroup has more than 25.
struct Data {
    std::vector<double> values;
    spc::Subgroups subgroups;
    bool individuals = true;
};

Data data_of(const Case& golden) {
    Data data{.values = golden.input.numbers("value"), .subgroups = {}, .individuals = true};
    data.subgroups = spc::summarise(data.values, group_numbers(golden.input, "date"));
    data.individuals = std::ranges::find(data.subgroups.sizes, 1.0) != data.subgroups.sizes.end();
    return data;
}

std::expected<spc::Process, spc::Problem> estimated(const Data& data, std::size_t baseline) {
    if (data.individuals) return spc::process_of(data.values, baseline);
    const bool large = std::ranges::max(data.subgroups.sizes) > 25;
    return spc::process_of_subgroups(
        {.means = data.subgroups.means,
         .sizes = data.subgroups.sizes,
         .spreads = large ? data.subgroups.sds : data.subgroups.ranges},
        large ? SubgroupSigma::rms_pooled : SubgroupSigma::mean_ranges, baseline);
}

std::expected<spc::Process, spc::Problem> process_of(const Case& golden, const Data& data) {
    const auto baseline = static_cast<std::size_t>(golden.options.number("baseline").value_or(0));
    auto process = estimated(data, baseline);
    if (!process) return process;
    process->centre = golden.options.number("center").value_or(process->centre);
    process->sigma = golden.options.number("std.dev").value_or(process->sigma);
    return process;
}

void put_points(Answer& answer, const Data& data, const spc::Process& process) {
    Table& points = answer.tables[""];
    put_numbers(points, "i", data.subgroups.means.size());
    put(points, "y", data.subgroups.means);
    put(points, "n", data.subgroups.sizes);
    answer.tables["summary"]["center"].push_back(process.centre);
    answer.tables["summary"]["std_dev"].push_back(process.sigma);
}

constexpr std::string_view kCusumOptions[] = {
    "decision_interval", "se_shift", "head_start", "center", "std.dev", "baseline"};

Answered cusum(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kCusumOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    if (!golden.options.text("std.dev", "").empty())
        return std::unexpected(NotSupported{"another estimate of sigma"});
    const Data data = data_of(golden);
    const auto process = process_of(golden, data);
    if (!process) return Answer{.tables = {}, .refused = true};
    const auto chart =
        spc::cusum(data.subgroups.means, data.subgroups.sizes, *process,
                   {.reference = golden.options.number("se_shift").value_or(1) / 2,
                    .decision = golden.options.number("decision_interval").value_or(5),
                    .head_start = golden.options.number("head_start").value_or(0)});
    Answer answer{.tables = {}, .refused = !chart};
    if (!chart) return answer;
    put_points(answer, data, *process);
    put(answer.tables[""], "cusum_pos", chart->up);
    put(answer.tables[""], "cusum_neg", chart->down);
    put(answer.tables[""], "above", chart->signal_up);
    put(answer.tables[""], "below", chart->signal_down);
    answer.tables["summary"]["signals"].push_back(count_of(chart->signal_up) +
                                                  count_of(chart->signal_down));
    return answer;
}

constexpr std::string_view kEwmaOptions[] = {"lambda", "nsigmas", "center", "std.dev", "baseline"};

Answered ewma(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kEwmaOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    if (!golden.options.text("std.dev", "").empty())
        return std::unexpected(NotSupported{"another estimate of sigma"});
    const Data data = data_of(golden);
    const auto process = process_of(golden, data);
    if (!process) return Answer{.tables = {}, .refused = true};
    const auto chart = spc::ewma(data.subgroups.means, data.subgroups.sizes, *process,
                                 {.lambda = golden.options.number("lambda").value_or(0.2),
                                  .sigmas = golden.options.number("nsigmas").value_or(3),
                                  .spread = spc::EwmaSpread::as_if_all_alike});
    Answer answer{.tables = {}, .refused = !chart};
    if (!chart) return answer;
    put_points(answer, data, *process);
    Table& points = answer.tables[""];
    put(points, "ewma", chart->average);
    put(points, "cl", std::vector<double>(chart->average.size(), chart->centre));
    put(points, "lcl", chart->lower);
    put(points, "ucl", chart->upper);
    put(points, "sigma", chart->sigma);
    put(points, "beyond", chart->signal);
    answer.tables["summary"]["signals"].push_back(count_of(chart->signal));
    return answer;
}

const Registered here{{"qcc", "cusum", cusum}, {"qcc", "ewma", ewma}};

}  // namespace
}  // namespace primum::golden
