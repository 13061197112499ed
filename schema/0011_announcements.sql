-- News by audience, and the letters that carry it.

-- audience: 'public', 'members', 'enrolled', 'office'; role: only people with it, or everybody.
CREATE TABLE announcements (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    campaign_id {id} REFERENCES campaigns (id) ON DELETE RESTRICT,
    programme_id {id} REFERENCES programmes (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    body TEXT NOT NULL,
    published_at {int},
    withdrawn_at {int},
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX announcements_by_day ON announcements (published_at);

-- digest: 'daily', 'weekly' or 'never'; sent_until: what the last digest told of.
CREATE TABLE letter_choices (
    person_id {id} PRIMARY KEY REFERENCES people (id) ON DELETE RESTRICT,
    digest TEXT NOT NULL CHECK (digest IN ('daily', 'weekly', 'never')),
    sent_until {int} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1
) {strict};
