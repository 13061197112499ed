#pragma once
// How far something has risen, and the marks that it should reach.

#include <string>
#include <vector>

#include "chart/frame.h"

namespace primum::chart {

struct ThermometerMark {
    double at;
    std::string words;  ///< "All acute trusts: 140 by March 2027"
};

struct Thermometer {
    Caption caption;
    double value = 0;
    std::string value_words;  ///< "86 members today"
    std::vector<ThermometerMark> marks;
};

/// One picture, complete as a file of its own; the wide form is not wider than it needs.
Html thermometer(const Thermometer& chart, Form form);
/// Both forms.
Html thermometer(const Thermometer& chart);

}  // namespace primum::chart
