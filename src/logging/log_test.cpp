#include "logging/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace primum::logging {
namespace {

using testing::ElementsAre;
using namespace std::chrono_literals;

class FixedClock final : public Clock {
public:
    Instant now() const override {
        return std::chrono::sys_days(std::chrono::year(2009) / 4 / 23) + 8h + 30min;
    }
};

class LogTest : public testing::Test {
protected:
    std::string folder;
    std::string path;
    FixedClock clock;

    // A folder each: tests of one program run beside each other.
    void SetUp() override {
        folder = testing::TempDir() + "log_testXXXXXX";
        ASSERT_NE(::mkdtemp(folder.data()), nullptr);
        path = folder + "/lines.jsonl";
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    Options options() const { return {.least = Level::info, .file = path, .clock = &clock}; }

    std::vector<std::string> lines() const {
        std::ifstream file(path);
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);)
            lines.push_back(line);
        return lines;
    }
};

TEST_F(LogTest, WritesOneObjectALine) {
    {
        Log log(options());
        log.write(Level::info, "request", {{"method", "GET"}, {"status", 200}, {"fresh", true}});
        log.write(Level::error, "backup failed");
    }
    EXPECT_THAT(
        lines(),
        ElementsAre(R"({"time":"2009-04-23T08:30:00Z","level":"info","event":"request",)"
                    R"("method":"GET","status":200,"fresh":true})",
                    R"({"time":"2009-04-23T08:30:00Z","level":"error","event":"backup failed"})"));
}

TEST_F(LogTest, LeavesOutWhatIsBelowItsLevel) {
    {
        Log log(options());
        log.write(Level::debug, "detail");
        log.write(Level::warning, "disk nearly full");
    }
    EXPECT_EQ(lines().size(), 1U);
}

TEST_F(LogTest, CannotBeMadeToWriteAnotherLine) {
    {
        Log log(options());
        log.write(Level::info, "request",
                  {{"path", "/a\n{\"level\":\"error\"}\"%v{}\x1b[2J\x7f\xc2\x9b\xff"}});
    }
    EXPECT_THAT(lines(), ElementsAre(testing::HasSubstr(
                             R"("path":"/a\n{\"level\":\"error\"}\"%v{}\u001B[2J)"
                             "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"")));
}

TEST_F(LogTest, KeepsEveryLineOfSeveralThreads) {
    {
        Log log(options());
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&log] {
                for (int line = 0; line < 500; ++line)
                    log.write(Level::info, "event", {{"line", line}});
            });
        threads.clear();
        EXPECT_EQ(log.dropped(), 0U);
    }
    EXPECT_EQ(lines().size(), 2000U);
}

TEST_F(LogTest, SaysWhereItCannotWrite) {
    Options nowhere = options();
    nowhere.file = "/proc/none/log";
    EXPECT_THROW(Log{nowhere}, std::runtime_error);
}

TEST(Level, HasANameThatReadsBack) {
    for (const Level level : {Level::debug, Level::info, Level::warning, Level::error})
        EXPECT_EQ(parse_level(name(level)), level);
    EXPECT_FALSE(parse_level("loud"));
}

}  // namespace
}  // namespace primum::logging
