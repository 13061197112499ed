// The whole way of somebody who signs in with an organisation's own account: our pages through the
// front door, a real provider (npm oidc-provider) in between, and the roles that come of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "access/front_door.h"
#include "openid/testing.h"
#include "organisations/members.h"
#include "organisations/provider_roles.h"
#include "organisations/testing_tree.h"
#include "people/openid_attempt.h"
#include "people/openid_routes.h"
#include "people/openid_sign_in.h"
#include "people/routes.h"
#include "people/session.h"
#include "people/sign_in.h"
#include "people/store.h"

namespace primum::organisations {
namespace {

using http::Method;
using http::Response;
using http::Status;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kPublicUrl = "http://127.0.0.1:9";

const openid::Script& provider_script() {
    static const openid::Script running({"provider.mjs", openid::kRedirectUri,
                                         "http://127.0.0.1:9/signed-out", "0",
                                         "claims-in-id-token"});
    return running;
}

const openid::Script& hostile_script() {
    static const openid::Script running({"hostile.mjs"});
    return running;
}

openid::Provider entra() {
    openid::Provider provider = openid::provider_at(provider_script().address());
    provider.key = "entra";
    provider.label = "your hospital account";
    provider.person = {"tid", "oid"};
    openid::RoleRule rule;
    rule.claim = "roles";
    rule.value = "Primum.Editor";
    rule.role = "improvement_lead";
    rule.organisation = "RZ9";
    provider.roles = {rule};
    return provider;
}

openid::Provider hostile(const std::string& fault) {
    openid::Provider provider = openid::provider_at(hostile_script().address() + '/' + fault);
    provider.key = fault;
    openid::RoleRule rule;
    rule.claim = "sub";
    rule.value = "person-1";
    rule.role = "analyst";
    rule.organisation = "RZ8";
    provider.roles = {rule};
    return provider;
}

/// The machine's time, until it is moved: providers go by it as well.
class MovedClock final : public Clock {
public:
    Instant now() const override { return system_clock().now() + by_; }
    void move(std::chrono::seconds by) { by_ += by; }

private:
    std::chrono::seconds by_{0};
};

/// An installation with these providers, on a database that others may share.
class House {
public:
    House(store::Store& store, std::vector<openid::Provider> providers, const Clock& clock)
        : openid_(
              std::move(providers), keys(), take_provider_roles,
              [this](auto, auto, auto reason) { log.emplace_back(reason); }, clock),
          accounts(store, languages_, keys(),
                   {.public_url = kPublicUrl,
                    .providers = openid_.doors(),
                    .password_cost = {.memory_kib = 1024, .passes = 1}},
                   {.accept_invitation = [](auto&&...) {},
                    .make_administrator = [](auto&&...) {},
                    .provider_sign_out =
                        [this](const store::Reader& db, std::string_view session,
                               const std::string& back) {
                            return people::provider_sign_out(openid_, db, session, back);
                        }}),
          door_(
              store, routes_, languages_, people::recogniser(accounts),
              [](auto&&...) { return std::vector<design::MenuItem>(); },
              [this](auto&&, auto what) { log.emplace_back(what); },
              {.public_url = kPublicUrl, .form_key = std::string(32, 'f'), .clock = &clock}) {
        people::add_routes(routes_, accounts);
        people::add_openid_routes(routes_, accounts, openid_);
        routes_.get("/", access::policy::everyone,
                    [](const http::Request&, access::Context& context) {
                        return http::text(Status::ok, context.view.who);
                    });
    }

    static const crypto::Keys& keys() {
        static const crypto::Keys keys(std::string(crypto::Keys::kBytes, 'k'));
        return keys;
    }

    Response answer(http::Request& request) { return door_.answer(request); }
    const people::OpenId& openid() const { return openid_; }

    std::vector<std::string> log;

private:
    language::Languages languages_;
    people::OpenId openid_;

public:
    people::Accounts accounts;

private:
    access::Routes routes_;
    access::FrontDoor door_;
};

/// Somebody's browser: keeps our cookies, and goes to providers and back.
class Person {
public:
    explicit Person(House& house) : house_(&house) {}

    Response open(const std::string& path) { return send(Method::get, path, {}); }

