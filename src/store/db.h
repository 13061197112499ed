#pragma once
// Statements on the database, the same text on SQLite and PostgreSQL.
//
//     db.all(read_point, R"sql(
//         SELECT month, events, exposure FROM measure_points
//          WHERE organisation_id = $1 AND measure_id = $2 ORDER BY month
//     )sql", scope.may_read(measure.organisation), measure.id);
//
// `read_point` is any function of a const Row&. Text compares and sorts by its bytes on both; LIKE
// ignores capitals on SQLite only, so write lower(a) LIKE lower($1).
// Placeholders are $1 … $n. What may fill one: an Id, text, whole numbers, double, bool (kept as 0
// or 1), Day (kept as ISO text), Instant (kept as microseconds), Bytes, an optional of these, or a
// key from a Scope. The text is checked while compiling (sql.h).

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "store/engine.h"
#include "store/row.h"
#include "store/sql.h"

namespace primum::store {

/// Reads. One snapshot from when it was taken from the store until it is given back.
class Reader {
public:
    /// Every row, each through `read(const Row&)`, in the statement's order.
    template <class Read, class... Args>
    auto all(Read&& read, Sql<Statement::read, std::type_identity_t<Args>...> sql,
             const Args&... args) const {
        std::vector<std::invoke_result_t<Read&, const Row&>> rows;
        run_erased(sql.text(), bind(args...), [&](const Row& row) {
            rows.push_back(read(row));
            return true;
        });
        return rows;
    }

    /// The first row, or nothing where there is none.
    template <class Read, class... Args>
    auto one(Read&& read, Sql<Statement::read, std::type_identity_t<Args>...> sql,
             const Args&... args) const {
        std::optional<std::invoke_result_t<Read&, const Row&>> result;
        run_erased(sql.text(), bind(args...), [&](const Row& row) {
            result = read(row);
            return false;
        });
        return result;
    }

    /// Each row in turn, without keeping them: for exports. What `visit` returns is ignored.
    template <class Visit, class... Args>
    void each(Visit&& visit, Sql<Statement::read, std::type_identity_t<Args>...> sql,
              const Args&... args) const {
        run_erased(sql.text(), bind(args...), [&](const Row& row) {
            visit(row);
            return true;
        });
    }

    /// When this snapshot was taken, or this transaction says that it happens.
    virtual Instant now() const = 0;

protected:
    friend class Raw;
    virtual ~Reader() = default;
    virtual Engine engine() const = 0;

    /// Calls `visit` for each row until it returns false; the number of rows changed.
    virtual std::int64_t run_erased(std::string_view sql, std::span<const Value> values,
                                    const std::function<bool(const Row&)>& visit) const = 0;

    template <class... Args>
    static auto bind(const Args&... args) {
        return Values<sizeof...(Args)>(args...);
    }
};

/// Reads and changes, inside one transaction. What it reads includes what it has changed.
class Writer : public Reader {
public:
    /// INSERT, UPDATE or DELETE; the number of rows changed.
    template <class... Args>
    std::int64_t run(Sql<Statement::change, std::type_identity_t<Args>...> sql,
                     const Args&... args) {
        return run_erased(sql.text(), bind(args...), [](const Row&) { return true; });
    }

    /// The same with RETURNING: every row that it returns, in no particular order.
    template <class Read, class... Args>
    auto returning(Read&& read, Sql<Statement::change, std::type_identity_t<Args>...> sql,
                   const Args&... args) {
        std::vector<std::invoke_result_t<Read&, const Row&>> rows;
        run_erased(sql.text(), bind(args...), [&](const Row& row) {
            rows.push_back(read(row));
            return true;
        });
        return rows;
    }

    /// New names for new things.
    virtual Random& random() = 0;
    template <class Thing>
    Id<Thing> new_id() {
        return Id<Thing>::make(now(), random());
    }
};

}  // namespace primum::store
