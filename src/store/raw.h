#pragma once
// Statements that are made at run time, for what must work on every table: copying an installation,
// examining it; and for what the engines say in words of their own. For this room only; looking for
// Raw:: is the review.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "store/db.h"

namespace primum::store {

class Raw {
public:
    static std::int64_t run(
        const Reader& db, std::string_view sql, std::span<const Value> values = {},
        const std::function<bool(const Row&)>& visit = [](const Row&) { return true; }) {
        return db.run_erased(sql, values, visit);
    }

    static Engine engine(const Reader& db) { return db.engine(); }
};

}  // namespace primum::store
