#include "datasets/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "chart/scale.h"
#include "datasets/headings.h"

namespace primum::datasets {
namespace {

/// A share of cases, to be read as a percentage: never above one of its denominator.
bool is_proportion(const Study& study) {
    using enum spc::Chart;
    const auto chart = study.options.chart;
    if (chart == p || chart == p_prime) return true;
    const auto& data = study.data;
    if (data.denominators.empty() || !data.spreads.empty() || chart == u || chart == u_prime)
        return false;
    for (std::size_t i = 0; i < data.size(); ++i)
        if (data.values[i] > data.denominators[i] || data.values[i] < 0) return false;
    return true;
}

chart::NumberStyle number_style(const Study& study) {
    if (!is_proportion(study)) return chart::NumberStyle::plain;
    if (study.options.multiply == 1) return chart::NumberStyle::proportion;
    return study.options.multiply == 100 ? chart::NumberStyle::percent : chart::NumberStyle::plain;
}

std::string span_between(const Dataset& data, std::size_t begin, std::size_t end) {
    if (!data.calendar.has_dates() || begin == end) return "";
    const auto keys = std::span(data.keys).subspan(begin, end - begin);
    const auto [first, last] = std::minmax_element(keys.begin(), keys.end());
    return data.calendar.spoken(*first) + " to " + data.calendar.spoken(*last);
}

}  // namespace

Summary summary_of(const Study& study, std::size_t member) {
    const auto& analysis = study.analyses[member];
    Summary summary;
    const auto& targets = study.data.targets;
    summary.target = study.options.target;
    for (std::size_t i = 0; i < analysis.values.size(); ++i) {
        if (std::isnan(analysis.values[i])) continue;
        ++summary.points;
        summary.latest = i;
    }
    if (!summary.latest) return summary;
    summary.value = analysis.values[*summary.latest];
    if (!targets.empty())
        summary.target = targets[study.data.members[member].begin + *summary.latest];
    summary.limits = analysis.limits_at(*summary.latest);
    return summary;
}

std::string name_of(const Study& study, std::size_t member) {
    const auto& name = study.data.members[member].name;
    if (!name.empty()) return name;
    return study.data.members.size() == 1 ? "All" : "(no name)";
}

std::string_view centre_name(const Study& study) {
    using enum spc::Chart;
    const auto& options = study.options;
    const bool median = options.chart == run || options.centre == spc::Centre::median ||
                        (options.chart == g && options.g_centre == spc::GCentre::median);
    return median ? "Median" : "Mean";
}

chart::NumberFormat number_format(const Study& study) {
    constexpr int kIntervals = 6;  // about as many as a chart has gridlines
    chart::Extent extent;
    for (const auto& analysis : study.analyses)
        for (const double value : analysis.values)
            extent.include(value);
    return chart::format_for_values(number_style(study),
                                    chart::nice_domain(extent, kIntervals).step);
}

std::string unit_of(const Study& study) {
    const auto& data = study.data;
    const double multiply = study.options.multiply;
    std::string unit = spoken_heading(data.value_name);
    if (!data.denominator_name.empty()) {
        const bool percent = number_style(study) != chart::NumberStyle::plain;
        const std::string per = multiply == 1 || percent
                                    ? ""
                                    : chart::number(multiply, {chart::NumberStyle::plain, 0}) + " ";
        unit += percent ? " as a share of " : " per " + per;
        unit += spoken_heading(data.denominator_name);
    } else if (multiply != 1) {
        unit += " × " + chart::number(multiply, {chart::NumberStyle::plain, 2});
    }
    return unit;
}

std::string time_span(const Study& study) {
    return span_between(study.data, 0, study.data.keys.size());
}

std::string time_span(const Study& study, std::size_t member) {
    const auto& points = study.data.members[member];
    return span_between(study.data, points.begin, points.end);
}

}  // namespace primum::datasets