    /// Fills in the form of a page and sends it there.
    Response post(const std::string& path, const std::string& page, const std::string& more = {}) {
        return send(Method::post, path,
                    "token=" + value_in(page, "token") + "&once=" + value_in(page, "once") + more);
    }

    /// Presses the button, and gives the address of the provider that it leads to.
    std::string leave_for(const std::string& key, const std::string& more = {}) {
        const std::string path = "/sign-in/with/" + key;
        const Response left = post(path, std::string(open(path).bytes()), more);
        return leads_to(left);
    }

    static std::string leads_to(const Response& response) {
        const auto refresh = response.headers.find("Refresh");
        if (!refresh) throw std::runtime_error(std::string(response.bytes()));
        return std::string(refresh->substr(std::string_view("0;url=").size()));
    }

    /// Signs in at the provider, without coming back yet.
    std::string visit(const std::string& address) {
        const std::string back = outside_->follow(address, openid::kRedirectUri);
        return back.substr(std::string_view(kPublicUrl).size());
    }

    Response sign_in(const std::string& key, const std::string& more = {}) {
        return open(visit(leave_for(key, more)));
    }

    /// Whom the home page greets.
    std::string who() { return std::string(open("/").bytes()); }

    std::string cookie(const std::string& name) { return cookies_[name]; }
    /// The provider no longer knows this browser.
    void forget_provider() { outside_.emplace(); }

    void move_to(House& house) { house_ = &house; }

private:
    static std::string value_in(const std::string& page, const std::string& name) {
        const std::size_t field = page.find("name=\"" + name + '"');
        const std::size_t value = page.find("value=\"", field) + 7;
        return field == page.npos ? "" : page.substr(value, page.find('"', value) - value);
    }

    Response send(Method method, const std::string& target, const std::string& body) {
        http::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        if (target.find('?') != target.npos) request.query = target.substr(target.find('?') + 1);
        request.peer = {.address = "127.0.0.1", .secure = false, .host = "127.0.0.1:9"};
        request.id = "of-a-test";
        std::string cookies;
        for (const auto& [name, value] : cookies_)
            cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
        if (!cookies.empty()) request.headers.add("Cookie", cookies);
        if (method == Method::post) {
            request.headers.add("Origin", kPublicUrl);
            request.headers.add("Content-Type", "application/x-www-form-urlencoded");
            request.body = body;
        }
        Response response = house_->answer(request);
        for (const http::Header& header : response.headers)
            if (header.name == "Set-Cookie") keep(header.value);
        return response;
    }

    void keep(const std::string& cookie) {
        const std::size_t equals = cookie.find('=');
        const std::string value = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
        if (value.empty())
            cookies_.erase(cookie.substr(0, equals));
        else
            cookies_[cookie.substr(0, equals)] = value;
    }

    House* house_;
    std::optional<openid::Browser> outside_{std::in_place};
    std::map<std::string, std::string> cookies_;
};

class ProviderSignIn : public testing::TestWithParam<store::Engine> {
protected:
    static std::vector<openid::Provider> usual() { return {entra(), hostile("none")}; }

    static openid::Provider with(openid::Provider provider, auto change) {
        change(provider);
        return provider;
    }

    PersonId add(const std::string& email) {
        return store_->write([&](store::Writer& db) {
            return people::add_person(db, stamp(), {.email = email, .name = "Ann Example"});
        });
    }

    int people() {
        return *store_->read()->one([](const store::Row& row) { return row.get<int>(0); },
                                    "SELECT count(*) FROM people");
    }

    std::vector<std::string> audited() {
        return store_->read()->all([](const store::Row& row) { return row.get<std::string>(0); },
                                   "SELECT action FROM audit_entries ORDER BY at, seq",
                                   everywhere().everywhere());
    }

    std::vector<access::Role> roles_in(OrganisationId organisation) {
        std::vector<access::Role> roles;
        const auto today = std::chrono::floor<std::chrono::days>(clock_.now());
        for (const Membership& one :
             members_of(*store_->read(), everywhere().may_read(organisation), today))
            roles.push_back(one.role);
        return roles;
    }

