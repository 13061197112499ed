#include "events/booking.h"

#include <algorithm>

#include "json/writer.h"
#include "language/language.h"
#include "store/audit.h"

namespace primum::events {
namespace {

using language::sentence;

BookingState parse_state(std::string_view text) {
    return text == "booked" ? BookingState::booked
                            : (text == "waiting" ? BookingState::waiting : BookingState::cancelled);
}

Booking read_booking(const store::Row& row) {
    return {.id = row.get<BookingId>(0),
            .organisation = row.get<OrganisationId>(1),
            .event = row.get<EventId>(2),
            .person = row.get<std::optional<PersonId>>(3),
            .seats = row.get<std::int64_t>(4),
            .state = parse_state(row.get<std::string_view>(5)),
            .queued = row.get<std::int64_t>(6),
            .booked_at = row.get<Instant>(7),
            .attended = row.get<std::optional<std::int64_t>>(8),
            .rev = row.get<std::int64_t>(9)};
}

Seat read_seat(const store::Row& row) {
    Seat seat{.id = row.get<SeatId>(0),
              .position = row.get<int>(1),
              .name = row.get<std::string>(2),
              .attended = {}};
    if (const auto came = row.get<std::optional<int>>(3)) seat.attended = *came != 0;
    return seat;
}

std::string as_json(const Booking& booking) {
    json::Writer document;
    document.begin_object()
        .member("event", booking.event.text())
        .member("seats", booking.seats)
        .member("state", name(booking.state))
        .member("queued", booking.queued)
        .end_object();
    return std::string(document.text());
}

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("an event is shared: how many seats are taken, and who comes next");
    return kScope;
}

void record(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
            std::string_view action, const Booking* before, const Booking& after) {
    store::record(db, organisation, stamp,
                  {.action = action,
                   .object = after.id.text(),
                   .before = before ? as_json(*before) : "",
                   .after = as_json(after)});
}

void save_seats(store::Writer& db, const store::Writable& organisation, const Booking& booking,
                const std::vector<std::string>& names) {
    db.run("DELETE FROM event_seats WHERE organisation_id = $1 AND booking_id = $2", organisation,
           booking.id);
    for (std::int64_t i = 0; i < booking.seats; ++i)
        db.run(R"sql(
            INSERT INTO event_seats (organisation_id, id, booking_id, position, name)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
               organisation, db.new_id<Seat>(), booking.id, i + 1,
               static_cast<std::size_t>(i) < names.size() ? std::string_view(names[i])
                                                          : std::string_view());
}

/// Others who book or cancel at the same moment wait here, so that no two see the same free seat.
std::int64_t next_in_line(store::Writer& db, EventId event) {
    const auto numbers =
        db.returning([](const store::Row& row) { return row.get<std::int64_t>(0); },
                     "UPDATE events SET queue = queue + 1 WHERE id = $1 RETURNING queue", event);
    return numbers.empty() ? 0 : numbers.front();
}

}  // namespace

std::string_view name(BookingState state) {
    switch (state) {
        case BookingState::booked:
            return "booked";
        case BookingState::waiting:
            return "waiting";
        case BookingState::cancelled:
            return "cancelled";
    }
    return {};
}

Places places_of(const store::Reader& db, EventId event) {
    Places places;
    places.capacity =
        db.one([](const store::Row& row) { return row.get<std::optional<std::int64_t>>(0); },
               "SELECT capacity FROM events WHERE id = $1", event)
            .value_or(std::nullopt);
    db.each(
        [&](const store::Row& row) {
            const auto seats = row.get<std::int64_t>(1);
            if (row.get<std::string_view>(0) == "booked") {
                places.booked = seats;
            } else {
                places.waiting = seats;
                places.waiting_list = row.get<std::int64_t>(2);
            }
        },
        R"sql(
        SELECT state, CAST(SUM(seats) AS BIGINT), COUNT(*)
          FROM event_bookings
         WHERE event_id = $1 AND state <> 'cancelled'
         GROUP BY state
    )sql",
        event, scope().everywhere());
    return places;
}

