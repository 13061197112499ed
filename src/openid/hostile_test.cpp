// Providers that do one thing wrong: test/openid/hostile.mjs names each and does it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "openid/testing.h"

namespace primum::openid {
namespace {

using testing::HasSubstr;

const Script& script() {
    static const Script running({"hostile.mjs"});
    return running;
}

std::string issuer(const std::string& fault) {
    return script().address() + '/' + fault;
}

int times_asked(const std::string& fault, const std::string& page) {
    Browser browser;
    return std::stoi(browser.open(issuer(fault) + "/count?page=" + page));
}

Answer<Identity> sign_in_at(const std::string& fault) {
    RelyingParty party(provider_at(issuer(fault)));
    Browser browser;
    return sign_in(party, browser);
}

class SteppedClock final : public Clock {
public:
    Instant now() const override { return now_; }
    void step(std::chrono::seconds by) { now_ += by; }

private:
    Instant now_ = system_clock().now();
};

struct Case {
    const char* fault;
    const char* sentence;
    const char* reason;  // a part of it
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.fault;
}

// A test's name takes no hyphens.
std::string one_word(const testing::TestParamInfo<Case>& tested) {
    std::string name = tested.param.fault;
    std::erase(name, '-');
    return name;
}

class Hostile : public testing::TestWithParam<Case> {};

TEST_P(Hostile, ProviderSignsNobodyIn) {
    const auto& [fault, sentence, reason] = GetParam();
    const auto identity = sign_in_at(fault);
    ASSERT_FALSE(identity);
    EXPECT_EQ(identity.error().sentence, sentence);
    EXPECT_THAT(identity.error().reason, HasSubstr(reason));
}

const Case kCases[] = {
    // What the token says (OpenID Connect Core, 3.1.3.7).
    {"wrong-nonce", kUnproven, "nonce is not that of this sign-in"},
    {"no-nonce", kUnproven, "nonce is not that of this sign-in"},
    {"other-audience", kUnproven, "aud is \"somebody-else\""},
    {"audiences-without-azp", kUnproven, "azp is absent"},
    {"other-azp", kUnproven, "azp is \"somebody-else\""},
    {"expired", kUnproven, "it expired 36"},
    {"future", kUnproven, "seconds from now; compare the clocks"},
    {"not-yet", kUnproven, "nbf"},
    {"no-exp", kUnproven, "exp or iat is absent"},
    {"other-issuer", kUnproven, "iss is \"https://elsewhere.example\""},
    {"no-sub", kUnproven, "sub is absent"},
    {"wrong-at-hash", kUnproven, "at_hash"},
    {"many-groups-in-token", kUnproven, "longer than 65536 bytes"},
    // How it is signed.
    {"alg-none", kUnproven, "signed with none, which is not accepted"},
    {"hs256-secret", kUnproven, "signed with HS256, which is not accepted"},
    {"hs256-public-key", kUnproven, "signed with HS256, which is not accepted"},
    {"rs512", kUnproven, "signed with RS512, which is not accepted"},
    {"says-rs256-signs-ps256", kUnproven, "signature is wrong"},
    {"other-key", kUnproven, "signature is wrong"},
    {"crit", kUnproven, "needs an extension"},
    {"short-key", kUnproven, "no one key of the provider"},
    {"encryption-key", kUnproven, "no one key of the provider"},
    {"no-kid-two-keys", kUnproven, "no one key of the provider"},
    {"unknown-key", kUnproven, "no one key of the provider has the id \"nobody-has-it\""},
    // What comes back to us.
    {"wrong-state", kStale, "state is not that of this sign-in"},
    {"mix-up", kUnproven, "the answer is of the issuer \"https://elsewhere.example\""},
    {"promises-iss", kUnproven, "lacks iss"},
    {"denied", kStopped, "access_denied"},
    {"provider-error", kUnreachable, "temporarily_unavailable"},
    {"no-code", kUnproven, "has no code"},
    {"no-id-token", kUnproven, "gave no ID token"},
    {"mac-token", kUnproven, "gave no bearer token"},
    {"userinfo-of-another", kUnproven, "userinfo is about somebody else"},
    {"userinfo-without-sub", kUnproven, "userinfo is about somebody else"},
    {"userinfo-jwt", kUnproven, "application/jwt"},
    {"userinfo-down", kUnreachable, "/userinfo: "},
    // What the provider publishes, and how.
    {"discovery-of-another", kUnproven, "is of the issuer \"https://elsewhere.example\""},
    {"endpoint-elsewhere", kUnproven, "leaves this machine"},
    {"jwks-of-a-file", kUnproven, "jwks_uri file:///etc/passwd"},
    {"no-endpoints", kUnproven, "lacks an endpoint"},
    {"twice", kUnproven, "is not strict JSON"},
    {"not-json", kUnproven, "is not strict JSON"},
    {"down", kUnreachable, "openid-configuration: "},
    {"oversized", kUnproven, "longer than 65536 bytes"},
    {"oversized-chunks", kUnproven, "longer than 65536 bytes"},
    {"redirect", kUnreachable, "redirects elsewhere; that is not followed"},
    {"slow", kUnreachable, "timed out"},
    {"trickle", kUnreachable, "timed out"},
    {"slow-token", kUnreachable, "timed out"},
};

INSTANTIATE_TEST_SUITE_P(, Hostile, testing::ValuesIn(kCases), one_word);

class Honest : public testing::TestWithParam<const char*> {};

TEST_P(Honest, ProviderOfThisKindSignsIn) {
    const auto identity = sign_in_at(GetParam());
    ASSERT_TRUE(identity) << identity.error().reason;
    EXPECT_EQ(identity->subject, "person-1");
}

INSTANTIATE_TEST_SUITE_P(, Honest,
                         testing::Values("none", "ps256", "es256", "no-kid", "at-hash", "iss",
                                         "audiences-with-us", "many-groups"));

TEST(Replay, OfACodeIsRefusedByTheProviderAndSoByUs) {
    RelyingParty party(provider_at(issuer("none")));
    Browser browser;
    const auto started = party.start(kRedirectUri);
    ASSERT_TRUE(started);
    const Returned returned = returned_in(browser.follow(started->url, kRedirectUri));
    ASSERT_TRUE(party.finish(started->attempt, returned));
    const auto again = party.finish(started->attempt, returned);
    ASSERT_FALSE(again);
    EXPECT_THAT(again.error().reason,
                testing::EndsWith("refuses the code: invalid_grant (this code is no good)"));
}

TEST(Pkce, MakesACodeUselessToWhoeverDidNotBegin) {
    RelyingParty party(provider_at(issuer("none")));
    Browser browser;
    const auto victim = party.start(kRedirectUri);
    const auto thief = party.start(kRedirectUri);
    ASSERT_TRUE(victim && thief);
    Returned stolen = returned_in(browser.follow(victim->url, kRedirectUri));
    stolen.state = thief->attempt.state;
    const auto identity = party.finish(thief->attempt, stolen);
    ASSERT_FALSE(identity);
    EXPECT_THAT(identity.error().reason, HasSubstr("invalid_grant"));
}

TEST(Secret, ThatIsWrongIsSaidInTheLogAndNotShown) {
    Provider provider = provider_at(issuer("none"));
    provider.secret = "hunter2";
    RelyingParty party(provider);
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_FALSE(identity);
    EXPECT_EQ(identity.error().sentence, kUnproven);
    EXPECT_THAT(identity.error().reason, HasSubstr("invalid_client"));
    EXPECT_THAT(identity.error().reason, testing::Not(HasSubstr("hunter2")));
}

TEST(KeyRotation, IsNoticedByTheFirstTokenOfTheNewKey) {
    SteppedClock clock;
    RelyingParty party(provider_at(issuer("rotation")), clock);
    Browser browser;
    ASSERT_TRUE(sign_in(party, browser));
    ASSERT_TRUE(sign_in(party, browser));
    EXPECT_EQ(times_asked("rotation", "jwks"), 1);
    browser.open(issuer("rotation") + "/rotate");
    const auto identity = sign_in(party, browser);
    EXPECT_TRUE(identity) << identity.error().reason;
    EXPECT_EQ(times_asked("rotation", "jwks"), 2);
}

TEST(UnknownKeys, MakeUsAskTheProviderOnceAMinuteAtMost) {
    SteppedClock clock;
    RelyingParty party(provider_at(issuer("unknown-key")), clock);
    Browser browser;
    const int before = times_asked("unknown-key", "jwks");
    for (int i = 0; i < 5; ++i)
        EXPECT_FALSE(sign_in(party, browser));
    EXPECT_EQ(times_asked("unknown-key", "jwks") - before, 2);  // at first, and for the unknown key
    clock.step(std::chrono::seconds(59));
    EXPECT_FALSE(sign_in(party, browser));
    EXPECT_EQ(times_asked("unknown-key", "jwks") - before, 2);
    clock.step(std::chrono::seconds(2));
    EXPECT_FALSE(sign_in(party, browser));
    EXPECT_EQ(times_asked("unknown-key", "jwks") - before, 3);
}

TEST(Discovery, IsAskedForOnceAnHour) {
    SteppedClock clock;
    RelyingParty party(provider_at(issuer("iss")), clock);
    const int before = times_asked("iss", ".well-known/openid-configuration");
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(party.start(kRedirectUri));
    EXPECT_EQ(times_asked("iss", ".well-known/openid-configuration") - before, 1);
    clock.step(std::chrono::hours(1));
    EXPECT_TRUE(party.start(kRedirectUri));
    EXPECT_EQ(times_asked("iss", ".well-known/openid-configuration") - before, 2);
}

TEST(Outage, IsFeltOnceInTenSeconds) {
    SteppedClock clock;
    RelyingParty party(provider_at(issuer("down")), clock);
    const int before = times_asked("down", ".well-known/openid-configuration");
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(party.start(kRedirectUri));
    EXPECT_EQ(times_asked("down", ".well-known/openid-configuration") - before, 1);
    clock.step(std::chrono::seconds(10));
    EXPECT_FALSE(party.start(kRedirectUri));
    EXPECT_EQ(times_asked("down", ".well-known/openid-configuration") - before, 2);
}

// Eight threads share one slow provider: it is asked once, and nobody asks again after it failed.
TEST(SlowProvider, IsAskedByOneThreadForAll) {
    RelyingParty party(provider_at(issuer("slow")));
    const int before = times_asked("slow", ".well-known/openid-configuration");
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { EXPECT_FALSE(party.start(kRedirectUri)); });
    threads.clear();
    EXPECT_EQ(times_asked("slow", ".well-known/openid-configuration") - before, 1);
}

TEST(Threads, SignInAtOnce) {
    RelyingParty party(provider_at(issuer("none")));
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            Browser browser;
            const auto identity = sign_in(party, browser);
            EXPECT_TRUE(identity) << identity.error().reason;
        });
}

