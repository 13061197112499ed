#pragma once
// One pass of a two-sided cumulative sum: every CUSUM chart is this, and differs in what a point
// adds.

#include <cstddef>

#include "spc/cusum.h"

namespace primum::spc {

/// Is a sum that lies exactly on its limit a signal?
enum class OnTheLimit { no_signal, signal };

struct CusumLimits {
    double up;    ///< above zero
    double down;  ///< below zero
    OnTheLimit on_the_limit;
    bool restart;  ///< begin again from 0 after a signal, on the side that gave it
};

class CusumRun {
public:
    CusumRun(std::size_t points, const CusumLimits& limits, double head_start = 0);

    /// A point adds these; a missing point adds NaN to both, and leaves the sums as they are.
    void add(double to_up, double to_down);

    Cusum take() { return std::move(cusum_); }

private:
    Cusum cusum_;
    CusumLimits limits_;
    double up_;
    double down_;
};

}  // namespace primum::spc
