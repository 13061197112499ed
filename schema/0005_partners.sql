-- Bodies that a campaign works with. They come and go: who followed whom stays known.
-- closed_on: a day, or a year where nobody knows the day.

CREATE TABLE partners (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 60),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    country TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
    closed_on TEXT CHECK (length(closed_on) IN (4, 10)),
    note TEXT NOT NULL DEFAULT '',
    owner_id {id} REFERENCES organisations (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1
) {strict};

-- what: what passed to the successor, in words: "its functions"; all of it where empty.
CREATE TABLE partner_successions (
    predecessor_id {id} NOT NULL REFERENCES partners (id) ON DELETE RESTRICT,
    successor_id {id} NOT NULL REFERENCES partners (id) ON DELETE RESTRICT,
    what TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (predecessor_id, successor_id),
    CHECK (predecessor_id <> successor_id)
) {strict};

-- The last answer of each link that the operator's check has asked for.
CREATE TABLE link_checks (
    link TEXT PRIMARY KEY,
    checked_at {int} NOT NULL,
    status {int} NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    dead_since {int}
) {strict};
