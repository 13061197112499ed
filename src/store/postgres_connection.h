#pragma once
// A connection to a PostgreSQL server.

#include <chrono>
#include <memory>
#include <string>

#include "store/connection.h"
#include "store/store.h"

namespace primum::store {

/// The transaction came to nothing for a reason that passes: a conflict, a server that restarts or
/// has handed over to another. Only the whole transaction may be tried again.
struct Again : Busy {
    Again(const std::string& why, bool only_reads) : Busy(why), wrong_server(only_reads) {}
    bool wrong_server;  ///< it only reads: every connection to it is worth nothing
};

class PostgresConnection final : public Connection {
public:
    /// Throws Again where no server answers that could be written to, std::runtime_error with a
    /// sentence for the operator where the address or the database is wrong.
    PostgresConnection(const std::string& url, std::chrono::seconds longest_statement);
    ~PostgresConnection() override;

    Engine engine() const override { return Engine::postgres; }
    std::int64_t run(std::string_view sql, std::span<const Value> values,
                     const Visit& visit) override;
    void script(const std::string& sql) override;
    void begin_snapshot() override;
    void end_snapshot() override;

    /// Without a broken wire and not too old: servers behind an address change.
    bool usable() const override;

    void begin_change();
    /// Throws Again where nothing was done, OutcomeUnknown where it may have been.
    void commit();
    /// Ends a transaction where one is open. Never throws: a connection that cannot is not usable.
    void roll_back() noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::store
