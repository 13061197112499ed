#pragma once
// Parts of one page, of which a reader needs one at a time. Not for navigation, and not for what
// is to be compared. Without JavaScript they stand below each other.

#include <vector>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Tab {
    Text id;
    Content label;
    html::Html panel;
};
html::Html tabs(const View& view, const std::vector<Tab>& tabs, const Text& id = {});

}  // namespace primum::design
