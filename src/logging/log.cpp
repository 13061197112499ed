#include "logging/log.h"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <stdexcept>

#include "base/utf8.h"
#include "json/writer.h"

namespace primum::logging {
namespace {

constexpr std::size_t kWaitingLines = 8192;

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
        : clock(*options.clock),
          threads(std::make_shared<spdlog::details::thread_pool>(kWaitingLines, 1)),
          logger(std::make_shared<spdlog::async_logger>(
              "primum", sink_of(options), threads, spdlog::async_overflow_policy::overrun_oldest)) {
        logger->set_level(level_of(options.least));
        logger->flush_on(spdlog::level::trace);
        logger->set_pattern("%v");  // the line is JSON already
    }

    const Clock& clock;
    std::shared_ptr<spdlog::details::thread_pool> threads;
    std::shared_ptr<spdlog::async_logger> logger;
};

Log::Log(const Options& options) : state_(std::make_unique<State>(options)) {}
Log::~Log() = default;

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    if (!state_->logger->should_log(level_of(level))) return;
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
    const std::string_view text = line.text();
    state_->logger->log(level_of(level), spdlog::string_view_t(text.data(), text.size()));
}

std::uint64_t Log::dropped() const {
    return state_->threads->overrun_counter();
}

}  // namespace primum::logging
