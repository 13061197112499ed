-- A nation's numbers in a database that has organisations, a country among them: for measuring what
-- people wait for. Filled in bulk; sums and counts are made by adding up the points themselves, as
-- measures::TotalChanges would have kept them.
--
--     sqlite3 primum.db '.parameter set :wards 20000' '.parameter set :months 36' \
--         '.parameter set :last 202610' '.parameter set :enterer a@b.example' '.read nation.sql'
--
-- 12 measures at each ward, every month until :last; 20 wards lie at a site, 5 sites in a trust, 20
-- trusts in a region. :enterer, where there is such a person, is in the team of the first 20 wards.
PRAGMA foreign_keys = ON;
PRAGMA cache_size = -262144;
BEGIN IMMEDIATE;

CREATE TEMP TABLE country AS
SELECT id FROM organisations WHERE kind = 'country' ORDER BY id LIMIT 1;

CREATE TEMP TABLE levels (kind TEXT, letter TEXT, of_wards INTEGER, depth INTEGER);
INSERT INTO levels VALUES ('region', 'R', 2000, 1), ('trust', 'T', 100, 2), ('site', 'S', 20, 3),
                          ('ward', 'W', 1, 4);

CREATE TEMP TABLE units AS
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :wards)
SELECT printf('7a000000-000%d-7000-8000-%012x', depth, n / of_wards) AS id, kind, depth,
       n AS first_ward, of_wards,
       printf('%s%05d', letter, n / of_wards + 1) AS code
  FROM numbers JOIN levels ON n % of_wards = 0;
CREATE INDEX temp.units_by_place ON units (depth, first_ward);

INSERT INTO organisations (id, kind, name)
SELECT id, kind, 'Nation ' || code FROM units ORDER BY id;
INSERT INTO organisation_identifiers (system, value, organisation_id)
SELECT 'local', 'N' || code, id FROM units;

-- Each unit, and what it lies in.
CREATE TEMP TABLE ways AS
SELECT below.id AS descendant_id, above.id AS ancestor_id, below.depth - above.depth AS depth
  FROM units below
  JOIN levels l ON l.depth <= below.depth
  JOIN units above
    ON above.depth = l.depth AND above.first_ward = below.first_ward / l.of_wards * l.of_wards
UNION ALL SELECT units.id, country.id, units.depth FROM units, country;
INSERT INTO organisation_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
SELECT ancestor_id, descendant_id, depth, '0001-01-01', '9999-12-31' FROM ways;
INSERT INTO organisation_parents (child_id, parent_id, valid_from, valid_to)
SELECT descendant_id, ancestor_id, '0001-01-01', '9999-12-31' FROM ways WHERE depth = 1;

CREATE TEMP TABLE months AS
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :months)
SELECT n, date(printf('%d-%02d-01', :last / 100, :last % 100), '-' || n || ' months') AS period
  FROM numbers;

CREATE TEMP TABLE counted AS
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 12)
SELECT n, printf('7a000000-0009-7000-8000-%012x', n) AS id, 'NATION-' || n AS code FROM numbers;
INSERT INTO measures (id, owner_id, code, added_at)
SELECT counted.id, country.id, code, 0 FROM counted, country;
INSERT INTO measure_versions (measure_id, number, valid_from, name, kind, numerator, denominator,
                              unit, multiplier, frequency, chart, better, added_at)
SELECT id, 1, '2020-01-01', 'Falls with harm, of kind ' || n, 'outcome', 'Falls with harm', 'Bed days',
       'per 1,000 bed days', 1000, 'month', 'u', 'lower', 0 FROM counted;

INSERT INTO series (organisation_id, id, measure_id, code, starts_on, opened_at, revision)
SELECT units.id, printf('7a000000-0%03x-7001-8000-%012x', n, first_ward), counted.id, lower(counted.code),
       (SELECT MIN(period) FROM months), 0, 1
  FROM units, counted WHERE units.kind = 'ward' ORDER BY units.id, n;

-- A few falls in about 800 days, from arithmetic alone: the same every time.
INSERT INTO points (organisation_id, series_id, period, numerator, denominator, entered_at)
SELECT s.organisation_id, s.id, m.period,
       CAST((unicode(substr(s.id, 36, 1)) * 7 + unicode(substr(s.id, 13, 1)) * 3 + m.n * 5) % 6 AS REAL),
       CAST(780 + (unicode(substr(s.id, 35, 1)) + m.n) % 40 AS REAL), 0
  FROM series s CROSS JOIN months m
 WHERE s.measure_id IN (SELECT id FROM counted)
 ORDER BY s.organisation_id, s.id, m.period;

INSERT INTO series_readings (organisation_id, series_id, revision, points, latest, value, centre,
                             variation, assurance, standing)
SELECT organisation_id, id, 1, (SELECT COUNT(*) FROM months),
       (SELECT MAX(period) FROM months), 3.1, 3.1, 'common', 'none', 5
  FROM series WHERE measure_id IN (SELECT id FROM counted);

INSERT INTO measure_totals (organisation_id, measure_id, period, numerator, denominator, series)
SELECT w.ancestor_id, s.measure_id, p.period, SUM(p.numerator), SUM(p.denominator), COUNT(*)
  FROM series s
  JOIN points p ON p.organisation_id = s.organisation_id AND p.series_id = s.id
  JOIN ways w ON w.descendant_id = s.organisation_id AND w.depth > 0
 WHERE s.measure_id IN (SELECT id FROM counted)
 GROUP BY w.ancestor_id, s.measure_id, p.period;

INSERT INTO measure_standings (organisation_id, measure_id, kind, standing, series)
SELECT w.ancestor_id, s.measure_id, 'ward', 5, COUNT(*)
  FROM series s JOIN ways w ON w.descendant_id = s.organisation_id AND w.depth > 0
 WHERE s.measure_id IN (SELECT id FROM counted)
 GROUP BY w.ancestor_id, s.measure_id;

INSERT INTO roles_held (organisation_id, id, person_id, role, from_day)
SELECT units.id, printf('7a000000-000a-7000-8000-%012x', first_ward), people.id, 'team_member', '2020-01-01'
  FROM units, people
 WHERE units.kind = 'ward' AND first_ward < 20 AND people.email = :enterer;
COMMIT;
