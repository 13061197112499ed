#include "logging/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <utility>

#include "base/utf8.h"
#include "json/writer.h"

namespace primum::logging {
namespace {

constexpr std::size_t kMostWaiting = std::size_t{4} * 1024 * 1024;  // bytes
// Lines are written together: waking a thread for each of them, as spdlog's own queue does, costs
// as much as answering a request from memory.
constexpr std::chrono::milliseconds kTogether{20};

spdlog::level::level_enum level_of(Level level) {
    switch (level) {
        case Level::debug:
            return spdlog::level::debug;
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            break;
    }
    return spdlog::level::err;
}

spdlog::sink_ptr sink_of(const Options& options) try {
    if (options.file.empty()) return std::make_shared<spdlog::sinks::stderr_sink_mt>();
    return std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.file);
} catch (const spdlog::spdlog_ex&) {
    throw std::runtime_error("The log " + options.file +
                             " cannot be opened. Choose a folder that may be written to.");
}

/// As it was where that is fit to print; JSON escapes the control characters of ASCII but DEL, and
/// trusts the rest. What is not UTF-8, and what terminals obey, becomes U+FFFD.
class Printable {
public:
    explicit Printable(std::string_view text) : text_(text) {
        for (std::size_t i = 0; i < text.size();) {
            const auto c = static_cast<unsigned char>(text[i]);
            const std::size_t length = c < 0x7f ? 1 : utf8_length(text.substr(i));
            if (length == 0) replace(i);
            if (length > 0 && changed_) copy_ += text.substr(i, length);
            i += length == 0 ? 1 : length;
        }
    }
    std::string_view text() const { return changed_ ? std::string_view(copy_) : text_; }

private:
    void replace(std::size_t i) {
        if (!changed_) copy_ = text_.substr(0, i);
        changed_ = true;
        copy_ += "\xef\xbf\xbd";
    }

    std::string_view text_;
    std::string copy_;
    bool changed_ = false;
};

}  // namespace

std::string_view name(Level level) {
    switch (level) {
        case Level::debug:
            return "debug";
        case Level::info:
            return "info";
        case Level::warning:
            return "warning";
        case Level::error:
            break;
    }
    return "error";
}

std::optional<Level> parse_level(std::string_view text) {
    for (const Level level : {Level::debug, Level::info, Level::warning, Level::error})
        if (name(level) == text) return level;
    return std::nullopt;
}

struct Log::State {
    explicit State(const Options& options)
        : clock(*options.clock), logger("primum", sink_of(options)) {
        logger.set_level(level_of(options.least));
        logger.flush_on(spdlog::level::trace);
        logger.set_pattern("%v");  // the lines are JSON already
        writer = std::jthread([this](const std::stop_token& stop) { write_until(stop); });
    }

    const Clock& clock;
    spdlog::logger logger;
    std::atomic<std::uint64_t> dropped = 0;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::string waiting;  // whole lines
    std::jthread writer;

    void add(std::string_view line) {
        const std::scoped_lock lock(mutex);
        if (waiting.size() + line.size() > kMostWaiting) {
            ++dropped;
            return;
        }
        if (waiting.empty()) changed.notify_one();
        (waiting += line) += '\n';
    }

    void write_until(const std::stop_token& stop) {
        std::string lines;
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return !waiting.empty(); })) {
            changed.wait_for(lock, stop, kTogether, [] { return false; });
            std::swap(lines, waiting);
            lock.unlock();
            lines.pop_back();  // spdlog ends the last line itself
            logger.log(spdlog::level::critical, lines);
            lines.clear();
            lock.lock();
        }
    }
};

Log::Log(const Options& options) : state_(std::make_unique<State>(options)) {}
Log::~Log() = default;

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    if (!state_->logger.should_log(level_of(level))) return;
    json::Writer line;
    line.begin_object();
    line.member("time", iso_instant(state_->clock.now()));
    line.member("level", name(level));
    line.member("event", Printable(event).text());
    for (const Field& field : fields) {
        line.key(field.name_);
        if (const auto* text = std::get_if<std::string_view>(&field.value_)) {
            line.value(Printable(*text).text());
        } else if (const auto* number = std::get_if<std::int64_t>(&field.value_)) {
            line.value(*number);
        } else {
            line.value(std::get<bool>(field.value_));
        }
    }
    line.end_object();
    state_->add(line.text());
}

std::uint64_t Log::dropped() const {
    return state_->dropped;
}

}  // namespace primum::logging
