#include "organisations/giving.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::organisations {
namespace {

using access::Role;

TEST(MayGive, LetsNobodyButAnAdministratorMakeAdministrators) {
    for (const Role giver : access::all_roles())
        EXPECT_EQ(may_give(giver, Role::administrator), giver == Role::administrator);
}

TEST(MayGive, LetsMostRolesGiveNone) {
    for (const Role giver : {Role::executive, Role::team_member, Role::analyst,
                             Role::patient_partner, Role::programme_faculty})
        for (const Role given : access::all_roles())
            EXPECT_FALSE(may_give(giver, given));
}

TEST(MayGive, AddsUpWhatSeveralRolesAllow) {
    EXPECT_THAT(may_give({Role::improvement_lead}),
                testing::ElementsAre(Role::improvement_lead, Role::team_member, Role::analyst,
                                     Role::patient_partner));
    EXPECT_EQ(may_give({Role::improvement_lead, Role::administrator}).size(), access::kRoles);
    EXPECT_TRUE(may_give(std::vector<Role>()).empty());
}

}  // namespace
}  // namespace primum::organisations
