#pragma once
// Who is signed in. A session is a token of 256 bits in a cookie; the database has its SHA-256.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "access/front_door.h"
#include "base/id.h"
#include "http/message.h"
#include "people/accounts.h"
#include "store/db.h"

namespace primum::people {

inline constexpr std::string_view kDeviceCookie = "primum-device";
inline constexpr std::string_view kCodeCookie = "primum-code";  ///< between password and code

inline constexpr std::chrono::minutes kIdle{30};
inline constexpr std::chrono::hours kLongestSession{12};

/// What a request tells of where it comes from; kept with a session for its owner to recognise.
struct Visitor {
    std::string browser;  ///< "Firefox (Windows)"
    std::string network;  ///< "192.0.2.7", "2001:db8:1:2::/64"
    std::string device;   ///< token of the cookie that marks a known device; may be empty
};
Visitor visitor_of(const http::Request& request, const Settings& settings);

/// How they proved who they are: "pwd", "pwd otp", "oidc" (RFC 8176's words, and ours).
/// Gives the token for the cookie. For every way of signing in, this room's and others'.
std::string open_session(store::Writer& db, PersonId person, std::string_view methods,
                         const Visitor& visitor, Instant now);

/// The cookie that carries it.
http::Header session_cookie(const Settings& settings, std::string_view token);
/// What takes it away.
http::Header no_session_cookie(const Settings& settings);

/// Another token for the same session, whose password was asked again just now.
std::string refresh_session(store::Writer& db, std::string_view id, Instant now);

void end_session(store::Writer& db, PersonId person, std::string_view id);
/// All of a person's, but the one with this id; gives how many there were.
std::int64_t end_sessions(store::Writer& db, PersonId person, std::string_view except = "");

struct OpenSession {
    std::string id;
    std::string browser;
    std::string network;
    Instant created_at;
    Instant last_seen_at;
};
/// Those that are still good, the last used first.
std::vector<OpenSession> sessions_of(const store::Reader& db, PersonId person, Instant now);

/// For the front door: whose session a request belongs to, with the roles held on that day.
/// `accounts` must outlive it.
access::Recognise recogniser(Accounts& accounts);

/// Takes away what has run out: sessions, tokens, throttles. For a job, now and then.
void tidy(store::Writer& db, Instant now);

}  // namespace primum::people
