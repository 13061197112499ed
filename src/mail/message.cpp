#include "mail/message.h"

#include <chrono>
#include <ctime>

#include "mail/encoded_word.h"

namespace primum::mail {
namespace {

constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kLongestLocalPart = 64;

bool may_stand_in_an_address(char c) {
    constexpr std::string_view kMeansSomething = "()<>[]:;,\\\"@ ";
    return c > ' ' && c < '\x7f' && kMeansSomething.find(c) == kMeansSomething.npos;
}

bool is_part(std::string_view part) {
    for (const char c : part)
        if (!may_stand_in_an_address(c)) return false;
    return !part.empty() && part.front() != '.' && part.back() != '.' &&
           part.find("..") == part.npos;
}

/// RFC 5322, section 3.3, whose words are English everywhere.
std::string date(Instant at) {
    constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds =
        std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::tm time = {};
    ::gmtime_r(&seconds, &time);
    char clock[40];
    std::strftime(clock, sizeof clock, "%Y %H:%M:%S +0000", &time);
    return std::string(kDays[time.tm_wday]) + ", " + std::to_string(time.tm_mday) + " " +
           kMonths[time.tm_mon] + " " + clock;
}

/// A name before an address. Encoded words need no quotes; anything else gets them.
std::string display_name(std::string_view name) {
    const std::string words = encoded_words(name);
    if (words.starts_with("=?")) return words;
    std::string quoted = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

/// A web address in visible ASCII that stays between its brackets, in one line.
bool may_stand_between_brackets(std::string_view address) {
    constexpr std::size_t kLongest = 900;  // of a line: RFC 5322, 2.1.1, allows 998
    if (!address.starts_with("https://") && !address.starts_with("http://")) return false;
    for (const char c : address)
        if (c <= ' ' || c >= '\x7f' || c == '<' || c == '>') return false;
    return address.size() <= kLongest;
}

}  // namespace

bool is_address(std::string_view text) {
    const std::size_t at = text.find('@');
    return text.size() <= kLongestAddress && at != text.npos && at <= kLongestLocalPart &&
           is_part(text.substr(0, at)) && is_part(text.substr(at + 1));
}

std::vector<std::string> headers(const Message& message, const Sender& sender) {
    const std::string domain = sender.address.substr(sender.address.find('@') + 1);
    std::vector<std::string> lines = {
        "Date: " + date(message.written_at),
        "From: " + display_name(sender.name) + " <" + sender.address + ">",
        "To: <" + message.to + ">",
        "Subject: " + encoded_words(message.subject),
        "Message-ID: <" + message.id + "@" + domain + ">",
        "Auto-Submitted: auto-generated",
    };
    if (may_stand_between_brackets(message.unsubscribe)) {
        lines.push_back("List-Unsubscribe: <" + message.unsubscribe + ">");
        if (message.unsubscribe.starts_with("https://"))
            lines.emplace_back("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    return lines;
}

}  // namespace primum::mail
