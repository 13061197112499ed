#include "design/form.h"

#include <gmock/gmock.h>

#include "design/choices.h"
#include "design/error_summary.h"
#include "design/input.h"
#include "design/pagination.h"
#include "design/testing.h"

namespace primum::design {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text(const html::Html& markup) {
    return std::string(markup.markup());
}

TEST(Form, CarriesTheTokenAndTheKeyOfItsPage) {
    View view = view_in("en");
    view.token = "t\"1";
    view.once = "o2";
    const std::string form = text(design::form(view, {.action = html::url("/x")}, {}));
    EXPECT_THAT(form, HasSubstr(R"(<input type="hidden" name="token" value="t&quot;1">)"));
    EXPECT_THAT(form, HasSubstr(R"(<input type="hidden" name="once" value="o2">)"));
    EXPECT_THAT(form, HasSubstr(R"(method="post" novalidate="")"));
    EXPECT_THAT(form, Not(HasSubstr("enctype")));
}

TEST(Form, MayHoldFiles) {
    EXPECT_THAT(text(form(view_in("en"), {.action = html::url("/x"), .uploads = true}, {})),
                HasSubstr(R"(enctype="multipart/form-data")"));
}

// Labels tick the box whose id they name: two groups of one name must not share theirs.
TEST(Form, GivesGroupsOfOneNameIdsOfTheirOwn) {
    const auto group = [](const Text& id) {
        return text(checkboxes(
            view_in("en"), {.name = "measure",
                            .choices = {{.value = "A", .label = "A"}, {.value = "B", .label = "B"}},
                            .id = id}));
    };
    EXPECT_THAT(group(""), HasSubstr(R"(id="measure-2" name="measure")"));
    EXPECT_THAT(group("other"), HasSubstr(R"(id="other-2" name="measure")"));
    EXPECT_THAT(group("other"), HasSubstr(R"(for="other-2")"));
}

TEST(Form, LiesBelowTheBasePath) {
    html::set_base_path("/primum");
    const std::string form = text(design::form(view_in("en"), {.action = html::url("/x")}, {}));
    html::set_base_path("");
    EXPECT_THAT(form, HasSubstr(R"(action="/primum/x")"));
}

TEST(SearchForm, HasNoToken) {
    EXPECT_THAT(text(search_form({.action = html::url("/x")}, {})), Not(HasSubstr("token")));
}

TEST(ErrorSummary, LeadsToTheFieldAndSpeaksTheReadersLanguage) {
    Problems problems;
    problems.add("email", "Enter your email address");
    const std::string summary = text(error_summary(view_in("cy"), problems));
    EXPECT_THAT(summary, HasSubstr(R"(<a href="#email">Rhowch eich cyfeiriad e-bost</a>)"));
    EXPECT_THAT(summary, HasSubstr("Mae problem"));
    EXPECT_EQ(text(error_summary(view_in("cy"), {})), "");
}

TEST(Input, SaysItsErrorInTheReadersLanguage) {
    const std::string markup = text(
        input(view_in("cy"), {.name = "email", .label = "x", .error = "Enter your email address"}));
    EXPECT_THAT(markup, HasSubstr("Gwall: </span>Rhowch eich cyfeiriad e-bost"));
    EXPECT_THAT(markup, HasSubstr(R"(aria-describedby="email-error")"));
}

TEST(Pagination, ShowsTheEndsAndTheNeighbours) {
    const auto shown = [](std::size_t current, std::size_t count) {
        const std::string markup = text(pagination(
            view_in("en"), Pages{.current = current, .count = count, .where = [](auto p) {
                                     return html::url("?page={}", p);
                                 }}));
        std::string pages;
        for (std::size_t at = markup.find("<li"); at != markup.npos;
             at = markup.find("<li", at + 1)) {
            const std::size_t end = markup.find("</li>", at);
            const std::string item = markup.substr(at, end - at);
            const std::size_t number = item.find("\">", item.find("aria-label"));
            pages += item.find("ellipsis") != item.npos
                         ? "… "
                         : item.substr(number + 2, item.find("</a>") - number - 2) + " ";
        }
        return pages;
    };
    EXPECT_EQ(shown(1, 1), "");
    EXPECT_EQ(shown(1, 3), "1 2 3 ");
    EXPECT_EQ(shown(1, 9), "1 2 … 9 ");
    EXPECT_EQ(shown(5, 9), "1 … 4 5 6 … 9 ");
    EXPECT_EQ(shown(4, 9), "1 2 3 4 5 … 9 ");  // dots for page 2 alone would be no shorter
    EXPECT_EQ(shown(9, 9), "1 … 8 9 ");
}

}  // namespace
}  // namespace primum::design
