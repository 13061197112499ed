#pragma once
// The small encodings of a request: %41 in paths and queries, cookies, and what counts as text.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace primum::http {

/// Well-formed UTF-8 without control characters; tabs and line ends are allowed where asked for.
enum class LineEnds { refused, allowed };
bool is_text(std::string_view bytes, LineEnds line_ends = LineEnds::refused);

/// Without spaces, tabs and line ends before and after.
std::string_view trimmed(std::string_view text);

/// ASCII letters compare without regard to case.
bool equal_names(std::string_view a, std::string_view b);

/// The bytes that %41 and its like stand for. Nothing where % is not followed by two digits.
enum class Plus { itself, space };
std::optional<std::string> percent_decoded(std::string_view encoded, Plus plus);

/// The path of a request target, decoded. Nothing where it does not begin with "/", is not text,
/// has a part "." or "..", or hides a "/" or "\" as %2F or %5C: then it could mean another place
/// to the next reader.
std::optional<std::string> decoded_path(std::string_view path);

/// Names and values of "a=1&b=2", decoded, in their order. Nothing where one is not text, or
/// where there are more than `most`.
using Pairs = std::vector<std::pair<std::string, std::string>>;
std::optional<Pairs> decoded_pairs(std::string_view encoded, std::size_t most, LineEnds line_ends);

/// The value of a cookie in one Cookie header, and how often its name stands there.
struct CookieValue {
    std::string_view value;
    unsigned times = 0;
};
CookieValue find_cookie(std::string_view header, std::string_view name);

}  // namespace primum::http
