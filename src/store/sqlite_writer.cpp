#include "store/sqlite_writer.h"

#include <chrono>
#include <stdexcept>

namespace primum::store {
namespace {

constexpr std::size_t kMostTogether = 64;
constexpr std::chrono::milliseconds kLongestTogether{2};
constexpr int kPagesBeforeCheckpoint = 1000;

}  // namespace

SqliteWriter::SqliteWriter(const Options& options, std::unique_ptr<SqliteConnection> connection)
    : options_(options), connection_(std::move(connection)), thread_([this] { work(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const Change& change) {
    if (std::this_thread::get_id() == thread_.get_id())
        throw std::logic_error("A change began another change: use the Writer that it has.");
    Job job{.change = change, .error = nullptr};
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= options_.waiting_changes)
        throw Busy("Too many changes wait already: nothing was done, try again soon.");
    waiting_.push_back(&job);
    arrived_.notify_one();
    answered_.wait(lock, [&] { return job.done; });
    lock.unlock();
    if (job.error) std::rethrow_exception(std::move(job.error));
}

void SqliteWriter::alone(const std::function<void(SqliteConnection&)>& use) {
    const std::lock_guard lock(connection_mutex_);
    use(*connection_);
}

void SqliteWriter::work() {
    while (true) {
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
        }
        const std::lock_guard alone(connection_mutex_);
        std::vector<Job*> group;
        commit_together(group);
        {
            const std::lock_guard lock(mutex_);
            for (Job* job : group)
                job->done = true;
        }
        answered_.notify_all();
        if (connection_->pages_in_log() >= kPagesBeforeCheckpoint) connection_->checkpoint();
    }
}

SqliteWriter::Job* SqliteWriter::next_waiting() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return nullptr;
    Job* job = waiting_.front();
    waiting_.pop_front();
    return job;
}

void SqliteWriter::commit_together(std::vector<Job*>& group) {
    const auto until = std::chrono::steady_clock::now() + kLongestTogether;
    try {
        connection_->command("BEGIN IMMEDIATE");
        while (Job* job = next_waiting()) {
            group.push_back(job);
            apply(*job);
            if (group.size() == kMostTogether || std::chrono::steady_clock::now() > until) break;
        }
        connection_->command("COMMIT");
    } catch (...) {
        undo();
        // What could not even begin is an answer to the first that waits.
        if (group.empty()) group.push_back(next_waiting());
        for (Job* job : group)
            if (!job->error) job->error = std::current_exception();
    }
}

void SqliteWriter::apply(Job& job) {
    connection_->command("SAVEPOINT change");
    try {
        OnConnection writer(*connection_, options_.clock->now(), *options_.random);
        job.change(writer);
    } catch (...) {
        job.error = std::current_exception();
        if (!connection_->in_transaction()) throw;
        connection_->command("ROLLBACK TO change");
    }
    connection_->command("RELEASE change");
}

void SqliteWriter::undo() {
    if (connection_->in_transaction()) connection_->command("ROLLBACK");
}

}  // namespace primum::store
