#pragma once
// A certificate: one landscape page, as a picture that prints well.

#include <string>
#include <vector>

#include "html/html.h"

namespace primum::campaigns {

struct Certificate {
    std::string heading;             ///< "Certificate of membership"
    std::string who;                 ///< whose it is
    std::string sentence;            ///< what it says of them
    std::vector<std::string> lines;  ///< what they work on, or what they will do
    std::string campaign;
    std::string strapline;
    std::string date;    ///< "Member since 1 September 2025"
    std::string footer;  ///< who says so
};

/// An SVG of 1123 × 794 px: A4 at 96 px an inch. Long words are broken into lines, and what does
/// not fit ends with "…".
html::Html picture(const Certificate& certificate);

/// Lines of at most so many characters, broken between words where there are any; at most `lines`.
std::vector<std::string> broken(std::string_view text, std::size_t characters, std::size_t lines);

}  // namespace primum::campaigns
