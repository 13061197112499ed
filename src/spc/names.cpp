#include "spc/names.h"

#include <array>
#include <utility>

namespace primum::spc {
namespace {

struct ChartNames {
    Chart chart;
    std::string_view name;
    std::string_view spoken;
};

constexpr std::array kCharts{
    ChartNames{Chart::run, "run", "run chart"},
    ChartNames{Chart::individuals, "i", "individuals (XmR) chart"},
    ChartNames{Chart::moving_range, "mr", "moving range chart"},
    ChartNames{Chart::moving_s, "ms", "moving s chart"},
    ChartNames{Chart::i_prime, "ip", "I prime chart"},
    ChartNames{Chart::x_bar, "xbar", "x-bar chart"},
    ChartNames{Chart::s, "s", "s chart"},
    ChartNames{Chart::r, "r", "R chart"},
    ChartNames{Chart::p, "p", "p chart"},
    ChartNames{Chart::p_prime, "pp", "p prime chart"},
    ChartNames{Chart::np, "np", "np chart"},
    ChartNames{Chart::u, "u", "u chart"},
    ChartNames{Chart::u_prime, "up", "u prime chart"},
    ChartNames{Chart::c, "c", "c chart"},
    ChartNames{Chart::g, "g", "g chart"},
    ChartNames{Chart::t, "t", "t chart"},
};

const ChartNames& names_of(Chart chart) {
    for (const ChartNames& names : kCharts) {
        if (names.chart == chart) return names;
    }
    std::unreachable();
}

}  // namespace

std::string_view name_of(Chart chart) {
    return names_of(chart).name;
}

std::string_view spoken_name_of(Chart chart) {
    return names_of(chart).spoken;
}

std::optional<Chart> chart_named(std::string_view name) {
    for (const ChartNames& names : kCharts) {
        if (names.name == name) return names.chart;
    }
    return std::nullopt;
}

std::string_view name_of(Rule rule) {
    switch (rule) {
        case Rule::outside_limits:
            return "outside-limits";
        case Rule::trend:
            return "trend";
        case Rule::two_of_three:
            return "two-of-three";
        case Rule::shift:
            return "shift";
        case Rule::four_of_five:
            return "four-of-five";
        case Rule::within_one_sigma:
            return "within-one-sigma";
        case Rule::beyond_one_sigma:
            return "beyond-one-sigma";
        case Rule::alternating:
            return "alternating";
        case Rule::long_run:
            return "long-run";
        case Rule::few_crossings:
            return "few-crossings";
    }
    std::unreachable();
}

std::string_view name_of(Reading reading) {
    switch (reading) {
        case Reading::common:
            return "common";
        case Reading::improvement:
            return "improvement";
        case Reading::concern:
            return "concern";
        case Reading::high:
            return "high";
        case Reading::low:
            return "low";
    }
    std::unreachable();
}

std::string_view name_of(Variation variation) {
    switch (variation) {
        case Variation::none:
            return "none";
        case Variation::common:
            return "common";
        case Variation::improvement_high:
            return "improvement-high";
        case Variation::improvement_low:
            return "improvement-low";
        case Variation::concern_high:
            return "concern-high";
        case Variation::concern_low:
            return "concern-low";
        case Variation::neutral_high:
            return "neutral-high";
        case Variation::neutral_low:
            return "neutral-low";
    }
    std::unreachable();
}

std::string_view name_of(Assurance assurance) {
    switch (assurance) {
        case Assurance::none:
            return "none";
        case Assurance::pass:
            return "pass";
        case Assurance::fail:
            return "fail";
        case Assurance::inconsistent:
            return "inconsistent";
    }
    std::unreachable();
}

std::optional<Rules> rules_named(std::string_view name, Chart chart) {
    std::optional<Rules> rules;
    if (name == "mdc") rules = mdc_rules();
    if (name == "anhoej") rules = anhoej_rules();
    if (name == "ihi") rules = chart == Chart::run ? ihi_run_chart_rules() : ihi_rules();
    if (name == "western-electric") rules = western_electric_rules();
    if (name == "nelson") rules = nelson_rules();
    if (name == "none") return no_rules();
    if (rules && (chart == Chart::moving_range || chart == Chart::moving_s)) {
        rules = no_rules();
        rules->outside_sigmas = 3;
    }
    return rules;
}

}  // namespace primum::spc
