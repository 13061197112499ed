#pragma once
// multipart/form-data (RFC 7578), as browsers write it and no other way.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"

namespace primum::http {

/// A header's value and its parameters: `form-data; name="notes"; filename="a.csv"`.
struct HeaderValue {
    std::string value;  ///< in lower case
    std::vector<std::pair<std::string, std::string>> parameters;

    /// The only value of a parameter; nothing where there is none.
    std::optional<std::string_view> parameter(std::string_view name) const;
};

/// Nothing where it is written in another way, or names a parameter twice.
std::optional<HeaderValue> parse_header_value(std::string_view text);

/// One part. Its bytes are a piece of the body.
struct Part {
    std::string name;
    std::optional<std::string> file_name;  ///< as it was sent
    std::string type;                      ///< empty where the part does not say
    std::string_view bytes;
};

/// The parts in their order, at most so many.
Checked<std::vector<Part>> parse_multipart(std::string_view body, std::string_view boundary,
                                           std::size_t most_parts);

}  // namespace primum::http
