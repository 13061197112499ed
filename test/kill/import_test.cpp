// An import is killed again and again, and goes on where it was: every row is in once.

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "imports/import.h"
#include "measures/testing.h"
#include "store/audit.h"

namespace primum::imports {
namespace {

using measures::everywhere;

constexpr int kWards = 40;
constexpr int kMonths = 24;

class KilledImport : public ::testing::TestWithParam<store::Engine> {
protected:
    KilledImport() {
        measures::add_measure_to(*db_, tree_.country, "FALLS", measures::falls());
        std::ofstream out(path_);
        out << "organisation,measure,month,numerator,denominator\n";
        for (int ward = 0; ward < kWards; ++ward) {
            const std::string code = "W" + std::to_string(ward);
            tree_.add(code, "Ward " + code, "ward", tree_.site);
            Day month = measures::day("2023-01-01");
            for (int i = 0; i < kMonths; ++i) {
                out << code << ",FALLS," << iso_day(month) << ',' << i % 5 << ",900\n";
                month = measures::next_period(measures::Frequency::month, month);
            }
        }
    }

    /// Kills it once so many pieces are in; true where it had ended by then.
    bool run_until_killed(int pieces) {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe(ends.data()), 0);
        const std::string url = db_.options().url;
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(IMPORT_WRITER, IMPORT_WRITER, url.c_str(), path_.c_str(), "AA", nullptr);
            std::_Exit(127);
        }
        ::close(ends[1]);
        std::FILE* lines = ::fdopen(ends[0], "r");
        char line[8];
        for (int seen = 1; std::fgets(line, sizeof line, lines) != nullptr; ++seen)
            if (seen == pieces) ::kill(child, SIGKILL);
        std::fclose(lines);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    store::testing::TemporaryFolder folder_;
    std::string path_ = folder_.path() + "/falls.csv";
    store::testing::FreshDatabase db_{GetParam()};
    organisations::TestTree tree_{*db_};
};
INSTANTIATE_TEST_SUITE_P(Engines, KilledImport, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(KilledImport, GoesOnUntilEveryRowIsInOnce) {
    int kills = 0;
    for (bool ended = false; !ended; ++kills) {
        ASSERT_LT(kills, 60);
        db_.close();
        ended = run_until_killed(1 + kills % 3);
        db_.reopen();
    }
    EXPECT_GT(kills, 5);
    const auto db = db_->read();
    const auto counts =
        db->one([](const store::Row& row) { return std::pair(row.get<int>(0), row.get<int>(1)); },
                "SELECT count(*), COALESCE(sum(rev), 0) FROM points", everywhere().everywhere());
    EXPECT_EQ(counts, std::pair(kWards * kMonths, kWards * kMonths));
    const auto imports = imports_of(*db, everywhere().may_read(tree_.country));
    ASSERT_EQ(imports.size(), 1U);
    EXPECT_EQ(imports.front().state, State::done);
    EXPECT_EQ(imports.front().counts.added, kWards * kMonths);
    EXPECT_FALSE(store::verify_audit(*db, everywhere()));
}

}  // namespace
}  // namespace primum::imports
