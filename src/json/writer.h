#pragma once
// JSON text, written from left to right.

#include <concepts>
#include <memory>
#include <string>
#include <string_view>

namespace primum::json {

/// Writes one JSON document. Keys come in the order in which they are given; the caller keeps
/// begin and end in pairs. Doubles are written so that they read back as the same double; NaN and
/// infinities become null, since JSON has no word for them.
class Writer {
public:
    Writer();
    ~Writer();

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);

    Writer& value(std::string_view text);
    Writer& value(const char* text) { return value(std::string_view(text)); }
    Writer& value(double number);
    Writer& value(std::same_as<bool> auto truth) { return boolean(truth); }
    template <std::integral Whole>
        requires(!std::same_as<Whole, bool>)
    Writer& value(Whole number) {
        return whole(static_cast<long long>(number));
    }
    Writer& null();

    /// `key(name)` and `value(what)` in one.
    template <class T>
    Writer& member(std::string_view name, const T& what) {
        return key(name).value(what);
    }

    std::string_view text() const;

private:
    Writer& boolean(bool truth);
    Writer& whole(long long number);
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::json
