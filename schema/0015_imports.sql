-- Numbers that came in files: each import, from its upload to what became of it.

-- content: the file until it is carried out, then nothing. digest: of the file, so that an import that
-- was broken off is known again. mapping: how it is read (src/imports/mapping.h). organisation_code and
-- measure_code: what the file does not name. done: how many of its series (of `series`) are in.
CREATE TABLE imports (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    content {blob},
    sheet TEXT NOT NULL DEFAULT '',
    mapping TEXT NOT NULL DEFAULT '',
    measure_code TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'undone')),
    series {int} NOT NULL DEFAULT 0,
    done {int} NOT NULL DEFAULT 0,
    added {int} NOT NULL DEFAULT 0,
    changed {int} NOT NULL DEFAULT 0,
    unchanged {int} NOT NULL DEFAULT 0,
    left_out {int} NOT NULL DEFAULT 0,
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    undone_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    undone_at {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};

-- What somebody said of a table once holds for the next one with the same headings.
CREATE TABLE import_mappings (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    headings TEXT NOT NULL CHECK (length(headings) = 64),
    mapping TEXT NOT NULL,
    measure_code TEXT NOT NULL DEFAULT '',
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    PRIMARY KEY (organisation_id, headings)
) {strict};
