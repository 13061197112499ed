-- The words for the levels of a health system with which an installation begins. A country with
-- others changes these rows, or adds its own between them.
INSERT INTO organisation_kinds (code, rank, singular, plural) VALUES
    ('country', 0, 'Country', 'Countries'),
    ('region', 10, 'Region', 'Regions'),
    ('network', 20, 'Network', 'Networks'),
    ('trust', 30, 'Trust', 'Trusts'),
    ('site', 40, 'Site', 'Sites'),
    ('ward', 50, 'Ward', 'Wards');
