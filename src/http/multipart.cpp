#include "http/multipart.h"

#include <algorithm>

#include "http/decoding.h"

namespace primum::http {
namespace {

constexpr std::size_t kLongestHeaders = 8 * 1024;
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kBroken =
    "The form did not arrive as a browser sends it. Go back and send it again.";

bool is_token_character(char c) {
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != kOthers.npos;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return lower;
}

/// Takes a text apart from the left.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

    bool skip(std::string_view what) {
        if (!rest_.starts_with(what)) return false;
        rest_.remove_prefix(what.size());
        return true;
    }
    void skip_spaces() {
        while (skip(" ") || skip("\t")) {
        }
    }
    std::string_view take(std::size_t length) {
        const std::string_view taken = rest_.substr(0, length);
        rest_.remove_prefix(taken.size());
        return taken;
    }
    std::string_view take_while(auto belongs) {
        const auto end = std::ranges::find_if_not(rest_, belongs);
        return take(static_cast<std::size_t>(end - rest_.begin()));
    }
    /// What stands before `end`, and skips both.
    std::optional<std::string_view> take_until(std::string_view end) {
        const std::size_t at = rest_.find(end);
        if (at == rest_.npos) return std::nullopt;
        const std::string_view taken = take(at);
        rest_.remove_prefix(end.size());
        return taken;
    }

private:
    std::string_view rest_;
};

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

std::optional<std::string> take_value(Cursor& cursor) {
    if (cursor.skip("\"")) {
        const auto quoted = cursor.take_until("\"");
        return quoted ? std::optional(unescaped(*quoted)) : std::nullopt;
    }
    const std::string_view token = cursor.take_while(is_token_character);
    return token.empty() ? std::nullopt : std::optional(std::string(token));
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
        std::string name = lower_case(cursor.take_while(is_token_character));
        if (name.empty() || header.parameter(name) || !cursor.skip("=")) return std::nullopt;
        auto value = take_value(cursor);
        if (!value) return std::nullopt;
        header.parameters.emplace_back(std::move(name), *std::move(value));
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
