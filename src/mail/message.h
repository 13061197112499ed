#pragma once
// A letter, and who may get one.

#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace primum::mail {

/// What a letter may be sent to: one @, something either side, ASCII without spaces and signs that
/// mean something in a header; at most 254 characters (RFC 5321, 4.5.3.1.3).
bool is_address(std::string_view text);

struct Message {
    std::string id;       ///< stays the same however often it is tried, for "Message-ID"
    std::string to;       ///< an address
    std::string subject;  ///< UTF-8, one line
    std::string text;     ///< UTF-8, for readers who prefer it plain
    std::string html;     ///< the same as a page
    Instant written_at;
    std::string unsubscribe = {};  ///< address at which one click ends such letters; may be empty
};

/// Who sends: "Primum" at primum@example.org.
struct Sender {
    std::string name;
    std::string address;
};

/// The head of a letter, line by line, without what describes its parts. Whatever a name or a
/// subject holds, it stays in its line. An address to unsubscribe at is named as RFC 2369 has it
/// and, where it is https, offered for one click (RFC 8058); one that could break its line is left
/// out.
std::vector<std::string> headers(const Message& message, const Sender& sender);

}  // namespace primum::mail
