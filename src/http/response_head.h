#pragma once
// Everything of an answer but its body. The headers that every answer carries stand here and
// nowhere else.

#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.h"

namespace primum::http {

/// Pages hold no script or style of their own and load nothing from elsewhere.
inline constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'";

enum class Connection { keep, close };

struct HeadFacts {
    std::string_view date;  ///< as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT"
    bool secure = false;    ///< came over TLS
    bool http_1_0 = false;
    Connection connection = Connection::keep;
};

/// Appends the head of an answer, with the empty line. A security header that the response brings
/// itself takes the place of ours.
void append_head(std::string& head, const Response& response, const HeadFacts& facts);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::int64_t seconds_since_1970);

}  // namespace primum::http
