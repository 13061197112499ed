-- Claims of lives saved and harm avoided: what is claimed, from what numbers, and what became of it.

-- organisation_id: whose claim it is: the owner of the campaign whose members it is about, or the one
-- organisation that it is about. risk_measure_id: counts what a case-mix model expected. Periods are
-- their first days. method: the version of the arithmetic. What stands from publishing on is what was
-- frozen then: coverage here, estimates and counts below. fingerprint: SHA-256 of the file to redo it.
CREATE TABLE claims (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    id {id} NOT NULL CHECK (length(id) = 36),
    campaign_id {id} REFERENCES campaigns (id) ON DELETE RESTRICT,
    measure_id {id} NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
    risk_measure_id {id} REFERENCES measures (id) ON DELETE RESTRICT,
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 400),
    baseline_from TEXT NOT NULL CHECK (length(baseline_from) = 10),
    baseline_to TEXT NOT NULL CHECK (length(baseline_to) = 10),
    from_period TEXT NOT NULL CHECK (length(from_period) = 10),
    to_period TEXT NOT NULL CHECK (length(to_period) = 10),
    method {int} NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'withdrawn')),
    made_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    made_at {int} NOT NULL,
    published_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    published_at {int},
    withdrawn_by {id} REFERENCES people (id) ON DELETE RESTRICT,
    withdrawn_at {int},
    withdrawn_because TEXT NOT NULL DEFAULT '',
    fingerprint TEXT NOT NULL DEFAULT '',
    units {int} NOT NULL DEFAULT 0,
    reporting {int} NOT NULL DEFAULT 0,
    counted {int} NOT NULL DEFAULT 0,
    exposure {real} NOT NULL DEFAULT 0,
    exposure_reported {real} NOT NULL DEFAULT 0,
    rev {int} NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    CHECK (baseline_from <= baseline_to AND baseline_to < from_period AND from_period <= to_period)
) {strict};
CREATE INDEX claims_by_campaign ON claims (campaign_id, made_at);
CREATE INDEX claims_by_id ON claims (id);

-- version: 'raw', 'case_mix', 'net_of_trend', and 'not_joined' for those beside the campaign. Ends are
-- of expected less observed, at 95%.
CREATE TABLE claim_estimates (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    claim_id {id} NOT NULL,
    version TEXT NOT NULL
        CHECK (version IN ('raw', 'case_mix', 'net_of_trend', 'not_joined')),
    observed {real} NOT NULL,
    expected {real} NOT NULL,
    observed_lower {real} NOT NULL,
    observed_upper {real} NOT NULL,
    baseline_lower {real} NOT NULL,
    baseline_upper {real} NOT NULL,
    both_lower {real} NOT NULL,
    both_upper {real} NOT NULL,
    PRIMARY KEY (organisation_id, claim_id, version),
    FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
        ON DELETE RESTRICT
) {strict};

-- The numbers that a published claim was made from. joined: whether the unit is one that it is about.
CREATE TABLE claim_counts (
    organisation_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    claim_id {id} NOT NULL,
    unit_id {id} NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
    period TEXT NOT NULL CHECK (length(period) = 10),
    joined {int} NOT NULL CHECK (joined IN (0, 1)),
    numerator {real} NOT NULL,
    denominator {real},
    risk {real},
    PRIMARY KEY (organisation_id, claim_id, unit_id, period),
    FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
        ON DELETE RESTRICT
) {strict}{only sqlite}, WITHOUT ROWID{end};
