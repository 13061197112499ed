#include "html/escape.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace primum::html {
namespace {

enum class Byte : std::uint8_t { plain, entity, forbidden, lead };

constexpr std::array<Byte, 256> classes(std::string_view entities) {
    std::array<Byte, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        table[c] = Byte::forbidden;
    table['\t'] = table['\n'] = table['\r'] = Byte::plain;
    table[0x7f] = Byte::forbidden;
    for (std::size_t c = 0x80; c < 0x100; ++c)
        table[c] = Byte::lead;
    for (char c : entities)
        table[static_cast<unsigned char>(c)] = Byte::entity;
    return table;
}

constexpr auto kText = classes("&<>");
constexpr auto kAttribute = classes("&<>\"'\t\n\r");

std::string_view entity_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '\t':
            return "&#9;";
        case '\n':
            return "&#10;";
        default:
            return "&#13;";
    }
}

unsigned at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

// Length of the well-formed UTF-8 sequence at the beginning of `text`, 0 when there is none.
// Table 3-7 of the Unicode standard; C1 controls and the noncharacters that XML forbids are left
// out.
std::size_t sequence_length(std::string_view text) {
    const unsigned a = at(text, 0);
    const unsigned b = at(text, 1);
    const auto follows = [&](std::size_t i) { return (at(text, i) & 0xc0U) == 0x80U; };
    if (a >= 0xc2 && a <= 0xdf) return follows(1) && !(a == 0xc2 && b < 0xa0) ? 2 : 0;
    if (a >= 0xe0 && a <= 0xef) {
        const bool overlong = a == 0xe0 && b < 0xa0;
        const bool surrogate = a == 0xed && b > 0x9f;
        const bool noncharacter = a == 0xef && b == 0xbf && at(text, 2) >= 0xbe;
        return follows(1) && follows(2) && !overlong && !surrogate && !noncharacter ? 3 : 0;
    }
    if (a >= 0xf0 && a <= 0xf4) {
        const bool outside = (a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f);
        return follows(1) && follows(2) && follows(3) && !outside ? 4 : 0;
    }
    return 0;
}

constexpr std::size_t kBlock = 16;

// Whether nothing in the block needs a second look. Written so that the compiler looks at all of it
// at once; most text is plain, and most time would go here.
bool is_plain_block(const char* block) {
    unsigned odd = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const auto c = static_cast<unsigned char>(block[i]);
        odd |= static_cast<unsigned>(c < 0x20) | static_cast<unsigned>(c >= 0x7f) |
               static_cast<unsigned>(c == '&') | static_cast<unsigned>(c == '<') |
               static_cast<unsigned>(c == '>') | static_cast<unsigned>(c == '"') |
               static_cast<unsigned>(c == '\'');
    }
    return odd == 0;
}

std::size_t plain_end(std::string_view text, std::size_t i, const std::array<Byte, 256>& table) {
    while (i + kBlock <= text.size() && is_plain_block(text.data() + i))
        i += kBlock;
    while (i < text.size() && table[static_cast<unsigned char>(text[i])] == Byte::plain)
        ++i;
    return i;
}

void append_escaped(std::string& markup, std::string_view text,
                    const std::array<Byte, 256>& table) {
    std::size_t begin = 0;
    for (std::size_t i = plain_end(text, 0, table); i < text.size();
         i = plain_end(text, i, table)) {
        const Byte kind = table[static_cast<unsigned char>(text[i])];
        const std::size_t length = kind == Byte::lead ? sequence_length(text.substr(i)) : 0;
        if (length > 0) {
            i += length;
            continue;
        }
        markup += text.substr(begin, i - begin);
        markup += kind == Byte::entity ? entity_of(text[i]) : std::string_view("\xef\xbf\xbd");
        begin = ++i;
    }
    markup += text.substr(begin);
}

}  // namespace

void append_text(std::string& markup, std::string_view text) {
    append_escaped(markup, text, kText);
}

void append_attribute(std::string& markup, std::string_view text) {
    append_escaped(markup, text, kAttribute);
}

}  // namespace primum::html
