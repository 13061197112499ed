-- Early word: who was told of a signal on a chart, and what they said of it.

-- Up to which revision of its reading each series has been looked at. Whoever moves it on looks.
CREATE TABLE signals_looked (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    revision {int} NOT NULL,
    PRIMARY KEY (organisation_id, series_id),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict}{only sqlite}, WITHOUT ROWID{end};

-- One that was found, from the first point it names (since) to when the chart stopped saying so
-- (ended_at). says: 'improvement', 'concern', or 'change' where neither direction is better. told: whose
-- it is to look; absent where nobody is known. written_at: when the letter that names it was queued.
-- answer: what it turned out to be.
CREATE TABLE signals (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    series_id {id} NOT NULL,
    says TEXT NOT NULL CHECK (says IN ('improvement', 'concern', 'change')),
    rule TEXT NOT NULL,
    since TEXT NOT NULL CHECK (length(since) = 10),
    found_at {int} NOT NULL,
    ended_at {int},
    told {id} REFERENCES people (id) ON DELETE RESTRICT,
    written_at {int},
    answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'data', 'care')),
    words TEXT NOT NULL DEFAULT '',
    answered_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    answered_at {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};
CREATE UNIQUE INDEX signals_going_on ON signals (organisation_id, series_id) WHERE ended_at IS NULL;
CREATE INDEX signals_by_told ON signals (told, found_at);

-- When each person was last written to, so that several signals make one letter.
CREATE TABLE signal_letters (
    person_id {id} PRIMARY KEY REFERENCES people (id) ON DELETE RESTRICT,
    written_at {int} NOT NULL
) {strict};
