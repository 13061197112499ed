-- Tokens with which programs come. key: the part that is no secret, by which a token is found. rights:
-- 'read', 'data:write', 'public', with spaces between.
CREATE TABLE api_tokens (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    key TEXT NOT NULL CHECK (length(key) = 8),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    secret_hash TEXT NOT NULL CHECK (length(secret_hash) = 64),
    rights TEXT NOT NULL,
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    last_used_at {int},
    ended_at {int},
    ended_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};
CREATE INDEX api_tokens_by_key ON api_tokens (key);
