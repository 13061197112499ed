#include "http/multipart.h"

#include <algorithm>

#include "http/cursor.h"
#include "http/decoding.h"

namespace primum::http {
namespace {

constexpr std::size_t kLongestHeaders = std::size_t{8} * 1024;
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kBroken =
    "The form did not arrive as a browser sends it. Go back and send it again.";

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return lower;
}

// A browser writes a quotation mark as %22 and line ends as %0D and %0A, and nothing else so.
std::string unescaped(std::string_view quoted) {
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const std::string_view next = quoted.substr(i, 3);
        const bool escape = next == "%22" || equal_names(next, "%0d") || equal_names(next, "%0a");
        text += !escape ? next[0] : next == "%22" ? '"' : ' ';
        if (escape) i += 2;
    }
    return text;
}

// The headers of one part, up to the empty line.
std::optional<Part> take_part_headers(Cursor& cursor) {
    Part part;
    bool named = false;
    const std::size_t at_most =
        cursor.rest().size() - std::min(cursor.rest().size(), kLongestHeaders);
    while (!cursor.skip(kLineEnd)) {
        const auto line = cursor.take_until(kLineEnd);
        if (!line || cursor.rest().size() < at_most) return std::nullopt;
        const std::size_t colon = line->find(':');
        if (colon == line->npos || !std::ranges::all_of(line->substr(0, colon), is_token_character))
            return std::nullopt;
        const std::string_view name = line->substr(0, colon);
        const std::string_view text = trimmed(line->substr(colon + 1));
        if (equal_names(name, "content-type")) {
            if (!part.type.empty() || !is_text(text)) return std::nullopt;
            part.type = text;
        } else if (equal_names(name, "content-transfer-encoding")) {
            const std::string encoding = lower_case(text);
            if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
                return std::nullopt;
        } else if (equal_names(name, "content-disposition")) {
            const auto disposition = parse_header_value(text);
            if (named || !disposition || disposition->value != "form-data") return std::nullopt;
            const auto field = disposition->parameter("name");
            if (!field || disposition->parameter("filename*")) return std::nullopt;
            part.name = *field;
            if (const auto file = disposition->parameter("filename")) part.file_name = *file;
            named = true;
        }
    }
    return named ? std::optional(std::move(part)) : std::nullopt;
}

}  // namespace

std::optional<std::string_view> HeaderValue::parameter(std::string_view name) const {
    for (const auto& [parameter, text] : parameters)
        if (parameter == name) return text;
    return std::nullopt;
}

std::optional<HeaderValue> parse_header_value(std::string_view text) {
    Cursor cursor(text);
    HeaderValue header;
    const auto in_value = [](char c) { return is_token_character(c) || c == '/'; };
    header.value = lower_case(cursor.take_while(in_value));
    if (header.value.empty()) return std::nullopt;
    for (cursor.skip_spaces(); !cursor.at_end(); cursor.skip_spaces()) {
        if (!cursor.skip(";")) return std::nullopt;
        cursor.skip_spaces();
        std::string name = lower_case(cursor.take_token());
        if (name.empty() || header.parameter(name) || !cursor.skip("=")) return std::nullopt;
        const bool quoted = cursor.rest().starts_with('"');
        const auto value = cursor.take_value();
        if (!value) return std::nullopt;
        header.parameters.emplace_back(std::move(name),
                                       quoted ? unescaped(*value) : std::string(*value));
    }
    return header;
}

Checked<std::vector<Part>> parse_multipart(std::string_view body, std::string_view boundary,
                                           std::size_t most_parts) {
    const std::string between = "\r\n--" + std::string(boundary);
    Cursor cursor(body);
    if (!cursor.skip(std::string_view(between).substr(2))) return refuse(std::string(kBroken));

    std::vector<Part> parts;
    while (!cursor.skip("--")) {
        if (parts.size() == most_parts)
            return refuse("The form has too many fields. Send fewer at a time.");
        if (!cursor.skip(kLineEnd)) return refuse(std::string(kBroken));
        auto part = take_part_headers(cursor);
        const auto bytes = part ? cursor.take_until(between) : std::nullopt;
        if (!bytes) return refuse(std::string(kBroken));
        part->bytes = *bytes;
        parts.push_back(*std::move(part));
    }
    cursor.skip(kLineEnd);
    if (!cursor.at_end()) return refuse(std::string(kBroken));
    return parts;
}

}  // namespace primum::http
