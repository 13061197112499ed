#include "design/icon.h"

#include <string_view>

namespace primum::design {
namespace {

struct Drawing {
    std::string_view name;
    std::string_view path;  // in a square of 24 by 24
};

// Even-odd: a shape inside another is a hole in it.
constexpr Drawing kDrawings[] = {
    {"arrow-left", "M4 12 10.5 5.5 12 7 8 11H20V13H8L12 17 10.5 18.5Z"},
    {"arrow-right", "M20 12 13.5 5.5 12 7 16 11H4V13H16L12 17 13.5 18.5Z"},
    {"arrow-right-circle",
     "M12 2A10 10 0 0 1 12 22 10 10 0 0 1 12 2ZM18 12 12.5 6.5 11 8 14 11H6V13H14L11 16 12.5 "
     "17.5Z"},
    {"chevron-right-circle",
     "M12 2A10 10 0 0 1 12 22 10 10 0 0 1 12 2ZM15.5 12 10.75 7.25 9.25 8.75 12.5 12 9.25 15.25 "
     "10.75 16.75Z"},
    {"search",
     "M10 3A7 7 0 0 1 10 17 7 7 0 0 1 10 3ZM10 5A5 5 0 0 0 10 15 5 5 0 0 0 10 5ZM15.5 14 21 19.5 "
     "19.5 21 14 15.5Z"},
    {"user", "M12 4A4 4 0 0 1 12 12 4 4 0 0 1 12 4ZM4 20C4 16 7.5 14 12 14S20 16 20 20Z"},
};

}  // namespace

html::Html icon(Icon icon) {
    const Drawing& drawing = kDrawings[static_cast<std::size_t>(icon)];
    return html::html(
        R"(<svg class="nhsuk-icon nhsuk-icon--{}" xmlns="http://www.w3.org/2000/svg" )"
        R"(viewBox="0 0 24 24" width="16" height="16" focusable="false" )"
        R"(aria-hidden="true"><path fill-rule="evenodd" d="{}"/></svg>)",
        drawing.name, drawing.path);
}

}  // namespace primum::design
