-- Programmes that build the skills a campaign needs, their cohorts, and the teams on them.

-- code: in addresses. supports: how it helps the campaign. asked: what an application asks.
-- waiting_rule: who comes first on the waiting list: teams that have somebody for every role that is
-- needed, then in the order of sending; or in the order of sending alone.
CREATE TABLE programmes (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 60),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    campaign_id {id} REFERENCES campaigns (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short_name TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    supports TEXT NOT NULL DEFAULT '',
    criteria TEXT NOT NULL DEFAULT '',
    asked TEXT NOT NULL DEFAULT '',
    waiting_rule TEXT NOT NULL DEFAULT 'complete_first'
        CHECK (waiting_rule IN ('complete_first', 'order')),
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('draft', 'open', 'closed')),
    rev {int} NOT NULL DEFAULT 1
) {strict};

-- The template: parts in their order, so many days after the cohort begins.
CREATE TABLE programme_parts (
    programme_id {id} NOT NULL REFERENCES programmes (id) ON DELETE RESTRICT,
    position {int} NOT NULL,
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    length_days {real} NOT NULL DEFAULT 1,
    starts_after_days {int} NOT NULL DEFAULT 0,
    output TEXT NOT NULL DEFAULT '',
    prepare TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (programme_id, position)
) {strict};

-- The template of every team's tasks, each due so many days after the cohort begins.
CREATE TABLE programme_tasks (
    programme_id {id} NOT NULL REFERENCES programmes (id) ON DELETE RESTRICT,
    position {int} NOT NULL,
    title TEXT NOT NULL,
    help TEXT NOT NULL DEFAULT '',
    due_after_days {int} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (programme_id, position)
) {strict};

-- Who a team should have: is it complete?
CREATE TABLE programme_team_roles (
    programme_id {id} NOT NULL REFERENCES programmes (id) ON DELETE RESTRICT,
    role TEXT NOT NULL,
    least {int} NOT NULL CHECK (least >= 0),
    most {int} NOT NULL,
    position {int} NOT NULL,
    PRIMARY KEY (programme_id, role),
    CHECK (least <= most)
) {strict};

-- What is looked at before a team applies. kind says which fact, code what it is about.
CREATE TABLE programme_checks (
    programme_id {id} NOT NULL REFERENCES programmes (id) ON DELETE RESTRICT,
    position {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('campaign', 'role', 'assessment', 'named')),
    code TEXT NOT NULL DEFAULT '',
    weight TEXT NOT NULL CHECK (weight IN ('off', 'advisory', 'required')),
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (programme_id, position)
) {strict};

CREATE TABLE cohorts (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    programme_id {id} NOT NULL REFERENCES programmes (id) ON DELETE RESTRICT,
    number {int} NOT NULL CHECK (number >= 1),
    starts TEXT NOT NULL CHECK (length(starts) = 10),
    ends TEXT CHECK (length(ends) = 10),
    opens TEXT NOT NULL CHECK (length(opens) = 10),
    closes TEXT NOT NULL CHECK (length(closes) = 10),
    places {int} NOT NULL CHECK (places >= 0),
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('draft', 'open', 'running', 'finished')),
    rev {int} NOT NULL DEFAULT 1,
    UNIQUE (programme_id, number)
) {strict};

-- The parts of a cohort with their days, made from the template. prepare: what to read before.
CREATE TABLE cohort_parts (
    cohort_id {id} NOT NULL REFERENCES cohorts (id) ON DELETE RESTRICT,
    position {int} NOT NULL,
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    starts TEXT NOT NULL CHECK (length(starts) = 10),
    ends TEXT NOT NULL CHECK (length(ends) = 10),
    output TEXT NOT NULL DEFAULT '',
    prepare TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (cohort_id, position),
    CHECK (starts <= ends)
) {strict};

-- The same of the tasks that every team of the cohort has.
CREATE TABLE cohort_tasks (
    cohort_id {id} NOT NULL REFERENCES cohorts (id) ON DELETE RESTRICT,
    position {int} NOT NULL,
    title TEXT NOT NULL,
    help TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (cohort_id, position)
) {strict};

