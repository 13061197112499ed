// The rules that every table obeys, so that the database can be split by organisation one day.

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "store/migrations.h"
#include "store/organisation_tables.h"
#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Rows that are written once, or kept by machinery and never edited by a person: no rev to compare.
const std::set<std::string> kNeverEdited = {"schema_migrations",
                                            "organisation_identifiers",
                                            "organisation_parents",
                                            "organisation_closure",
                                            "organisation_successions",
                                            "organisation_names",
                                            "sessions",
                                            "one_time_tokens",
                                            "throttles",
                                            "identities",
                                            "oidc_attempts",
                                            "audit_entries",
                                            "audit_heads",
                                            "idempotency_keys",
                                            "mail_outbox",
                                            "partner_successions",
                                            "link_checks",
                                            "resource_versions",
                                            "resource_contents",
                                            "resource_subjects",
                                            "search_documents",
                                            "campaign_sponsors",
                                            "campaign_lineage",
                                            "campaign_interventions",
                                            "campaign_conditions",
                                            "campaign_periods",
                                            "campaign_choices",
                                            "programme_team_roles",
                                            "event_resources",
                                            "calendar_keys",
                                            "digest_rounds",
                                            "measure_versions",
                                            "measure_totals",
                                            "measure_standings",
                                            "series_readings",
                                            "claim_counts",
                                            "claim_estimates",
                                            "signal_letters",
                                            "signals_looked",
                                            "import_mappings",
                                            "board_measures",
                                            "board_words",
                                            "narratives",
                                            "campaign_public_measures",
                                            "tally_elements",
                                            "tally_observations",
                                            "entry_times",
                                            "series_views",
                                            "reminders"};

std::string text(const Row& row) {
    return row.get<std::string>(0);
}

struct ForeignKey {
    std::string table;
    std::string from;  // the first column of the key
    std::string to;
    std::string on_delete;
};

class Schema : public ::testing::Test {
protected:
    std::vector<std::string> tables() const {
        return db_->all(text,
                        "SELECT name FROM pragma_table_list WHERE schema = 'main'"
                        " AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
    }
    std::vector<std::string> columns(const std::string& table) const {
        return db_->all(text, "SELECT name FROM pragma_table_info($1) ORDER BY cid", table);
    }
    std::vector<std::string> primary_key(const std::string& table) const {
        return db_->all(text, "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
                        table);
    }
    std::vector<std::string> first_columns_of_unique_keys(const std::string& table) const {
        return db_->all(text, R"sql(
            SELECT c.name
              FROM pragma_index_list($1) i JOIN pragma_index_info(i.name) c
             WHERE i.'unique' = 1 AND c.seqno = 0
        )sql",
                        table);
    }
    std::vector<ForeignKey> foreign_keys(const std::string& table) const {
        const auto read = [](const Row& row) {
            return ForeignKey{row.get<std::string>(0), row.get<std::string>(1),
                              row.get<std::string>(2), row.get<std::string>(3)};
        };
        return db_->all(read,
                        "SELECT f.'table', f.'from', f.'to', f.on_delete"
                        " FROM pragma_foreign_key_list($1) f WHERE seq = 0",
                        table);
    }
    bool is_organisation_data(const std::string& table) const {
        return columns(table).front() == "organisation_id";
    }

    testing::FreshDatabase database_;
    Lease db_ = database_->read();
};

TEST_F(Schema, HasStrictTablesAndNoTriggers) {
    EXPECT_THAT(db_->all(text,
                         "SELECT name FROM pragma_table_list"
                         " WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"),
                IsEmpty());
    EXPECT_THAT(db_->all(text, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"), IsEmpty());
}

TEST_F(Schema, AsksTheTreeWithoutRecursion) {
    for (const Migration& migration : migrations()) {
        std::string lower(migration.text);
        std::ranges::transform(lower, lower.begin(),
                               [](unsigned char c) { return std::tolower(c); });
        EXPECT_EQ(lower.find("with recursive"), lower.npos) << migration.file;
    }
}

TEST_F(Schema, BeginsEveryKeyOfOrganisationDataWithTheOrganisation) {
    for (const std::string& table : tables()) {
        if (!is_organisation_data(table)) continue;
        EXPECT_EQ(primary_key(table).front(), "organisation_id") << table;
        EXPECT_THAT(first_columns_of_unique_keys(table),
                    ::testing::Each(std::string("organisation_id")))
            << table;
        // One row an organisation is what only the chains of the audit have.
        if (table.starts_with("audit_")) continue;
        ASSERT_GE(primary_key(table).size(), 2u) << table;
    }
}

TEST_F(Schema, RefersFromOrganisationDataToTheSameOrganisationsDataOnly) {
    for (const std::string& table : tables())
        for (const ForeignKey& key : foreign_keys(table)) {
            EXPECT_EQ(key.on_delete, "RESTRICT") << table << " to " << key.table;
            if (!is_organisation_data(key.table)) continue;
            EXPECT_TRUE(is_organisation_data(table)) << table << " refers to " << key.table;
            EXPECT_EQ(key.from, "organisation_id") << table << " to " << key.table;
            EXPECT_EQ(key.to, "organisation_id") << table << " to " << key.table;
        }
}

TEST_F(Schema, CountsTheChangesOfEveryRowThatPeopleEdit) {
    for (const std::string& table : tables()) {
        const auto names = columns(table);
        const bool counts = std::ranges::find(names, "rev") != names.end();
        EXPECT_NE(counts, kNeverEdited.contains(table)) << table;
    }
}

TEST_F(Schema, IsWhatStatementsAreCheckedAgainst) {
    std::vector<std::string> found;
    for (const std::string& table : tables())
        if (is_organisation_data(table)) found.push_back(table);
    std::vector<std::string> known(std::begin(kOrganisationTables), std::end(kOrganisationTables));
    EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(known));
}

TEST_F(Schema, IsTranslatedForEachEngine) {
    const std::string_view both = "a {id} b TEXT c {int} d {real} e {blob} f {json} {strict}";
    EXPECT_EQ(translated(both, Engine::sqlite),
              "a TEXT b TEXT c INTEGER d REAL e BLOB f TEXT STRICT");
    EXPECT_EQ(translated(both, Engine::postgres),
              R"(a TEXT COLLATE "C" b TEXT COLLATE "C" c BIGINT d DOUBLE PRECISION e BYTEA)"
              R"( f TEXT COLLATE "C" )");
}

TEST_F(Schema, HasPartsForOneEngineAlone) {
    const std::string_view both = "a{only sqlite} b {int}{end}{only postgres} c {counter}{end} {d}";
    EXPECT_EQ(translated(both, Engine::sqlite), "a b INTEGER {d}");
    EXPECT_EQ(translated(both, Engine::postgres),
              "a c BIGINT GENERATED BY DEFAULT AS IDENTITY {d}");
}

}  // namespace
}  // namespace primum::store
