-- What moves a campaign on: signposts and what came of them, acts, who cools, milestones.

-- What came of a signpost: who saw it first, and when it was followed. When it was raised and whether
-- it led to anything follows from campaign_periods and programme_enrolments.
-- direction: 'to_programme' for members who are not enrolled, 'to_campaign' for the enrolled who are
-- not members. since: the first day on which it stood.
CREATE TABLE signposts (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    direction TEXT NOT NULL CHECK (direction IN ('to_programme', 'to_campaign')),
    since TEXT NOT NULL CHECK (length(since) = 10),
    seen_at {int},
    seen_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    followed_at {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, campaign_id, direction, since)
) {strict};

-- The open formula of the engagement index: what an act counts, and the most that counts of it.
CREATE TABLE engagement_weights (
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    act TEXT NOT NULL,
    points {real} NOT NULL,
    most {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (campaign_id, act)
) {strict};

CREATE TABLE chases (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL,
    act TEXT NOT NULL,
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    done_on TEXT CHECK (length(done_on) = 10),
    result TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};
CREATE INDEX chases_by_campaign ON chases (campaign_id, made_at);

-- measure: 'members', 'share_of_eligible', 'enrolled' or 'personal_pledges'.
CREATE TABLE milestones (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    target {real} NOT NULL,
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    rev {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX milestones_by_campaign ON milestones (campaign_id, due_on);
