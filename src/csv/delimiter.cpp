#include "csv/delimiter.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace primum::csv {

char delimiter_of(std::string_view text) {
    constexpr std::array kDelimiters = {',', ';', '\t'};
    std::array<std::size_t, kDelimiters.size()> counts = {};

    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    bool in_quotes = false;
    for (const char c : text) {
        if (c == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        if (c == '\n' || c == '\r') break;
        const auto* found = std::find(kDelimiters.begin(), kDelimiters.end(), c);
        if (found != kDelimiters.end())
            ++counts[static_cast<std::size_t>(found - kDelimiters.begin())];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return kDelimiters[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace primum::csv
