#include "disclosure/testing_attacker.h"

#include <cmath>

namespace primum::disclosure {
namespace {

constexpr double kTiny = 1e-9;

/// Rows of A x + slack = b with b from 0, so that x = 0 is where it starts.
class Simplex {
public:
    Simplex(std::size_t rows, std::size_t columns)
        : rows_(rows), width_(columns + rows + 1), table_((rows + 1) * width_), basis_(rows) {
        for (std::size_t row = 0; row < rows; ++row) {
            basis_[row] = columns + row;
            at(row, columns + row) = 1;
        }
    }
    double& at(std::size_t row, std::size_t column) { return table_[row * width_ + column]; }
    double& limit(std::size_t row) { return at(row, width_ - 1); }
    /// The last row: what is made as large as it can be, with its sign turned.
    double& gain(std::size_t column) { return at(rows_, column); }

    double largest() {
        for (;;) {
            std::size_t enter = 0;
            while (enter + 1 < width_ && gain(enter) > -kTiny)
                ++enter;
            if (enter + 1 == width_) return limit(rows_);
            std::size_t leave = rows_;
            for (std::size_t row = 0; row < rows_; ++row) {
                if (at(row, enter) < kTiny) continue;
                if (leave == rows_) {
                    leave = row;
                    continue;
                }
                const double one = limit(row) / at(row, enter);
                const double best = limit(leave) / at(leave, enter);
                if (one < best - kTiny || (one < best + kTiny && basis_[row] < basis_[leave]))
                    leave = row;
            }
            if (leave == rows_) return std::numeric_limits<double>::infinity();
            exchange(leave, enter);
        }
    }

private:
    void exchange(std::size_t leave, std::size_t enter) {
        const double pivot = at(leave, enter);
        for (std::size_t column = 0; column < width_; ++column)
            at(leave, column) /= pivot;
        for (std::size_t row = 0; row <= rows_; ++row) {
            const double factor = at(row, enter);
            if (row == leave || std::abs(factor) < kTiny) continue;
            for (std::size_t column = 0; column < width_; ++column)
                at(row, column) -= factor * at(leave, column);
        }
        basis_[leave] = enter;
    }

    std::size_t rows_;
    std::size_t width_;
    std::vector<double> table_;
    std::vector<std::size_t> basis_;
};

/// By how much `target` can be above (or, with sign -1, below) its true value.
double most_aside(const std::vector<Known>& known, const std::vector<double>& truth,
                  std::size_t target, double sign) {
    const std::size_t unknowns = truth.size();
    Simplex simplex(2 * known.size(), 2 * unknowns);
    for (std::size_t which = 0; which < known.size(); ++which) {
        double sum = 0;
        for (const std::size_t part : known[which].parts) {
            sum += truth[part];
            for (const std::size_t side : {0, 1}) {  // each unknown is a difference of two
                const double one = side == 0 ? 1 : -1;
                simplex.at(2 * which, 2 * part + side) = one;
                simplex.at(2 * which + 1, 2 * part + side) = -one;
            }
        }
        constexpr double kFar = 1e6;
        simplex.limit(2 * which) = std::min(known[which].most - sum, kFar);
        simplex.limit(2 * which + 1) = sum - known[which].least;
    }
    simplex.gain(2 * target) = -sign;
    simplex.gain(2 * target + 1) = sign;
    return simplex.largest();
}

}  // namespace

std::pair<double, double> attack(const std::vector<Known>& known, const std::vector<double>& truth,
                                 std::size_t target) {
    return {truth[target] - most_aside(known, truth, target, -1),
            truth[target] + most_aside(known, truth, target, 1)};
}

}  // namespace primum::disclosure
