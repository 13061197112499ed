#pragma once
// Within this room: the organisations that show a measure to whoever asks.

#include "access/context.h"
#include "html/html.h"
#include "measures/measure.h"

namespace primum::boards {

/// Links to what they show, by name; the first of many. Empty where nobody shows it.
html::Html shared_list(const access::Context& context, const measures::Measure& measure);

}  // namespace primum::boards
