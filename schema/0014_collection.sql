-- Collection: tallies of bundles, what entering costs, who opened a chart, and reminders.

-- The elements of a tally sheet as they were at the bedside: another version where they change, so that
-- what was observed keeps its meaning. bundle: the library's, empty where the organisation wrote its own.
-- exception: whether an element may be left out for a reason.
CREATE TABLE tally_elements (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    version {int} NOT NULL CHECK (version >= 1),
    number {int} NOT NULL CHECK (number >= 1),
    bundle TEXT NOT NULL DEFAULT '',
    element TEXT NOT NULL CHECK (length(element) BETWEEN 1 AND 300),
    evidence TEXT NOT NULL DEFAULT '',
    exception {int} NOT NULL DEFAULT 0 CHECK (exception IN (0, 1)),
    PRIMARY KEY (organisation_id, series_id, version, number),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};

-- One patient, of whom nothing is known but this. answers: a letter an element in their order: y, n, x
-- (exception). reasons: of the exceptions. once: of the form, so that a form that comes again after its
-- answer got lost is not counted twice.
CREATE TABLE tally_observations (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    series_id {id} NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    version {int} NOT NULL,
    answers TEXT NOT NULL CHECK (length(answers) BETWEEN 1 AND 40),
    reasons TEXT NOT NULL DEFAULT '',
    once TEXT NOT NULL,
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, once),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};
CREATE INDEX tally_observations_by_day ON tally_observations (organisation_id, series_id, day);

-- How long a form was open until it was saved, of each series in it; nothing about who. points: how
-- many it brought.
CREATE TABLE entry_times (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    series_id {id} NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    seconds {real} NOT NULL CHECK (seconds >= 0),
    points {int} NOT NULL CHECK (points >= 1),
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};
CREATE INDEX entry_times_by_series ON entry_times (organisation_id, series_id, day);

-- How often the page of a series was opened in a month, the first day of which names it; nothing about
-- who.
CREATE TABLE series_views (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    month TEXT NOT NULL CHECK (length(month) = 10),
    views {int} NOT NULL CHECK (views >= 1),
    latest TEXT NOT NULL CHECK (length(latest) = 10),
    PRIMARY KEY (organisation_id, series_id, month),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict}{only sqlite}, WITHOUT ROWID{end};

-- Of which due number its keeper has been reminded: once.
CREATE TABLE reminders (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    period TEXT NOT NULL CHECK (length(period) = 10),
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    sent_at {int} NOT NULL,
    PRIMARY KEY (organisation_id, series_id, period, person_id),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict}{only sqlite}, WITHOUT ROWID{end};
