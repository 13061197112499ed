// A real provider (npm oidc-provider) in the shapes of NHS CIS2 and of Microsoft Entra ID.

#include "openid/provider.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "openid/testing.h"

namespace primum::openid {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Claims in userinfo only, roles as a list of objects, one of them chosen.
Provider like_cis2(const std::string& issuer) {
    Provider provider = provider_at(issuer);
    provider.scopes = {"openid", "profile", "email", "nationalrbacaccess", "selectedrole"};
    provider.person = {"uid"};
    provider.acr = {"AAL2_OR_AAL3_ANY", "AAL3_ANY"};
    provider.prompt = "login";
    provider.max_age = std::chrono::minutes(5);
    RoleRule rule;
    rule.claim = "nhsid_nrbac_roles";
    rule.field = "role_code";
    rule.value = "S8000:G8000:R8001";
    rule.role = "team_member";
    rule.organisation_field = "org_code";
    provider.roles = {rule};
    return provider;
}

// Claims in the ID token, app roles as a list of texts.
Provider like_entra(const std::string& issuer) {
    Provider provider = provider_at(issuer);
    provider.userinfo = false;
    provider.person = {"tid", "oid"};
    provider.tenants = {"22222222-bbbb-4bbb-8bbb-000000000001"};
    provider.domains = {"Example.NHS.uk"};
    provider.secret_by = SecretBy::basic;
    RoleRule rule;
    rule.claim = "roles";
    rule.value = "Primum.Editor";
    rule.role = "improvement_lead";
    rule.organisation = "RR8";
    provider.roles = {rule};
    return provider;
}

const Script& cis2() {
    static const Script running({"provider.mjs", kRedirectUri, kAfterSignOut});
    return running;
}

const Script& entra() {
    static const Script running(
        {"provider.mjs", kRedirectUri, kAfterSignOut, "0", "claims-in-id-token", "basic"});
    return running;
}

TEST(ProviderLikeCis2, SaysInUserinfoWhoItIsAndWhere) {
    RelyingParty party(like_cis2(cis2().address()));
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_TRUE(identity) << identity.error().reason;
    EXPECT_EQ(identity->issuer, cis2().address());
    EXPECT_EQ(identity->subject, "910000000001");
    EXPECT_EQ(identity->name, "Ada Nurse");
    EXPECT_EQ(identity->email, "ada@example.nhs.uk");
    EXPECT_FALSE(identity->email_trusted);  // verified, but no domain is pinned to this provider
    EXPECT_THAT(identity->roles,
                ElementsAre(Given{"team_member", "RAE"}, Given{"team_member", "RR8"}));
}

TEST(ProviderLikeCis2, GivesOnlyTheRoleThatThePersonHasChosen) {
    Provider provider = like_cis2(cis2().address());
    provider.roles[0].chosen_claim = "selected_roleid";
    provider.roles[0].chosen_field = "person_roleid";
    RelyingParty party(provider);
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_TRUE(identity) << identity.error().reason;
    EXPECT_THAT(identity->roles, ElementsAre(Given{"team_member", "RR8"}));
}

TEST(ProviderLikeEntra, SaysInTheIdTokenWhoItIsAndWhere) {
    RelyingParty party(like_entra(entra().address()));
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_TRUE(identity) << identity.error().reason;
    EXPECT_EQ(identity->subject,
              "22222222-bbbb-4bbb-8bbb-000000000001/11111111-aaaa-4aaa-8aaa-000000000001");
    EXPECT_EQ(identity->name, "Ada Nurse");
    EXPECT_TRUE(identity->email_trusted);
    EXPECT_THAT(identity->roles, ElementsAre(Given{"improvement_lead", "RR8"}));
}

TEST(ProviderLikeEntra, SignsInSomebodyWithoutARole) {
    Provider provider = like_entra(entra().address());
    provider.parameters = {{"login_hint", "visitor"}};
    RelyingParty party(provider);
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_TRUE(identity) << identity.error().reason;
    EXPECT_THAT(identity->roles, IsEmpty());
    EXPECT_EQ(identity->email, "vera@elsewhere.example");
    EXPECT_FALSE(identity->email_trusted);
}

TEST(ProviderLikeEntra, LetsNoOtherTenantIn) {
    Provider provider = like_entra(entra().address());
    provider.tenants = {"33333333-cccc-4ccc-8ccc-000000000001"};
    RelyingParty party(provider);
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_FALSE(identity);
    EXPECT_EQ(identity.error().sentence, kForeign);
    EXPECT_THAT(identity.error().reason, HasSubstr("tid is \"22222222"));
}

// A token without auth_time would do for the first sign-in, and not for the second: hostile_test.
TEST(SigningInAgain, MakesTheProviderAskOnceMore) {
    RelyingParty party(like_entra(entra().address()));
    Browser browser;
    ASSERT_TRUE(sign_in(party, browser));
    const auto started = party.start(kRedirectUri, true);
    ASSERT_TRUE(started);
    EXPECT_EQ(parameter(started->url, "prompt"), "login");
    EXPECT_EQ(parameter(started->url, "max_age"), "0");
    const auto identity =
        party.finish(started->attempt, returned_in(browser.follow(started->url, kRedirectUri)));
    EXPECT_TRUE(identity) << identity.error().reason;
}

// Whoever takes prompt and max_age out of the address gets a token that tells on them.
TEST(SigningInAgain, CannotBeAnsweredWithAnOlderSignIn) {
    RelyingParty party(like_entra(entra().address()));
    Browser browser;
    ASSERT_TRUE(sign_in(party, browser));
    auto started = party.start(kRedirectUri, true);
    ASSERT_TRUE(started);
    std::string url = started->url;
    url.replace(url.find("&prompt=login&max_age=0"), 23, "");
    const auto identity =
        party.finish(started->attempt, returned_in(browser.follow(url, kRedirectUri)));
    ASSERT_FALSE(identity);
    EXPECT_THAT(identity.error().reason, HasSubstr("auth_time is absent"));
}

TEST(SignOut, EndsTheProvidersSessionAndComesBack) {
    RelyingParty party(like_cis2(cis2().address()));
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_TRUE(identity) << identity.error().reason;
    const auto url = party.sign_out_url(identity->id_token, kAfterSignOut);
    ASSERT_TRUE(url);
    // The provider asks once more, in a form that posts itself to the same place.
    const std::string page = browser.open(*url);
    EXPECT_THAT(page, HasSubstr("/session/end/confirm"));
}

TEST(AuthoriseRequest, SaysAllThatTheStandardsAndTheSettingsWant) {
    Provider provider = like_cis2(cis2().address());
    provider.parameters = {{"ui_locales", "cy en"}};
    RelyingParty party(provider);
    const auto started = party.start(kRedirectUri);
    ASSERT_TRUE(started);
    const std::string& url = started->url;
    EXPECT_TRUE(url.starts_with(cis2().address() + "/auth?"));
    EXPECT_EQ(parameter(url, "response_type"), "code");
    EXPECT_EQ(parameter(url, "client_id"), "primum");
    EXPECT_EQ(parameter(url, "redirect_uri"), kRedirectUri);
    EXPECT_EQ(parameter(url, "scope"), "openid profile email nationalrbacaccess selectedrole");
    EXPECT_EQ(parameter(url, "code_challenge_method"), "S256");
    EXPECT_EQ(parameter(url, "prompt"), "login");
    EXPECT_EQ(parameter(url, "max_age"), "300");
    EXPECT_EQ(parameter(url, "acr_values"), "AAL2_OR_AAL3_ANY AAL3_ANY");
    EXPECT_EQ(parameter(url, "ui_locales"), "cy en");
    EXPECT_EQ(parameter(url, "state"), started->attempt.state);
    EXPECT_EQ(parameter(url, "nonce"), started->attempt.nonce);
    EXPECT_NE(started->attempt.state, started->attempt.nonce);
    EXPECT_EQ(started->attempt.verifier.size(), 43u);  // the least that RFC 7636 allows
    EXPECT_THAT(url, testing::Not(HasSubstr(started->attempt.verifier)));
}

TEST(Settings, AreRefusedWithWhatToCorrect) {
    const auto sentence = [](auto change) {
        Provider provider = provider_at("https://login.example");
        change(provider);
        const auto completed = complete(std::move(provider));
        return completed ? "" : completed.error().sentence;
    };
    EXPECT_EQ(sentence([](Provider&) {}), "");
    EXPECT_EQ(sentence([](Provider& p) { p.issuer = "http://login.example"; }),
              "The sign-in provider \"test\" has an `issuer` that does not begin with https://. "
              "Correct it in the settings file.");
    EXPECT_THAT(sentence([](Provider& p) { p.issuer = "http://127.0.0.1.example"; }),
                HasSubstr("https://"));
    EXPECT_THAT(sentence([](Provider& p) { p.key = "Entra ID"; }), HasSubstr("`key`"));
    EXPECT_THAT(sentence([](Provider& p) { p.label = ""; }), HasSubstr("`label`"));
    EXPECT_THAT(sentence([](Provider& p) { p.client_id = ""; }), HasSubstr("`client_id`"));
    EXPECT_THAT(sentence([](Provider& p) { p.secret = ""; }), HasSubstr("`secret_file`"));
    EXPECT_THAT(sentence([](Provider& p) { p.scopes = {"email"}; }), HasSubstr("\"openid\""));
    EXPECT_THAT(sentence([](Provider& p) { p.person.clear(); }), HasSubstr("`person`"));
    EXPECT_THAT(sentence([](Provider& p) { p.parameters = {{"nonce", "1"}}; }),
                HasSubstr("may not set `nonce`"));
    EXPECT_THAT(sentence([](Provider& p) { p.networks = {"10.0.0.0/33"}; }),
                HasSubstr("\"10.0.0.0/33\""));
    EXPECT_THAT(sentence([](Provider& p) { p.roles = {{.claim = "roles"}}; }),
                HasSubstr("a role rule without"));
}

TEST(Settings, TakeTheSecretFromTheFirstLineOfAFile) {
    const std::string path = testing::TempDir() + "openid_secret." + std::to_string(::getpid());
    std::ofstream(path) << "from a file\r\nnot this\n";
    Provider provider = provider_at("https://login.example");
    provider.secret.clear();
    provider.secret_file = path;
    EXPECT_EQ(complete(provider).value().secret, "from a file");
    std::remove(path.c_str());
    EXPECT_THAT(complete(provider).error().sentence, HasSubstr("has no secret in " + path));
}

}  // namespace
}  // namespace primum::openid
