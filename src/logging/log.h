#pragma once
// What happened, one JSON object a line, for the people who run the service.
//
//     {"time":"2009-04-23T08:30:00Z","level":"info","event":"request","status":200}
//
// Never personal data, never secrets, never bodies or queries of requests: that is the caller's
// promise. Ours is that no text can end its line or write to a terminal.

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/instant.h"

namespace primum::logging {

enum class Level : std::uint8_t { debug, info, warning, error };

/// "debug", "info", "warning", "error".
std::string_view name(Level level);
std::optional<Level> parse_level(std::string_view name);

/// What goes with an event. Text need not outlive the call.
class Field {
public:
    Field(std::string_view name, std::string_view text) : name_(name), value_(text) {}
    Field(std::string_view name, const char* text) : Field(name, std::string_view(text)) {}
    Field(std::string_view name, std::same_as<bool> auto truth) : name_(name), value_(truth) {}
    template <std::integral Whole>
        requires(!std::same_as<Whole, bool>)
    Field(std::string_view name, Whole number)
        : name_(name), value_(static_cast<std::int64_t>(number)) {}

private:
    friend class Log;
    std::string_view name_;
    std::variant<std::string_view, std::int64_t, bool> value_;
};

struct Options {
    Level least = Level::info;  ///< what is below is not written
    std::string file;           ///< appended to; empty: standard error
    const Clock* clock = &system_clock();
};

/// Safe to use from several threads. Lines are written by a thread of its own, a moment later: a
/// disk that stands still does not hold requests up, it costs lines once 4 MB of them wait.
class Log {
public:
    /// Throws where the file cannot be opened.
    explicit Log(const Options& options);
    ~Log();  ///< once everything that waits is written

    void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

    /// How many lines had to be dropped.
    std::uint64_t dropped() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::logging
