#pragma once
// An event as somebody typed it.

#include <string>
#include <string_view>

#include "base/problems.h"
#include "events/event.h"
#include "html/html.h"
#include "http/form.h"
#include "organisations/typed_day.h"

namespace primum::access {
class Context;
}

namespace primum::events {

struct EventForm {
    std::string owner;
    std::string title;
    std::string kind;
    std::string series;
    std::string summary;
    std::string campaign;
    std::string programme;
    std::string cohort;
    organisations::TypedDay starts;
    std::string start_time;
    organisations::TypedDay ends;  ///< empty where it is one day
    std::string end_time;
    std::string zone;
    std::string place;
    std::string link;
    std::string capacity;
    std::string books;
    std::string per_team;
    std::string visible;  ///< "public", "closed" or "draft"
    std::string rev;

    static EventForm from(const http::Form& form);
    static EventForm of(const Event& event, std::string_view series);
};

/// "9:30", "9.30am", "14:00", "2pm" as minutes after midnight.
std::optional<int> read_time(std::string_view typed);

/// The event with what the form says, or what to put right. `before` has the rest.
Valid<Event> check(const store::Reader& db, const EventForm& form, const Event& before);

/// The questions of the form.
html::Html event_fields(const access::Context& context, const EventForm& form,
                        const Problems& problems);

}  // namespace primum::events
