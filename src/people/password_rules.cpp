#include "people/password_rules.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

#include "language/language.h"
#include "people/common_passwords.h"

namespace primum::people {
namespace {

constexpr std::ptrdiff_t kShortest = 12;
constexpr std::ptrdiff_t kLongest = 128;
constexpr std::size_t kFewestDifferent = 5;
constexpr std::size_t kShortestName = 4;  // "Ann" is in many words

constexpr const char* kTooShort =
    language::sentence("Make your password at least 12 characters long");
constexpr const char* kTooLong =
    language::sentence("Make your password no longer than 128 characters");
constexpr const char* kCommon = language::sentence(
    "Choose another password: this one is easy to guess. Three random words make a good one");
constexpr const char* kPersonal = language::sentence(
    "Choose a password without your name, your email address or the name of this service");

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// "password" of "password2024!".
std::string_view without_tail(std::string_view word) {
    while (!word.empty() && !is_letter(word.back()))
        word.remove_suffix(1);
    return word;
}

/// "pass" of "passpasspass".
std::string_view without_repeats(std::string_view word) {
    for (std::size_t length = 1; length <= word.size() / 2; ++length)
        if (word.size() % length == 0 &&
            word.substr(length) == word.substr(0, word.size() - length))
            return word.substr(0, length);
    return word;
}

bool is_easy(std::string_view word) {
    if (std::set<char>(word.begin(), word.end()).size() < kFewestDifferent) return true;
    if (is_common_password(word) || is_common_password(without_tail(word))) return true;
    const std::string_view once = without_repeats(word);
    return once.size() < word.size() && (once.size() < kShortest || is_easy(once));
}

/// The words of a name, and what stands before the @ of an address.
std::vector<std::string> parts_of(std::string_view personal) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : lowered(personal) + " ") {
        if (c == '@' || c == ' ' || c == '.' || c == '-' || c == '_' || c == '+') {
            if (part.size() >= kShortestName) parts.push_back(part);
            part.clear();
            if (c == '@') break;  // "example.org" may well be in a password
        } else {
            part += c;
        }
    }
    return parts;
}

bool is_personal(const std::string& password, std::span<const std::string> personal) {
    for (const std::string& about : personal)
        for (const std::string& part : parts_of(about))
            if (password.find(part) != password.npos) return true;
    return false;
}

}  // namespace

std::optional<const char*> password_fault(std::string_view password,
                                          std::span<const std::string> personal) {
    const auto characters = std::ranges::count_if(password, begins_character);
    if (characters < kShortest) return kTooShort;
    if (characters > kLongest) return kTooLong;
    const std::string word = lowered(password);
    if (is_easy(word)) return kCommon;
    if (is_personal(word, personal)) return kPersonal;
    return std::nullopt;
}

}  // namespace primum::people
