#pragma once
// A connection to a SQLite file.

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "store/connection.h"

namespace primum::store {

class SqliteConnection final : public Connection {
public:
    enum class Use : std::uint8_t {
        write,  ///< the one that writes and moves the log into the file
        read,   ///< changes nothing, not even by mistake
        copy,   ///< changes nothing here, but may write another file
    };

    /// Throws std::runtime_error with a sentence for the operator where the file cannot be opened
    /// or is not ours.
    SqliteConnection(const std::string& path, Use use);
    ~SqliteConnection() override;

    Engine engine() const override { return Engine::sqlite; }
    std::int64_t run(std::string_view sql, std::span<const Value> values,
                     const Visit& visit) override;
    void script(const std::string& sql) override;
    void begin_snapshot() override;
    void end_snapshot() override;

    /// Whether a transaction is open: SQLite ends it by itself when the disk is full.
    bool in_transaction() const;

    /// A statement that runs past this moment is stopped.
    void set_deadline(std::chrono::steady_clock::time_point deadline);

    /// Pages in the log that are not in the file yet, as of the last commit.
    int pages_in_log() const;
    /// Moves what it can of the log into the file. Only for the connection that writes.
    void checkpoint();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::store
