-- News by audience, and the letters that carry it.

-- audience: 'public', 'members' of the campaign, 'enrolled' on the programme (of one cohort, where that
-- is set), 'office'. role: only people with it, or everybody.
CREATE TABLE announcements (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    campaign_id {id} REFERENCES campaigns (id) ON DELETE RESTRICT,
    programme_id {id} REFERENCES programmes (id) ON DELETE RESTRICT,
    cohort_id {id} REFERENCES cohorts (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL CHECK (audience IN ('public', 'members', 'enrolled', 'office')),
    role TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    body TEXT NOT NULL,
    published_at {int},
    withdrawn_at {int},
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1,
    CHECK ((audience = 'members') = (campaign_id IS NOT NULL)),
    CHECK ((audience = 'enrolled') = (programme_id IS NOT NULL)),
    CHECK (cohort_id IS NULL OR programme_id IS NOT NULL)
) {strict};
CREATE INDEX announcements_by_day ON announcements (published_at);

-- digest: 'daily', 'weekly' or 'never'; sent_until: what the last digest told of.
CREATE TABLE letter_choices (
    person_id {id} PRIMARY KEY REFERENCES people (id) ON DELETE RESTRICT,
    digest TEXT NOT NULL CHECK (digest IN ('daily', 'weekly', 'never')),
    sent_until {int} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1
) {strict};

-- The mornings on which digests have been written, so that a morning is not told twice.
CREATE TABLE digest_rounds (
    day TEXT PRIMARY KEY CHECK (length(day) = 10),
    done_at {int} NOT NULL
) {strict};
