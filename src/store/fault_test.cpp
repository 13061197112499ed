// A disk that fails at the n-th write, for every n, and one that fails to say that it has kept what
// it was given: SQLite's file layer, with the calls that matter replaced.

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <string>

#include "store/raw.h"
#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using testing::FreshDatabase;

constexpr int kNever = -1;
std::atomic<int> writes_until_full = kNever;
std::atomic<bool> sync_fails = false;

sqlite3_vfs* real_files = nullptr;
std::mutex methods_mutex;
std::map<const sqlite3_io_methods*, sqlite3_io_methods> faulty_methods;
const sqlite3_io_methods* real_methods = nullptr;

int write_or_fail(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const int left = writes_until_full;
    if (left == 0) return SQLITE_FULL;
    if (left > 0) --writes_until_full;
    return real_methods->xWrite(file, bytes, size, at);
}

int sync_or_fail(sqlite3_file* file, int flags) {
    return sync_fails ? SQLITE_IOERR_FSYNC : real_methods->xSync(file, flags);
}

int open_faulty(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    const int code = real_files->xOpen(real_files, name, file, flags, out);
    if (!file->pMethods) return code;
    const std::lock_guard lock(methods_mutex);
    const auto [found, fresh] = faulty_methods.try_emplace(file->pMethods, *file->pMethods);
    if (fresh) {
        real_methods = file->pMethods;
        found->second.xWrite = write_or_fail;
        found->second.xSync = sync_or_fail;
    }
    file->pMethods = &found->second;
    return code;
}

class Fault : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        static sqlite3_vfs faulty;
        if (real_files) return;
        sqlite3_initialize();
        real_files = sqlite3_vfs_find(nullptr);
        faulty = *real_files;
        faulty.zName = "faulty";
        faulty.xOpen = open_faulty;
        sqlite3_vfs_register(&faulty, 1);
    }
    static void TearDownTestSuite() { sqlite3_vfs_register(real_files, 1); }
    void TearDown() override {
        writes_until_full = kNever;
        sync_fails = false;
    }

    void put(const std::string& key) {
        db_->write([&](Writer& db) {
            db.run("INSERT INTO settings (key, value) VALUES ($1, $2)", key,
                   std::string(20'000, 'x'));
        });
    }
    std::string integrity() {
        std::string answer;
        Raw::run(*db_->read(), "PRAGMA integrity_check", {}, [&](const Row& row) {
            answer = row.get<std::string>(0);
            return true;
        });
        return answer;
    }
    int count() {
        return *db_->read()->one([](const Row& row) { return row.get<int>(0); },
                                 "SELECT count(*) FROM settings");
    }

    FreshDatabase db_;
};

TEST_F(Fault, RefusesAChangeOnAFullDiskAndKeepsTheFileWhole) {
    int refused = 0;
    bool done = false;
    while (!done) {
        writes_until_full = refused;
        try {
            put("full");
            done = true;
        } catch (const ReadOnly&) {
            ++refused;
        }
        writes_until_full = kNever;
        if (!done) put(std::to_string(refused));  // there is room again
        ASSERT_EQ(count(), refused + (done ? 1 : 0));
    }
    EXPECT_GT(refused, 5);
    EXPECT_EQ(integrity(), "ok");
    db_.reopen();
    EXPECT_EQ(count(), refused + 1);
    EXPECT_EQ(integrity(), "ok");
}

TEST_F(Fault, StopsTheProgramWhenTheDiskDoesNotSayThatItKeptAChange) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            sync_fails = true;
            put("lost");
        },
        ::testing::ExitedWithCode(1), "cannot be trusted");
}

TEST_F(Fault, StopsTheProgramWhenTheFileIsDamaged) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            put("a");
            db_.close();
            std::fstream file(db_.options().url, std::ios::in | std::ios::out | std::ios::binary);
            const auto size = std::filesystem::file_size(db_.options().url);
            for (std::uintmax_t at = 4096; at < size; at += 4096) {
                file.seekp(static_cast<std::streamoff>(at));
                file.write("\xff\xff\xff\xff\xff\xff\xff\xff", 8);
            }
            file.close();
            db_.reopen();
            count();
        },
        ::testing::ExitedWithCode(1), "cannot be trusted");
}

}  // namespace
}  // namespace primum::store
