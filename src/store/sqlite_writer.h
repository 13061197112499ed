#pragma once
// The one thread that changes a SQLite file. Changes that wait together are made durable together,
// each undone on its own where it fails.

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/sqlite_connection.h"
#include "store/store.h"

namespace primum::store {

class SqliteWriter {
public:
    using Change = std::function<void(Writer&)>;

    SqliteWriter(const Options& options, std::unique_ptr<SqliteConnection> connection);

    /// Finishes what waits.
    ~SqliteWriter();

    /// Returns when the change is durable. See Store::write.
    void run(const Change& change);

    /// Uses the connection between two changes: for migrations.
    void alone(const std::function<void(SqliteConnection&)>& use);

private:
    struct Job {
        const Change& change;
        std::exception_ptr error;
        bool done = false;
    };

    void work();
    Job* next_waiting();
    void commit_together(std::vector<Job*>& group);
    void apply(Job& job);
    void undo();

    const Options options_;
    std::unique_ptr<SqliteConnection> connection_;
    std::mutex connection_mutex_;

    std::mutex mutex_;  // guards what follows
    std::condition_variable arrived_;
    std::condition_variable answered_;
    std::deque<Job*> waiting_;
    bool stopping_ = false;

    std::thread thread_;
};

}  // namespace primum::store
