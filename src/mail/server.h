#pragma once
// A mail server that takes our letters: the organisation's own, or a provider's.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/checked.h"
#include "mail/message.h"

namespace primum::mail {

enum class Security : std::uint8_t {
    none,      ///< a relay in the same house; takes no user and password
    starttls,  ///< begins plain and must become TLS before anything is said
    tls,       ///< TLS from the first byte
};

struct Server {
    std::string host;
    std::uint16_t port = 25;
    Security security = Security::none;
    std::string user;  ///< empty where none is asked for
    std::string password;
    std::string certificates;  ///< file of authorities to trust (PEM); empty: the system's
    Sender sender;
    std::chrono::seconds patience{60};  ///< with one letter
};

/// What a setting says: "smtp://relay.example:25" (a relay without TLS), "smtps://ann@host:465",
/// "smtp+starttls://ann@host:587"; ports may be left out. Refuses a user without TLS, for the
/// password would be there for all to read.
Checked<Server> parse_server(std::string_view address);

/// What became of one attempt.
enum class Delivery : std::uint8_t {
    accepted,
    later,   ///< nobody there, or "not now" (4xx): worth another attempt
    refused  ///< 5xx for this letter: never try it again
};
struct Sent {
    Delivery delivery;
    std::string why;  ///< for the operator; empty where accepted; never a password
};

/// Hands one letter over. Blocks; safe to call from several threads.
Sent send(const Server& server, const Message& message);

}  // namespace primum::mail
