#include "json/value.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

namespace primum::json {
namespace {

constexpr std::size_t kDeepest = 64;

/// Whether all of a text is a number of this kind.
template <class Number>
std::errc reads(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end != text.data() + text.size() ? std::errc::invalid_argument
                                                                    : error;
}

/// The nearest double. RapidJSON's own reading counts the leading zeros of 0e85, which has no end.
/// Nothing for what is too large; what is too small is zero.
std::optional<double> real_number(std::string_view text) {
    double number = 0;
    if (const auto error = reads(text, number); error != std::errc::result_out_of_range)
        return error == std::errc() ? std::optional(number) : std::nullopt;
    long double longer = 0;
    if (reads(text, longer) == std::errc()) {
        const auto near = static_cast<double>(longer);
        return std::isfinite(near) ? std::optional(near) : std::nullopt;
    }
    const bool tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
    return tiny ? std::optional(0.0) : std::nullopt;
}

/// Builds the document from the parser's events; answering false stops the parser.
class Builder {
public:
    bool Null() { return add(Value()); }
    bool Bool(bool truth) { return add(Value(truth)); }
    // Numbers come as they are written (kParseNumbersAsStringsFlag).
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        const std::string_view text(digits, size);
        std::int64_t whole = 0;
        if (reads(text, whole) == std::errc()) return add(Value(whole));
        const auto real = real_number(text);
        return real && add(Value(*real));
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return add(Value(std::string(text, size)));
    }
    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    bool EndObject(rapidjson::SizeType) { return close(); }

    bool Key(const char* text, rapidjson::SizeType size, bool) {
        std::string name(text, size);
        auto& members = open_.back().members;
        const bool twice =
            std::ranges::any_of(members, [&](const auto& member) { return member.first == name; });
        members.emplace_back(std::move(name), Value());
        return !twice;
    }

    Value take() { return std::move(root_); }

private:
    struct Open {
        bool object;
        Value::Object members;  // of an array, without names
    };

    bool open(bool object) {
        if (open_.size() == kDeepest) return false;
        open_.push_back({object, {}});
        return true;
    }

    bool close() {
        Open closed = std::move(open_.back());
        open_.pop_back();
        if (closed.object) return add(Value(std::move(closed.members)));
        Value::Array items;
        items.reserve(closed.members.size());
        for (auto& [name, item] : closed.members)
            items.push_back(std::move(item));
        return add(Value(std::move(items)));
    }

    bool add(Value value) {
        if (open_.empty())
            root_ = std::move(value);
        else if (open_.back().object)
            open_.back().members.back().second = std::move(value);
        else
            open_.back().members.emplace_back(std::string(), std::move(value));
        return true;
    }

    std::vector<Open> open_;
    Value root_;
};

}  // namespace

const Value* Value::find(std::string_view name) const {
    const auto* members = as<Object>();
    if (!members) return nullptr;
    const auto found = std::ranges::find(*members, name, &Object::value_type::first);
    return found == members->end() ? nullptr : &found->second;
}

std::optional<Value> parse(std::string_view text) {
    constexpr unsigned kStrict = rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::MemoryStream bytes(text.data(), text.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    Builder builder;
    if (reader.Parse<kStrict>(stream, builder).IsError()) return std::nullopt;
    return builder.take();
}

}  // namespace primum::json
