#include "organisations/provider_roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "organisations/members.h"
#include "organisations/testing_tree.h"

namespace primum::organisations {
namespace {

using access::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Given = openid::Given;

class ProviderRoles : public testing::TestWithParam<store::Engine> {
protected:
    ProviderRoles() {
        person_ = store_->write([](store::Writer& db) {
            const auto id = db.new_id<people::Person>();
            db.run("INSERT INTO people (id, email, name, created_at) VALUES ($1, $2, $3, $4)", id,
                   "ada@example.org", "Ada", db.now());
            return id;
        });
    }

    std::vector<std::string> take(std::vector<Given> given, std::string_view provider = "entra",
                                  Day on = kToday) {
        auto when = stamp();
        when.at = on + std::chrono::hours(9);
        return store_->write([&](store::Writer& db) {
            return take_provider_roles(db, when, person_, provider, given);
        });
    }

    std::vector<Role> roles_in(OrganisationId organisation, Day on = kToday) {
        std::vector<Role> roles;
        for (const Membership& one :
             members_of(*store_->read(), everywhere().may_read(organisation), on))
            if (one.from <= on) roles.push_back(one.role);
        return roles;
    }

    void give_by_hand(OrganisationId organisation, Role role) {
        store_->write([&](store::Writer& db) {
            return give_role(db, everywhere().may_write(organisation), stamp(), person_, role,
                             kToday, {})
                .has_value();
        });
    }

    store::testing::FreshDatabase store_{GetParam()};
    TestTree tree_{*store_};
    PersonId person_;
};
INSTANTIATE_TEST_SUITE_P(Engines, ProviderRoles, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(ProviderRoles, BeginWhenTheProviderGivesThemAndAreNotGivenTwice) {
    const std::vector<Given> given{{"analyst", "RZ8"}, {"team_member", "RZ9"}};
    EXPECT_THAT(take(given), IsEmpty());
    EXPECT_THAT(take(given), IsEmpty());
    EXPECT_THAT(roles_in(tree_.other), ElementsAre(Role::analyst));
    EXPECT_THAT(roles_in(tree_.trust), ElementsAre(Role::team_member));
}

TEST_P(ProviderRoles, EndAtOnceWhenTheProviderGivesThemNoLonger) {
    const Day later = kToday + std::chrono::days(10);
    take({{"analyst", "RZ9"}, {"team_member", "RZ9"}});
    take({{"team_member", "RZ9"}}, "entra", later);
    EXPECT_THAT(roles_in(tree_.trust, later), ElementsAre(Role::team_member));
    EXPECT_THAT(roles_in(tree_.trust, later - std::chrono::days(1)),
                ElementsAre(Role::team_member, Role::analyst));
    take({}, "entra", later);
    EXPECT_THAT(roles_in(tree_.trust, later), IsEmpty());
}

TEST_P(ProviderRoles, EndOnTheDayOnWhichTheyBegan) {
    take({{"analyst", "RZ9"}});
    take({});
    EXPECT_THAT(roles_in(tree_.trust), IsEmpty());
}

TEST_P(ProviderRoles, LeaveAloneWhatPeopleAndOtherProvidersGave) {
    give_by_hand(tree_.trust, Role::executive);
    give_by_hand(tree_.trust, Role::analyst);
    take({{"team_member", "RZ9"}}, "cis2");
    take({{"analyst", "RZ9"}});  // held already: that stands
    take({});
    EXPECT_THAT(roles_in(tree_.trust),
                ElementsAre(Role::executive, Role::team_member, Role::analyst));
}

TEST_P(ProviderRoles, NeedAnOrganisationThatIsThere) {
    EXPECT_THAT(take({{"analyst", "NOWHERE"}, {"analyst", "RZ9"}}),
                ElementsAre(HasSubstr("no open organisation has the code \"NOWHERE\"")));
    EXPECT_THAT(roles_in(tree_.trust), ElementsAre(Role::analyst));
}

TEST_P(ProviderRoles, KeepTheLastAdministrator) {
    take({{"administrator", "AA"}});
    EXPECT_THAT(take({}), ElementsAre(HasSubstr("administrator")));
    EXPECT_THAT(roles_in(tree_.country), ElementsAre(Role::administrator));
}

}  // namespace
}  // namespace primum::organisations
