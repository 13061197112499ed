#pragma once
// Styles, scripts and pictures, which travel inside the executable.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/url.h"

namespace primum::design {

/// Bytes that never change under their path: the path has a hash of them.
struct Asset {
    std::string_view name;  ///< in the source code: "neutral.css"
    std::string_view path;  ///< "/assets/neutral-0123456789abcdef.css", below the base path
    std::string_view type;  ///< Content-Type
    std::string_view tag;   ///< ETag, with its quotes
    std::string_view bytes;
    std::string_view gzip;    ///< the same, compressed; empty where that is not worth it
    std::string_view brotli;  ///< the same
};

/// Where a page finds an asset: asset("neutral.css"). An unknown name throws std::logic_error.
html::Url asset(std::string_view name);

/// What lies at the path of a request, or null.
const Asset* find_asset(std::string_view path);

/// An asset as a browser can read it.
struct Encoded {
    std::string_view bytes;
    /// Content-Type, Cache-Control (for ever), ETag, Vary, and Content-Encoding where there is one.
    std::vector<std::pair<std::string, std::string>> headers;
};

/// The smallest form that the browser's Accept-Encoding lets us send (RFC 9110, section 12.5.3).
Encoded encode(const Asset& asset, std::string_view accept_encoding);

}  // namespace primum::design
