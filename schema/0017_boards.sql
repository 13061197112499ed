-- Boards: which measures an organisation looks at, in what order, what people say of them, and what a
-- campaign shows to everybody.

-- Without any, a board shows what there is.
CREATE TABLE board_measures (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    position {int} NOT NULL CHECK (position >= 0),
    PRIMARY KEY (organisation_id, measure_id)
) {strict};

-- An organisation's own words in a cell of its grid of variation and assurance.
CREATE TABLE board_words (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    variation TEXT NOT NULL CHECK (variation IN ('improving', 'ordinary', 'concerning', 'changing')),
    assurance TEXT NOT NULL CHECK (assurance IN ('passes', 'varies', 'fails', 'no-target')),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 300),
    set_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    set_at {int} NOT NULL,
    PRIMARY KEY (organisation_id, variation, assurance)
) {strict};

-- What people say of a measure in a period; stratum as in series. The latest holds, those before it
-- stay. verdict: what the chart said of it when it was written.
CREATE TABLE narratives (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    stratum TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL CHECK (length(period) = 10),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    verdict TEXT NOT NULL
        CHECK (verdict IN ('no_claim', 'supported', 'lines_redrawn', 'unsupported')),
    written_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    written_at {int} NOT NULL,
    PRIMARY KEY (organisation_id, id)
) {strict};
CREATE INDEX narratives_by_measure ON narratives (organisation_id, measure_id, stratum, period);

-- Measures whose sums over all members a campaign shows on its public pages, through disclosure control.
CREATE TABLE campaign_public_measures (
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    allowed_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    allowed_at {int} NOT NULL,
    PRIMARY KEY (campaign_id, measure_id)
) {strict};