TEST(Names, LoseWhatCannotBeSeenAndKeepTheirMarkupForThePageToEscape) {
    const auto identity = sign_in_at("html-name");
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->name, "<script>alert(1)</script> & \"Ada\"");
}

TEST(Names, AreCutBetweenCharacters) {
    const auto identity = sign_in_at("long-name");
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->name.size(), 200u);  // a hundred é of two bytes each
    EXPECT_TRUE(identity->name.ends_with("é"));
}

TEST(MaxAge, NeedsATokenThatSaysWhenThePersonSignedIn) {
    Provider provider = provider_at(issuer("none"));
    provider.max_age = std::chrono::minutes(10);
    RelyingParty party(provider);
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_FALSE(identity);
    EXPECT_THAT(identity.error().reason, HasSubstr("auth_time is absent"));
}

TEST(SigningInAgain, NeedsATokenThatSaysWhenThePersonSignedIn) {
    RelyingParty party(provider_at(issuer("none")));
    Browser browser;
    const auto identity = sign_in(party, browser, true);
    ASSERT_FALSE(identity);
    EXPECT_THAT(identity.error().reason, HasSubstr("auth_time is absent"));
}

TEST(Acr, ThatTheSettingsInsistOnMustBeInTheToken) {
    Provider provider = provider_at(issuer("none"));
    provider.acr = {"AAL3_ANY"};
    RelyingParty party(provider);
    Browser browser;
    const auto identity = sign_in(party, browser);
    ASSERT_FALSE(identity);
    EXPECT_THAT(identity.error().reason, HasSubstr("acr is absent"));
}

}  // namespace
}  // namespace primum::openid
