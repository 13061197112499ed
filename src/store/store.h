#pragma once
// The database: a SQLite file of our own, or PostgreSQL.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "base/instant.h"
#include "base/random.h"
#include "store/db.h"
#include "store/engine.h"

namespace primum::store {

/// Too many changes wait already: nothing was done, try again soon. Answered with 503.
struct Busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// The disk is full or the database has been made read-only: nothing was done. Answered with 507.
struct ReadOnly : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// The connection broke between commit and its answer: it may have been done. The front door looks
/// the idempotency key up before anybody tries again.
struct OutcomeUnknown : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A constraint of the schema said no: unique, foreign key or check. Nothing was done.
struct Violated : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// A question took longer than it may.
struct TooSlow : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Options {
    std::string url;  ///< a path of a SQLite file, or postgresql://…
    unsigned readers = 4;
    unsigned waiting_changes = 256;  ///< more than so many are refused with Busy
    std::chrono::seconds longest_read{
        5};  ///< of a lease, then TooSlow; 0 where it may take any time
    const Clock* clock = &system_clock();
    Random* random = &system_random();
};

/// A Reader on loan; given back when it goes out of scope.
class Lease {
public:
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) noexcept = default;
    const Reader& operator*() const { return *reader_; }
    const Reader* operator->() const { return reader_.get(); }

    /// Within this room.
    using Giver = std::function<void(Reader*)>;

private:
    friend class Store;
    explicit Lease(std::unique_ptr<Reader, Giver> reader) : reader_(std::move(reader)) {}
    std::unique_ptr<Reader, Giver> reader_;
};

class Store {
public:
    /// Opens an existing database, or makes an empty one; migrate() brings its schema up to date.
    /// Throws std::runtime_error with one sentence for the operator where that is impossible.
    static std::unique_ptr<Store> open(const Options& options);
    virtual ~Store() = default;
    virtual Engine engine() const = 0;

    /// Waits for a free reader.
    virtual Lease read() = 0;

    /// Runs a change in one transaction and returns when it is durable. An exception from `change`
    /// undoes it and comes out here. `change` may run more than once (PostgreSQL retries on
    /// conflict), so it must have no effect but through its Writer.
    template <class Change>
    auto write(Change&& change) {
        using Result = std::invoke_result_t<Change&, Writer&>;
        if constexpr (std::is_void_v<Result>) {
            write_erased([&](Writer& db) { change(db); });
        } else {
            std::optional<Result> result;
            write_erased([&](Writer& db) { result.emplace(change(db)); });
            return std::move(*result);
        }
    }

    /// Brings the schema to this program's version. Refuses a newer or a changed one.
    virtual void migrate() = 0;

    /// How many steps migrate() would take.
    virtual std::size_t steps_to_migrate() = 0;

    /// Within this room.
    static Lease lease(Reader* reader, Lease::Giver giver) {
        return Lease(std::unique_ptr<Reader, Lease::Giver>(reader, std::move(giver)));
    }

protected:
    virtual void write_erased(const std::function<void(Writer&)>& change) = 0;
};

}  // namespace primum::store
