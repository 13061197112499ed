#include "mail/message.h"

#include <gmock/gmock.h>

#include <chrono>

#include "mail/encoded_word.h"
#include "mail/server.h"

namespace primum::mail {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(Address, HasOneAtAndNothingThatMeansSomethingInAHeader) {
    for (const char* good :
         {"ann@example.org", "o'brien+nhs@trust.nhs.uk", "a@b", "root@localhost"})
        EXPECT_TRUE(is_address(good)) << good;
    for (const char* bad :
         {"", "ann", "@example.org", "ann@", "ann@@example.org", "ann bee@example.org",
          "ann@example.org\r\nBcc: all@example.org", "<ann@example.org>", "ann@example.org,b@c.d",
          "\"ann\"@example.org", "ann@example..org", ".ann@example.org", "siân@example.org"})
        EXPECT_FALSE(is_address(bad)) << bad;
    EXPECT_FALSE(is_address(std::string(250, 'a') + "@b.de"));
}

TEST(Headers, KeepWhatSomebodyTypedInItsLine) {
    const Message message{.id = "1",
                          .to = "ann@example.org",
                          .subject = "Hello\r\nBcc: all@example.org\n\nbody",
                          .written_at = Instant(1240475400s)};
    for (const std::string& line : headers(message, {"A \"B\"\r\nBcc: c@d.ef", "p@example.org"})) {
        EXPECT_THAT(line, Not(HasSubstr("\n"))) << line;
        EXPECT_THAT(line, Not(HasSubstr("\r"))) << line;
    }
}

TEST(Headers, SayWhenFromWhomAndThatNobodyWroteThem) {
    const Message message{
        .id = "1", .to = "ann@example.org", .subject = "Hello", .written_at = Instant(1240475400s)};
    const auto lines = headers(message, {"Safer \"Care\"", "p@example.org"});
    EXPECT_THAT(lines, Contains("Date: Thu, 23 Apr 2009 08:30:00 +0000"));
    EXPECT_THAT(lines, Contains("From: \"Safer \\\"Care\\\"\" <p@example.org>"));
    EXPECT_THAT(lines, Contains("Subject: Hello"));
    EXPECT_THAT(lines, Contains("Message-ID: <1@example.org>"));
    EXPECT_THAT(lines, Contains("Auto-Submitted: auto-generated"));
}

// RFC 2047: at most 75 characters a word, each of whole characters.
TEST(EncodedWords, AreShortAndWhole) {
    EXPECT_EQ(encoded_words("plain"), "plain");
    EXPECT_EQ(encoded_words("Siân"), "=?UTF-8?B?U2nDom4=?=");
    EXPECT_EQ(encoded_words("=?UTF-8?B?U2k=?="), "=?UTF-8?B?PT9VVEYtOD9CP1Uyaz0/PQ==?=");

    std::string all = encoded_words(std::string("x") + std::string(60, '\0'));
    EXPECT_EQ(all, "x" + std::string(60, ' '));

    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "ŵ";  // two bytes
    std::string_view words = all = encoded_words("a" + many);
    EXPECT_THAT(all, HasSubstr("?=\r\n =?UTF-8?B?"));
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find("\r\n "));
        EXPECT_LE(word.size(), 75u);
        words.remove_prefix(std::min(words.size(), word.size() + 3));
    }
}

TEST(Headers, OfferToUnsubscribeWhereALetterSaysHow) {
    const auto lines = [](std::string address) {
        return headers({.id = "1",
                        .to = "ann@example.org",
                        .subject = "News",
                        .text = "",
                        .html = "",
                        .written_at = {},
                        .unsubscribe = std::move(address)},
                       {"Primum", "primum@example.org"});
    };
    using ::testing::Contains;
    using ::testing::Each;
    using ::testing::Not;
    using ::testing::StartsWith;
    EXPECT_THAT(lines("https://primum.example/u?t=a"),
                Contains("List-Unsubscribe: <https://primum.example/u?t=a>"));
    EXPECT_THAT(lines("https://primum.example/u?t=a"),
                Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    // RFC 8058 wants https for one click.
    EXPECT_THAT(lines("http://primum.example/u"),
                Contains("List-Unsubscribe: <http://primum.example/u>"));
    EXPECT_THAT(lines("http://primum.example/u"), Each(Not(StartsWith("List-Unsubscribe-Post"))));
    for (const char* bad :
         {"", "mailto:a@b", "https://a b", "https://a\r\nBcc: x", "https://a>", "https://\xc3\xa9"})
        EXPECT_THAT(lines(bad), Each(Not(StartsWith("List-")))) << bad;
}

TEST(Server, IsReadFromOneSetting) {
    const auto relay = parse_server("smtp://relay.example");
    ASSERT_TRUE(relay);
    EXPECT_EQ(relay->host, "relay.example");
    EXPECT_EQ(relay->port, 25);
    EXPECT_EQ(relay->security, Security::none);

    const auto provider = parse_server("smtp+starttls://ann@example.org@mail.example:2587");
    ASSERT_TRUE(provider);
    EXPECT_EQ(provider->user, "ann@example.org");
    EXPECT_EQ(provider->host, "mail.example");
    EXPECT_EQ(provider->port, 2587);
    EXPECT_EQ(provider->security, Security::starttls);
    EXPECT_EQ(parse_server("smtps://u@h")->port, 465);
}

TEST(Server, IsRefusedWhereItIsNotUnderstoodOrWouldShowThePassword) {
    for (const char* bad : {"", "relay.example", "http://relay.example", "smtp://", "smtp://h:0",
                            "smtp://h:99999", "smtp://h/path", "smtp://h\r\n", "smtp://ann@relay"})
        EXPECT_FALSE(parse_server(bad)) << bad;
}

}  // namespace
}  // namespace primum::mail
