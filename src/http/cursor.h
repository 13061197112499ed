#pragma once
// Reading a header's value from the left.

#include <algorithm>
#include <optional>
#include <string_view>

namespace primum::http {

/// What names and unquoted values consist of, RFC 9110 section 5.6.2.
constexpr bool is_token_character(char c) {
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != kOthers.npos;
}

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
    std::string_view take_token() { return take_while(is_token_character); }

    /// What stands before `end`, and skips both.
    std::optional<std::string_view> take_until(std::string_view end) {
        const std::size_t at = rest_.find(end);
        if (at == rest_.npos) return std::nullopt;
        const std::string_view taken = take(at);
        rest_.remove_prefix(end.size());
        return taken;
    }

    /// A token, or what stands between quotation marks.
    std::optional<std::string_view> take_value() {
        if (skip("\"")) return take_until("\"");
        const std::string_view token = take_token();
        return token.empty() ? std::nullopt : std::optional(token);
    }

private:
    std::string_view rest_;
};

}  // namespace primum::http
