#pragma once
// How wide a text will be, near enough to keep words apart without asking a font.

#include <string>
#include <string_view>

namespace primum::chart {

/// Width of text at this size, in the same unit. A little more than Arial needs, because the
/// reader's font may be wider (Inter is, by 7%). Characters beyond ASCII count as a wide letter.
double text_width(std::string_view text, double size_px);

/// The text, cut at a whole character and ended with "…" where it would be wider than that.
std::string shortened(std::string_view text, double size_px, double widest_px);

}  // namespace primum::chart
