#include "app/settings.h"

#include <gmock/gmock.h>

#include <CLI/App.hpp>
#include <fstream>

#include "store/testing.h"

namespace primum::app {
namespace {

using ::testing::HasSubstr;

/// What a server reads from a file, and from its command line.
Checked<Settings> read(const std::string& file, std::vector<std::string> options = {}) {
    const store::testing::TemporaryFolder folder;
    std::ofstream(folder.path() + "/primum.toml") << file;
    CLI::App verb;
    SettingsReader reader(verb, SettingsReader::Extent::server);
    options.insert(options.begin(), {"--data", folder.path()});
    std::ranges::reverse(options);  // as CLI11 takes them
    verb.parse(options);
    return reader.finish();
}

TEST(WhatOthersSee, IsTheRuleOfHesWhereNothingIsSaid) {
    EXPECT_EQ(read("")->outside(), disclosure::Mode::hes);
}

TEST(WhatOthersSee, IsWhatTheFileOrTheCommandLineSays) {
    EXPECT_EQ(read("disclosure.others = \"lt5\"")->outside(), disclosure::Mode::lt5);
    EXPECT_EQ(read("[disclosure]\nothers = \"lt5\"")->outside(), disclosure::Mode::lt5);
    EXPECT_EQ(read("disclosure_others = \"lt5\"")->outside(), disclosure::Mode::lt5);
    EXPECT_EQ(read("disclosure.others = \"lt5\"", {"--disclosure-others", "hes"})->outside(),
              disclosure::Mode::hes);
}

TEST(WhatOthersSee, IsNeverEverything) {
    for (const char* refused : {"none", "", "all"}) {
        const auto settings = read("disclosure.others = \"" + std::string(refused) + "\"");
        ASSERT_FALSE(settings) << refused;
        EXPECT_THAT(settings.error().sentence, HasSubstr("takes hes or lt5"));
    }
}

TEST(Settings, ThatDoNotExistAreNamed) {
    const auto settings = read("disclosure.everybody = \"hes\"");
    ASSERT_FALSE(settings);
    EXPECT_THAT(settings.error().sentence, HasSubstr("disclosure_everybody"));
}

}  // namespace
}  // namespace primum::app
