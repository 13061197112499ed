#include "partners/partner.h"

#include <gmock/gmock.h>

#include "library/stock.h"
#include "organisations/changes.h"
#include "partners/links.h"
#include "partners/partner_form.h"
#include "store/testing.h"

namespace primum::partners {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

constexpr Day kToday = std::chrono::sys_days(2026y / 11 / 24);

class Partners : public ::testing::TestWithParam<store::Engine> {
protected:
    Partners() {
        database_->write([&](store::Writer& db) {
            top_ = organisations::add(db, stamp_, {.name = "Country", .kind = "country"}, {});
        });
        library::stock(*database_, kToday);
        stock(*database_, kToday);
    }

    Partner partner(std::string_view code) { return *find_partner(*database_->read(), code); }

    bool follow(std::string_view predecessor, std::string_view successor, std::string_view what) {
        const auto a = partner(predecessor);
        const auto b = partner(successor);
        return database_->write(
            [&](store::Writer& db) { return add_successor(db, system_, stamp_, a, b, what); });
    }
    void add_body(const std::string& code, bool closed = false) {
        database_->write([&](store::Writer& db) {
            Partner body{.code = code, .name = "Body " + code, .closed = closed};
            body.owner = top_;
            EXPECT_TRUE(add(db, system_, stamp_, body));
        });
    }
    std::vector<std::string> heirs(std::string_view code) {
        std::vector<std::string> codes;
        for (const Relative& heir : heirs_of(*database_->read(), partner(code).id))
            codes.push_back(heir.code);
        return codes;
    }

    store::testing::FreshDatabase database_{GetParam()};
    store::Scope system_ = store::Scope::system("a test");
    store::Stamp stamp_{.person = {}, .at = kToday + 9h, .request = "a test"};
    OrganisationId top_;
};

// Which bodies closed, and when, is in content/library/partners.csv.
TEST_P(Partners, BeginWithThoseOfTheFirstCampaign) {
    const auto npsa = partner("NPSA");
    EXPECT_EQ(npsa.name, "National Patient Safety Agency");
    EXPECT_TRUE(npsa.closed);
    EXPECT_EQ(npsa.closed_on, "2012");
    EXPECT_EQ(partner("NHSI").closed_on, "2013");
    EXPECT_FALSE(partner("THF").closed);
    EXPECT_EQ(partner("IHI").link, "https://www.ihi.org/");
    const auto after = successors_of(*database_->read(), npsa.id);
    ASSERT_EQ(after.size(), 1);
    EXPECT_EQ(after[0].name, "NHS England");
    EXPECT_EQ(after[0].what, "its functions");
    const auto before = predecessors_of(*database_->read(), partner("NHSE").id);
    ASSERT_EQ(before.size(), 1);
    EXPECT_EQ(before[0].code, "NPSA");
}

TEST_P(Partners, ComeOnce) {
    stock(*database_, kToday);
    EXPECT_EQ(all_partners(*database_->read()).size(), 6);
}

TEST_P(Partners, AreFollowedAlongTheChainToThoseThatAreStillThere) {
    add_body("A", true);
    add_body("B", true);
    add_body("C");
    EXPECT_TRUE(follow("A", "B", ""));
    EXPECT_TRUE(follow("B", "C", ""));
    EXPECT_THAT(heirs("A"), ElementsAre("C"));
    EXPECT_THAT(heirs("C"), IsEmpty());
}

TEST_P(Partners, NeverFollowEachOther) {
    add_body("A");
    add_body("B");
    add_body("C");
    EXPECT_TRUE(follow("A", "B", ""));
    EXPECT_TRUE(follow("B", "C", ""));
    EXPECT_FALSE(follow("C", "A", ""));
    EXPECT_FALSE(follow("A", "A", ""));
}

TEST_P(Partners, AreNotChangedByWhoSawAnOlderState) {
    auto seen = partner("THF");
    seen.role = "Sponsor";
    const auto change = [&] {
        return database_->write([&](store::Writer& db) { return save(db, system_, stamp_, seen); });
    };
    EXPECT_TRUE(change());
    EXPECT_FALSE(change());
    EXPECT_EQ(partner("THF").role, "Sponsor");
}

TEST_P(Partners, RememberSinceWhenALinkIsDead) {
    const auto check = [&](Instant at, int status, std::string_view problem) {
        database_->write([&](store::Writer& db) {
            save_check(db, "https://www.npsa.nhs.uk/", at, status, problem);
        });
        return *find_check(*database_->read(), "https://www.npsa.nhs.uk/");
    };
    const Instant first = kToday + 9h;
    EXPECT_FALSE(check(first, 200, "").dead_since);
    EXPECT_EQ(check(first + 1h, 0, "nothing answers there").dead_since, first + 1h);
    EXPECT_EQ(check(first + 2h, 404, "the page is gone (404)").dead_since, first + 1h);
    EXPECT_TRUE(check(first + 3h, 200, "").works());
    EXPECT_FALSE(check(first + 3h, 200, "").dead_since);
}

TEST_P(Partners, ForgetTheChecksOfLinksThatNobodyHas) {
    database_->write([&](store::Writer& db) {
        save_check(db, "https://www.ihi.org/", kToday, 200, "");
        save_check(db, "https://gone.example/", kToday, 200, "");
        forget_checks(db);
    });
    const auto left = checks(*database_->read());
    ASSERT_EQ(left.size(), 1);
    EXPECT_EQ(left[0].address, "https://www.ihi.org/");
    EXPECT_EQ(links(*database_->read()).size(), 5);
}

INSTANTIATE_TEST_SUITE_P(Engines, Partners, store::testing::engines(), store::testing::engine_name);

TEST(APartnerForm, AsksForWhatIsMissing) {
    const auto refused = check({.code = "a b", .link = "javascript:alert(1)", .status = "?"}, {});
    ASSERT_FALSE(refused);
    EXPECT_FALSE(refused.error().about("name").empty());
    EXPECT_FALSE(refused.error().about("code").empty());
    EXPECT_FALSE(refused.error().about("link").empty());
    EXPECT_FALSE(refused.error().about("status").empty());
}

TEST(APartnerForm, TakesAYearWhereNobodyKnowsTheDay) {
    PartnerForm form{.code = "NPSA", .name = "Agency", .status = "closed"};
    form.closed_on.year = "2012";
    EXPECT_EQ(check(form, {})->closed_on, "2012");
    form.closed_on.month = "6";
    EXPECT_FALSE(check(form, {}));
    form.closed_on.day = "1";
    EXPECT_EQ(check(form, {})->closed_on, "2012-06-01");
    form.status = "active";
    EXPECT_EQ(check(form, {})->closed_on, "");
}

}  // namespace
}  // namespace primum::partners
