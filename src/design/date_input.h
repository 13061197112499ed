#pragma once
// A date in three fields, as people write dates.

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

/// The fields are called NAME-day, NAME-month and NAME-year, and so are their ids: a Problem about
/// a date names the part that is wrong, or NAME-day for all of it, and the error summary leads
/// there.
struct DateInput {
    Text name;
    Label legend;
    Content hint;  ///< "For example, 31 3 2026"
    Text day;      ///< as typed
    Text month;
    Text year;
    Text error;
    bool wrong_day = true;  ///< which fields are marked where there is an error
    bool wrong_month = true;
    bool wrong_year = true;
};
html::Html date_input(const View& view, const DateInput& input);

}  // namespace primum::design
