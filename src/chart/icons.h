#pragma once
// Making Data Count's icons, drawn by us: a circle with a letter, a wave or an arrow, and the same
// small shape that marks such points on a chart. Readable from 24 to 56 px, and in black and white.

#include <string_view>

#include "chart/palette.h"
#include "html/html.h"
#include "spc/analysis.h"

namespace primum::chart {

/// What an icon is called, word for word, wherever it is shown.
std::string_view name_of(spc::Variation variation);
std::string_view name_of(spc::Assurance assurance);

/// The icon, with its name for screen readers and pointers. spc::Variation::none is an empty
/// circle.
html::Html icon(spc::Variation variation, int size_px = 40, Palette palette = Palette::accessible);
html::Html icon(spc::Assurance assurance, int size_px = 40, Palette palette = Palette::accessible);

}  // namespace primum::chart
