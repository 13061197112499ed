-- Campaigns, who has joined them, and what they promised.

-- The aim as data: so much of a measure (a code of the library's measures) by a day. Absent where
-- the campaign's aim has no number.
CREATE TABLE campaigns (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 60),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    strapline TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    cause TEXT NOT NULL DEFAULT '',
    aim TEXT NOT NULL DEFAULT '',
    aim_amount {real},
    aim_unit TEXT NOT NULL DEFAULT '',
    aim_measure TEXT NOT NULL DEFAULT '',
    aim_by TEXT CHECK (length(aim_by) = 10),
    starts TEXT NOT NULL CHECK (length(starts) = 10),
    ends TEXT CHECK (length(ends) = 10),
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'closed', 'history')),
    eligible_kind TEXT NOT NULL DEFAULT 'trust',
    front {int} NOT NULL DEFAULT 0,
    reach TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    origin_resource_id {id} REFERENCES resources (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1,
    CHECK (starts <= ends)
) {strict};

CREATE TABLE campaign_sponsors (
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    partner_id {id} NOT NULL REFERENCES partners (id) ON DELETE RESTRICT,
    role TEXT NOT NULL,
    position {int} NOT NULL,
    PRIMARY KEY (campaign_id, partner_id)
) {strict};

CREATE TABLE campaign_lineage (
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    ancestor_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('inspired_by', 'follows', 'part_of')),
    PRIMARY KEY (campaign_id, ancestor_id),
    CHECK (campaign_id <> ancestor_id)
) {strict};

-- intervention: a code of the library's interventions. Its parts are the library's business.
CREATE TABLE campaign_interventions (
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    intervention TEXT NOT NULL,
    position {int} NOT NULL,
    PRIMARY KEY (campaign_id, intervention)
) {strict};

-- The joining rule, a condition a row: kind says which, amount and code what it is about.
CREATE TABLE campaign_conditions (
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    position {int} NOT NULL,
    kind TEXT NOT NULL,
    amount {int} NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (campaign_id, position)
) {strict};

-- An organisation's membership. state is of today; how it was on other days is in the periods.
-- reason: why it was declined, or why it left. carry_over: it agrees to become a member of a campaign
-- that follows. open_to_peers: members of this campaign may read the draft and comment on it.
CREATE TABLE campaign_memberships (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'sent', 'declined', 'joined', 'paused', 'left')),
    pledge TEXT NOT NULL DEFAULT '',
    pledge_public {int} NOT NULL DEFAULT 0,
    staff_letter_on TEXT CHECK (length(staff_letter_on) = 10),
    review_training_on TEXT CHECK (length(review_training_on) = 10),
    signed_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    signed_at {int},
    decided_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    decided_at {int},
    reason TEXT NOT NULL DEFAULT '',
    carry_over {int} NOT NULL DEFAULT 0,
    open_to_peers {int} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, campaign_id)
) {strict};
CREATE INDEX campaign_memberships_by_campaign ON campaign_memberships (campaign_id, state);

-- Dated facts: from the first day to the last, which is 9999-12-31 where it goes on. An organisation
-- is a member of a campaign on the days of its 'joined' periods.
CREATE TABLE campaign_periods (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    to_day TEXT NOT NULL CHECK (length(to_day) = 10),
    state TEXT NOT NULL CHECK (state IN ('joined', 'paused')),
    ended_because TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, campaign_id, from_day),
    CHECK (from_day <= to_day)
) {strict};
CREATE INDEX campaign_periods_by_campaign ON campaign_periods (campaign_id, from_day);

CREATE TABLE campaign_choices (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    intervention TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    to_day TEXT NOT NULL CHECK (length(to_day) = 10),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, campaign_id, intervention, from_day)
) {strict};

-- What peers say of a draft pledge that an organisation has opened to them.
CREATE TABLE pledge_comments (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    person_id {id} NOT NULL REFERENCES people (id) ON DELETE RESTRICT,
    comment TEXT NOT NULL,
    made_at {int} NOT NULL,
    answered_at {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id)
) {strict};

-- A person's own pledge and the act that it becomes. confirmed_at: they followed the link in the
-- letter, or were signed in. asked_at: the letter that asks what became of it has been written; its
-- link has a key of its own, since the database has no copy of the first.
CREATE TABLE personal_pledges (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    campaign_id {id} NOT NULL REFERENCES campaigns (id) ON DELETE RESTRICT,
    person_id {id} REFERENCES people (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    pledge TEXT NOT NULL,
    act TEXT NOT NULL DEFAULT '',
    act_on TEXT CHECK (length(act_on) = 10),
    done_on TEXT CHECK (length(done_on) = 10),
    outcome TEXT NOT NULL DEFAULT '',
    public {int} NOT NULL DEFAULT 0,
    made_at {int} NOT NULL,
    confirmed_at {int},
    withdrawn_at {int},
    key_hash TEXT NOT NULL DEFAULT '',
    asked_at {int},
    asked_key_hash TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX personal_pledges_by_campaign ON personal_pledges (campaign_id, made_at);
CREATE INDEX personal_pledges_by_key ON personal_pledges (key_hash);
CREATE INDEX personal_pledges_by_asked_key ON personal_pledges (asked_key_hash);
CREATE INDEX personal_pledges_by_act ON personal_pledges (act_on, asked_at);
