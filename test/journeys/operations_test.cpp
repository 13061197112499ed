// The person who runs an installation looks after its database.

#include <gmock/gmock.h>

#include <cstdlib>

#include "workshop.h"

namespace primum::journeys {
namespace {

using testing::HasSubstr;
using testing::Not;

class Operations : public Workshop {
protected:
    void expect_done(const std::string& line, const std::string& words) {
        const auto done = run(line);
        EXPECT_EQ(done.status, 0) << line << ": " << done.err;
        EXPECT_THAT(done.out, HasSubstr(words));
    }
};

TEST_F(Operations, MakesADatabaseAndFindsItInGoodHealth) {
    expect_refused(run("primum doctor --data data"), 1, "There is no folder data");
    expect_done("primum migrate --data data", "up to date after ");
    expect_done("primum migrate --data data", "The schema is up to date.\n");
    expect_done("primum doctor --data data", "ok     integrity of the file\n");
    expect_done("primum audit verify --data data", "Every chain is whole");
}

TEST_F(Operations, IsToldWhatIsWrongWithAFile) {
    expect_done("primum migrate --data data", "");
    expect_done("chmod 644 data/primum.db", "");
    const auto doctor = run("primum doctor --data data");
    EXPECT_EQ(doctor.status, 1);
    EXPECT_THAT(doctor.out, HasSubstr("wrong  permissions: other accounts may use data/primum.db"));
    EXPECT_THAT(doctor.err, HasSubstr("1 of "));
}

// SQLite's own tool stands for whoever can write to the file.
TEST_F(Operations, FindsOutWhoChangedTheAudit) {
    expect_done("primum migrate --data data", "");
    run("sqlite3 data/primum.db \"UPDATE audit_entries SET object = 'another' WHERE seq = 1\"");
    expect_refused(run("primum audit verify --data data"), 1, "is 1 of the installation");
    expect_refused(run("primum backup copy.db --data data"), 1, "audit entry");
    EXPECT_EQ(run("primum doctor --data data").status, 1);
}

TEST_F(Operations, BacksUpAndRestores) {
    expect_done("primum migrate --data data", "");
    expect_done("primum backup copy.db --data data", "Backed up");
    expect_refused(run("primum backup copy.db --data data"), 1, "exists already");
    expect_refused(run("primum restore copy.db --data data"), 1, "exists already");
    expect_done("primum restore copy.db --data other", "Restored");
    expect_done("primum doctor --data other", "ok     schema");
    run("printf x >>copy.db");
    expect_refused(run("primum restore copy.db --data third"), 1, "not what its manifest says");
}

TEST_F(Operations, MovesToAnotherDatabase) {
    expect_done("primum migrate --data data", "");
    const auto exported = run("primum export --all all.jsonl --data data");
    const std::string contents = exported.out.substr(exported.out.find("Contents"));
    expect_done("primum import --all all.jsonl --data other", contents);
    expect_refused(run("primum import --all missing.jsonl --data third"), 1, "cannot be read");
    if (!std::getenv("PRIMUM_TEST_POSTGRES")) return;
    const std::string server =
        R"sh(server="$(echo "$PRIMUM_TEST_POSTGRES" | sed s,/postgres?,/moved?,)"; )sh";
    run("psql -q \"$PRIMUM_TEST_POSTGRES\" -c 'CREATE DATABASE moved'");
    expect_done(server + "primum import --all all.jsonl --data data --database \"$server\"",
                contents);
    expect_done(server + "primum export --all back.jsonl --data data --database \"$server\"",
                contents);
    expect_done(server + "primum doctor --data data --database \"$server\"",
                "ok     durability of the server");
    run("psql -q \"$PRIMUM_TEST_POSTGRES\" -c 'DROP DATABASE moved'");
}

TEST_F(Operations, IsToldWhatIsNotThere) {
    expect_done("mkdir data", "");
    expect_refused(run("primum audit verify --data data"), 1, "There is no database in data");
    expect_refused(run("primum backup copy.db --data data"), 1, "There is no database");
    expect_refused(run("primum migrate --data data --database postgresql://nobody@/x?host=/none"),
                   1, "PostgreSQL cannot be reached");
    file("data/primum.db",
         "This is not a database, but longer than the header of one would be.....");
    const auto refused = run("primum migrate --data data");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, Not(HasSubstr("should not happen")));
}

}  // namespace
}  // namespace primum::journeys
