#pragma once
// The page that a visitor sees first.

#include <vector>

#include "design/view.h"
#include "html/html.h"
#include "site/participation.h"

namespace primum::site {

html::Html home_page(const design::View& view, const std::vector<Participation>& taking_part);

}  // namespace primum::site
