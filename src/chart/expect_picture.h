#pragma once
// For tests: pictures are compared with reviewed files.

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "chart/control_chart.h"

namespace primum::chart {

/// Expects the picture to be test/charts/NAME.svg, byte for byte. PRIMUM_UPDATE_PICTURES=1 in the
/// environment writes that file instead; a difference leaves NAME-changed.svg where the test runs,
/// to be looked at.
void expect_picture(const std::string& name, const Html& picture);

/// Both forms: NAME and NAME-narrow.
void expect_pictures(const std::string& name, const ControlChart& chart);

std::chrono::sys_days day(int year, unsigned month, unsigned day);
std::vector<std::chrono::sys_days> months_from(int year, unsigned month, std::size_t count);
std::vector<std::chrono::sys_days> days_from(std::chrono::sys_days first, int apart,
                                             std::size_t count);
std::vector<Point> points_of(const std::vector<double>& values);

/// So many numbers that look like chance about `centre`, the same on every machine.
std::vector<double> noise(std::size_t count, double centre, double spread);

}  // namespace primum::chart