    MovedClock clock_;
    store::testing::FreshDatabase store_{GetParam(), {.clock = &clock_}};
    TestTree tree_{*store_};
    House house_{*store_, usual(), clock_};
    Person person_{house_};
};
INSTANTIATE_TEST_SUITE_P(Engines, ProviderSignIn, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(ProviderSignIn, OpensAnAccountWithTheRolesThatTheRulesGive) {
    const Response response = person_.sign_in("entra", "&return=%2F%3Fhere");
    EXPECT_EQ(response.status, Status::see_other) << response.bytes();
    EXPECT_EQ(response.headers.find("Location"), "/?here");
    EXPECT_EQ(person_.who(), "Ada Nurse");
    EXPECT_THAT(roles_in(tree_.trust), ElementsAre(access::Role::improvement_lead));
    EXPECT_THAT(audited(), testing::IsSupersetOf({"people.join_identity", "people.sign_in",
                                                  "organisations.give_role"}));
    EXPECT_THAT(house_.log, IsEmpty());
}

TEST_P(ProviderSignIn, FindsTheSameAccountNextTime) {
    person_.sign_in("entra");
    Person elsewhere(house_);
    EXPECT_EQ(elsewhere.sign_in("entra").status, Status::see_other);
    EXPECT_EQ(people(), 1);
    EXPECT_THAT(roles_in(tree_.trust), ElementsAre(access::Role::improvement_lead));
}

TEST_P(ProviderSignIn, IsOfTheBrowserThatBeganItAndOfNoOther) {
    const std::string back = person_.visit(person_.leave_for("entra"));
    Person thief(house_);
    thief.open("/");
    const Response stolen = thief.open(back);
    EXPECT_EQ(stolen.status, Status::forbidden);
    EXPECT_THAT(std::string(stolen.bytes()), HasSubstr("was started in another window"));
    EXPECT_EQ(thief.who(), "");
    EXPECT_EQ(person_.open(back).status, Status::see_other);  // and it has not been spoilt
    EXPECT_EQ(person_.who(), "Ada Nurse");
}

TEST_P(ProviderSignIn, HappensOnce) {
    const std::string back = person_.visit(person_.leave_for("entra"));
    EXPECT_EQ(person_.open(back).status, Status::see_other);
    EXPECT_EQ(person_.open(back).status, Status::forbidden);
    EXPECT_THAT(house_.log, ElementsAre(HasSubstr("state is unknown")));
}

TEST_P(ProviderSignIn, HasTenMinutes) {
    const std::string back = person_.visit(person_.leave_for("entra"));
    clock_.move(people::kAttemptKept);
    EXPECT_EQ(person_.open(back).status, Status::forbidden);
    EXPECT_EQ(people(), 0);
}

TEST_P(ProviderSignIn, KeepsItsSecretsSealed) {
    const std::string address = person_.leave_for("entra");
    const auto stored = store_->read()->all(
        [](const store::Row& row) {
            return row.get<std::string>(0) + ' ' + row.get<std::string>(1) + ' ' +
                   row.get<std::string>(2);
        },
        "SELECT state_hash, nonce, verifier FROM oidc_attempts");
    ASSERT_EQ(stored.size(), 1u);
    EXPECT_THAT(stored[0], Not(HasSubstr(*openid::parameter(address, "state"))));
    EXPECT_THAT(stored[0], Not(HasSubstr(*openid::parameter(address, "nonce"))));
    person_.open(person_.visit(address));
    const auto tokens =
        store_->read()->all([](const store::Row& row) { return row.get<std::string>(0); },
                            "SELECT id_token FROM sessions");
    ASSERT_EQ(tokens.size(), 1u);
    EXPECT_THAT(tokens[0], Not(HasSubstr("eyJ")));  // how every JWT begins
}

TEST_P(ProviderSignIn, LetsNobodyInWithoutARole) {
    House strict(*store_, {with(entra(), [](auto& p) { p.roles.clear(); })}, clock_);
    Person person(strict);
    const Response response = person.sign_in("entra");
    EXPECT_EQ(response.status, Status::forbidden);
    EXPECT_THAT(std::string(response.bytes()), HasSubstr("You have no role here yet"));
    EXPECT_THAT(std::string(response.bytes()), HasSubstr("ada@example.nhs.uk"));
    EXPECT_EQ(people(), 0);
    EXPECT_EQ(person.who(), "");
}

TEST_P(ProviderSignIn, OpensNoAccountForARoleInAnOrganisationThatIsNotThere) {
    House wrong(*store_, {with(entra(), [](auto& p) { p.roles[0].organisation = "NOWHERE"; })},
                clock_);
    Person person(wrong);
    EXPECT_EQ(person.sign_in("entra").status, Status::forbidden);
    EXPECT_EQ(people(), 0);
    EXPECT_THAT(wrong.log, ElementsAre(HasSubstr("no open organisation has the code \"NOWHERE\"")));
}

TEST_P(ProviderSignIn, TakesRolesAnewEachTime) {
    person_.sign_in("entra");
    House changed(*store_,
                  {with(entra(),
                        [](auto& p) {
                            p.roles[0].role = "analyst";
                            p.roles[0].organisation = "RZ8";
                        })},
                  clock_);
    Person later(changed);
    EXPECT_EQ(later.sign_in("entra").status, Status::see_other);
    EXPECT_THAT(roles_in(tree_.trust), IsEmpty());
    EXPECT_THAT(roles_in(tree_.other), ElementsAre(access::Role::analyst));

    House none(*store_, {with(entra(), [](auto& p) { p.roles.clear(); })}, clock_);
    Person last(none);
    EXPECT_EQ(last.sign_in("entra").status, Status::forbidden);
    EXPECT_THAT(roles_in(tree_.other), IsEmpty());
    EXPECT_EQ(later.who(), "");  // and the session there was is over
}

TEST_P(ProviderSignIn, JoinsAnAccountByItsAddressOnlyWhereTheProviderMayVouchForIt) {
    const PersonId ann = add("ada@example.nhs.uk");
    const Response refused = person_.sign_in("entra");
    EXPECT_EQ(refused.status, Status::forbidden);
    EXPECT_THAT(std::string(refused.bytes()),
                HasSubstr("There is an account with your email address already"));
    EXPECT_EQ(person_.who(), "");

    House trusting(*store_, {with(entra(), [](auto& p) { p.domains = {"example.nhs.uk"}; })},
                   clock_);
    Person person(trusting);
    EXPECT_EQ(person.sign_in("entra").status, Status::see_other);
    EXPECT_EQ(person.who(), "Ann Example");
    EXPECT_EQ(people(), 1);

    store_->write([&](store::Writer& db) { people::save_disabled(db, stamp(), ann, true); });
    const Response disabled = person.sign_in("entra");
    EXPECT_THAT(std::string(disabled.bytes()), HasSubstr("Your account has been closed"));
    EXPECT_EQ(person.who(), "");
}

TEST_P(ProviderSignIn, TrustsNoAddressThatIsNotVerified) {
    add("vera@elsewhere.example");
    House trusting(*store_,
                   {with(entra(),
                         [](auto& p) {
                             p.domains = {"elsewhere.example"};
                             p.parameters = {{"login_hint", "visitor"}};
                         })},
                   clock_);
    Person person(trusting);
    EXPECT_THAT(std::string(person.sign_in("entra").bytes()),
                HasSubstr("There is an account with your email address already"));
}

TEST_P(ProviderSignIn, AsksThoseWhoAreInToProveItAgain) {
    person_.sign_in("entra");
    const std::string before = person_.cookie("primum");
    EXPECT_THAT(std::string(person_.open("/sign-in/with/entra").bytes()),
                HasSubstr("We need to be sure that it is still you"));
    const std::string address = person_.leave_for("entra");
    EXPECT_EQ(openid::parameter(address, "prompt"), "login");
    EXPECT_EQ(person_.open(person_.visit(address)).status, Status::see_other);
    EXPECT_NE(person_.cookie("primum"), before);
    EXPECT_EQ(person_.who(), "Ada Nurse");
}

TEST_P(ProviderSignIn, IsNotProvedAgainBySomebodyElse) {
    House two(*store_,
              {entra(), with(entra(),
                             [](auto& p) {
                                 p.key = "other";
                                 p.parameters = {{"login_hint", "visitor"}};
                             })},
              clock_);
    Person person(two);
    person.sign_in("entra");
    person.forget_provider();
    const Response response = person.sign_in("other");
    EXPECT_EQ(response.status, Status::forbidden);
    EXPECT_THAT(std::string(response.bytes()), HasSubstr("somebody else's account"));
}

TEST_P(ProviderSignIn, EndsAtTheProviderToo) {
    person_.sign_in("entra");
    const std::string page(person_.open("/sign-in/with/entra").bytes());
    const Response left = person_.post("/sign-out", page);
    EXPECT_EQ(left.status, Status::ok);
    EXPECT_THAT(std::string(left.bytes()), Not(HasSubstr("Ada Nurse")));
    EXPECT_EQ(person_.cookie("primum"), "");
    EXPECT_EQ(person_.who(), "");

    const std::string address = person_.leads_to(left);
    EXPECT_TRUE(address.starts_with(provider_script().address() + "/session/end?"));
    EXPECT_EQ(openid::parameter(address, "post_logout_redirect_uri"),
              "http://127.0.0.1:9/signed-out");
    openid::Browser browser;
    EXPECT_THAT(browser.open(address), HasSubstr("/session/end/confirm"));
    EXPECT_EQ(person_.open("/signed-out").status, Status::see_other);
}

TEST_P(ProviderSignIn, EndsHereAtLeastWhereTheProviderIsGone) {
    person_.sign_in("entra");
    House without(*store_, {}, clock_);
    person_.move_to(without);
    const std::string page(person_.open("/reauthenticate").bytes());
    const Response left = person_.post("/sign-out", page);
    EXPECT_EQ(left.status, Status::see_other) << left.bytes();
    EXPECT_EQ(person_.who(), "");
}

TEST_P(ProviderSignIn, SaysWhenTheProviderIsDownAndLeavesPasswordsAlone) {
    House down(*store_, {hostile("down")}, clock_);
    Person person(down);
    const std::string path = "/sign-in/with/down";
    const Response response = person.post(path, std::string(person.open(path).bytes()));
    EXPECT_EQ(response.status, Status::unavailable);
    EXPECT_THAT(std::string(response.bytes()),
                HasSubstr("We could not reach the service that you sign in with"));
    EXPECT_THAT(down.log, ElementsAre(HasSubstr("openid-configuration")));

    const PersonId ann = add("ann@example.org");
    const std::string hash = down.accounts.hash_password("correct horse battery staple");
    store_->write([&](store::Writer& db) { people::save_password(db, stamp(), ann, hash); });
    EXPECT_EQ(
        people::sign_in(down.accounts, {.browser = "", .network = "127.0.0.1"}, "ann@example.org",
                        "correct horse battery staple", {.at = clock_.now(), .request = "test"})
            .outcome,
        people::Outcome::signed_in);
}

TEST_P(ProviderSignIn, ShowsNamesAsTheyAreAndNotAsMarkup) {
    House house(*store_, {hostile("html-name")}, clock_);
    Person person(house);
    EXPECT_EQ(person.sign_in("html-name").status, Status::see_other);
    const std::string page(person.open("/sign-in/with/html-name").bytes());
    EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
    EXPECT_EQ(person.who(), "<script>alert(1)</script> & \"Ada\"");  // plain text here
}

TEST_P(ProviderSignIn, RefusesWithOneSentenceAndKeepsTheReasonForTheLog) {
    House house(*store_, {hostile("wrong-nonce")}, clock_);
    Person person(house);
    const Response response = person.sign_in("wrong-nonce");
    EXPECT_EQ(response.status, Status::forbidden);
    EXPECT_THAT(std::string(response.bytes()), HasSubstr("We could not confirm who you are"));
    EXPECT_THAT(std::string(response.bytes()), Not(HasSubstr("nonce")));
    EXPECT_THAT(house.log, ElementsAre(HasSubstr("nonce is not that of this sign-in")));
}

TEST_P(ProviderSignIn, KnowsOnlyTheProvidersOfTheSettings) {
    EXPECT_EQ(person_.open("/sign-in/with/elsewhere").status, Status::not_found);
    const std::string page(person_.open("/sign-in/with/entra").bytes());
    EXPECT_EQ(person_.post("/sign-in/with/elsewhere", page).status, Status::not_found);
}

TEST_P(ProviderSignIn, NeverLeadsToAnotherSite) {
    const Response response = person_.sign_in("entra", "&return=https%3A%2F%2Fevil.example%2F");
    EXPECT_EQ(response.headers.find("Location"), "/");
}

}  // namespace
}  // namespace primum::organisations
