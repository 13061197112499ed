#pragma once
// From a run length back to the limit that gives it.

#include <functional>
#include <optional>

namespace primum::spc {

/// The limit in (0, largest] at which a chart runs for `average_run_length` points on average;
/// `run_length` rises with the limit. Nothing where it does not get there, or answers nothing.
std::optional<double> design_root(
    const std::function<std::optional<double>(double limit)>& run_length, double average_run_length,
    double largest);

}  // namespace primum::spc