std::optional<Booking> booking_for(const store::Reader& db, const Event& event,
                                   const store::Readable& organisation, PersonId person) {
    if (event.books == Books::person)
        return db.one(read_booking, R"sql(
            SELECT id, organisation_id, event_id, person_id, seats, state, queued, booked_at,
                   attended, rev
              FROM event_bookings
             WHERE event_id = $1 AND person_id = $2 AND state <> 'cancelled'
        )sql",
                      event.id, person, scope().everywhere());
    return db.one(read_booking, R"sql(
        SELECT id, organisation_id, event_id, person_id, seats, state, queued, booked_at, attended,
               rev
          FROM event_bookings
         WHERE organisation_id = $1 AND event_id = $2 AND state <> 'cancelled'
    )sql",
                  organisation, event.id);
}

std::optional<Booking> find_booking(const store::Reader& db, const store::Readable& organisation,
                                    BookingId id) {
    return db.one(read_booking, R"sql(
        SELECT id, organisation_id, event_id, person_id, seats, state, queued, booked_at, attended,
               rev
          FROM event_bookings
         WHERE organisation_id = $1 AND id = $2
    )sql",
                  organisation, id);
}

std::vector<Seat> seats_of(const store::Reader& db, const Booking& booking) {
    return db.all(read_seat, R"sql(
        SELECT id, position, name, attended
          FROM event_seats
         WHERE organisation_id = $1 AND booking_id = $2
         ORDER BY position
    )sql",
                  scope().may_read(booking.organisation), booking.id);
}

Checked<Booking> book(store::Writer& db, const store::Writable& organisation,
                      const store::Stamp& stamp, EventId event_id, std::int64_t seats,
                      const std::vector<std::string>& names) {
    const std::int64_t number = next_in_line(db, event_id);
    const auto event = find_event(db, event_id);
    if (!event || event->status == Status::draft || event->books == Books::nobody)
        return refuse(sentence("Nobody can book a place at this event."));
    if (event->status == Status::cancelled)
        return refuse(sentence("The event is cancelled: nobody can book a place any more."));
    if (event->starts_at <= stamp.at)
        return refuse(sentence("The event has begun: nobody can book a place any more."));
    if (event->books == Books::team && event->per_team > 0 && seats > event->per_team)
        return refuse(sentence("Book fewer seats: that is more than one team may bring."));
    if (event->capacity && seats > *event->capacity)
        return refuse(sentence("Book fewer seats: the event has fewer than that in all."));
    if (stamp.person && booking_for(db, *event, organisation, *stamp.person))
        return refuse(event->books == Books::team
                          ? sentence("Your organisation has a booking already: change that one.")
                          : sentence("You have a booking already."));

    Booking booking{.id = db.new_id<Booking>(),
                    .organisation = organisation.organisation(),
                    .event = event_id,
                    .person = stamp.person,
                    .seats = seats,
                    .state = BookingState::waiting,
                    .queued = number,
                    .booked_at = stamp.at};
    db.run(R"sql(
        INSERT INTO event_bookings (organisation_id, id, event_id, person_id, seats, state, queued,
                                    booked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           organisation, booking.id, booking.event, booking.person, booking.seats,
           name(booking.state), booking.queued, booking.booked_at);
    save_seats(db, organisation, booking, names);
    record(db, organisation, stamp, "events.book", nullptr, booking);
    settle(db, stamp, event_id);
    return *find_booking(db, organisation, booking.id);
}

Checked<Changed> change_booking(store::Writer& db, const store::Writable& organisation,
                                const store::Stamp& stamp, const Booking& booking,
                                std::int64_t seats, const std::vector<std::string>& names) {
    next_in_line(db, booking.event);
    const auto event = find_event(db, booking.event);
    const auto before = find_booking(db, organisation, booking.id);
    if (!event || !before || before->state == BookingState::cancelled || before->rev != booking.rev)
        return refuse(
            sentence("Somebody else has changed this booking since you opened the form. "
                     "Check what you entered and send it again."));
    if (event->books == Books::team && event->per_team > 0 && seats > event->per_team)
        return refuse(sentence("Book fewer seats: that is more than one team may bring."));
    const Places places = places_of(db, event->id);
    const bool more = seats > before->seats;
    if (more && event->starts_at <= stamp.at)
        return refuse(sentence("The event has begun: nobody can book a place any more."));
    if (more && event->capacity && seats > *event->capacity)
        return refuse(sentence("Book fewer seats: the event has fewer than that in all."));
    if (more && before->state == BookingState::booked && places.free() &&
        seats - before->seats > *places.free())
        return refuse(
            sentence("So many seats are not free any more. Keep the number you have, or "
                     "cancel and join the waiting list with more."));
    Booking after = *before;
    after.seats = seats;
    db.run(R"sql(
        UPDATE event_bookings SET seats = $3, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           organisation, booking.id, seats);
    save_seats(db, organisation, after, names);
    record(db, organisation, stamp, "events.change_booking", &*before, after);
    return Changed{settle(db, stamp, booking.event)};
}

Changed cancel_booking(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, const Booking& booking) {
    next_in_line(db, booking.event);
    const auto before = find_booking(db, organisation, booking.id);
    if (!before || before->state == BookingState::cancelled) return {};
    Booking after = *before;
    after.state = BookingState::cancelled;
    db.run(R"sql(
        UPDATE event_bookings SET state = 'cancelled', rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           organisation, booking.id);
    record(db, organisation, stamp, "events.cancel_booking", &*before, after);
    return {settle(db, stamp, booking.event)};
}

std::vector<Booking> settle(store::Writer& db, const store::Stamp& stamp, EventId event_id) {
    const auto event = find_event(db, event_id);
    // Nobody is let in after it has begun: they would not know.
    if (!event || event->status != Status::planned || event->starts_at <= stamp.at) return {};
    auto free = places_of(db, event_id).free();
    const auto waiting = db.all(read_booking, R"sql(
        SELECT id, organisation_id, event_id, person_id, seats, state, queued, booked_at, attended,
               rev
          FROM event_bookings
         WHERE event_id = $1 AND state = 'waiting'
         ORDER BY queued
    )sql",
                                event_id, scope().everywhere());
    std::vector<Booking> moved;
    for (const Booking& before : waiting) {
        if (free && before.seats > *free) continue;
        Booking after = before;
        after.state = BookingState::booked;
        const auto organisation = scope().may_write(before.organisation);
        db.run(R"sql(
            UPDATE event_bookings SET state = 'booked', rev = rev + 1
             WHERE organisation_id = $1 AND id = $2
        )sql",
               organisation, before.id);
        record(db, organisation, stamp, "events.move_up", &before, after);
        if (free) *free -= before.seats;
        after.rev = before.rev + 1;
        moved.push_back(std::move(after));
    }
    return moved;
}

