#pragma once
// A picture (SVG) as PNG for slides and e-mail, and as PDF for paper. librsvg and cairo do the
// work.

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace primum::render {

/// Why there is no picture, as a sentence.
using Error = std::string;

/// No side of a PNG is longer than this.
inline constexpr int kLargestSidePx = 16'384;

/// The picture as PNG on white, `scale` times its own size (2 for sharp slides).
/// An error when the SVG is not well-formed, has no size, or would be too large.
/// The picture may refer to nothing outside itself: files and addresses are not read.
std::expected<std::string, Error> png(std::string_view svg, double scale = 1);

/// The picture as a PDF of one page in its own size (1 px is 0.75 pt). Text stays text.
std::expected<std::string, Error> pdf(std::string_view svg);

/// A PDF with a page for each picture, each in its own size. An error where there is none.
std::expected<std::string, Error> pdf(std::span<const std::string> pages);

}  // namespace primum::render
