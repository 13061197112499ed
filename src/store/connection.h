#pragma once
// One connection to either engine, used by one thread at a time. Within this room only.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/random.h"
#include "store/db.h"
#include "store/engine.h"

namespace primum::store {

class Connection {
public:
    using Visit = std::function<bool(const Row&)>;

    virtual ~Connection() = default;
    virtual Engine engine() const = 0;

    /// One statement, kept prepared for the next time. Calls `visit` for each row until it returns
    /// false; the number of rows changed.
    virtual std::int64_t run(std::string_view sql, std::span<const Value> values,
                             const Visit& visit) = 0;

    /// Several statements without values.
    virtual void script(const std::string& sql) = 0;

    void command(std::string_view sql) {
        run(sql, {}, [](const Row&) { return true; });
    }

    /// Between these, everything is read as it was at the beginning, and nothing is changed.
    virtual void begin_snapshot() = 0;
    virtual void end_snapshot() = 0;

    /// Whether it may be lent again.
    virtual bool usable() const { return true; }
};

/// What rooms see of a connection during one transaction.
class OnConnection : public Writer {
public:
    OnConnection(Connection& connection, Instant now, Random& random)
        : connection_(connection), now_(now), random_(random) {}

    Instant now() const override { return now_; }
    Random& random() override { return random_; }

protected:
    Engine engine() const override { return connection_.engine(); }
    std::int64_t run_erased(std::string_view sql, std::span<const Value> values,
                            const Connection::Visit& visit) const override {
        return connection_.run(sql, values, visit);
    }

private:
    Connection& connection_;
    Instant now_;
    Random& random_;
};

}  // namespace primum::store
