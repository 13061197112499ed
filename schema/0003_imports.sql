-- A file that somebody has sent and seen a plan of, until it is carried out or another is sent.
CREATE TABLE organisation_imports (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    content {blob} NOT NULL,
    made_by {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};
