#include "boards/claim.h"

#include <gtest/gtest.h>

namespace primum::boards {
namespace {

using spc::Better;

std::string claim(std::string_view words, Better better = Better::lower) {
    return improvement_claimed(words, better).value_or("");
}

TEST(AClaimOfImprovement, IsFoundAsItWasWritten) {
    EXPECT_EQ(claim("Falls have Improved since spring."), "Improved");
    EXPECT_EQ(claim("Harm fell by a third."), "fell");
    EXPECT_EQ(claim("There are fewer falls than last year."), "fewer");
    EXPECT_EQ(claim("Falls went down after the huddles began."), "went down");
    EXPECT_EQ(claim("Improvement due to improved handovers"), "Improvement");
}

TEST(AClaimOfImprovement, DependsOnWhichWayIsBetter) {
    EXPECT_EQ(claim("Compliance rose to 92%.", Better::higher), "rose");
    EXPECT_EQ(claim("Compliance fell.", Better::higher), "");
    EXPECT_EQ(claim("Falls rose.", Better::lower), "");
    EXPECT_EQ(claim("Admissions rose.", Better::neutral), "");
    EXPECT_EQ(claim("It is better now.", Better::neutral), "better");
}

TEST(AClaimOfImprovement, IsNotWhatIsDenied) {
    EXPECT_EQ(claim("Falls have not improved."), "");
    EXPECT_EQ(claim("This isn't better than last year."), "");
    EXPECT_EQ(claim("No reduction yet."), "");
    EXPECT_EQ(claim("We have never been safer than we should."), "");
    // What is denied in one sentence may be claimed in the next.
    EXPECT_EQ(claim("Staffing did not change. Falls dropped."), "dropped");
    EXPECT_EQ(claim("Not perfect, but better"), "better");
}

TEST(AClaimOfImprovement, IsNotAPlanOrAWish) {
    EXPECT_EQ(claim("The bundle should lead to fewer falls."), "");
    EXPECT_EQ(claim("We aim for fewer falls."), "");
    EXPECT_EQ(claim("Falls will be reduced by May."), "");
    EXPECT_EQ(claim("Our plan is to decrease falls."), "");
}

TEST(AClaimOfImprovement, IsNotTheNameOfSomething) {
    EXPECT_EQ(claim("The improvement team met twice."), "");
    EXPECT_EQ(claim("Quality improvement training took place."), "");
    EXPECT_EQ(claim("Further improvement is wanted"), "improvement");  // a word list errs here
    EXPECT_EQ(claim("One patient fell in the bathroom."), "");
    EXPECT_EQ(claim("A resident who had fallen twice went home."), "");
}

TEST(AClaimOfImprovement, IsFoundInWelsh) {
    EXPECT_EQ(claim("Mae cwympiadau wedi gostwng ers y gwanwyn."), "wedi gostwng");
    EXPECT_EQ(claim("Mae pethau’n well: mae’r gofal wedi gwella."), "wedi gwella");
    EXPECT_EQ(claim("Nid yw wedi gwella."), "");
    EXPECT_EQ(claim("Cynyddodd y gydymffurfiaeth.", Better::higher), "Cynyddodd");
    EXPECT_EQ(claim("Mae llai o gwympiadau."), "llai");
}

TEST(AClaimOfImprovement, IsNotInWordsThatClaimNothing) {
    EXPECT_EQ(claim(""), "");
    EXPECT_EQ(claim("Two wards moved in March. Staffing was short at weekends."), "");
    EXPECT_EQ(claim("Falls rose because beds were added and are higher than we like."), "");
}

}  // namespace
}  // namespace primum::boards
