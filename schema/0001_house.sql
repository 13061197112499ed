-- One history for SQLite and PostgreSQL; src/store/migrations.h says what the words in braces mean.
--
-- Days are ISO text. A stretch of days includes its last day, which is 9999-12-31 or absent where it
-- goes on.
-- Moments are microseconds since 1970 in UTC. Booleans are 0 or 1. rev counts changes of a row.
--
-- A table whose first column is organisation_id is organisation data: its keys begin with that
-- column, nothing in it is unique across organisations, and its SQL takes a key from a Scope.
-- All others are reference tables, small, and the same for everybody.

CREATE TABLE schema_migrations (
    number {int} PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    applied_at {int} NOT NULL
) {strict};

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    rev {int} NOT NULL DEFAULT 1
) {strict};

-- Organisations ------------------------------------------------------------------------------------

-- A country's own words for its levels, the widest first.
CREATE TABLE organisation_kinds (
    code TEXT PRIMARY KEY,
    rank {int} NOT NULL,
    singular TEXT NOT NULL,
    plural TEXT NOT NULL,
    rev {int} NOT NULL DEFAULT 1
) {strict};

CREATE TABLE organisations (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    kind TEXT NOT NULL REFERENCES organisation_kinds (code) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    opened TEXT CHECK (length(opened) = 10),
    closed TEXT CHECK (length(closed) = 10),
    rev {int} NOT NULL DEFAULT 1,
    CHECK (opened <= closed)
) {strict};
CREATE INDEX organisations_by_name ON organisations (name);
CREATE INDEX organisations_by_kind ON organisations (kind, name);

-- "ods" and "RXX", for example.
CREATE TABLE organisation_identifiers (
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    PRIMARY KEY (system, value)
) {strict};
CREATE INDEX organisation_identifiers_by_organisation ON organisation_identifiers (organisation_id);

-- What people change: who lay directly below whom, and when.
CREATE TABLE organisation_parents (
    child_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    parent_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10),
    PRIMARY KEY (child_id, parent_id, valid_from),
    CHECK (child_id <> parent_id),
    CHECK (valid_from <= valid_to)
) {strict};
CREATE INDEX organisation_parents_by_parent ON organisation_parents (parent_id);

-- What queries ask: every pair of an organisation and one at or below it, made from the parents.
-- An organisation lies below itself at depth 0.
CREATE TABLE organisation_closure (
    ancestor_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    descendant_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    depth {int} NOT NULL CHECK (depth >= 0),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10),
    PRIMARY KEY (ancestor_id, descendant_id, valid_from),
    CHECK (valid_from <= valid_to)
) {strict};
CREATE INDEX organisation_closure_by_descendant ON organisation_closure (descendant_id, ancestor_id);

CREATE TABLE organisation_successions (
    predecessor_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    successor_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (length(on_day) = 10),
    kind TEXT NOT NULL DEFAULT 'merger' CHECK (kind IN ('merger', 'split', 'renewal')),
    PRIMARY KEY (predecessor_id, successor_id),
    CHECK (predecessor_id <> successor_id)
) {strict};
CREATE INDEX organisation_successions_by_successor ON organisation_successions (successor_id);

-- Names it had before the one it has.
CREATE TABLE organisation_names (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    valid_from TEXT CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10)
) {strict};
CREATE INDEX organisation_names_by_organisation ON organisation_names (organisation_id);

-- People and how they sign in ----------------------------------------------------------------------

CREATE TABLE people (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    email TEXT NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    language TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
    created_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1
) {strict};

-- secret: of a password its Argon2id string, of a TOTP key its sealed bytes, of a recovery code its
-- hash. counter: the last step of a TOTP key that was used.
CREATE TABLE credentials (
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('password', 'totp', 'recovery_code', 'passkey')),
    secret TEXT NOT NULL,
    counter {int} NOT NULL DEFAULT 0,
    created_at {int} NOT NULL,
    confirmed_at {int},
    used_at {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (person_id, id)
) {strict};

