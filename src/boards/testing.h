#pragma once
// For tests: months of numbers with something in them.

#include <utility>
#include <vector>

#include "language/language.h"
#include "measures/testing.h"

namespace primum::boards {

using measures::day;
using measures::everywhere;
using measures::kToday;
using measures::stamp;

/// Falls of 24 months per 1,000 bed days, up and down around 8.
inline std::vector<std::pair<double, double>> as_usual() {
    std::vector<std::pair<double, double>> months;
    for (int i = 0; i < 24; ++i)
        months.emplace_back(i % 3 == 0 ? 6 : 9, 1000);
    return months;
}

/// The same, and half as many in each of the last nine months.
inline std::vector<std::pair<double, double>> improving() {
    auto months = as_usual();
    for (std::size_t i = months.size() - 9; i < months.size(); ++i)
        months[i].first = i % 2 == 0 ? 2 : 3;
    return months;
}

}  // namespace primum::boards
