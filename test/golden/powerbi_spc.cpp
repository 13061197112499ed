// PowerBI-SPC, version of 2026-06-08: the visual of WA Health, used in the NHS.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "points.h"
#include "runner.h"

namespace primum::golden {

namespace {

constexpr std::pair<std::string_view, spc::Chart> kCharts[] = {
    {"run", spc::Chart::run},
    {"i", spc::Chart::individuals},
    {"i_m", spc::Chart::individuals},
    {"i_mm", spc::Chart::individuals},
    {"mr", spc::Chart::moving_range},
    {"xbar", spc::Chart::x_bar},
    {"s", spc::Chart::s},
    {"p", spc::Chart::p},
    {"pp", spc::Chart::p_prime},
    {"c", spc::Chart::c},
    {"u", spc::Chart::u},
    {"up", spc::Chart::u_prime},
    {"g", spc::Chart::g},
    {"t", spc::Chart::t},
};

std::string chart_name(const Case& golden) {
    return golden.options.text("chart_type", std::string_view(golden.chart).substr(4));
}

std::optional<spc::Chart> chart_of(const Case& golden) {
    const std::string name = chart_name(golden);
    const auto found =
        std::ranges::find(kCharts, name, &std::pair<std::string_view, spc::Chart>::first);
    return found == std::end(kCharts) ? std::nullopt : std::optional(found->second);
}

spc::Better better_of(const Case& golden) {
    const std::string direction = golden.options.text("improvement_direction", "increase");
    if (direction == "increase") return spc::Better::higher;
    return direction == "decrease" ? spc::Better::lower : spc::Better::neutral;
}

/// "2 Sigma"
double sigmas_of(const Case& golden, std::string_view option, double otherwise) {
    const std::string text = golden.options.text(option, "");
    return text.ends_with(" Sigma") ? std::stod(text) : otherwise;
}

spc::Rules rules_of(const Case& golden) {
    const CaseOptions& given = golden.options;
    spc::Rules rules = spc::mdc_rules();
    rules.outside_sigmas = sigmas_of(golden, "astronomical_limit", 3);
    rules.two_of_three_sigmas = sigmas_of(golden, "two_in_three_limit", 2);
    rules.two_of_three_third = spc::OddOneOut::not_beyond_other;
    if (given.flag("two_in_three_highlight_series", false))
        rules.two_of_three_flags = spc::FlaggedBeyond::whole_window;
    rules.shift_points = static_cast<int>(given.number("shift_n").value_or(7));
    rules.trend_points = static_cast<int>(given.number("trend_n").value_or(5));
    return rules;
}

spc::Options options_of(const Case& golden, spc::Chart chart) {
    const CaseOptions& given = golden.options;
    const std::string name = chart_name(golden);
    spc::Options options;
    options.chart = chart;
    options.better = better_of(golden);
    options.target = given.number("alt_target").value_or(spc::kMissing);
    options.multiply = given.number("multiplier").value_or(1);
    options.factor = spc::Factor::textbook;
    options.screening =
        given.flag("outliers_in_limits", false) ? spc::Screening::off : spc::Screening::once;
    if (name == "i_m" || name == "i_mm") options.centre = spc::Centre::median;
    if (name == "i_mm") options.dispersion = spc::Dispersion::median_range;
    options.subgroup_sigma = spc::SubgroupSigma::pooled;
    // The lower limit of an s chart is not cut off at zero.
    if (chart == spc::Chart::s) options.clamping = spc::Clamping::none;
    options.rules = rules_of(golden);
    return options;
}

/// Rows without a value, or without an opportunity, are dropped before anything else is done.
void drop_missing(Points& points) {
    const auto drop = [&](auto& values, std::size_t i) {
        if (!values.empty()) values.erase(values.begin() + static_cast<std::ptrdiff_t>(i));
    };
    for (std::size_t i = points.size(); i-- > 0;) {
        const double n = points.denominators.empty() ? 1 : points.denominators[i];
        if (!std::isnan(points.values[i]) && n > 0) continue;
        drop(points.x, i);
        drop(points.values, i);
        drop(points.denominators, i);
        drop(points.spreads, i);
        drop(points.excluded, i);
        drop(points.phase, i);
    }
}

Points points_of(const Case& golden, const SeriesRows& series, spc::Chart chart) {
    const Grouped grouped(golden.input, series);
    Points points = grouped.points(golden.options, "exclude", "part");
    if (golden.input.has("denominator")) {
        grouped.add_ratios(points);
    } else if (chart == spc::Chart::x_bar || chart == spc::Chart::s) {
        const spc::Subgroups subgroups = grouped.subgroups();
        points.values = chart == spc::Chart::s ? subgroups.sds : subgroups.means;
        points.spreads = subgroups.sds;
        points.denominators = subgroups.sizes;
    } else {
        points.values = grouped.values(Aggregate::sum);
    }
    drop_missing(points);
    const auto subset = golden.options.number("num_points_subset").value_or(0);
    const bool from_end = golden.options.text("subset_points_from", "Start") == "End";
    points.phases = phases_of(points.phase, static_cast<std::size_t>(subset), from_end);
    return points;
}

/// The later of two patterns of one rule names a point that belongs to both: its flags go on
/// after those of the earlier one have ended.
bool is_high(const std::vector<spc::PointSignals>& signals, std::size_t i, spc::Rule rule) {
    for (; i < signals.size(); ++i) {
        const bool high = signals[i].high.has(rule);
        const bool low = signals[i].low.has(rule);
        if (high != low) return high;
        if (!high) break;
    }
    return false;
}

std::string_view name_of(spc::Better better, bool high) {
    if (better == spc::Better::neutral) return high ? "neutral_high" : "neutral_low";
    return high == (better == spc::Better::higher) ? "improvement" : "deterioration";
}

std::string_view flag_of(const Case& golden, const spc::Analysis& analysis, std::size_t i,
                         spc::Rule rule) {
    if (!analysis.signals[i].all().has(rule)) return "none";
    const bool high = is_high(analysis.signals, i, rule);
    const std::string_view name = name_of(better_of(golden), high);
    const std::string wanted = golden.options.text("process_flag_type", "both");
    return wanted == "both" || wanted == name ? name : "none";
}

constexpr std::pair<std::string_view, spc::Rule> kFlags[] = {
    {"astronomical", spc::Rule::outside_limits},
    {"shift", spc::Rule::shift},
    {"trend", spc::Rule::trend},
    {"two_in_three", spc::Rule::two_of_three},
};

/// Cuts off what is drawn, after all has been judged.
double cut(const Case& golden, double value) {
    const auto lowest = golden.options.number("ll_truncate");
    const auto highest = golden.options.number("ul_truncate");
    if (lowest && value < *lowest) return *lowest;
    return highest && value > *highest ? *highest : value;
}

void add_points(const Case& golden, const Points& points, const spc::Analysis& analysis,
                Table& table) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::isnan(analysis.values[i])) continue;  // the first moving range
        const spc::Limits& limits = analysis.limits_at(i);
        const auto add = [&](std::string_view name, double line) {
            table[name].push_back(cut(golden, line));
        };
        table["series"].push_back(points.series);
        table["i"].push_back(static_cast<double>(i + 1));
        add("y", analysis.values[i]);
        add("cl", limits.centre);
        add("lcl", limits.lower);
        add("ucl", limits.upper);
        add("lcl95", limits.lower2);
        add("ucl95", limits.upper2);
        add("lcl68", limits.lower1);
        add("ucl68", limits.upper1);
        table["part"].push_back(static_cast<double>(&analysis.phase_at(i) - &analysis.phases[0]) +
                                1);
        for (const auto& [name, rule] : kFlags)
            table[name].push_back(flag_of(golden, analysis, i, rule));
    }
}

