#pragma once
// From one page of a list to the others, or from one page of a guide to its neighbours.

#include <cstddef>
#include <functional>
#include <optional>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Pages {
    std::size_t current;  ///< from 1
    std::size_t count;
    std::function<html::Url(std::size_t page)> where;
    Text label;  ///< what screen readers call it, where a page has two; "Pagination" otherwise
};
/// Numbered; nothing where there is one page only.
html::Html pagination(const View& view, const Pages& pages);

struct Neighbour {
    html::Url where;
    Content title;
};
struct Neighbours {
    std::optional<Neighbour> previous;
    std::optional<Neighbour> next;
    Text label;
};
html::Html pagination(const View& view, const Neighbours& neighbours);

}  // namespace primum::design
