#include "organisations/title_case.h"

#include <algorithm>
#include <array>

namespace primum::organisations {
namespace {

// Abbreviations in the names of British health bodies, and Roman numerals.
constexpr std::array<std::string_view, 34> kCapitals{
    "NHS", "ICB", "ICS", "CCG", "CSU", "GP",  "UK",  "NI",    "A&E",  "AE",  "ED",  "ICU",
    "ITU", "HDU", "CCU", "MRI", "CT",  "ENT", "GUM", "CAMHS", "PCT",  "PCN", "MIU", "UTC",
    "PET", "IVF", "BMI", "II",  "III", "IV",  "VI",  "VII",   "VIII", "IX"};

constexpr std::array<std::string_view, 19> kSmall{"of",   "and",  "the",   "for",  "in", "at", "on",
                                                  "with", "upon", "by",    "to",   "de", "la", "le",
                                                  "y",    "yr",   "under", "next", "a"};

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// In small letters: ASCII, and the accented letters of western Europe and of Welsh, which are two
/// bytes in UTF-8.
std::string lower(std::string_view word) {
    std::string result(word);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        const auto before = i > 0 ? static_cast<unsigned char>(result[i - 1]) : 0U;
        if (byte >= 'A' && byte <= 'Z') result[i] = static_cast<char>(byte + 0x20);
        if (before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97)  // À to Þ, but not ×
            result[i] = static_cast<char>(byte + 0x20);
        if (before == 0xC5 && (byte == 0xB4 || byte == 0xB6))  // Ŵ and Ŷ
            result[i] = static_cast<char>(byte + 1);
    }
    return result;
}

/// Bytes of the first letter of a word that is not empty.
std::size_t first_letter(std::string_view word) {
    return (word[0] & 0x80) != 0 && word.size() > 1 ? 2 : 1;
}

std::string capitalised(std::string_view word) {
    if (word.empty()) return {};
    const auto first = first_letter(word);
    std::string result = std::string(word.substr(0, first)) + lower(word.substr(first));
    const bool scottish = word.size() > 4 && word.starts_with("MC");
    if (scottish) result[2] = word[2];
    return result;
}

/// One word in capitals; apostrophes may be inside.
std::string word_as_written(std::string_view word, bool first) {
    if (std::ranges::any_of(word, is_digit) ||
        std::ranges::find(kCapitals, word) != kCapitals.end())
        return std::string(word);
    const std::string small = lower(word);
    if (!first && std::ranges::find(kSmall, small) != kSmall.end()) return small;
    const auto apostrophe = word.find('\'');
    if (apostrophe == std::string_view::npos) return capitalised(word);
    const auto after = word.substr(apostrophe + 1);
    // O'NEILL has a name after its apostrophe, MARY'S an ending.
    const bool name_follows = apostrophe == 1 && after.size() > 1;
    return capitalised(word.substr(0, apostrophe)) + "'" +
           (name_follows ? capitalised(after) : lower(after));
}

bool part_of_word(char c) {
    return is_letter(c) || is_digit(c) || c == '\'' || c == '&';
}

}  // namespace

std::string title_case(std::string_view name) {
    if (std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::string(name);
    std::string result;
    bool first = true;
    for (std::size_t at = 0; at < name.size();) {
        if (!part_of_word(name[at])) {
            first = first || name[at] == '(';
            result += name[at++];
            continue;
        }
        const auto end = std::find_if_not(name.begin() + static_cast<std::ptrdiff_t>(at),
                                          name.end(), part_of_word);
        const auto size = static_cast<std::size_t>(end - name.begin()) - at;
        result += word_as_written(name.substr(at, size), first);
        first = false;
        at += size;
    }
    return result;
}

}  // namespace primum::organisations