std::vector<Listed> bookings_of(const store::Reader& db, EventId event) {
    auto listed = db.all(
        [](const store::Row& row) {
            constexpr int kAfterBooking = 10;
            return Listed{.booking = read_booking(row),
                          .organisation = row.get<std::string>(kAfterBooking),
                          .person = row.get<std::string>(kAfterBooking + 1),
                          .person_email = row.get<std::string>(kAfterBooking + 2),
                          .seats = {}};
        },
        R"sql(
        SELECT b.id, b.organisation_id, b.event_id, b.person_id, b.seats, b.state, b.queued,
               b.booked_at, b.attended, b.rev, o.name, COALESCE(p.name, ''), COALESCE(p.email, '')
          FROM event_bookings b
          JOIN organisations o ON o.id = b.organisation_id
          LEFT JOIN people p ON p.id = b.person_id
         WHERE b.event_id = $1 AND b.state <> 'cancelled'
         ORDER BY b.queued
    )sql",
        event, scope().everywhere());
    db.each(
        [&](const store::Row& row) {
            constexpr int kBooking = 4;
            const auto id = row.get<BookingId>(kBooking);
            const auto known =
                std::ranges::find(listed, id, [](const Listed& one) { return one.booking.id; });
            if (known != listed.end()) known->seats.push_back(read_seat(row));
        },
        R"sql(
        SELECT s.id, s.position, s.name, s.attended, s.booking_id
          FROM event_bookings b
          JOIN event_seats s ON s.organisation_id = b.organisation_id AND s.booking_id = b.id
         WHERE b.event_id = $1 AND b.state <> 'cancelled'
         ORDER BY b.queued, s.position
    )sql",
        event, scope().everywhere());
    return listed;
}

namespace {

std::vector<Mine> with_events(const store::Reader& db,
                              const std::vector<std::pair<Booking, std::string>>& bookings) {
    std::vector<Mine> mine;
    for (const auto& [booking, organisation] : bookings)
        if (auto event = find_event(db, booking.event))
            mine.push_back({booking, std::move(*event), organisation});
    return mine;
}

std::pair<Booking, std::string> read_with_organisation(const store::Row& row) {
    constexpr int kAfterBooking = 10;
    return {read_booking(row), row.get<std::string>(kAfterBooking)};
}

}  // namespace

