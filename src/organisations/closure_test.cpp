#include "organisations/closure.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "organisations/testing_tree.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

using Links = std::map<OrganisationId, std::vector<ParentLink>>;
using Pair = std::tuple<OrganisationId, OrganisationId, int>;  // ancestor, descendant, depth

/// The slow obvious way: on that day, walk from every organisation to the top.
std::set<Pair> walked(const Links& links, Day day) {
    std::set<Pair> pairs;
    for (const auto& [id, ignored] : links) {
        int depth = 0;
        std::optional<OrganisationId> at = id;
        while (at) {
            pairs.emplace(*at, id, depth++);
            at = parent_on(links.at(*at), day);
        }
    }
    return pairs;
}

std::multiset<Pair> kept(const store::Reader& db, Day day) {
    std::multiset<Pair> pairs;
    db.each(
        [&](const store::Row& row) {
            pairs.emplace(row.get<OrganisationId>(0), row.get<OrganisationId>(1), row.get<int>(2));
        },
        R"sql(
            SELECT ancestor_id, descendant_id, depth
              FROM organisation_closure
             WHERE valid_from <= $1 AND valid_to >= $1
        )sql",
        day);
    return pairs;
}

std::int64_t closure_rows(const store::Reader& db) {
    return *db.one([](const store::Row& row) { return row.get<std::int64_t>(0); },
                   "SELECT count(*) FROM organisation_closure");
}

constexpr int kDays = 40;

Day day_number(std::uint64_t number) {
    return kToday + std::chrono::days(number);
}

/// A forest of five levels that is changed at random, with its links in memory too.
class RandomTree {
public:
    RandomTree(store::Store& store, std::uint64_t seed) : store_(store), random_(seed) {
        constexpr const char* kLevels[] = {"country", "region", "network", "trust", "ward"};
        for (std::size_t level = 0; level < std::size(kLevels); ++level)
            for (std::size_t i = 0; i < 2 + 2 * level; ++i) {
                const std::string code = "X" + std::to_string(level) + "-" + std::to_string(i);
                by_level_[level].push_back(
                    TestTree::add_to(store, code, code, kLevels[level], std::nullopt));
                links_[by_level_[level].back()];
            }
    }

    /// Gives one organisation other parents: several links in disjoint stretches of days.
    void change() {
        const std::size_t level = 1 + random_.below(4);
        const OrganisationId child = pick(by_level_[level]);
        std::vector<ParentLink> after;
        std::uint64_t from = random_.below(6);
        while (from < kDays && random_.below(5) != 0) {
            const std::uint64_t until = from + random_.below(15);
            const OrganisationId parent = pick(by_level_[random_.below(level)]);
            const bool last = random_.below(3) == 0;
            after.push_back({parent, {day_number(from), last ? kForEver : day_number(until)}});
            if (last) break;
            from = until + 1 + random_.below(3);
        }
        store_.write([&](store::Writer& db) { replace_links(db, child, links_[child], after); });
        links_[child] = after;
    }

    const Links& links() const { return links_; }

private:
    OrganisationId pick(const std::vector<OrganisationId>& ids) {
        return ids[random_.below(ids.size())];
    }

    store::Store& store_;
    SeededRandom random_;
    std::map<std::size_t, std::vector<OrganisationId>> by_level_;
    Links links_;
};

class Closure : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase store_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Closure, store::testing::engines(), store::testing::engine_name);

// Every pair of every day must be there once, at its depth, and nothing else.
TEST_P(Closure, AgreesWithWalkingUpTheTreeOnEveryDay) {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        store::testing::FreshDatabase store(GetParam());
        RandomTree tree(*store, seed);
        for (int step = 0; step < 60; ++step) {
            tree.change();
            if (step % 6 != 5) continue;
            const auto lease = store->read();
            for (int number = -1; number <= kDays; ++number) {
                const Day day = kToday + std::chrono::days(number);
                const auto expected = walked(tree.links(), day);
                ASSERT_EQ(kept(*lease, day), std::multiset<Pair>(expected.begin(), expected.end()))
                    << "seed " << seed << ", step " << step << ", day " << iso_day(day);
            }
        }
    }
}

TEST_P(Closure, LeavesNoRowsBehind) {
    const TestTree tree(*store_);
    const auto before = closure_rows(*store_->read());
    const std::vector<ParentLink> here{{tree.trust, {}}};
    const auto there = moved(here, tree.other, kToday);
    store_->write([&](store::Writer& db) { replace_links(db, tree.site, here, there); });
    EXPECT_GT(closure_rows(*store_->read()), before);
    store_->write([&](store::Writer& db) { replace_links(db, tree.site, there, here); });
    EXPECT_EQ(closure_rows(*store_->read()), before);
}

}  // namespace
}  // namespace primum::organisations
