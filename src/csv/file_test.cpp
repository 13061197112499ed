#include "csv/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace primum::csv {
namespace {

using testing::HasSubstr;

class File : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "primum-file-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

TEST_F(File, ComesBackAsItWasWritten) {
    const auto path = (folder / "a.csv").string();
    const std::string bytes(200'000, 'x');
    ASSERT_TRUE(write_file(path, bytes));
    EXPECT_EQ(*read_file(path), bytes);
    ASSERT_TRUE(write_file(path, ""));
    EXPECT_EQ(*read_file(path), "");
}

TEST_F(File, IsRefusedWithItsNameWhenItIsNotThere) {
    EXPECT_THAT(read_file((folder / "none.csv").string()).error().sentence, HasSubstr("none.csv"));
    EXPECT_THAT(read_file(folder.string()).error().sentence, HasSubstr("is a folder"));
    EXPECT_FALSE(write_file((folder / "none" / "a.csv").string(), "x"));
}

TEST_F(File, IsRefusedBeforeReadingWhenItIsTooLarge) {
    const auto path = folder / "large.csv";
    ASSERT_TRUE(write_file(path.string(), "a,b\n"));
    std::filesystem::resize_file(path, kLargestFile + 1);  // sparse: takes no space
    EXPECT_THAT(read_file(path.string()).error().sentence, HasSubstr("larger than 1 GB"));
}

}  // namespace
}  // namespace primum::csv