std::vector<Mine> bookings_of_person(const store::Reader& db, PersonId person) {
    return with_events(db, db.all(read_with_organisation, R"sql(
        SELECT b.id, b.organisation_id, b.event_id, b.person_id, b.seats, b.state, b.queued,
               b.booked_at, b.attended, b.rev, o.name
          FROM event_bookings b
          JOIN organisations o ON o.id = b.organisation_id
          JOIN events e ON e.id = b.event_id
         WHERE b.person_id = $1 AND b.state <> 'cancelled'
         ORDER BY e.starts_at, b.id
    )sql",
                                  person, scope().everywhere()));
}

std::vector<Mine> coming_bookings_of(const store::Reader& db, const store::Readable& organisation,
                                     Instant now) {
    return with_events(db, db.all(read_with_organisation, R"sql(
        SELECT b.id, b.organisation_id, b.event_id, b.person_id, b.seats, b.state, b.queued,
               b.booked_at, b.attended, b.rev, o.name
          FROM event_bookings b
          JOIN organisations o ON o.id = b.organisation_id
          JOIN events e ON e.id = b.event_id
         WHERE b.organisation_id = $1 AND b.state <> 'cancelled' AND e.ends_at >= $2
         ORDER BY e.starts_at, b.id
    )sql",
                                  organisation, now));
}

std::int64_t place_in_line(const store::Reader& db, const Booking& booking) {
    return db
        .one([](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
        SELECT COUNT(*)
          FROM event_bookings
         WHERE event_id = $1 AND state = 'waiting' AND queued <= $2
    )sql",
             booking.event, booking.queued, scope().everywhere())
        .value_or(0);
}

void save_attendance(store::Writer& db, const store::Stamp& stamp, EventId event,
                     const std::vector<std::string>& seats_that_came) {
    for (const Listed& listed : bookings_of(db, event)) {
        if (listed.booking.state != BookingState::booked) continue;
        const auto organisation = scope().may_write(listed.booking.organisation);
        std::int64_t came = 0;
        bool changed = !listed.booking.attended;
        for (const Seat& seat : listed.seats) {
            const bool is_here =
                std::ranges::find(seats_that_came, seat.id.text()) != seats_that_came.end();
            came += is_here ? 1 : 0;
            if (seat.attended == is_here) continue;
            changed = true;
            db.run(R"sql(
                UPDATE event_seats SET attended = $3, rev = rev + 1
                 WHERE organisation_id = $1 AND id = $2
            )sql",
                   organisation, seat.id, is_here);
        }
        if (!changed) continue;
        db.run(R"sql(
            UPDATE event_bookings SET attended = $3, rev = rev + 1
             WHERE organisation_id = $1 AND id = $2
        )sql",
               organisation, listed.booking.id, came);
        store::record(db, organisation, stamp,
                      {.action = "events.mark_attendance",
                       .object = listed.booking.id.text(),
                       .before = "",
                       .after = R"({"came":)" + std::to_string(came) + '}'});
    }
}

void merged(store::Writer& db, const store::Writable& from, const store::Writable& into,
            const store::Stamp& stamp, Day) {
    for (const Mine& mine : coming_bookings_of(db, from, stamp.at)) {
        db.run(R"sql(
            INSERT INTO event_bookings (organisation_id, id, event_id, person_id, seats, state,
                                        queued, booked_at, attended, rev)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        )sql",
               into, mine.booking.id, mine.booking.event, mine.booking.person, mine.booking.seats,
               name(mine.booking.state), mine.booking.queued, mine.booking.booked_at,
               mine.booking.attended, mine.booking.rev + 1);
        for (const Seat& seat : seats_of(db, mine.booking)) {
            db.run("DELETE FROM event_seats WHERE organisation_id = $1 AND id = $2", from, seat.id);
            db.run(R"sql(
                INSERT INTO event_seats (organisation_id, id, booking_id, position, name)
                VALUES ($1, $2, $3, $4, $5)
            )sql",
                   into, seat.id, mine.booking.id, seat.position, seat.name);
        }
        db.run("DELETE FROM event_bookings WHERE organisation_id = $1 AND id = $2", from,
               mine.booking.id);
        record(db, into, stamp, "events.take_over_booking", nullptr, mine.booking);
    }
    const std::string_view successor = into.text();
    db.run(R"sql(
        UPDATE event_promises SET organisation_id = $2, rev = rev + 1
         WHERE organisation_id = $1 AND state IN ('open', 'started')
    )sql",
           from, successor);
}

}  // namespace primum::events
