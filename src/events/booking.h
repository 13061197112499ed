#pragma once
// Who comes to an event. The rule, as pages publish it: places go in the order in which bookings
// came; a team is booked whole or waits whole; when seats become free, they go to the first on the
// waiting list whose whole team fits.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/checked.h"
#include "base/id.h"
#include "events/event.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::events {

struct Booking;
using BookingId = Id<Booking>;
struct Seat;
using SeatId = Id<Seat>;

enum class BookingState : std::uint8_t { booked, waiting, cancelled };

struct Booking {
    BookingId id = {};
    OrganisationId organisation = {};
    EventId event = {};
    std::optional<PersonId> person = {};  ///< who booked
    std::int64_t seats = 1;
    BookingState state = BookingState::waiting;
    std::int64_t queued = 0;  ///< place in the order in which they came
    Instant booked_at = {};
    std::optional<std::int64_t> attended = {};  ///< how many came; absent until somebody has looked
    std::int64_t rev = 1;
};

struct Seat {
    SeatId id;
    int position = 1;
    std::string name;              ///< empty while nobody has said
    std::optional<bool> attended;  ///< absent until somebody has looked
};

/// How full an event is.
struct Places {
    std::optional<std::int64_t> capacity;
    std::int64_t booked = 0;        ///< seats
    std::int64_t waiting = 0;       ///< seats
    std::int64_t waiting_list = 0;  ///< bookings

    /// Absent where there is no limit.
    std::optional<std::int64_t> free() const {
        if (!capacity) return {};
        return *capacity > booked ? *capacity - booked : 0;
    }
};
Places places_of(const store::Reader& db, EventId event);

std::string_view name(BookingState state);

/// The booking in force that a person has for themselves, or an organisation for its team.
std::optional<Booking> booking_for(const store::Reader& db, const Event& event,
                                   const store::Readable& organisation, PersonId person);
std::optional<Booking> find_booking(const store::Reader& db, const store::Readable& organisation,
                                    BookingId id);
std::vector<Seat> seats_of(const store::Reader& db, const Booking& booking);

/// Books seats, or puts the whole booking on the waiting list: its state says which. At most one in
/// force for each person, or for each organisation where teams book. Names may be fewer than seats.
/// Refused once the event has begun or is cancelled, and beyond what a team may bring.
Checked<Booking> book(store::Writer& db, const store::Writable& organisation,
                      const store::Stamp& stamp, EventId event, std::int64_t seats,
                      const std::vector<std::string>& names);

/// Another number of seats and other names, with the same place in the order. More than fit beside
/// the others are refused. Gives who has moved up. Empty where somebody else has changed it.
struct Changed {
    std::vector<Booking> moved_up;
};
Checked<Changed> change_booking(store::Writer& db, const store::Writable& organisation,
                                const store::Stamp& stamp, const Booking& booking,
                                std::int64_t seats, const std::vector<std::string>& names);

/// Gives who has moved up. Cancelling twice is the same as once.
Changed cancel_booking(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, const Booking& booking);

/// Gives free seats to the waiting list by the rule; who has moved up.
std::vector<Booking> settle(store::Writer& db, const store::Stamp& stamp, EventId event);

/// For lists: a booking with the names that belong to it.
struct Listed {
    Booking booking;
    std::string organisation;
    std::string person;
    std::string person_email;
    std::vector<Seat> seats;
};
/// Of an event, in the order in which they came; without cancelled ones. For who keeps the event.
std::vector<Listed> bookings_of(const store::Reader& db, EventId event);

/// A person's own, with their events: those still to come first.
struct Mine {
    Booking booking;
    Event event;
    std::string organisation;
};
std::vector<Mine> bookings_of_person(const store::Reader& db, PersonId person);
/// Of an organisation: those in force for events that are not over.
std::vector<Mine> coming_bookings_of(const store::Reader& db, const store::Readable& organisation,
                                     Instant now);
/// From 1: how many are before it on the waiting list, and itself.
std::int64_t place_in_line(const store::Reader& db, const Booking& booking);

/// Who came: ids of seats. Those of the event that are not named did not come.
void save_attendance(store::Writer& db, const store::Stamp& stamp, EventId event,
                     const std::vector<std::string>& seats_that_came);

/// Bookings for what is still to come, and promises that are open, go on with who takes over.
void merged(store::Writer& db, const store::Writable& from, const store::Writable& into,
            const store::Stamp& stamp, Day on);

}  // namespace primum::events
