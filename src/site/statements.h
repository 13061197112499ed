#pragma once
// What a service owes its visitors: how accessible it is, and which cookies it sets.

#include "design/view.h"
#include "html/html.h"

namespace primum::site {

html::Html accessibility_page(const design::View& view);
html::Html cookies_page(const design::View& view);

}  // namespace primum::site
