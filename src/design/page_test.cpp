#include "design/page.h"

#include <gmock/gmock.h>

#include "design/testing.h"

namespace primum::design {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string shown(const View& view, const Page& page = {.title = "Wards"}) {
    return design::page(view, page, html::html("<h1>Wards</h1>")).markup();
}

TEST(Page, NamesItselfAndTheService) {
    EXPECT_THAT(shown(view_in("en")), HasSubstr("<title>Wards – Primum</title>"));
    EXPECT_THAT(shown(view_in("en"), {.title = "Wards", .error = true}),
                HasSubstr("<title>Error: Wards – Primum</title>"));
}

TEST(Page, SpeaksTheReadersLanguage) {
    EXPECT_THAT(shown(view_in("cy")), HasSubstr(R"(<html lang="cy" dir="ltr">)"));
    EXPECT_THAT(shown(view_in("cy")), HasSubstr("Mewngofnodi"));
}

TEST(Page, OffersTheOtherLanguages) {
    View view = view_in("en");
    view.path = "/a b";
    EXPECT_THAT(shown(view), HasSubstr(R"(href="/language/cy?return=%2Fa%20b")"));
    EXPECT_THAT(shown(view), Not(HasSubstr("/language/en")));
}

TEST(Page, LetsAVisitorSignIn) {
    EXPECT_THAT(shown(view_in("en")), HasSubstr(R"(href="/sign-in">Sign in</a>)"));
    EXPECT_THAT(shown(view_in("en")), Not(HasSubstr("Sign out")));
}

TEST(Page, LetsAPersonSignOutByAFormWithAToken) {
    View view = view_in("en");
    view.who = "Ann & Co";
    view.token = "secret";
    EXPECT_THAT(shown(view), HasSubstr("Ann &amp; Co"));
    EXPECT_THAT(shown(view), HasSubstr(R"(action="/sign-out" method="post")"));
    EXPECT_THAT(shown(view), HasSubstr(R"(name="token" value="secret")"));
    EXPECT_THAT(shown(view), Not(HasSubstr("/sign-in")));
}

TEST(Page, LeadsBackOrUp) {
    EXPECT_THAT(shown(view_in("en"), {.title = "x", .back = html::url("/up")}),
                HasSubstr(R"(<a class="nhsuk-back-link" href="/up">Back</a>)"));
    EXPECT_THAT(shown(view_in("en"), {.title = "x", .breadcrumb = {{"Home", html::url("/")}}}),
                HasSubstr("nhsuk-breadcrumb__link"));
}

}  // namespace
}  // namespace primum::design
