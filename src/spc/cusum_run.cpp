#include "spc/cusum_run.h"

#include <algorithm>
#include <cmath>

namespace primum::spc {
namespace {

/// Both arguments are distances from zero.
bool signals(double sum, double limit, OnTheLimit on_the_limit) {
    return sum > limit || (sum == limit && on_the_limit == OnTheLimit::signal);
}

}  // namespace

CusumRun::CusumRun(std::size_t points, const CusumLimits& limits, double head_start)
    : limits_(limits), up_(head_start), down_(-head_start) {
    cusum_.up.reserve(points);
    cusum_.down.reserve(points);
    cusum_.signal_up.reserve(points);
    cusum_.signal_down.reserve(points);
}

void CusumRun::add(double to_up, double to_down) {
    const bool missing = std::isnan(to_up) || std::isnan(to_down);
    if (!missing) {
        up_ = std::max(0.0, up_ + to_up);
        down_ = std::min(0.0, down_ + to_down);
    }
    const bool signal_up = !missing && signals(up_, limits_.up, limits_.on_the_limit);
    const bool signal_down = !missing && signals(-down_, -limits_.down, limits_.on_the_limit);
    cusum_.up.push_back(missing ? kMissing : up_);
    cusum_.down.push_back(missing ? kMissing : down_);
    cusum_.signal_up.push_back(signal_up);
    cusum_.signal_down.push_back(signal_down);
    if (limits_.restart && signal_up) up_ = 0;
    if (limits_.restart && signal_down) down_ = 0;
}

}  // namespace primum::spc
