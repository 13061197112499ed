// cusumcharter: a CUSUM in the units of the data.

#include <vector>

#include "columns.h"
#include "runner.h"
#include "spc/cusum.h"

namespace primum::golden {
namespace {

constexpr std::string_view kOptions[] = {"k", "h", "desired_shift", "target", "std_dev"};

Answered cusum_control(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const auto values = golden.input.numbers("value");
    auto process = spc::process_of(values);
    if (!process) return Answer{.tables = {}, .refused = true};
    process->centre = golden.options.number("target").value_or(process->centre);
    process->sigma = golden.options.number("std_dev").value_or(process->sigma);

    spc::CusumOptions options = spc::kControlCusumOptions;
    options.reference = golden.options.number("k").value_or(options.reference) *
                        golden.options.number("desired_shift").value_or(1);
    options.decision = golden.options.number("h").value_or(options.decision);
    const auto chart = spc::control_cusum(values, *process, options);
    Answer answer{.tables = {}, .refused = !chart};
    if (!chart) return answer;

    Table& points = answer.tables[""];
    put_numbers(points, "i", values.size());
    put(points, "variance", chart->deviation);
    put(points, "cusum", chart->total);
    put(points, "cplus", chart->cusum.up);
    put(points, "cneg", chart->cusum.down);
    put(points, "cum_nplus", chart->points_up);
    for (const double count : chart->points_down)
        points["cum_nneg"].push_back(count);
    put(points, "ucl", std::vector<double>(values.size(), chart->limit));
    put(points, "lcl", std::vector<double>(values.size(), -chart->limit));
    answer.tables["summary"]["target"].push_back(process->centre);
    answer.tables["summary"]["std_dev"].push_back(process->sigma);
    return answer;
}

const Registered here{{"cusumcharter", "cusum_control", cusum_control}};

}  // namespace
}  // namespace primum::golden
