#include "language/accept_language.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace primum::language {
namespace {

// A browser sends a handful; nobody needs us to sort thousands.
constexpr std::size_t kMost = 32;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// The part before the separator; what is behind it stays in `rest`.
std::string_view take(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    return trimmed(part);
}

// "0.75" in thousandths: a weight has at most three decimals.
std::optional<int> weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    int thousandths = (text[0] - '0') * 1000;
    int unit = 100;
    for (std::size_t i = 2; i < text.size(); ++i, unit /= 10) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        thousandths += (text[i] - '0') * unit;
    }
    return thousandths <= 1000 ? std::optional(thousandths) : std::nullopt;
}

std::string lower(std::string_view tag) {
    std::string result(tag);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return result;
}

}  // namespace

std::vector<std::string> wanted_languages(std::string_view rest) {
    std::vector<std::pair<int, std::string>> wanted;
    while (!rest.empty() && wanted.size() < kMost) {
        std::string_view item = take(rest, ',');
        const std::string_view tag = take(item, ';');
        item = trimmed(item);
        std::optional<int> how_much = 1000;
        if (!item.empty()) {
            const bool is_weight = item.starts_with("q=") || item.starts_with("Q=");
            how_much = is_weight ? weight(item.substr(2)) : std::nullopt;
        }
        if (!tag.empty() && how_much.value_or(0) > 0) wanted.emplace_back(*how_much, lower(tag));
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });

    std::vector<std::string> tags;
    for (auto& [how_much, tag] : wanted)
        tags.push_back(std::move(tag));
    return tags;
}

}  // namespace primum::language
