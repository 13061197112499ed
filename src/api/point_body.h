#pragma once
// What programs say of a point, read from JSON.

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/problem_page.h"
#include "json/value.h"
#include "measures/point.h"

namespace primum::api {

using Faults = std::vector<access::Fault>;

/// {"numerator": 3, "denominator": 812, "note": "…"}, or "value" instead of "numerator" where
/// nothing divides. `at` is where it stands in the document: "" or "/3".
std::expected<measures::Said, Faults> read_point(const json::Value& document,
                                                 const measures::Definition& says, Day period,
                                                 const std::string& at);

/// A point with its period and, where it changes one, that one's revision.
struct PointOfMany {
    measures::Said said;
    std::optional<std::int64_t> revision;
};
std::expected<std::vector<PointOfMany>, Faults> read_points(const json::Value& document,
                                                            const measures::Definition& says);

}  // namespace primum::api
