// A process that writes is killed twenty times. What it had acknowledged is there; what it had not
// is asked for again, and happens once.

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "store/audit.h"
#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using Next = std::array<int, 4>;  // of each thread: the first request that is not acknowledged

class KilledProcess : public ::testing::TestWithParam<Engine> {
protected:
    void run_until_killed(int acknowledgements) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) run_writer(ends);
        ::close(ends[1]);
        std::FILE* lines = ::fdopen(ends[0], "r");
        int thread = 0;
        int request = 0;
        for (int seen = 0; std::fscanf(lines, "%d %d", &thread, &request) == 2; ++seen) {
            ASSERT_EQ(request, next_.at(static_cast<std::size_t>(thread)));
            ++next_.at(static_cast<std::size_t>(thread));
            if (seen == acknowledgements) ::kill(child, SIGKILL);
        }
        std::fclose(lines);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
    }

    // Between fork and exec.
    void run_writer(const std::array<int, 2>& ends) const {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        std::vector<std::string> words = {KILL_WRITER, db_.options().url};
        for (const int next : next_)
            words.push_back(std::to_string(next));
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
        std::_Exit(127);
    }

    static std::pair<int, int> requests_of(const Reader& db, std::size_t thread) {
        const auto read = [](const Row& row) {
            return std::pair(row.get<int>(0), row.get<int>(1));
        };
        return *db.one(read,
                       "SELECT count(*), count(DISTINCT value) FROM settings WHERE value LIKE $1",
                       std::to_string(thread) + " %");
    }

    // Each acknowledged request once, each of the others once or not at all.
    void expect_each_once() {
        const auto db = db_->read();
        for (std::size_t thread = 0; thread < next_.size(); ++thread) {
            const auto [all, different] = requests_of(*db, thread);
            EXPECT_EQ(all, different);
            EXPECT_GE(all, next_[thread]);
            EXPECT_LE(all, next_[thread] + 1);
        }
        EXPECT_FALSE(verify_audit(*db, Scope::system("test")));
    }

    testing::FreshDatabase db_{GetParam()};
    Next next_{};
};
INSTANTIATE_TEST_SUITE_P(Engines, KilledProcess, testing::engines(), testing::engine_name);

TEST_P(KilledProcess, LosesNothingThatWasAcknowledgedAndDoesNothingTwice) {
    std::mt19937 random(7);
    std::chrono::steady_clock::duration longest{};
    for (int round = 0; round < 20; ++round) {
        db_.close();
        ASSERT_NO_FATAL_FAILURE(run_until_killed(static_cast<int>(random() % 150)));
        const auto begin = std::chrono::steady_clock::now();
        db_.reopen();
        db_->write([](Writer& db) { db.run("DELETE FROM throttles"); });
        longest = std::max(longest, std::chrono::steady_clock::now() - begin);
        ASSERT_NO_FATAL_FAILURE(expect_each_once()) << "round " << round;
    }
    const auto ready_ms = std::chrono::duration_cast<std::chrono::milliseconds>(longest).count();
    RecordProperty("ready_ms", static_cast<int>(ready_ms));
    std::printf("ready for a change within %ld ms of every kill\n", static_cast<long>(ready_ms));
}

}  // namespace
}  // namespace primum::store
