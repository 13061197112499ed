-- Events, who comes, and what they promise at the end.

CREATE TABLE event_series (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1
) {strict};

-- Moments are in UTC; zone is where they were meant, for calendars. capacity: seats, absent where
-- there is no limit. per_team: the most that one organisation may bring. queue: the number of the last
-- booking that came. revision counts changes that calendars must hear of.
CREATE TABLE events (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} REFERENCES event_series (id) ON DELETE RESTRICT,
    campaign_id {id} REFERENCES campaigns (id) ON DELETE RESTRICT,
    programme_id {id} REFERENCES programmes (id) ON DELETE RESTRICT,
    cohort_id {id} REFERENCES cohorts (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    summary TEXT NOT NULL DEFAULT '',
    starts_at {int} NOT NULL,
    ends_at {int} NOT NULL,
    zone TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    capacity {int} CHECK (capacity >= 0),
    per_team {int} NOT NULL DEFAULT 0,
    books TEXT NOT NULL DEFAULT 'person' CHECK (books IN ('person', 'team', 'nobody')),
    public {int} NOT NULL DEFAULT 1,
    status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('draft', 'planned', 'cancelled')),
    cancelled_because TEXT NOT NULL DEFAULT '',
    materials TEXT NOT NULL DEFAULT '',
    queue {int} NOT NULL DEFAULT 0,
    revision {int} NOT NULL DEFAULT 0,
    changed_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1,
    CHECK (starts_at <= ends_at)
) {strict};
CREATE INDEX events_by_start ON events (starts_at);
CREATE INDEX events_by_cohort ON events (cohort_id);
CREATE INDEX events_by_series ON events (series_id);

-- Tools and slides that belong to an event.
CREATE TABLE event_resources (
    event_id {id} NOT NULL REFERENCES events (id) ON DELETE RESTRICT,
    resource_id {id} NOT NULL REFERENCES resources (id) ON DELETE RESTRICT,
    PRIMARY KEY (event_id, resource_id)
) {strict};

-- seats: of a team, all of them or none. queued: order in which bookings came, from 1 for each event.
-- attended: how many of them came, absent until somebody has looked.
CREATE TABLE event_bookings (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    event_id {id} NOT NULL REFERENCES events (id) ON DELETE RESTRICT,
    person_id {id} REFERENCES people (id) ON DELETE RESTRICT,
    seats {int} NOT NULL CHECK (seats >= 1),
    state TEXT NOT NULL CHECK (state IN ('booked', 'waiting', 'cancelled')),
    queued {int} NOT NULL,
    booked_at {int} NOT NULL,
    attended {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};
CREATE INDEX event_bookings_by_event ON event_bookings (event_id, state, queued);
CREATE INDEX event_bookings_by_person ON event_bookings (person_id);

-- Who takes which seat of a booking; the name may still be unknown. attended: 0 or 1, absent until
-- somebody has looked.
CREATE TABLE event_seats (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    booking_id {id} NOT NULL,
    position {int} NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL DEFAULT '',
    attended {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, booking_id)
        REFERENCES event_bookings (organisation_id, id) ON DELETE RESTRICT
) {strict};
CREATE INDEX event_seats_by_booking ON event_seats (organisation_id, booking_id, position);

-- asked_30, asked_90: when a letter asked what became of it.
CREATE TABLE event_promises (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    event_id {id} NOT NULL REFERENCES events (id) ON DELETE RESTRICT,
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    promise TEXT NOT NULL,
    made_on TEXT NOT NULL CHECK (length(made_on) = 10),
    asked_30 {int},
    asked_90 {int},
    answered_at {int},
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'started', 'kept', 'dropped')),
    outcome TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};
CREATE INDEX event_promises_by_event ON event_promises (event_id);
CREATE INDEX event_promises_by_person ON event_promises (person_id);
CREATE INDEX event_promises_by_day ON event_promises (made_on);

-- The secret address of a person's own calendar.
CREATE TABLE calendar_keys (
    key_hash TEXT PRIMARY KEY CHECK (length(key_hash) = 64),
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    revoked_at {int}
) {strict};
CREATE INDEX calendar_keys_by_person ON calendar_keys (person_id);
