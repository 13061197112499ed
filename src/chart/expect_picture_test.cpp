#include "chart/expect_picture.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace primum::chart {

using std::chrono::sys_days;

void expect_picture(const std::string& name, const Html& picture) {
    const std::filesystem::path expected = PRIMUM_SOURCE_DIR "/test/charts/" + name + ".svg";
    const std::string drawn(picture.markup());
    if (std::getenv("PRIMUM_UPDATE_PICTURES")) {
        std::ofstream(expected, std::ios::binary) << drawn;
        return;
    }
    std::ifstream file(expected, std::ios::binary);
    const std::string reviewed{std::istreambuf_iterator<char>(file), {}};
    if (drawn == reviewed) return;
    const std::string changed = name + "-changed.svg";
    std::ofstream(changed, std::ios::binary) << drawn;
    ADD_FAILURE() << expected << " differs; look at " << std::filesystem::absolute(changed);
}

void expect_pictures(const std::string& name, const ControlChart& chart) {
    expect_picture(name, control_chart(chart, Form::wide));
    expect_picture(name + "-narrow", control_chart(chart, Form::narrow));
}

sys_days day(int year, unsigned month, unsigned day) {
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

std::vector<sys_days> months_from(int year, unsigned month, std::size_t count) {
    std::vector<sys_days> dates;
    for (unsigned i = 0; i < count; ++i) {
        const unsigned at = month - 1 + i;
        dates.push_back(day(year + static_cast<int>(at / 12), at % 12 + 1, 1));
    }
    return dates;
}

std::vector<sys_days> days_from(sys_days first, int apart, std::size_t count) {
    std::vector<sys_days> dates;
    for (std::size_t i = 0; i < count; ++i)
        dates.push_back(first + std::chrono::days(apart * static_cast<int>(i)));
    return dates;
}

std::vector<Point> points_of(const std::vector<double>& values) {
    std::vector<Point> points;
    for (const double value : values)
        points.push_back({.value = value});
    return points;
}

// Knuth's MMIX generator; the sum of four looks enough like a bell.
std::vector<double> noise(std::size_t count, double centre, double spread) {
    std::uint64_t state = 7;
    const auto next = [&] {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state >> 40U) / 16777216.0 - 0.5;
    };
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(centre + spread * (next() + next() + next() + next()) * 1.7);
    return values;
}

}  // namespace primum::chart
