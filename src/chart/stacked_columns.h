#pragma once
// What a whole is made of, at one time after another: columns of parts that lie on each other.

#include <string>
#include <vector>

#include "chart/frame.h"

namespace primum::chart {

struct StackedColumn {
    std::string line;           ///< under it: "Q2"
    std::string line_below;     ///< "2026", or empty
    std::vector<double> parts;  ///< from below, one a name; none negative
};

struct StackedColumns {
    Caption caption;
    std::string unit;                ///< over the y axis
    std::vector<std::string> names;  ///< of at most four parts, from below
    std::vector<StackedColumn> columns;
};

/// One picture, complete as a file of its own. Each part has its number in it where there is room,
/// and the last column the names, so that nothing depends on colour. The narrow form shows the
/// latest five columns.
Html stacked_columns(const StackedColumns& chart, Form form);
/// Both forms.
Html stacked_columns(const StackedColumns& chart);

}  // namespace primum::chart
