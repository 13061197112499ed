#pragma once
// What a backup holds, written beside it, so that a restore can tell whether it has all of it.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::store {

struct Manifest {
    std::string made_at;  ///< ISO, UTC
    std::int64_t schema = 0;
    std::uintmax_t bytes = 0;
    std::string sha256;                        ///< of the file
    std::map<std::string, std::int64_t> rows;  ///< of each table
    std::map<std::string, std::string> audit;  ///< owner to "number hash" of its last entry

    std::int64_t all_rows() const;
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Reads a database file that nobody else has open. Refuses one that is damaged, or whose audit
/// chains are not whole.
Checked<Manifest> describe(const std::filesystem::path& database, std::string made_at);

std::string to_json(const Manifest& manifest);
std::optional<Manifest> manifest_from_json(std::string_view text);

}  // namespace primum::store
