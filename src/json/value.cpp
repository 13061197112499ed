#include "json/value.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

namespace primum::json {
namespace {

constexpr std::size_t kDeepest = 64;

/// Builds the document from the parser's events; answering false stops the parser.
class Builder {
public:
    bool Null() { return add(Value()); }
    bool Bool(bool truth) { return add(Value(truth)); }
    bool Int(int number) { return Int64(number); }
    bool Uint(unsigned number) { return Int64(number); }
    bool Int64(std::int64_t number) { return add(Value(number)); }
    bool Uint64(std::uint64_t number) {
        if (std::in_range<std::int64_t>(number)) return Int64(static_cast<std::int64_t>(number));
        return add(Value(static_cast<double>(number)));
    }
    bool Double(double number) { return add(Value(number)); }
    bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
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
                                 rapidjson::kParseFullPrecisionFlag;
    rapidjson::MemoryStream bytes(text.data(), text.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    Builder builder;
    if (reader.Parse<kStrict>(stream, builder).IsError()) return std::nullopt;
    return builder.take();
}

}  // namespace primum::json
