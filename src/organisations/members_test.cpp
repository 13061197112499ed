#include "organisations/members.h"

#include <gtest/gtest.h>

#include "organisations/hooks.h"
#include "organisations/invitations.h"
#include "organisations/testing_tree.h"
#include "organisations/tree.h"
#include "people/session.h"
#include "people/store.h"

namespace primum::organisations {
namespace {

using access::Role;
using std::chrono::days;

class Members : public testing::TestWithParam<store::Engine> {
protected:
    template <class Change>
    auto write(Change change) {
        return store_->write(change);
    }

    PersonId add_person(const std::string& email) {
        return write([&](store::Writer& db) {
            return people::add_person(db, stamp(), {.email = email, .name = "Ann", .language = ""});
        });
    }

    Membership give(OrganisationId where, PersonId person, Role role) {
        return write([&](store::Writer& db) {
            const auto owner = everywhere().may_write(where);
            const auto id = give_role(db, owner, stamp(), person, role, kToday - days(10), {});
            return find_membership(db, owner, id.value()).value();
        });
    }

    Checked<void> end(OrganisationId where, const Membership& member, Day last) {
        return write([&](store::Writer& db) {
            return end_role(db, everywhere().may_write(where), stamp(), member, last);
        });
    }

    std::vector<Membership> members(OrganisationId where, Day on = kToday) {
        return members_of(*store_->read(), everywhere().may_read(where), on);
    }

    std::size_t sessions(PersonId person) {
        return people::sessions_of(*store_->read(), person, stamp().at).size();
    }

    store::testing::FreshDatabase store_{GetParam()};
    TestTree tree_{*store_};
    PersonId ann_ = add_person("ann@example.org");
    PersonId bob_ = add_person("bob@example.org");
};
INSTANTIATE_TEST_SUITE_P(Engines, Members, store::testing::engines(), store::testing::engine_name);

TEST_P(Members, AreListedWhileTheirRoleGoesOn) {
    const auto member = give(tree_.trust, ann_, Role::analyst);
    EXPECT_EQ(members(tree_.trust).size(), 1U);
    EXPECT_TRUE(members(tree_.other).empty());
    ASSERT_TRUE(end(tree_.trust, member, kToday));
    EXPECT_EQ(members(tree_.trust).size(), 1U) << "today is the last day";
    EXPECT_TRUE(members(tree_.trust, kToday + days(1)).empty());
}

TEST_P(Members, HoldARoleOnceAtATime) {
    give(tree_.trust, ann_, Role::analyst);
    const auto again = write([&](store::Writer& db) {
        return give_role(db, everywhere().may_write(tree_.trust), stamp(), ann_, Role::analyst,
                         kToday + days(5), {})
            .has_value();
    });
    EXPECT_FALSE(again);
}

TEST_P(Members, LoseTheirSessionsWithARole) {
    const auto member = give(tree_.trust, ann_, Role::analyst);
    write([&](store::Writer& db) {
        people::open_session(db, ann_, "pwd", {.browser = "", .network = "", .device = ""},
                             stamp().at);
    });
    EXPECT_EQ(sessions(ann_), 1U);
    ASSERT_TRUE(end(tree_.trust, member, kToday - days(1)));
    EXPECT_EQ(sessions(ann_), 0U);
}

TEST_P(Members, KeepTheLastAdministratorAboveAnOrganisation) {
    const auto top = give(tree_.country, ann_, Role::administrator);
    const auto local = give(tree_.trust, bob_, Role::administrator);
    EXPECT_FALSE(end(tree_.country, top, kToday)) << "Bob's reaches his trust only";
    EXPECT_TRUE(end(tree_.trust, local, kToday)) << "Ann's reaches it from above";
    EXPECT_EQ(members(tree_.country).size(), 1U);
    give(tree_.country, bob_, Role::administrator);
    EXPECT_TRUE(end(tree_.country, top, kToday));
}

TEST_P(Members, AreNotEndedByWhoeverSawAnOlderState) {
    const auto seen = give(tree_.trust, ann_, Role::analyst);
    EXPECT_TRUE(end(tree_.trust, seen, kToday + days(30)));
    EXPECT_FALSE(end(tree_.trust, seen, kToday));
}

TEST_P(Members, WhoseRoleNeverBeganAreForgotten) {
    const auto member = give(tree_.trust, ann_, Role::analyst);
    ASSERT_TRUE(end(tree_.trust, member, member.from - days(1)));
    EXPECT_FALSE(find_membership(*store_->read(), everywhere().may_read(tree_.trust), member.id));
}

TEST_P(Members, OverAnOrganisationHoldTheirRoleAtItOrAbove) {
    access::Person person;
    person.roles = {{Role::node_lead, tree_.region, kToday, {}},
                    {Role::analyst, tree_.ward, kToday, {}},
                    {Role::executive, tree_.trust, kToday - days(9), kToday - days(1)}};
    const auto lease = store_->read();
    EXPECT_EQ(roles_over(*lease, person, tree_.trust, kToday), std::vector{Role::node_lead});
    EXPECT_EQ(roles_over(*lease, person, tree_.ward, kToday).size(), 2U);
    EXPECT_TRUE(roles_over(*lease, person, tree_.country, kToday).empty());
}

TEST_P(Members, BecomeSoByAcceptingAnInvitation) {
    const Invitation invitation{.id = {},
                                .email = "bob@example.org",
                                .role = Role::team_member,
                                .from = kToday - days(3),
                                .until = {},
                                .expires_at = stamp().at + days(7)};
    const auto owner = everywhere().may_write(tree_.site);
    const auto id =
        write([&](store::Writer& db) { return save_invitation(db, owner, stamp(), invitation); });
    EXPECT_EQ(invitations_of(*store_->read(), owner, stamp().at).size(), 1U);
    const auto accept_it = [&](store::Writer& db) {
        hooks().accept_invitation(db, stamp(), bob_, tree_.site, id.text());
    };
    write(accept_it);
    const auto members_now = members(tree_.site);
    ASSERT_EQ(members_now.size(), 1U);
    EXPECT_EQ(members_now[0].from, kToday) << "not before it was accepted";
    EXPECT_TRUE(invitations_of(*store_->read(), owner, stamp().at).empty());
    write(accept_it);
    EXPECT_EQ(members(tree_.site).size(), 1U);
}

TEST_P(Members, AreNotMadeByAnInvitationThatWasWithdrawn) {
    const Invitation invitation{.id = {},
                                .email = "bob@example.org",
                                .role = Role::team_member,
                                .from = kToday,
                                .until = {},
                                .expires_at = stamp().at + days(7)};
    const auto owner = everywhere().may_write(tree_.site);
    write([&](store::Writer& db) {
        const auto id = save_invitation(db, owner, stamp(), invitation);
        EXPECT_TRUE(withdraw(db, owner, stamp(), id));
        EXPECT_FALSE(withdraw(db, owner, stamp(), id));
        accept(db, stamp(), bob_, tree_.site, id);
    });
    EXPECT_TRUE(members(tree_.site).empty());
}

TEST_P(Members, BeginWithAnAdministratorAtTheTop) {
    write([&](store::Writer& db) { hooks().make_administrator(db, stamp(), ann_, ""); });
    EXPECT_EQ(members(tree_.country).at(0).role, Role::administrator);
    write([&](store::Writer& db) { hooks().make_administrator(db, stamp(), ann_, "A new one"); });
    const auto tops_now = tops(*store_->read());
    ASSERT_EQ(tops_now.size(), 2U);
}

}  // namespace
}  // namespace primum::organisations
