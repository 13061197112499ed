#include "programmes/named.h"

#include <algorithm>

#include "people/person.h"

namespace primum::programmes {

namespace {

/// "Ann Example, ann@example.org" or "Ann Example".
Named named(std::string_view line) {
    const auto trimmed = [](std::string_view text) {
        constexpr std::string_view kAround = " \t,;<>()";
        const auto from = text.find_first_not_of(kAround);
        if (from == text.npos) return std::string();
        return std::string(text.substr(from, text.find_last_not_of(kAround) - from + 1));
    };
    const auto at = line.find('@');
    if (at == line.npos) return {trimmed(line), {}};
    const auto from = line.find_last_of(" \t,;<(", at);
    const std::size_t begin = from == line.npos ? 0 : from + 1;
    const auto end = std::min(line.find_first_of(" \t,;>)", at), line.size());
    const std::string email = people::normal_email(line.substr(begin, end - begin));
    if (people::email_fault(email)) return {trimmed(line), {}};
    const std::string rest = trimmed(line.substr(0, begin));
    return {rest.empty() ? email : rest, email};
}

}  // namespace

std::vector<Named> all_named(std::string_view lines) {
    std::vector<Named> all;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (Named one = named(lines.substr(0, end)); !one.name.empty())
            all.push_back(std::move(one));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return all;
}

}  // namespace primum::programmes
