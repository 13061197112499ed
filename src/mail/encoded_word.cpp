#include "mail/encoded_word.h"

#include <algorithm>

#include "crypto/token.h"

namespace primum::mail {
namespace {

constexpr std::size_t kBytesInAWord = 45;  // 60 characters of base64; RFC 2047 allows 75 in all
constexpr std::size_t kLine = 200;         // well below the 998 of RFC 5322

bool is_control(unsigned char c) {
    return c < 0x20 || c == 0x7f;
}

bool is_plain(std::string_view text) {
    const bool ascii =
        std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c < 0x7f; });
    return ascii && text.size() <= kLine && text.find("=?") == text.npos;
}

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

}  // namespace

std::string encoded_words(std::string_view utf8) {
    std::string text(utf8);
    std::ranges::replace_if(text, is_control, ' ');
    if (is_plain(text)) return text;

    std::string words;
    for (std::string_view rest = text; !rest.empty();) {
        std::size_t end = std::min(kBytesInAWord, rest.size());
        while (end > 1 && end < rest.size() && continues(rest[end]))
            --end;
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + crypto::base64(rest.substr(0, end)) + "?=";
        rest.remove_prefix(end);
    }
    return words;
}

}  // namespace primum::mail
