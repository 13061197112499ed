#include "datasets/series_chart.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <vector>

#include "chart/from_analysis.h"
#include "datasets/sentence.h"
#include "datasets/summary.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

std::vector<std::chrono::sys_days> dates_of(const Dataset& data, const Dataset::Member& member) {
    std::vector<std::chrono::sys_days> dates;
    if (!data.calendar.has_dates()) return dates;
    for (std::size_t i = member.begin; i < member.end; ++i)
        dates.emplace_back(std::chrono::days(data.keys[i]));
    return dates;
}

/// What the chart shows, for those who do not see it.
std::string description_of(const Study& study, std::size_t member, chart::NumberFormat format) {
    const auto summary = summary_of(study, member);
    std::string text = sentence_of(study, member, format);
    if (!summary.latest) return text;
    text += fmt::format(" Latest value {}, {} {}", chart::number(summary.value, format),
                        centre_name(study), chart::number(summary.limits.centre, format));
    if (!std::isnan(summary.limits.upper))
        text += fmt::format(", limits {} to {}", chart::number(summary.limits.lower, format),
                            chart::number(summary.limits.upper, format));
    if (!std::isnan(summary.target)) text += ", target " + chart::number(summary.target, format);
    return text + ".";
}

}  // namespace

chart::ControlChart chart_of(const Study& study, std::size_t member, const std::string& title,
                             chart::NumberFormat format) {
    const auto& data = study.data;
    const auto dates = dates_of(data, data.members[member]);
    auto chart = chart::control_chart_of(
        study.analyses[member], series_of(data, data.members[member]), study.options, dates);
    chart.caption.id = "chart";
    chart.caption.title = fmt::format("{}{}{}, {}", title, data.members.size() > 1 ? ", " : "",
                                      data.members.size() > 1 ? name_of(study, member) : "",
                                      spc::spoken_name_of(study.options.chart));
    chart.caption.description = description_of(study, member, format);
    chart.unit = unit_of(study);
    chart.numbers = format.style;
    return chart;
}

}  // namespace primum::datasets
