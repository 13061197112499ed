#include "people/password_rules.h"

#include <gmock/gmock.h>

#include <array>

#include "people/common_passwords.h"

namespace primum::people {
namespace {

using testing::HasSubstr;

const std::array<std::string, 3> kPersonal = {"Siân Morgan-Bevan", "sian.bevan@example.org",
                                              "Safer Care"};

std::string fault(std::string_view password) {
    const auto why = password_fault(password, kPersonal);
    return why ? *why : "";
}

TEST(CommonPasswords, AreFoundFromFirstToLastAndNothingElse) {
    for (const char* common : {"password", "123456", "qwertyuiop", "zxcvbnm", "liverpool"})
        EXPECT_TRUE(is_common_password(common)) << common;
    for (const char* rare :
         {"", "\n", "passwo rd", "zzzzzzzzzzzzzz", "pass\nword", "~~~~", "correct horse"})
        EXPECT_FALSE(is_common_password(rare)) << rare;
}

TEST(PasswordRules, TakeLongPasswordsOfAnySigns) {
    for (const char* good : {"correct horse battery staple", "tŷ bach twt yn y coed",
                             "fox/lamp/river/9", "               x a q r p"})
        EXPECT_EQ(fault(good), "") << good;
}

TEST(PasswordRules, CountCharactersAndNotBytes) {
    EXPECT_THAT(fault("ŵŷâêîôûŵŷâê"), HasSubstr("at least 12"));  // 11 characters, 22 bytes
    EXPECT_EQ(fault("ŵŷâêîôûŵŷâêx"), "");                         // 12
    std::string longest = "correct horse battery staple ";
    while (longest.size() < 128)
        longest += static_cast<char>('a' + longest.size() % 26);
    EXPECT_EQ(fault(longest), "");
    EXPECT_THAT(fault(longest + "x"), HasSubstr("no longer than 128"));
}

TEST(PasswordRules, RefuseWhatAttackersTryFirst) {
    for (const char* bad :
         {"Password2024!", "qwerty123456", "LIVERPOOL-1892", "passwordpassword", "aaaaaaaaaaaaaa",
          "abababababab", "123123123123", "monkey monkey monkey "})
        EXPECT_THAT(fault(bad), HasSubstr("easy to guess")) << bad;
}

TEST(PasswordRules, RefuseWhatIsKnownOfThePerson) {
    for (const char* bad :
         {"morgan and the 7 dwarfs", "xxBEVANxx-1984-lamp", "safer than houses 77"})
        EXPECT_THAT(fault(bad), HasSubstr("without your name")) << bad;
    EXPECT_EQ(fault("example.org is no secret"), "");
}

}  // namespace
}  // namespace primum::people
