#include "calendar/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>

namespace primum::calendar {
namespace {

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

icaltimetype in_utc(Instant at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    return icaltime_from_timet_with_zone(static_cast<time_t>(seconds), 0,
                                         icaltimezone_get_utc_timezone());
}

/// From the machine's own table of zones; UTC where it has none of that name.
icaltimezone* zone_named(const std::string& name) {
    icaltimezone* zone = icaltimezone_get_builtin_timezone(name.c_str());
    return zone ? zone : icaltimezone_get_utc_timezone();
}

void add_text(icalcomponent* to, icalproperty* property) {
    icalcomponent_add_property(to, property);
}

void add_extra(icalcomponent* to, const char* name, const char* value) {
    icalproperty* property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(to, property);
}

void add_time(icalcomponent* to, icalproperty_kind kind, Instant at, icaltimezone* zone) {
    const icaltimetype local = icaltime_convert_to_zone(in_utc(at), zone);
    icalproperty* property = icalproperty_new(kind);
    icalproperty_set_value(property, icalvalue_new_datetime(local));
    if (!icaltimezone_get_tzid(zone) || zone == icaltimezone_get_utc_timezone()) {
        icalcomponent_add_property(to, property);
        return;
    }
    icalproperty_add_parameter(property, icalparameter_new_tzid(icaltimezone_get_location(zone)));
    icalcomponent_add_property(to, property);
}

icalcomponent* event(const Entry& entry) {
    icalcomponent* component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icaltimezone* zone = zone_named(entry.zone);
    add_text(component, icalproperty_new_uid(entry.uid.c_str()));
    add_text(component, icalproperty_new_dtstamp(in_utc(entry.changed_at)));
    add_text(component, icalproperty_new_lastmodified(in_utc(entry.changed_at)));
    add_text(component, icalproperty_new_sequence(static_cast<int>(entry.sequence)));
    add_time(component, ICAL_DTSTART_PROPERTY, entry.starts_at, zone);
    add_time(component, ICAL_DTEND_PROPERTY, entry.ends_at, zone);
    add_text(component, icalproperty_new_summary(entry.summary.c_str()));
    if (!entry.location.empty())
        add_text(component, icalproperty_new_location(entry.location.c_str()));
    if (!entry.description.empty())
        add_text(component, icalproperty_new_description(entry.description.c_str()));
    if (!entry.url.empty()) add_text(component, icalproperty_new_url(entry.url.c_str()));
    if (!entry.category.empty())
        add_text(component, icalproperty_new_categories(entry.category.c_str()));
    add_text(component, icalproperty_new_status(entry.cancelled ? ICAL_STATUS_CANCELLED
                                                                : ICAL_STATUS_CONFIRMED));
    return component;
}

/// The description of a zone that libical has, under the name that people know it by: of the years
/// around these entries, for its whole history would be most of the calendar.
icalcomponent* description(const std::string& name, const std::vector<Entry>& entries) {
    icaltimezone* zone = zone_named(name);
    if (zone == icaltimezone_get_utc_timezone()) return nullptr;
    icalcomponent* component = icalcomponent_new_clone(icaltimezone_get_component(zone));
    icalproperty* id = icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY);
    if (id) icalproperty_set_tzid(id, icaltimezone_get_location(zone));
    const auto [first, last] = std::ranges::minmax(entries, {}, &Entry::starts_at);
    constexpr std::chrono::days kAround{400};
    icaltimezone_truncate_vtimezone(component, in_utc(first.starts_at - kAround),
                                    in_utc(last.starts_at + kAround), 0);
    return component;
}

// libical keeps tables of zones that are filled when they are first asked for.
std::mutex& table() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace

std::string text(const Calendar& calendar) {
    const std::lock_guard lock(table());
    const Component whole(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent* top = whole.get();
    add_text(top, icalproperty_new_version("2.0"));
    add_text(top, icalproperty_new_prodid("-//Primum//Events//EN"));
    add_text(top, icalproperty_new_calscale("GREGORIAN"));
    add_text(top, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_extra(top, "X-WR-CALNAME", calendar.name.c_str());
    add_extra(top, "REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    add_extra(top, "X-PUBLISHED-TTL", "PT12H");
    std::set<std::string> zones;
    for (const Entry& entry : calendar.entries)
        zones.insert(entry.zone);
    for (const std::string& zone : zones)
        if (icalcomponent* one = description(zone, calendar.entries))
            icalcomponent_add_component(top, one);
    for (const Entry& entry : calendar.entries)
        icalcomponent_add_component(top, event(entry));
    char* written = icalcomponent_as_ical_string_r(top);
    std::string result(written);
    icalmemory_free_buffer(written);
    return result;
}

}  // namespace primum::calendar
