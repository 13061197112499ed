#pragma once
// What people see of one point.

#include <optional>
#include <vector>

#include "measures/place.h"
#include "measures/point_form.h"

namespace primum::measures {

/// The form for a new point, or for one that is there; `question`: what makes us ask whether it is
/// the data or the care.
html::Html point_form_page(const access::Context& context, const Place& place,
                           const Material& material, const PointForm& form,
                           const Problems& problems, const Point* there,
                           const std::string& question);

/// A point, and what it was before.
html::Html point_page(const access::Context& context, const Place& place, Day period,
                      const std::optional<Point>& point, const std::vector<Revision>& revisions);

/// A page with a form about this series: its heading, and a way back without a change.
html::Html task_page(const access::Context& context, const Place& place, std::string_view title,
                     const Problems& problems, const html::Html& content);

/// "3 of 812 (note)": what was said of a period, in a few words.
std::string said_in_words(const design::View& view, const Definition& says, const Said& said);

/// Why, in a sentence: the field of every form that takes something back.
html::Html reason_field(const design::View& view, std::string_view label, std::string_view hint,
                        std::string_view typed, const Problems& problems);

}  // namespace primum::measures
