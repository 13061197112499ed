#pragma once
// Where two tables differ.

#include <cstddef>
#include <string>
#include <vector>

#include "case.h"
#include "runner.h"

namespace primum::golden {

/// One field that differs, or a column or row that is not there.
struct Difference {
    std::string column;   ///< "ucl"; "summary.longest_run"
    std::size_t row = 0;  ///< from 1; 0 is the whole column
    std::string expected;
    std::string got;
    double relative_error = 0;  ///< infinite where there is nothing to divide
};

/// Numbers agree within the case's relative tolerance of the expected one, or when their
/// difference is no more than rounding beside the largest number of their column (a limit that
/// comes out as zero). Missing agrees with missing only, words and flags must be the same.
/// Every column and row of the peer must be there; columns of ours alone are not looked at.
std::vector<Difference> differences(const Case& golden, const Answer& answer);

}  // namespace primum::golden
