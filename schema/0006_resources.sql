-- Tools and documents: files that we keep, and links to those of others.

CREATE TABLE resources (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    summary TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    licence TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'published' CHECK (status IN ('draft', 'published', 'retired')),
    added_at {int} NOT NULL,
    uses {int} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX resources_by_title ON resources (title);

-- sha256 names the stored bytes; empty where link leads to them. media_type is what we found the
-- bytes to be, not what the sender said.
CREATE TABLE resource_versions (
    resource_id {id} NOT NULL REFERENCES resources (id) ON DELETE RESTRICT,
    number {int} NOT NULL CHECK (number >= 1),
    file_name TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT '',
    bytes {int} NOT NULL DEFAULT 0,
    sha256 TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    added_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    added_at {int} NOT NULL,
    PRIMARY KEY (resource_id, number)
) {strict};
CREATE INDEX resource_versions_by_content ON resource_versions (sha256);

CREATE TABLE resource_contents (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content {blob} NOT NULL
) {strict};

-- What a resource is for. about: 'campaign', 'programme' or 'intervention' and its code, or 'role' and
-- a role's name.
CREATE TABLE resource_subjects (
    resource_id {id} NOT NULL REFERENCES resources (id) ON DELETE RESTRICT,
    about TEXT NOT NULL CHECK (about IN ('campaign', 'programme', 'intervention', 'role')),
    code TEXT NOT NULL,
    PRIMARY KEY (resource_id, about, code)
) {strict};
CREATE INDEX resource_subjects_by_subject ON resource_subjects (about, code);
