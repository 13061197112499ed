#pragma once
// Against requests that a person did not mean: another site's page that makes their browser send
// one (CSRF). Three layers, all of which a change must pass: Sec-Fetch-Site; Origin or Referer
// where a browser does not send that; and a token that only our own pages hold.

#include <string>
#include <string_view>

#include "http/message.h"

namespace primum::access {

/// Layers one and two. `public_url` is where people reach us: "https://primum.example/safety".
bool comes_from_us(const http::Request& request, std::string_view public_url);

/// Layer three: HMAC-SHA-256 over what the browser is known by and a random part, so that two pages
/// never show the same token.
class FormTokens {
public:
    /// A key of 32 bytes that only this installation has.
    explicit FormTokens(std::string key) : key_(std::move(key)) {}

    /// `holder` is the id of the session, or of the visit before there is one.
    std::string make(std::string_view holder) const;
    bool valid(std::string_view token, std::string_view holder) const;

private:
    std::string key_;
};

}  // namespace primum::access
