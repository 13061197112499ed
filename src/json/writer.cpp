#include "json/writer.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace primum::json {
namespace {

rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct Writer::State {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

Writer::Writer() : state_(std::make_unique<State>()) {}
Writer::~Writer() = default;

Writer& Writer::begin_object() {
    state_->writer.StartObject();
    return *this;
}

Writer& Writer::end_object() {
    state_->writer.EndObject();
    return *this;
}

Writer& Writer::begin_array() {
    state_->writer.StartArray();
    return *this;
}

Writer& Writer::end_array() {
    state_->writer.EndArray();
    return *this;
}

Writer& Writer::key(std::string_view name) {
    state_->writer.Key(name.data(), size_of(name));
    return *this;
}

Writer& Writer::value(std::string_view text) {
    state_->writer.String(text.data(), size_of(text));
    return *this;
}

Writer& Writer::value(double number) {
    if (!std::isfinite(number)) return null();
    state_->writer.Double(number);
    return *this;
}

Writer& Writer::null() {
    state_->writer.Null();
    return *this;
}

Writer& Writer::boolean(bool truth) {
    state_->writer.Bool(truth);
    return *this;
}

Writer& Writer::whole(long long number) {
    state_->writer.Int64(number);
    return *this;
}

std::string_view Writer::text() const {
    return {state_->buffer.GetString(), state_->buffer.GetSize()};
}

}  // namespace primum::json
