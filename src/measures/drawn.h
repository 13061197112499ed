#pragma once
// The chart of a series as people see it, with what it says.

#include <string>
#include <string_view>

#include "base/checked.h"
#include "chart/control_chart.h"
#include "measures/material.h"
#include "measures/study.h"

namespace primum::measures {

/// Everything that follows from the points and the decisions of a series, and from nothing else:
/// the same for every reader on every day.
struct Drawn {
    Checked<datasets::Study> study;  ///< refused where there is no chart; then the rest is empty
    chart::NumberFormat format;
    chart::ControlChart chart;
    std::string sentence;         ///< what the latest point says
    std::string target_sentence;  ///< empty where there is no target
    html::Html key;
    html::Html picture;  ///< both forms

    /// "4.2", "31%": a dash where there is none.
    std::string number(std::optional<double> value) const;
    std::size_t bytes() const;  ///< about as much memory as it takes
};

/// `id` is the picture's on its page: where a page has several charts, each needs its own.
Drawn draw(const Material& material, std::string_view id = "chart");

/// A series as small as a word.
html::Html sparkline(const Drawn& drawn, std::string_view name);

}  // namespace primum::measures
