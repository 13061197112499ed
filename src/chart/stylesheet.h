#pragma once
// The stylesheet that belongs to the charts.

#include <string_view>

namespace primum::chart {

/// To be served as a file of its own (charts.css). Charts look right without it; it chooses between
/// their two forms, lays out keys, keeps a chart whole on paper, and maps colours to the reader's
/// own where they have chosen some. A chart stands in <figure class="pr-chart">.
std::string_view stylesheet();

}  // namespace primum::chart
