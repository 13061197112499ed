#pragma once
// What an event may belong to, for forms and filters.

#include <string>
#include <vector>

#include "design/select.h"
#include "events/event.h"
#include "store/db.h"

namespace primum::events {

/// Campaigns that are open, programmes and cohorts that are not drafts, by name; the first option
/// is "none" with these words.
std::vector<design::Option> campaign_options(const store::Reader& db, std::string_view none);
std::vector<design::Option> programme_options(const store::Reader& db, std::string_view none);
std::vector<design::Option> cohort_options(const store::Reader& db, std::string_view none);

/// "III".
std::string roman(int number);

/// Names of what an event belongs to; empty where it does not.
struct Belongs {
    std::string series;
    std::string campaign;
    std::string campaign_code;
    std::string programme;
    std::string cohort;  ///< "LIPS III"
};
Belongs belongs_to(const store::Reader& db, const Event& event);

}  // namespace primum::events