-- provider, id_token: where the session began at a provider, its key and, sealed, the token that ends
-- the session there.
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    created_at {int} NOT NULL,
    signed_in_at {int} NOT NULL,
    last_seen_at {int} NOT NULL,
    ends_at {int} NOT NULL,
    methods TEXT NOT NULL,
    provider TEXT NOT NULL DEFAULT '',
    id_token TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    browser TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    replaced_at {int}
) {strict};
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE one_time_tokens (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('setup', 'invitation', 'reset', 'email',
                                         'second_factor', 'device')),
    person_id {id} REFERENCES people (id) ON DELETE RESTRICT,
    organisation_id {id} REFERENCES organisations (id) ON DELETE RESTRICT,
    object_id TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    created_at {int} NOT NULL,
    expires_at {int},
    used_at {int}
) {strict};
CREATE INDEX one_time_tokens_by_person ON one_time_tokens (person_id);

-- subject: "account:…", "address:…", "all".
CREATE TABLE throttles (
    subject TEXT PRIMARY KEY,
    failures {int} NOT NULL,
    since {int} NOT NULL,
    blocked_until {int} NOT NULL
) {strict};

-- Who a provider says somebody is.
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    created_at {int} NOT NULL,
    PRIMARY KEY (issuer, subject)
) {strict};
CREATE INDEX identities_by_person ON identities (person_id);

-- Sign-ins that are under way at a provider. nonce and verifier are sealed. again: of somebody who is
-- signed in, and is asked who they are once more.
CREATE TABLE oidc_attempts (
    state_hash TEXT PRIMARY KEY CHECK (length(state_hash) = 64),
    browser_hash TEXT NOT NULL,
    provider TEXT NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    return_to TEXT NOT NULL DEFAULT '',
    again {int} NOT NULL DEFAULT 0,
    created_at {int} NOT NULL
) {strict};
CREATE INDEX oidc_attempts_by_age ON oidc_attempts (created_at);

-- Organisation data --------------------------------------------------------------------------------

-- given_by: key of the provider whose rules gave the role; empty where a person gave it.
CREATE TABLE roles_held (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    role TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10),
    given_by TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    CHECK (from_day <= until_day)
) {strict};
CREATE INDEX roles_held_by_person ON roles_held (person_id);

CREATE TABLE invitations (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    email TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    until_day TEXT CHECK (length(until_day) = 10),
    invited_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    accepted_at {int},
    withdrawn_at {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};

-- Written once and never changed. The chain of the installation itself has the id that is all zeros,
-- so neither table refers to organisations.
CREATE TABLE audit_entries (
    organisation_id {id} NOT NULL,
    seq {int} NOT NULL CHECK (seq >= 1),
    at {int} NOT NULL,
    person_id TEXT NOT NULL,
    request TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (organisation_id, seq)
) {strict};
CREATE INDEX audit_entries_by_object ON audit_entries (organisation_id, object, seq);

-- The last entry of each chain.
CREATE TABLE audit_heads (
    organisation_id {id} NOT NULL PRIMARY KEY,
    seq {int} NOT NULL CHECK (seq >= 1),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) {strict};

-- Around requests ----------------------------------------------------------------------------------

-- The first answer to a request that may come twice. actor: a person's id, or a session's.
CREATE TABLE idempotency_keys (
    actor TEXT NOT NULL,
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    status {int} NOT NULL,
    location TEXT NOT NULL DEFAULT '',
    content_type TEXT NOT NULL DEFAULT '',
    body {blob} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (actor, key)
) {strict};
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at);

-- Written with the change that a letter tells of; sent afterwards, at least once.
CREATE TABLE mail_outbox (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at {int} NOT NULL,
    due_at {int} NOT NULL,
    useless_after {int} NOT NULL,
    attempts {int} NOT NULL DEFAULT 0,
    sent_at {int},
    given_up_at {int},
    last_error TEXT NOT NULL DEFAULT ''
) {strict};
CREATE INDEX mail_outbox_waiting ON mail_outbox (due_at)
    WHERE sent_at IS NULL AND given_up_at IS NULL;
