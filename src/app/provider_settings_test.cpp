#include "app/provider_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace primum::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ProviderSettings : public testing::Test {
protected:
    ProviderSettings() { std::filesystem::create_directories(folder_); }
    ~ProviderSettings() override { std::filesystem::remove_all(folder_); }

    Checked<std::vector<openid::Provider>> read(const std::string& text) {
        std::ofstream(folder_ + "primum.toml") << text;
        return read_providers(folder_ + "primum.toml");
    }

    std::string refusal(const std::string& text) {
        const auto providers = read(text);
        return providers ? "" : providers.error().sentence;
    }

    const std::string folder_ =
        testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name() + '/';
};

// Those that the page for operators prints, with secrets that this machine has.
std::string examples(const std::string& secret_file) {
    std::ifstream page(PRIMUM_SOURCE_DIR "/docs/openid.md");
    std::string examples;
    bool inside = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("```")) {
            inside = line == "```toml";
            continue;
        }
        if (!inside) continue;
        examples += line.starts_with("secret_file") ? "secret_file = '" + secret_file + '\'' : line;
        examples += '\n';
    }
    return examples;
}

TEST_F(ProviderSettings, OfTheManualAreUnderstood) {
    std::ofstream(folder_ + "secret") << "of a test\n";
    const auto providers = read(examples(folder_ + "secret"));
    ASSERT_TRUE(providers) << providers.error().sentence;
    ASSERT_EQ(providers->size(), 3u);

    const openid::Provider& entra = (*providers)[0];
    EXPECT_EQ(entra.secret, "of a test");
    EXPECT_FALSE(entra.userinfo);
    EXPECT_THAT(entra.person, ElementsAre("tid", "oid"));
    EXPECT_EQ(entra.roles.at(0).role, "improvement_lead");

    const openid::Provider& cis2 = (*providers)[1];
    EXPECT_EQ(cis2.prompt, "login");
    EXPECT_EQ(cis2.roles.at(0).organisation_field, "org_code");
    EXPECT_EQ(cis2.roles.at(0).chosen_claim, "selected_roleid");

    EXPECT_THAT((*providers)[2].networks, ElementsAre("10.20.0.0/16"));
}

constexpr const char* kShort = R"(
[[provider]]
key = "a"
label = "A"
issuer = "https://a.example"
client_id = "primum"
secret = "s"
)";

TEST_F(ProviderSettings, HaveDefaultsAndStandBesideOthers) {
    const auto providers = read("workers = \"4\"\n" + std::string(kShort) +
                                "max_age = 300\nsecret_by = \"basic\"\n"
                                "[provider.parameters]\nui_locales = \"cy en\"\n");
    ASSERT_TRUE(providers) << providers.error().sentence;
    const openid::Provider& a = providers->at(0);
    EXPECT_THAT(a.scopes, ElementsAre("openid", "profile", "email"));
    EXPECT_THAT(a.person, ElementsAre("sub"));
    EXPECT_EQ(a.max_age, std::chrono::minutes(5));
    EXPECT_EQ(a.secret_by, openid::SecretBy::basic);
    EXPECT_THAT(a.parameters, ElementsAre(testing::Pair("ui_locales", "cy en")));
    EXPECT_TRUE(read("workers = \"4\"\n")->empty());
}

TEST_F(ProviderSettings, ThatCannotBeMeantAreRefused) {
    const std::string one = kShort;
    EXPECT_EQ(refusal(one + "isuer = \"x\"\n"),
              "The provider \"a\" has a setting `isuer` that does not exist. Correct it in the "
              "settings file.");
    EXPECT_THAT(refusal(one + "userinfo = \"no\"\n"), HasSubstr("takes true or false"));
    EXPECT_THAT(refusal(one + "scopes = \"openid\"\n"), HasSubstr("a list of texts in quotes"));
    EXPECT_THAT(refusal(one + "scopes = [1]\n"), HasSubstr("a list of texts in quotes"));
    EXPECT_THAT(refusal(one + "max_age = -1\n"), HasSubstr("a number of seconds"));
    EXPECT_THAT(refusal(one + "secret_by = \"jwt\"\n"), HasSubstr("\"post\" or \"basic\""));
    EXPECT_THAT(refusal(one + one), HasSubstr("Two providers have the key \"a\""));
    EXPECT_THAT(refusal(one + "[[provider.role]]\nclaim = \"r\"\nvalue = \"v\"\nrole = \"boss\"\n"
                              "organisation = \"X\"\n"),
                HasSubstr("gives a role \"boss\" that does not exist"));
    EXPECT_THAT(refusal(one + "[[provider.role]]\nclaim = \"r\"\nrole = \"analyst\"\n"),
                HasSubstr("a role rule without"));
    EXPECT_THAT(refusal("[provider]\nkey = \"a\"\n"), HasSubstr("[[provider]]"));
    EXPECT_THAT(refusal("[[provider]\n"), HasSubstr("line 1"));
    EXPECT_THAT(refusal("[[provider]]\nkey = \"a\"\n"), HasSubstr("needs a `label`"));
}

}  // namespace
}  // namespace primum::app
