-- Content that campaigns, programmes and measures build on: interventions, drivers, measures, bundles,
-- triggers, checks. An item is a row of a set; what it says is in its versions, which stay.
-- place: its order in the set. owner_id: the organisation that keeps it; absent until there is one at
-- the top of the tree.

CREATE TABLE library_items (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    set_code TEXT NOT NULL,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
    place {int} NOT NULL DEFAULT 0,
    owner_id {id} REFERENCES organisations (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1,
    UNIQUE (set_code, code)
) {strict};

-- from_day: the day from which an agreed or retired version holds. body: an object of texts, one for
-- each field of the set.
CREATE TABLE library_versions (
    item_id {id} NOT NULL REFERENCES library_items (id) ON DELETE RESTRICT,
    number {int} NOT NULL CHECK (number >= 1),
    status TEXT NOT NULL CHECK (status IN ('draft', 'agreed', 'retired')),
    from_day TEXT CHECK (length(from_day) = 10),
    body {json} NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (item_id, number),
    CHECK (status = 'draft' OR from_day IS NOT NULL)
) {strict};
CREATE INDEX library_versions_by_time ON library_versions (made_at);
