#include "people/person.h"

#include <algorithm>

#include "language/language.h"
#include "mail/message.h"

namespace primum::people {
namespace {

constexpr std::ptrdiff_t kLongestName = 200;

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

}  // namespace

std::string normal_email(std::string_view typed) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    while (!typed.empty() && is_space(typed.front()))
        typed.remove_prefix(1);
    while (!typed.empty() && is_space(typed.back()))
        typed.remove_suffix(1);
    std::string email(typed);
    std::ranges::transform(email, email.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return email;
}

std::optional<const char*> email_fault(std::string_view email) {
    if (email.empty()) return language::sentence("Enter an email address");
    if (!mail::is_address(email))
        return language::sentence(
            "Enter an email address in the correct format, like name@example.com");
    return std::nullopt;
}

std::optional<const char*> name_fault(std::string_view name) {
    if (name.empty()) return language::sentence("Enter your name");
    if (std::ranges::count_if(name, begins_character) > kLongestName)
        return language::sentence("Make the name no longer than 200 characters");
    return std::nullopt;
}

}  // namespace primum::people
