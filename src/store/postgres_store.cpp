#include "store/postgres_store.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>

#include "store/loan.h"
#include "store/migrations.h"
#include "store/pool.h"
#include "store/postgres_connection.h"

namespace primum::store {
namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr std::chrono::seconds kLongestTrying{30};
constexpr std::chrono::milliseconds kFirstPause{5};
constexpr std::chrono::milliseconds kLongestPause{1000};
constexpr std::chrono::seconds kLongestChange{30};
constexpr std::int64_t kMigrationLock = 1347569997;  // "PRIM"

/// Longer and longer pauses, each of a length that no two choose alike.
class Patience {
public:
    explicit Patience(Random& random) : random_(random) {}

    /// Rethrows where it has lasted long enough.
    void wait_after(const Again& again) {
        if (std::chrono::steady_clock::now() + pause_ > end_) throw again;
        std::this_thread::sleep_for(pause_ / 2 + pause_ * chance() / 512);
        pause_ = std::min(pause_ * 2, kLongestPause);
    }

private:
    unsigned chance() {
        std::array<std::byte, 1> byte{};
        random_.fill(byte);
        return std::to_integer<unsigned>(byte[0]);
    }

    Random& random_;
    const Moment end_ = std::chrono::steady_clock::now() + kLongestTrying;
    std::chrono::milliseconds pause_ = kFirstPause;
};

class PostgresStore final : public Store {
public:
    explicit PostgresStore(const Options& options)
        : options_(options),
          readers_(options.readers, [this] { return connect(options_.longest_read); }),
          writers_(options.readers, [this] { return connect(kLongestChange); }) {
        // The sentence about a wrong address comes now and not with the first request.
        writers_.give(writers_.take());
    }

    Engine engine() const override { return Engine::postgres; }

    Lease read() override {
        Patience patience(system_random());
        while (true) {
            try {
                return lend(readers_, readers_.take(), *options_.clock, *options_.random);
            } catch (const Again& again) {
                patience.wait_after(again);
            }
        }
    }

    void migrate() override {
        while (migrate_one()) {
        }
    }

    std::size_t steps_to_migrate() override {
        const Borrowed borrowed(writers_);
        return pending_migrations(borrowed.db()).size();
    }

protected:
    void write_erased(const std::function<void(Writer&)>& change) override {
        const Place place(*this);
        try_until_done([&](PostgresConnection& db) {
            OnConnection writer(db, options_.clock->now(), *options_.random);
            change(writer);
        });
    }

private:
    /// A place among the changes that wait.
    class Place {
    public:
        explicit Place(PostgresStore& store) : store_(store) {
            if (++store_.waiting_ <= store_.options_.waiting_changes) return;
            --store_.waiting_;
            throw Busy("Too many changes wait already: nothing was done, try again soon.");
        }
        ~Place() { --store_.waiting_; }
        Place(const Place&) = delete;

    private:
        PostgresStore& store_;
    };

    std::unique_ptr<PostgresConnection> connect(std::chrono::seconds longest_statement) const {
        return std::make_unique<PostgresConnection>(options_.url, longest_statement);
    }

    template <class Action>
    void try_until_done(const Action& action) {
        Patience patience(system_random());
        while (true) {
            try {
                return try_once(action);
            } catch (const Again& again) {
                if (again.wrong_server) close_all();
                patience.wait_after(again);
            }
        }
    }

    template <class Action>
    void try_once(const Action& action) {
        const Borrowed borrowed(writers_);
        borrowed.db().begin_change();
        action(borrowed.db());
        borrowed.db().commit();
    }

    /// A connection that goes back without an open transaction, whatever happened.
    class Borrowed {
    public:
        explicit Borrowed(Pool& pool) : pool_(pool), connection_(pool.take()) {}
        ~Borrowed() {
            db().roll_back();
            pool_.give(std::move(connection_));
        }
        Borrowed(const Borrowed&) = delete;
        PostgresConnection& db() const { return static_cast<PostgresConnection&>(*connection_); }

    private:
        Pool& pool_;
        mutable std::unique_ptr<Connection> connection_;
    };

    void close_all() {
        readers_.close_all();
        writers_.close_all();
    }

    // One a transaction; another program that migrates at the same time waits or is waited for.
    bool migrate_one() {
        bool more = false;
        try_until_done([&](PostgresConnection& db) {
            db.script(
                fmt::format("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '2s';"
                            "SELECT pg_advisory_xact_lock({})",
                            kMigrationLock));
            const auto pending = pending_migrations(db);
            more = pending.size() > 1;
            if (!pending.empty()) apply(db, pending.front(), options_.clock->now());
        });
        return more;
    }

    const Options options_;
    std::atomic<unsigned> waiting_ = 0;
    Pool readers_;
    Pool writers_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(const Options& options) {
    return std::make_unique<PostgresStore>(options);
}

}  // namespace primum::store
