// People before the real front door, with every page and every form as a browser has them.
#include <chrono>

#include "access/routes.h"
#include "crypto/totp.h"
#include "people/browser_test.h"
#include "people/joining.h"
#include "people/routes.h"
#include "people/second_factor.h"
#include "people/testing.h"

namespace primum::people {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using testing::Browser;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class PagesTest : public testing::AccountsTest {
protected:
    PagesTest() {
        routes.get("/", access::policy::everyone,
                   [](const http::Request&, access::Context& context) {
                       return http::text(http::Status::ok, "home of " + context.view.who);
                   });
        add_routes(routes, accounts);
    }
    void sign_in_as(const std::string& email, const std::string& password = testing::kPassword) {
        browser.open("/sign-in");
        browser.send("/sign-in", {{"email", email}, {"password", password}});
    }
    std::vector<mail::Message> letters() {
        std::vector<mail::Message> sent;
        accounts.outbox.deliver_due(
            *database,
            [&](const mail::Message& message) {
                sent.push_back(message);
                return mail::Sent{mail::Delivery::accepted, {}};
            },
            clock);
        return sent;
    }
    /// The part of a link in a letter that a browser asks us for.
    static std::string link_in(const std::string& text) {
        const std::size_t at = text.find("8080/") + 4;
        return text.substr(at, text.find('\n', at) - at);
    }