/// Icons of the last row, or of all rows.
std::string variation_icons(const Case& golden, const Table& rows) {
    const bool last_only = golden.options.flag("flag_last_point", true);
    const auto appears = [&](std::string_view flag) {
        return std::ranges::any_of(kFlags, [&](const auto& name) {
            const auto& column = *rows.find(name.first);
            const auto from = last_only && !column.empty() ? column.end() - 1 : column.begin();
            return std::any_of(from, column.end(),
                               [&](const Cell& cell) { return cell.text == flag; });
        });
    };
    const bool up = better_of(golden) == spc::Better::higher;
    std::string icons;
    const auto add = [&](std::string_view icon) {
        icons += (icons.empty() ? "" : ";") + std::string(icon);
    };
    if (appears("improvement")) add(up ? "improvementHigh" : "improvementLow");
    if (appears("deterioration")) add(up ? "concernLow" : "concernHigh");
    if (appears("neutral_low")) add("neutralLow");
    if (appears("neutral_high")) add("neutralHigh");
    return icons.empty() ? "commonCause" : icons;
}

std::string_view assurance_icon(spc::Assurance assurance) {
    switch (assurance) {
        case spc::Assurance::pass:
            return "consistentPass";
        case spc::Assurance::fail:
            return "consistentFail";
        case spc::Assurance::inconsistent:
            return "inconsistent";
        case spc::Assurance::none:
            break;
    }
    return "";
}

void add_summary(const Case& golden, const Table& rows, std::size_t dropped,
                 const spc::Analysis& analysis, Table& table) {
    table["points"].push_back(static_cast<double>(rows.rows()));
    table["dropped_rows"].push_back(static_cast<double>(dropped));
    table["variation_icons"].push_back(Cell{variation_icons(golden, rows)});
    table["assurance_icon"].push_back(assurance_icon(analysis.assurance));
    for (const auto& [name, rule] : kFlags) {
        const auto quiet = std::ranges::count(*rows.find(name), "none", &Cell::text);
        table["flags." + std::string(name)].push_back(
            static_cast<double>(rows.rows() - static_cast<std::size_t>(quiet)));
    }
}

constexpr std::string_view kOptions[] = {"chart_type",
                                         "outliers_in_limits",
                                         "num_points_subset",
                                         "subset_points_from",
                                         "multiplier",
                                         "ll_truncate",
                                         "ul_truncate",
                                         "improvement_direction",
                                         "process_flag_type",
                                         "shift_n",
                                         "trend_n",
                                         "two_in_three_highlight_series",
                                         "astronomical_limit",
                                         "two_in_three_limit",
                                         "flag_last_point",
                                         "alt_target"};

Answered visual(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const auto chart = chart_of(golden);
    if (!chart) return std::unexpected(NotSupported{"chart " + chart_name(golden)});
    for (const auto* const option : {"astronomical_limit", "two_in_three_limit"})
        if (golden.options.has(option) && sigmas_of(golden, option, 0) == 0)
            return std::unexpected(NotSupported{golden.options.text(option, "") + " limits"});

    Answer answer;
    for (const auto& series : series_of(golden.input)) {
        const Points points = points_of(golden, series, *chart);
        const std::size_t dates = Grouped(golden.input, series).size();
        const auto analysis = spc::analyse(points.to_analyse(), options_of(golden, *chart));
        if (analysis.problem) return Answer{.tables = {}, .refused = true};
        add_points(golden, points, analysis, answer.tables[""]);
        add_summary(golden, answer.tables[""], dates - points.size(), analysis,
                    answer.tables["summary"]);
    }
    return answer;
}

const Registered here{{"PowerBI-SPC", "pbi_*", visual}};

}  // namespace

}  // namespace primum::golden
