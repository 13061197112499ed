#pragma once
// The top of every page.

#include "design/view.h"

namespace primum::design {

html::Html page_header(const View& view);

}  // namespace primum::design
