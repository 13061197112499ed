#include "demo/fill.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "demo/names.h"
#include "organisations/history.h"
#include "organisations/members.h"
#include "organisations/tree.h"
#include "people/store.h"
#include "store/testing.h"

namespace primum::demo {
namespace {

constexpr Day kToday = std::chrono::year(2026) / 1 / 5;

class Fill : public testing::TestWithParam<store::Engine> {
protected:
    /// A database filled from that seed, with everything that is chance in it.
    struct Filled {
        explicit Filled(store::Engine engine, std::uint64_t seed) : random(seed) {
            ids = SeededRandom(seed);
            database = std::make_unique<store::testing::FreshDatabase>(
                engine, store::Options{.url = {}, .clock = &clock, .random = &ids});
            country = make_country(random, Size::small);
            staff = make_staff(random, country);
            finished = fill(**database, country, staff, "$argon2id$…", kToday, seed,
                            [](std::size_t, std::size_t) { return true; });
        }

        /// Every table of this room's and of people's, but passwords, as one number.
        std::string digest() const {
            crypto::Sha256 hash;
            const auto lease = (*database)->read();
            const auto add = [&](const store::Row& row) {
                for (int i = 0; i < row.columns(); ++i) {
                    hash.add(row.is_null(i) ? std::string("-") : row.get<std::string>(i));
                    hash.add("|");
                }
            };
            lease->each(add,
                        "SELECT id, kind, name, opened, closed FROM organisations ORDER BY id");
            lease->each(add, R"sql(
                SELECT ancestor_id, descendant_id, valid_from, valid_to
                  FROM organisation_closure
                 ORDER BY ancestor_id, descendant_id, valid_from)sql");
            lease->each(add, "SELECT id, email, name FROM people ORDER BY id");
            lease->each(add, "SELECT hash FROM audit_entries ORDER BY organisation_id, seq",
                        store::Scope::system("a test").everywhere());
            return crypto::hex(hash.finish());
        }

        store::testing::StillClock clock{kToday + std::chrono::hours(9)};
        SeededRandom ids{0};
        SeededRandom random;
        std::unique_ptr<store::testing::FreshDatabase> database;
        Country country;
        std::vector<Colleague> staff;
        bool finished = false;
    };
};
INSTANTIATE_TEST_SUITE_P(Engines, Fill, store::testing::engines(), store::testing::engine_name);

TEST_P(Fill, MakesTheSameContentFromTheSameSeed) {
    const std::string once = Filled(GetParam(), 5).digest();
    EXPECT_EQ(Filled(GetParam(), 5).digest(), once);
    EXPECT_NE(Filled(GetParam(), 6).digest(), once);
}

TEST_P(Fill, LeavesATreeWithItsHistoryAndItsPeople) {
    const Filled filled(GetParam(), 1);
    ASSERT_TRUE(filled.finished);
    const auto db = (*filled.database)->read();
    EXPECT_FALSE(store::verify_audit(*db, store::Scope::system("a test")));

    const auto top = organisations::find_by_code(*db, "M");
    ASSERT_TRUE(top);
    EXPECT_EQ(top->name, "Merrowland");
    // The third trust was made of two others.
    const auto merged = organisations::find_by_code(*db, "T003");
    EXPECT_EQ(organisations::predecessors_of(*db, merged->id).size(), 2U);
    EXPECT_EQ(organisations::former_names_of(*db, merged->id).size(), 1U);

    const auto amina = people::find_person_by_email(*db, "amina.okafor@demo.example");
    ASSERT_TRUE(amina);
    const auto members =
        organisations::members_of(*db, store::Scope::system("a test").may_read(top->id), kToday);
    EXPECT_EQ(members.size(), 3U) << "campaign office, faculty, administrator";
}

TEST_P(Fill, StopsWhenItIsAskedTo) {
    store::testing::FreshDatabase database(GetParam());
    SeededRandom random(1);
    const Country country = make_country(random, Size::small);
    EXPECT_FALSE(fill(*database, country, make_staff(random, country), "$argon2id$…", kToday, 1,
                      [](std::size_t, std::size_t) { return false; }));
}

}  // namespace
}  // namespace primum::demo