    access::Routes routes;
    access::FrontDoor door{*database,
                           routes,
                           languages,
                           recogniser(accounts),
                           [](auto&&...) { return std::vector<design::MenuItem>(); },
                           [](const http::Request& request, std::string_view what) {
                               ADD_FAILURE() << request.path << ": " << what;
                           },
                           {.public_url = accounts.settings.public_url,
                            .form_key = std::string(32, 'f'),
                            .clock = &clock}};
    Browser browser{door};
};
PRIMUM_ON_EACH_ENGINE(PagesTest);

TEST_P(PagesTest, SignSomebodyInAndOut) {
    add("ann@example.org");
    EXPECT_EQ(browser.open("/sign-in?return=/account"), 200);
    EXPECT_EQ(
        browser.send("/sign-in", {{"email", "ann@example.org"}, {"password", testing::kPassword}}),
        200);
    EXPECT_EQ(browser.address, "/account");
    EXPECT_THAT(browser.page, HasSubstr("Ann Example"));
    EXPECT_THAT(std::string(*browser.headers.find("Cache-Control")), "no-store");

    EXPECT_EQ(browser.send("/sign-out", {}), 200);
    EXPECT_EQ(browser.page, "home of ");
    EXPECT_EQ(browser.sent_on.find("Clear-Site-Data"), R"("cache")");
    EXPECT_FALSE(browser.cookies.contains("primum"));
    EXPECT_TRUE(browser.cookies.contains("primum-device"));
    browser.open("/account");
    EXPECT_THAT(browser.address, StartsWith("/sign-in"));
}

TEST_P(PagesTest, KeepTheAddressAndNotThePasswordOfAWrongSignIn) {
    add("ann@example.org");
    browser.open("/sign-in");
    EXPECT_EQ(browser.send("/sign-in",
                           {{"email", "ann@example.org"}, {"password", "not that one at all"}}),
              422);
    EXPECT_THAT(browser.page, HasSubstr("<title>Error: Sign in"));
    EXPECT_THAT(browser.page, HasSubstr("value=\"ann@example.org\""));
    EXPECT_THAT(browser.page, Not(HasSubstr("not that one at all")));
    const auto without_tokens = [](std::string page) {
        for (const char* name : {"name=\"token\"", "name=\"once\""})
            for (std::size_t at = page.find(name); at != page.npos; at = page.find(name, at + 1))
                page.erase(at, page.find('>', at) - at);
        return page;
    };
    const std::string of_ann = without_tokens(browser.page);
    browser.open("/sign-in");
    browser.send("/sign-in", {{"email", "eve@example.org"}, {"password", "not that one at all"}});
    std::string of_eve = without_tokens(browser.page);
    for (std::size_t at = of_eve.find("eve@"); at != of_eve.npos; at = of_eve.find("eve@"))
        of_eve.replace(at, 4, "ann@");
    EXPECT_EQ(of_eve, of_ann) << "nobody learns who has an account";
}

TEST_P(PagesTest, TellHowLongToWait) {
    for (int i = 0; i < 5; ++i)
        sign_in_as("ann@example.org", "not that one at all");
    browser.open("/sign-in");
    EXPECT_EQ(browser.send("/sign-in", {{"email", "ann@example.org"}, {"password", "x"}}), 429);
    EXPECT_THAT(browser.page, HasSubstr("Wait 1 second, then try again."));
    EXPECT_EQ(browser.headers.find("Retry-After"), "1");
}

TEST_P(PagesTest, LeadNobodyToAnotherSite) {
    add("ann@example.org");
    for (const char* away : {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
        browser = Browser(door);
        browser.open("/sign-in?return=" + std::string(away));
        browser.send("/sign-in", {{"email", "ann@example.org"}, {"password", testing::kPassword}});
        EXPECT_EQ(browser.address, "/") << away;
    }
}

TEST_P(PagesTest, TakeNoPasswordOverAnOpenNetwork) {
    add("ann@example.org");
    browser.peer.address = "192.0.2.9";
    browser.open("/sign-in");
    EXPECT_EQ(
        browser.send("/sign-in", {{"email", "ann@example.org"}, {"password", testing::kPassword}}),
        422);
    EXPECT_THAT(browser.page, HasSubstr("https"));
    EXPECT_FALSE(browser.cookies.contains("primum"));
}

TEST_P(PagesTest, SetUpAnAppAndAskForItsCodes) {
    const PersonId ann = add("ann@example.org");
    sign_in_as("ann@example.org");
    const std::string old_session = browser.cookies["primum"];
    browser.open("/account/second-factor");
    EXPECT_EQ(browser.send("/account/second-factor", {}), 200);
    EXPECT_EQ(browser.address, "/account/second-factor/new");
    EXPECT_THAT(browser.page, AllOf(HasSubstr("<svg"), HasSubstr("inputmode=\"numeric\"")));
    EXPECT_EQ(browser.send("/account/second-factor/confirmation", {{"code", "000000"}}), 422);

    const std::string secret = find_app(*database->read(), accounts.seal, ann)->secret;
    EXPECT_EQ(browser.send("/account/second-factor/confirmation",
                           {{"code", crypto::totp_code(secret, clock.now())}}),
              200);
    EXPECT_THAT(browser.page, HasSubstr("Your recovery codes"));
    const std::size_t at = browser.page.find("<li><code>") + 10;
    const std::string recovery = browser.page.substr(at, 19);
    EXPECT_NE(browser.cookies["primum"], old_session);
    browser.open("/account");
    EXPECT_THAT(browser.page, HasSubstr("10 recovery codes left"));

    browser.send("/sign-out", {});
    wait(30s);
    sign_in_as("ann@example.org");
    EXPECT_THAT(browser.address, StartsWith("/sign-in/code"));
    EXPECT_EQ(browser.send("/sign-in/code", {{"code", "123"}}), 422);
    EXPECT_EQ(browser.send("/sign-in/code", {{"code", recovery}}), 200);
    EXPECT_EQ(browser.page, "home of Ann Example");

    browser.open("/account/second-factor");
    EXPECT_THAT(browser.page, HasSubstr("9 recovery codes left"));
    EXPECT_EQ(browser.send("/account/second-factor/removal", {}), 200);
    EXPECT_THAT(browser.page, HasSubstr("no longer asked for"));
    EXPECT_FALSE(has_second_factor(*database->read(), ann));
}

TEST_P(PagesTest, AskForThePasswordAgainBeforeWhatIsWellProtected) {
    add("ann@example.org");
    sign_in_as("ann@example.org");
    wait(6min);
    browser.open("/account/email");
    EXPECT_THAT(browser.address, StartsWith("/reauthenticate"));
    EXPECT_EQ(browser.send("/reauthenticate", {{"password", "not that one at all"}}), 422);
    EXPECT_EQ(browser.send("/reauthenticate", {{"password", testing::kPassword}}), 200);
    EXPECT_EQ(browser.address, "/account/email");
}

TEST_P(PagesTest, ResetAForgottenPassword) {
    add("ann@example.org");
    browser.open("/password-reset");
    EXPECT_EQ(browser.send("/password-reset", {{"email", "nobody@example.org"}}), 200);
    const std::string of_nobody = browser.address;
    browser.open("/password-reset");
    EXPECT_EQ(browser.send("/password-reset", {{"email", "ann@example.org"}}), 200);
    EXPECT_EQ(browser.address, of_nobody);
    const auto sent = letters();
    ASSERT_EQ(sent.size(), 1u);

    const std::string link = link_in(sent[0].text);
    EXPECT_EQ(browser.open(link), 200);
    EXPECT_EQ(browser.headers.find("Referrer-Policy"), "no-referrer");
    EXPECT_THAT(browser.page, HasSubstr("autocomplete=\"new-password\""));
    EXPECT_EQ(browser.send("/password-reset/new", {{"password", "password1234"}}), 422);
    EXPECT_THAT(browser.page, HasSubstr("easy to guess"));
    EXPECT_EQ(browser.send("/password-reset/new", {{"password", "another four random words"}}),
              200);
    EXPECT_THAT(browser.page, HasSubstr("Your password has been changed"));
    EXPECT_EQ(browser.send_again(), 200) << "a second click is no second change";
    EXPECT_EQ(browser.open(link), 404);
    sign_in_as("ann@example.org", "another four random words");
    EXPECT_EQ(browser.page, "home of Ann Example");
}

TEST_P(PagesTest, SetTheInstallationUp) {
    browser.open(link_in(*setup_link(accounts) + "\n"));
    EXPECT_EQ(browser.send("/setup", {{"name", "Ann Example"}, {"organisation", "Safer Care"}}),
              422);
    EXPECT_THAT(browser.page,
                AllOf(HasSubstr("Enter an email address"), HasSubstr("at least 12 characters"),
                      HasSubstr("value=\"Ann Example\"")));
    EXPECT_EQ(browser.send("/setup", {{"name", "Ann Example"},
                                      {"email", "Ann@Example.org"},
                                      {"password", testing::kPassword},
                                      {"organisation", "Safer Care"}}),
              200);
    EXPECT_THAT(browser.page, HasSubstr("Your account is ready"));
    EXPECT_EQ(administrators.at(0).second, "Safer Care");
    sign_in_as("ann@example.org");
    EXPECT_EQ(browser.page, "home of Ann Example");
}

TEST_P(PagesTest, TakeAnInvitationFromSomebodyNew) {
    const OrganisationId trust = add_organisation();
    const std::string link =
        link_in(write([&](store::Writer& db) {
                    return invite(accounts, db, languages.english(),
                                  {"bob@example.org", "Ann", "A trust"}, trust, "1", clock.now());
                }) +
                "\n");
    EXPECT_EQ(browser.open(link), 200);
    EXPECT_EQ(browser.send("/invitation", {{"name", ""}, {"password", testing::kPassword}}), 422);
    EXPECT_EQ(browser.send("/invitation", {{"name", "Bob"}, {"password", testing::kPassword}}),
              200);
    sign_in_as("bob@example.org");
    EXPECT_EQ(browser.page, "home of Bob");
    EXPECT_EQ(browser.open(link), 404);
}

TEST_P(PagesTest, TakeAnInvitationFromSomebodyWithAnAccount) {
    add("bob@example.org", "Bob");
    const OrganisationId trust = add_organisation();
    const std::string link =
        link_in(write([&](store::Writer& db) {
                    return invite(accounts, db, languages.english(),
                                  {"bob@example.org", "Ann", "A trust"}, trust, "1", clock.now());
                }) +
                "\n");
    browser.open(link);
    EXPECT_THAT(browser.page, HasSubstr("/sign-in?return="));
    std::size_t at = browser.page.find("/sign-in?return=");
    browser.open(browser.page.substr(at, browser.page.find('"', at) - at));
    browser.send("/sign-in", {{"email", "bob@example.org"}, {"password", testing::kPassword}});
    EXPECT_EQ(browser.address, link);
    EXPECT_EQ(browser.send("/invitation/acceptance", {}), 200);
    EXPECT_EQ(browser.page, "home of Bob");
}

TEST_P(PagesTest, ChangeNameLanguageAndPassword) {
    add("ann@example.org");
    sign_in_as("ann@example.org");
    Browser elsewhere = browser;
    browser.open("/account/details");
    EXPECT_EQ(browser.send("/account/details", {{"name", "Siân"}, {"language", "cy"}}), 200);
    EXPECT_THAT(browser.page, AllOf(HasSubstr("Siân"), HasSubstr("lang=\"cy\"")));

    browser.open("/account/password");
    EXPECT_EQ(browser.send("/account/password", {{"current", "not that one at all"},
                                                 {"password", "another four random words"}}),
              422);
    EXPECT_EQ(browser.send("/account/password", {{"current", testing::kPassword},
                                                 {"password", "another four random words"}}),
              200);
    EXPECT_EQ(browser.address, "/account?done=password");
    elsewhere.open("/account");
    EXPECT_THAT(elsewhere.address, StartsWith("/sign-in")) << "signed out everywhere else";
}

TEST_P(PagesTest, NoticeThatDetailsWereChangedElsewhere) {
    add("ann@example.org");
    sign_in_as("ann@example.org");
    browser.open("/account/details");
    Browser second = browser;
    browser.send("/account/details", {{"name", "First"}, {"language", ""}});
    EXPECT_EQ(second.send("/account/details", {{"name", "Second"}, {"language", ""}}), 422);
    EXPECT_THAT(second.page, HasSubstr("value=\"Second\""));
    EXPECT_EQ(second.send("/account/details", {{"name", "Second"}, {"language", ""}}), 200)
        << "they have seen it";
}

TEST_P(PagesTest, ChangeTheAddressAtOnceWhereNoLetterCanBeSent) {
    add("ann@example.org");
    add("bob@example.org");
    sign_in_as("ann@example.org");
    browser.open("/account/email");
    EXPECT_EQ(browser.send("/account/email", {{"email", "bob@example.org"}}), 422);
    EXPECT_EQ(browser.send("/account/email", {{"email", "siân"}}), 422);
    EXPECT_THAT(browser.page, HasSubstr("value=\"siân\""));
    EXPECT_EQ(browser.send("/account/email", {{"email", "new@example.org"}}), 200);
    EXPECT_THAT(browser.page, HasSubstr("new@example.org"));
    EXPECT_EQ(letters().at(0).to, "ann@example.org") << "the former address is told";
}

TEST_P(PagesTest, ListDevicesAndSignThemOut) {
    add("ann@example.org");
    sign_in_as("ann@example.org");
    Browser other(door);
    other.open("/sign-in");
    other.send("/sign-in", {{"email", "ann@example.org"}, {"password", testing::kPassword}});
    browser.open("/account/sessions");
    EXPECT_THAT(browser.page, HasSubstr("This device"));
    EXPECT_EQ(browser.send("/account/sessions/end", {}), 200);
    other.open("/account");
    EXPECT_THAT(other.address, StartsWith("/sign-in"));
    EXPECT_EQ(browser.open("/account"), 200);
    EXPECT_THAT(browser.page, HasSubstr("1 device"));
}

TEST_P(PagesTest, RefuseAFormThatIsNotOurs) {
    add("ann@example.org");
    browser.open("/sign-in");
    browser.cookies.clear();  // another browser's token
    EXPECT_EQ(
        browser.send("/sign-in", {{"email", "ann@example.org"}, {"password", testing::kPassword}}),
        403);
    EXPECT_FALSE(browser.cookies.contains("primum"));
}

TEST_P(PagesTest, AreInTheReadersLanguage) {
    browser.cookies["primum-language"] = "cy";
    browser.open("/sign-in");
    EXPECT_THAT(browser.page, AllOf(HasSubstr("lang=\"cy\""), HasSubstr("Mewngofnodi")));
}

}  // namespace
}  // namespace primum::people
