#include "xlsx/serial_dates.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

#include "base/instant.h"

namespace primum::xlsx {
namespace {

constexpr double kSecondsOfDay = 86'400;
constexpr std::int64_t kLastSerial = 2'958'465;  // 31 December 9999
constexpr std::int64_t kLeapDayThatNeverWas = 60;

std::optional<Day> day_of(std::int64_t serial, Epoch epoch) {
    using namespace std::chrono_literals;
    constexpr int kDaysBetweenEpochs = 1462;
    if (epoch == Epoch::of_1904) {
        if (serial > kLastSerial - kDaysBetweenEpochs) return {};
        return Day(1904y / 1 / 1) + std::chrono::days(serial);
    }
    if (serial > kLastSerial || serial == kLeapDayThatNeverWas) return {};
    const bool before = serial < kLeapDayThatNeverWas;
    return (before ? Day(1899y / 12 / 31) : Day(1899y / 12 / 30)) + std::chrono::days(serial);
}

}  // namespace

std::optional<std::string> iso_of_serial(double serial, Epoch epoch) {
    if (!(serial >= 0) || serial > static_cast<double>(kLastSerial + 1)) return {};
    const auto seconds_since = static_cast<std::int64_t>(std::llround(serial * kSecondsOfDay));
    const auto whole = seconds_since / static_cast<std::int64_t>(kSecondsOfDay);
    const auto seconds = seconds_since % static_cast<std::int64_t>(kSecondsOfDay);
    const std::string time =
        fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (whole == 0 && epoch == Epoch::of_1900) return time;
    const auto day = day_of(whole, epoch);
    if (!day) return {};
    return seconds == 0 ? iso_day(*day) : iso_day(*day) + "T" + time;
}

}  // namespace primum::xlsx
