#include "store/backup.h"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "store/files.h"
#include "store/testing.h"
#include "store/testing_contents.h"

namespace primum::store {
namespace {

namespace fs = std::filesystem;
using testing::FreshDatabase;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

class Backup : public ::testing::Test {
protected:
    void SetUp() override { testing::fill(*db_); }

    Checked<Manifest> back_up() { return store::back_up(db_.options().url, file_, Instant{}); }

    std::unique_ptr<Store> open(const std::string& url) {
        Options options;
        options.url = url;
        return Store::open(options);
    }

    FreshDatabase db_;
    TemporaryFolder folder_;
    const std::string file_ = folder_.path() + "/backup.db";
    const std::string restored_ = folder_.path() + "/data/primum.db";
};

TEST_F(Backup, RestoresEqual) {
    const auto made = back_up();
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_EQ(made->made_at, "1970-01-01T00:00:00Z");
    EXPECT_EQ(made->rows.at("audit_entries"), 20);
    const auto restored = restore(file_, restored_);
    ASSERT_TRUE(restored) << restored.error().sentence;
    EXPECT_EQ(*restored, *made);
    EXPECT_EQ(testing::contents_of(*open(restored_)), testing::contents_of(*db_));
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

// Each change adds two rows that belong together; a backup has both or neither of them, and every
// change that was acknowledged before it began.
TEST_F(Backup, IsOfOneMomentWhileWritingGoesOn) {
    std::atomic<bool> stop = false;
    std::atomic<int> acknowledged = 0;
    std::thread writing([&] {
        for (int i = 0; !stop; ++i) {
            db_->write([&](Writer& db) {
                for (const char* side : {"l", "r"})
                    db.run("INSERT INTO settings (key, value) VALUES ($1, $2)",
                           side + std::to_string(i), std::string(2000, 'x'));
            });
            acknowledged = i + 1;
        }
    });
    while (acknowledged < 50)
        std::this_thread::yield();
    const int before = acknowledged;
    const auto made = back_up();
    const int after = acknowledged;
    stop = true;
    writing.join();
    ASSERT_TRUE(made) << made.error().sentence;
    ASSERT_TRUE(restore(file_, restored_));
    const auto pairs = open(restored_)->read()->one(
        [](const Row& row) {
            EXPECT_EQ(row.get<int>(0), row.get<int>(1));
            return row.get<int>(0);
        },
        "SELECT count(*) FILTER (WHERE key LIKE 'l%'), count(*) FILTER (WHERE key LIKE 'r%')"
        " FROM settings");
    EXPECT_GE(pairs, before);
    EXPECT_LE(pairs, after + 1);
}

TEST_F(Backup, RefusesToOverwrite) {
    ASSERT_TRUE(back_up());
    EXPECT_THAT(back_up().error().sentence, HasSubstr("exists already"));
    ASSERT_TRUE(restore(file_, restored_));
    EXPECT_THAT(restore(file_, restored_).error().sentence, HasSubstr("exists already"));
}

TEST_F(Backup, IsNotRestoredWhereOneByteHasChanged) {
    ASSERT_TRUE(back_up());
    std::string bytes = read_file(file_);
    bytes[bytes.size() / 2] ^= 1;
    write_file(file_, bytes);
    EXPECT_THAT(restore(file_, restored_).error().sentence,
                HasSubstr("not what its manifest says"));
    EXPECT_FALSE(fs::exists(restored_));
}

TEST_F(Backup, IsNotRestoredWithoutItsManifest) {
    ASSERT_TRUE(back_up());
    fs::remove(file_ + ".manifest.json");
    EXPECT_THAT(restore(file_, restored_).error().sentence, HasSubstr("manifest"));
}

// A manifest that was changed to fit does not help against the file's own contents.
TEST_F(Backup, IsNotRestoredWhereTheManifestPromisesMore) {
    auto manifest = back_up();
    ASSERT_TRUE(manifest);
    ++manifest->rows["people"];
    write_file(file_ + ".manifest.json", to_json(*manifest));
    EXPECT_THAT(restore(file_, restored_).error().sentence, HasSubstr("does not hold"));
}

TEST_F(Backup, IsNotMadeOfADatabaseWhoseAuditIsNotWhole) {
    db_->write([](Writer& db) {
        db.run("DELETE FROM audit_entries WHERE seq = 7", Scope::system("test").everywhere());
    });
    EXPECT_THAT(back_up().error().sentence, HasSubstr("audit"));
    EXPECT_FALSE(fs::exists(file_));
    EXPECT_FALSE(fs::exists(file_ + ".partial"));
}

}  // namespace
}  // namespace primum::store
