-- Measures: what is counted and how, the series that organisations keep of them, and their points.

-- owner_id: whose definition it is; the campaign's stand at the top of the tree. library_code: the
-- library's measure that it was made from. copied_from: the code of the measure that it is a variant
-- of; the two are never compared.
CREATE TABLE measures (
    id {id} PRIMARY KEY CHECK (length(id) = 36),
    owner_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    library_code TEXT NOT NULL DEFAULT '',
    copied_from TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'agreed' CHECK (status IN ('draft', 'agreed', 'retired')),
    added_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    added_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX measures_by_owner ON measures (owner_id);
CREATE INDEX measures_by_library ON measures (library_code);

-- Definitions are never edited: another version holds from another day on. breaks: what is counted
-- changed so much that charts begin a new phase there. steward: who answers for the definition, as
-- people say it. multiplier: of numerator / denominator.
CREATE TABLE measure_versions (
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    number {int} NOT NULL CHECK (number >= 1),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    breaks {int} NOT NULL DEFAULT 0 CHECK (breaks IN (0, 1)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('outcome', 'process', 'balancing')),
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL DEFAULT '',
    exclusions TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    sampling TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    multiplier {real} NOT NULL DEFAULT 1 CHECK (multiplier > 0),
    frequency TEXT NOT NULL
        CHECK (frequency IN ('event', 'day', 'week', 'month', 'quarter', 'year')),
    chart TEXT NOT NULL,
    better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'neutral')),
    goal TEXT NOT NULL DEFAULT '',
    steward TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    added_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    added_at {int} NOT NULL,
    PRIMARY KEY (measure_id, number),
    UNIQUE (measure_id, valid_from)
) {strict};

-- A measure at an organisation, for all patients or for a part of them (stratum). code: by which files
-- and the API name it. chart: empty where the definition's holds. due_days: after the end of a period,
-- until its point is due. audience: who beyond the organisation may see it, through disclosure control.
-- revision: counts every change of what its chart shows.
CREATE TABLE series (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
    stratum TEXT NOT NULL DEFAULT '',
    chart TEXT NOT NULL DEFAULT '',
    rules TEXT NOT NULL DEFAULT 'mdc',
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    due_days {int} NOT NULL DEFAULT 10 CHECK (due_days BETWEEN 0 AND 366),
    keeper_id {id} REFERENCES people (id) ON DELETE RESTRICT,
    audience TEXT NOT NULL DEFAULT 'organisation'
        CHECK (audience IN ('organisation', 'members', 'public')),
    opened_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    opened_at {int} NOT NULL,
    revision {int} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, code),
    UNIQUE (organisation_id, measure_id, stratum)
) {strict};
CREATE INDEX series_by_measure ON series (measure_id, organisation_id);

-- period: its first day; of events, their day. numerator: events, cases, or the value where there is no
-- denominator; absent where somebody said that there is no number, and why in note. excluded: why the
-- point takes no part; empty where it does.
-- The series' key says that the organisation is there: each row of an import would be looked up once more.
CREATE TABLE points (
    organisation_id {id} NOT NULL,
    series_id {id} NOT NULL,
    period TEXT NOT NULL CHECK (length(period) = 10),
    numerator {real},
    denominator {real},
    note TEXT NOT NULL DEFAULT '',
    excluded TEXT NOT NULL DEFAULT '',
    entered_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    entered_at {int} NOT NULL,
    import_id TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, series_id, period),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict}{only sqlite}, WITHOUT ROWID{end};

-- What a point was before it was changed or taken away: the row as it stood, who replaced it, and why.
CREATE TABLE point_revisions (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    period TEXT NOT NULL CHECK (length(period) = 10),
    rev {int} NOT NULL,
    numerator {real},
    denominator {real},
    note TEXT NOT NULL,
    excluded TEXT NOT NULL,
    entered_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    entered_at {int} NOT NULL,
    import_id TEXT NOT NULL,
    replaced_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    replaced_at {int} NOT NULL,
    removed {int} NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    why TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, series_id, period, rev),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict}{only sqlite}, WITHOUT ROWID{end};

-- Lines are decided, never moved by themselves. A 'rebase' begins a new phase on a day; a 'baseline' says
-- how many points of the phase that holds on a day set its lines. change: what was changed in care.
CREATE TABLE series_decisions (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    series_id {id} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rebase', 'baseline')),
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    baseline {int} NOT NULL DEFAULT 0 CHECK (baseline >= 0),
    change TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    decided_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    decided_at {int} NOT NULL,
    withdrawn_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    withdrawn_at {int},
    withdrawn_why TEXT NOT NULL DEFAULT '',
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};
CREATE INDEX series_decisions_by_series ON series_decisions (organisation_id, series_id, from_day);

-- A target holds from its day until the next; none where it is absent.
CREATE TABLE series_targets (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    from_day TEXT NOT NULL CHECK (length(from_day) = 10),
    target {real},
    reason TEXT NOT NULL DEFAULT '',
    set_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    set_at {int} NOT NULL,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, series_id, from_day),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};

-- What the chart of a series says as it stands, kept in the transaction that changes it, so that boards
-- need not ask every point. Numbers are as plotted. standing: in what order it deserves attention, 0
-- first (src/datasets/standing.h). signal_*: of the signal that names the latest point.
CREATE TABLE series_readings (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    series_id {id} NOT NULL,
    revision {int} NOT NULL,
    points {int} NOT NULL,
    latest TEXT CHECK (length(latest) = 10),
    value {real},
    centre {real},
    lower {real},
    upper {real},
    target {real},
    variation TEXT NOT NULL,
    assurance TEXT NOT NULL,
    standing {int} NOT NULL,
    signal_rule TEXT NOT NULL DEFAULT '',
    signal_since TEXT CHECK (length(signal_since) = 10),
    PRIMARY KEY (organisation_id, series_id),
    FOREIGN KEY (organisation_id, series_id) REFERENCES series (organisation_id, id)
        ON DELETE RESTRICT
) {strict};

-- Sums over all that lies below an organisation, by the tree as it was in each period; what an
-- organisation reports itself stands for what lies below it. series: how many reported.
CREATE TABLE measure_totals (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    period TEXT NOT NULL CHECK (length(period) = 10),
    numerator {real} NOT NULL,
    denominator {real} NOT NULL,
    series {int} NOT NULL,
    PRIMARY KEY (organisation_id, measure_id, period)
) {strict}{only sqlite}, WITHOUT ROWID{end};

-- How many series below an organisation stand where, by the kind of the organisations that keep them.
CREATE TABLE measure_standings (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    standing {int} NOT NULL,
    series {int} NOT NULL,
    PRIMARY KEY (organisation_id, measure_id, kind, standing)
) {strict}{only sqlite}, WITHOUT ROWID{end};
