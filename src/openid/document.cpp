#include "openid/document.h"

#include <fmt/core.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <cmath>

namespace primum::openid {
namespace {

namespace json = boost::json;

// Each name of an object is compared with those before it.
constexpr std::size_t kMostMembers = 1000;

// Boost's own document keeps the last of two members of one name, so we build ours.
class Builder {
public:
    static constexpr std::size_t max_array_size = SIZE_MAX;
    static constexpr std::size_t max_object_size = kMostMembers;
    static constexpr std::size_t max_string_size = SIZE_MAX;
    static constexpr std::size_t max_key_size = SIZE_MAX;

    Json whole;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return open<Json::Object>(); }
    bool on_object_end(std::size_t, json::error_code&) { return close(); }
    bool on_array_begin(json::error_code&) { return open<Json::List>(); }
    bool on_array_end(std::size_t, json::error_code&) { return close(); }

    bool on_key_part(std::string_view part, std::size_t, json::error_code&) {
        name_ += part;
        return true;
    }
    bool on_key(std::string_view part, std::size_t, json::error_code& error) {
        name_ += part;
        auto& members = std::get<Json::Object>(open_.back()->value);
        const bool twice = std::ranges::any_of(
            members, [&](const Member& member) { return member.name == name_; });
        if (twice) error = json::error::syntax;
        members.push_back({std::move(name_), Json()});
        name_.clear();
        return !twice;
    }
    bool on_string_part(std::string_view part, std::size_t, json::error_code&) {
        text_ += part;
        return true;
    }
    bool on_string(std::string_view part, std::size_t, json::error_code&) {
        text_ += part;
        put<std::string>(std::move(text_));
        text_.clear();
        return true;
    }
    bool on_number_part(std::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t number, std::string_view, json::error_code&) {
        return put<std::int64_t>(number);
    }
    bool on_uint64(std::uint64_t, std::string_view, json::error_code& error) {
        error = json::error::exponent_overflow;
        return false;
    }
    bool on_double(double number, std::string_view, json::error_code& error) {
        if (!std::isfinite(number)) error = json::error::exponent_overflow;
        return put<double>(number) && std::isfinite(number);
    }
    bool on_bool(bool truth, json::error_code&) { return put<bool>(truth); }
    bool on_null(json::error_code&) { return put<std::nullptr_t>(); }
    bool on_comment_part(std::string_view, json::error_code&) { return true; }
    bool on_comment(std::string_view, json::error_code&) { return true; }

private:
    // Pointers stay good: a list or an object grows only while it is the innermost.
    std::vector<Json*> open_;
    std::string name_;
    std::string text_;

    // Where the next value goes: the whole document, the named member, the next element.
    Json& place() {
        if (open_.empty()) return whole;
        if (auto* members = std::get_if<Json::Object>(&open_.back()->value))
            return members->back().value;
        return std::get<Json::List>(open_.back()->value).emplace_back();
    }
    template <class T, class... Args>
    bool put(Args&&... args) {
        place().value.emplace<T>(std::forward<Args>(args)...);
        return true;
    }
    template <class T>
    bool open() {
        Json& opened = place();
        opened.value.emplace<T>();
        open_.push_back(&opened);
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
};

}  // namespace

const Json* Json::find(std::string_view name) const {
    const Object* members = as_object();
    if (!members) return nullptr;
    for (const Member& member : *members)
        if (member.name == name) return &member.value;
    return nullptr;
}

const std::string* Json::text(std::string_view name) const {
    const Json* member = find(name);
    return member ? member->as_text() : nullptr;
}

std::optional<std::int64_t> Json::number(std::string_view name) const {
    const Json* member = find(name);
    if (!member) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(&member->value)) return *whole;
    const auto* real = std::get_if<double>(&member->value);
    if (!real || std::abs(*real) > 1e15) return std::nullopt;
    return static_cast<std::int64_t>(*real);
}

std::expected<Json, std::string> read_document(std::string_view text) {
    if (text.size() > kLargestDocument)
        return std::unexpected(fmt::format("is longer than {} bytes", kLargestDocument));
    json::parse_options options;
    options.max_depth = kDeepestNesting;
    json::basic_parser<Builder> parser(options);
    json::error_code error;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
    if (error)
        return std::unexpected(
            fmt::format("is not strict JSON at byte {}: {}", used, error.message()));
    const bool only_space = text.find_first_not_of(" \t\r\n", used) == text.npos;
    if (!parser.done() || !only_space)
        return std::unexpected(fmt::format("is not one JSON document: it ends at byte {}", used));
    Json whole = std::move(parser.handler().whole);
    if (!whole.as_object()) return std::unexpected(std::string("is not a JSON object"));
    return whole;
}

}  // namespace primum::openid