-- state: 'sent' holds a place while it is read; 'waiting' is on the waiting list, in the order of
-- priority and queued_at; 'accepted' is enrolled. answers: an object, role to the names of who will
-- come, a line each. sponsored_at: when the chief executive agreed to be its sponsor.
CREATE TABLE programme_applications (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    cohort_id {id} NOT NULL REFERENCES cohorts (id) ON DELETE RESTRICT,
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'waiting', 'accepted',
                                                         'declined', 'withdrawn')),
    why TEXT NOT NULL DEFAULT '',
    aims TEXT NOT NULL DEFAULT '',
    sponsor TEXT NOT NULL DEFAULT '',
    sponsored_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    sponsored_at {int},
    answers {json} NOT NULL DEFAULT '{}',
    sent_at {int},
    sent_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    queued_at {int},
    queued {int} NOT NULL DEFAULT 0,
    priority {int} NOT NULL DEFAULT 0,
    decided_at {int},
    reason TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, cohort_id)
) {strict};
CREATE INDEX programme_applications_by_cohort ON programme_applications (cohort_id, state);

-- Dated facts: a team is enrolled from the day it was accepted, through the cohort and after it,
-- until it leaves: to_day is 9999-12-31 where it goes on.
CREATE TABLE programme_enrolments (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    programme_id {id} NOT NULL REFERENCES programmes (id) ON DELETE RESTRICT,
    cohort_id {id} NOT NULL REFERENCES cohorts (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    to_day TEXT NOT NULL CHECK (length(to_day) = 10),
    ended_because TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, cohort_id, from_day),
    CHECK (from_day <= to_day)
) {strict};
CREATE INDEX programme_enrolments_by_cohort ON programme_enrolments (cohort_id);

-- Who takes which place of an enrolled team, by role; a person need not have an account. Whoever is
-- replaced keeps their row, with a last day.
CREATE TABLE team_places (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    enrolment_id {id} NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email TEXT NOT NULL DEFAULT '',
    person_id {id} REFERENCES people (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    to_day TEXT NOT NULL CHECK (length(to_day) = 10),
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, enrolment_id)
        REFERENCES programme_enrolments (organisation_id, id) ON DELETE RESTRICT,
    CHECK (from_day <= to_day)
) {strict};
CREATE INDEX team_places_by_enrolment ON team_places (organisation_id, enrolment_id);
CREATE INDEX team_places_by_person ON team_places (person_id);

-- Absent or null where nobody has said so yet.
CREATE TABLE part_attendance (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    place_id {id} NOT NULL,
    cohort_id {id} NOT NULL,
    position {int} NOT NULL,
    attended {int},
    prepared {int},
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, place_id, position),
    FOREIGN KEY (organisation_id, place_id)
        REFERENCES team_places (organisation_id, id) ON DELETE RESTRICT
) {strict};
CREATE INDEX part_attendance_by_cohort ON part_attendance (cohort_id, position);

-- Self-assessments. level: 'individual' (of person_id, and theirs alone), 'team', 'organisation' or
-- 'board'. answers: an object, code of a capability to its level from 1 to 5. shared: the faculty
-- of a programme on which the organisation is may read it; never one of a person.
CREATE TABLE capability_assessments (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    level TEXT NOT NULL CHECK (level IN ('individual', 'team', 'organisation', 'board')),
    person_id {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_on TEXT NOT NULL CHECK (length(made_on) = 10),
    answers {json} NOT NULL,
    state TEXT NOT NULL DEFAULT 'finished' CHECK (state IN ('draft', 'finished')),
    shared {int} NOT NULL DEFAULT 0,
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    CHECK ((level = 'individual') = (person_id IS NOT NULL)),
    CHECK (level <> 'individual' OR shared = 0)
) {strict};
CREATE INDEX capability_assessments_by_person ON capability_assessments (person_id);

CREATE TABLE capability_gaps (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    assessment_id {id} NOT NULL,
    capability TEXT NOT NULL,
    to_level {int} NOT NULL CHECK (to_level BETWEEN 1 AND 5),
    action TEXT NOT NULL,
    by_day TEXT CHECK (length(by_day) = 10),
    done_on TEXT CHECK (length(done_on) = 10),
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, assessment_id)
        REFERENCES capability_assessments (organisation_id, id) ON DELETE RESTRICT
) {strict};

-- Dated tasks of a team, those of its cohort. position: of the cohort's task; 0 for one of its own.
CREATE TABLE team_tasks (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    enrolment_id {id} NOT NULL,
    position {int} NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    help TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    done_on TEXT CHECK (length(done_on) = 10),
    done_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, enrolment_id)
        REFERENCES programme_enrolments (organisation_id, id) ON DELETE RESTRICT
) {strict};
CREATE INDEX team_tasks_by_enrolment ON team_tasks (organisation_id, enrolment_id);
