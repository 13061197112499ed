#pragma once
// A folder of its own for each story, and the command as a person would run it in a shell.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace primum::journeys {

/// What a command left behind.
struct Outcome {
    int status;
    std::string out;
    std::string err;
};

class Workshop : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    /// Writes a file and returns its path.
    std::string file(const std::string& name, std::string_view bytes) const;
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    /// Runs a line of shell in the folder. "primum" is the executable under test.
    Outcome run(const std::string& line) const;

    /// Expects nothing on standard output, one sentence on standard error that contains `words`,
    /// and this exit status.
    static void expect_refused(const Outcome& outcome, int status, const std::string& words);

    /// Whether the folder holds these names and nothing else.
    std::string contents() const;

private:
    std::filesystem::path folder_;
};

std::string text_of(const std::string& path);

}  // namespace primum::journeys
