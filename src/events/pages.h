#pragma once
// What people see of events.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "events/booking.h"
#include "events/choices.h"
#include "events/event_form.h"
#include "events/frame.h"
#include "events/promise.h"

namespace primum::events {

inline constexpr std::size_t kPastOnAPage = 30;

struct EventList {
    Wanted wanted;
    std::vector<Event> coming;
    std::vector<Places> places;  ///< of those, one each
    std::vector<Event> past;
    std::size_t past_count = 0;
    std::size_t page = 1;
    std::string webcal;  ///< where calendars subscribe
    std::string done;
};
html::Html list_page(const access::Context& context, const EventList& list);

struct EventPortrait {
    Event event;
    Belongs belongs;
    Places places;
    std::vector<resources::Resource> resources;
    bool keeper = false;
    PromiseCount promises;   ///< for keepers
    bool has_place = false;  ///< who looks has a booking
    std::string done;
};
html::Html event_page(const access::Context& context, const EventPortrait& portrait);

/// A booking as somebody typed it.
struct BookingForm {
    std::string organisation;
    std::string seats;
    std::string names;  ///< one a line
};
struct Wish {
    OrganisationId organisation;
    std::int64_t seats;
    std::vector<std::string> names;
};
/// What to book; `places` are where the person may book for.
Valid<Wish> check(const BookingForm& form, const Event& event, const std::vector<Place>& places,
                  const std::string& own_name);

struct BookingDesk {
    Event event;
    Places places;
    std::vector<Place> places_of_person;
    std::vector<Mine> mine;  ///< bookings in force that the person may change
    std::string done;
};
html::Html booking_page(const access::Context& context, const BookingDesk& desk,
                        const BookingForm& form, const Problems& problems);
html::Html change_booking_page(const access::Context& context, const Mine& mine,
                               const std::vector<Seat>& seats, const BookingForm& form,
                               const Problems& problems);

struct Diary {
    std::vector<Mine> bookings;
    std::vector<ListedPromise> promises;
    std::string done;
};
html::Html diary_page(const access::Context& context, const Diary& diary);

/// `address` where a new one was just made; it cannot be shown again.
html::Html calendar_page(const access::Context& context, std::optional<Instant> made_at,
                         const std::string& address, const std::string& done);

html::Html promise_page(const access::Context& context, const Event& event,
                        const std::vector<Place>& places, const std::string& organisation,
                        const std::string& promise, const Problems& problems);
html::Html answer_page(const access::Context& context, const ListedPromise& listed,
                       const std::string& state, const std::string& outcome,
                       const Problems& problems);

/// For who keeps events. `event` is absent for a new one.
html::Html edit_page(const access::Context& context, const Event* event,
                     const std::vector<Place>& owners, const EventForm& form,
                     const Problems& problems);
html::Html cancellation_page(const access::Context& context, const Event& event,
                             const std::string& reason, const Problems& problems);
html::Html attendance_page(const access::Context& context, const Event& event,
                           const std::vector<Listed>& bookings, const std::string& done);
html::Html promises_page(const access::Context& context, const Event& event,
                         const PromiseCount& count, const std::vector<ListedPromise>& promises);
struct Material {
    std::string id;
    std::string title;
};
html::Html materials_page(const access::Context& context, const Event& event,
                          const std::string& words, const std::vector<std::string>& chosen,
                          const std::vector<Material>& offered, const Problems& problems);

}  // namespace primum::events
