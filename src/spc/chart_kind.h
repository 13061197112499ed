#pragma once
// What kinds of chart have in common.

#include "spc/options.h"

namespace primum::spc {

/// Counts out of a number of cases, which cannot be more than all.
constexpr bool is_proportion(Chart chart) {
    return chart == Chart::p || chart == Chart::np || chart == Chart::p_prime;
}

/// Cannot be drawn without exposures, cases or subgroup sizes.
constexpr bool needs_denominators(Chart chart) {
    switch (chart) {
        case Chart::i_prime:
        case Chart::moving_s:
        case Chart::x_bar:
        case Chart::s:
        case Chart::r:
        case Chart::p:
        case Chart::np:
        case Chart::u:
        case Chart::p_prime:
        case Chart::u_prime:
            return true;
        default:
            return false;
    }
}

/// Whether two points of one phase can have different lines.
constexpr bool limits_vary(Chart chart) {
    return needs_denominators(chart) && chart != Chart::moving_s;
}

/// Plots value / denominator, where the series has denominators.
constexpr bool plots_ratio(Chart chart) {
    switch (chart) {
        case Chart::run:
        case Chart::individuals:
        case Chart::moving_range:
            return true;
        case Chart::x_bar:
        case Chart::s:
        case Chart::r:
        case Chart::np:
            return false;
        default:
            return needs_denominators(chart);
    }
}

}  // namespace primum::spc
