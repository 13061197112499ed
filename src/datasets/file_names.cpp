#include "datasets/file_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace primum::datasets {
namespace {

constexpr std::size_t kLongest = 60;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string text) {
    for (char& c : text)
        c = lower(c);
    return text;
}

bool is_safe(char c) {
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Runs of anything else become one hyphen.
std::string safe(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (is_safe(c)) {
            result += c;
        } else if (!result.empty() && result.back() != '-') {
            result += '-';
        }
    }
    result.resize(std::min(result.size(), kLongest));
    while (result.ends_with('-'))
        result.pop_back();
    return result.empty() ? "series" : result;
}

/// Windows has no files of these names, and a gallery has its own index.
bool is_taken(const std::string& name) {
    constexpr std::array<std::string_view, 7> kTaken = {"index", "charts", "con",  "prn",
                                                        "aux",   "nul",    "clock"};
    const bool port = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt"));
    return port || std::find(kTaken.begin(), kTaken.end(), name) != kTaken.end();
}

}  // namespace

std::vector<std::string> file_names(const std::vector<std::string>& series) {
    std::vector<std::string> names;
    std::set<std::string> used;
    for (const auto& name : series) {
        const std::string base = safe(name);
        std::string unique = base;
        for (int i = 2; is_taken(lower(unique)) || !used.insert(lower(unique)).second; ++i)
            unique = base + "-" + std::to_string(i);
        names.push_back(std::move(unique));
    }
    return names;
}

}  // namespace primum::datasets
