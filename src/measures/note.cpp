#include "measures/note.h"

#include <array>
#include <cctype>

#include "base/characters.h"
#include "base/nhs_number.h"
#include "language/language.h"

namespace primum::measures {
namespace {

using language::sentence;

constexpr std::array<std::string_view, 6> kTitles = {"Mr", "Mrs", "Ms", "Miss", "Master", "Mx"};
constexpr std::array<std::string_view, 4> kBirth = {"dob", "d.o.b", "date of birth", "born on"};

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// A title, and behind it a word with a capital: "Mrs Jones", "Mr. O'Brien".
bool names_somebody(std::string_view text) {
    for (const std::string_view title : kTitles)
        for (auto at = text.find(title); at != text.npos; at = text.find(title, at + 1)) {
            if (at > 0 && is_letter(text[at - 1])) continue;
            std::string_view rest = text.substr(at + title.size());
            if (rest.starts_with('.')) rest.remove_prefix(1);
            if (rest.size() > 1 && rest[0] == ' ' &&
                std::isupper(static_cast<unsigned char>(rest[1])) != 0)
                return true;
        }
    return false;
}

bool tells_a_birth(std::string_view text) {
    std::string small;
    for (const char c : text)
        small += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const std::string_view words : kBirth)
        for (auto at = small.find(words); at != small.npos; at = small.find(words, at + 1)) {
            const bool whole =
                (at == 0 || !is_letter(small[at - 1])) &&
                (at + words.size() == small.size() || !is_letter(small[at + words.size()]));
            if (whole) return true;
        }
    return false;
}

}  // namespace

Checked<void> check_names_no_patient(std::string_view text) {
    if (find_nhs_number(text))
        return refuse(sentence("Take out the NHS number: nothing here may name a patient."));
    if (names_somebody(text))
        return refuse(sentence("Take out the name: nothing here may name a patient."));
    if (tells_a_birth(text))
        return refuse(sentence("Take out the date of birth: nothing here may name a patient."));
    return {};
}

Checked<void> check_note(std::string_view text) {
    if (characters(text) > kLongestNote) return refuse(sentence("Use 500 characters or fewer."));
    return check_names_no_patient(text);
}

}  // namespace primum::measures
