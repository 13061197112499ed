#include "spc/runs_box.h"

#include <cmath>
#include <numbers>
#include <vector>

#include "spc/runs.h"

namespace primum::spc {
namespace {

constexpr double kRandomHeld = 0.925;
constexpr double kShiftInSd = 0.8;

double chance_above_after_shift() {
    return std::erfc(-kShiftInSd / std::numbers::sqrt2) / 2;
}

/// weights[k]: probability of exactly k runs, none longer than `longest`.
///
/// Runs lie above and below in turn. With S(m) the weight of a series of m points whose last run
/// lies on one side, and R(m) that of one run fewer whose last run lies on the other,
///
///     S(m) = sum over j = 1 … longest of a^j R(m - j)
///          = a (S(m - 1) + R(m - 1)) - a^(longest + 1) R(m - 1 - longest)
std::vector<double> weights_of_runs(std::size_t points, double above, std::size_t longest) {
    const double chance[2] = {above, 1 - above};
    std::vector<double> ending[2];
    for (int side = 0; side < 2; ++side) {
        ending[side].assign(points + 1, 0);
        for (std::size_t m = 1; m <= longest && m <= points; ++m)
            ending[side][m] = std::pow(chance[side], static_cast<double>(m));
    }

    std::vector<double> weights(points + 1, 0);
    for (std::size_t runs = 1; runs <= points; ++runs) {
        weights[runs] = ending[0][points] + ending[1][points];
        std::vector<double> next[2];
        for (int side = 0; side < 2; ++side) {
            const std::vector<double>& before = ending[1 - side];
            const double a = chance[side];
            const double leaves = std::pow(a, static_cast<double>(longest + 1));
            next[side].assign(points + 1, 0);
            for (std::size_t m = 1; m <= points; ++m) {
                const double left = m > longest ? leaves * before[m - 1 - longest] : 0;
                next[side][m] = a * (next[side][m - 1] + before[m - 1]) - left;
            }
        }
        ending[0].swap(next[0]);
        ending[1].swap(next[1]);
    }
    return weights;
}

/// Joint distribution of crossings and longest run of `points` independent points.
class Joint {
public:
    Joint(std::size_t points, double above)
        : points_(points), held_((points + 2) * (points + 2), 0) {
        for (std::size_t longest = 1; longest <= points; ++longest) {
            const auto weights = weights_of_runs(points, above, longest);
            double sum = 0;
            for (std::size_t crossings = points; crossings-- > 0;) {
                sum += weights[crossings + 1];
                at(crossings, longest) = sum;
            }
        }
    }

    /// At least so many crossings, and no longer run.
    double within(std::size_t crossings, std::size_t longest) const {
        return held_[crossings * (points_ + 2) + longest];
    }

    /// Exactly so many crossings, and just so long a run.
    double exactly(std::size_t crossings, std::size_t longest) const {
        if (!is_possible(crossings, longest)) return 0;
        return within(crossings, longest) - within(crossings + 1, longest) -
               within(crossings, longest - 1) + within(crossings + 1, longest - 1);
    }

    /// The runs, one more than the crossings, must be able to fill the series, and the others to
    /// leave room for the longest.
    bool is_possible(std::size_t crossings, std::size_t longest) const {
        return longest >= 1 && longest + crossings <= points_ &&
               (crossings + 1) * longest >= points_;
    }

private:
    double& at(std::size_t crossings, std::size_t longest) {
        return held_[crossings * (points_ + 2) + longest];
    }

    std::size_t points_;
    std::vector<double> held_;
};

RunsBox whole_box(std::size_t crossings, std::size_t longest) {
    return {crossings, longest, longest, crossings};
}

bool can_judge(std::size_t useful) {
    return useful >= kFewestInBox && useful <= kMostInBox;
}

RunsBox best_of(std::size_t useful, const Joint& random, const Joint& shifted) {
    RunsBox best = anhoej_box(useful);
    double least = 2;
    for (std::size_t crossings = 0; crossings < useful; ++crossings) {
        for (std::size_t longest = 1; longest <= useful; ++longest) {
            const bool holds = random.is_possible(crossings, longest) &&
                               random.within(crossings, longest) >= kRandomHeld;
            if (!holds || shifted.within(crossings, longest) >= least) continue;
            best = whole_box(crossings, longest);
            least = shifted.within(crossings, longest);
        }
    }
    return best;
}

/// Takes points off the two sides of the corner for as long as enough remains.
RunsBox cut(RunsBox box, const Joint& random, const Joint& shifted) {
    const std::size_t crossings = box.crossings_least;
    const std::size_t longest = box.longest_run_most;
    double held = random.within(crossings, longest) - random.exactly(crossings, longest);
    if (held < kRandomHeld) return box;
    std::size_t along = crossings + 1;  // with the longest run
    std::size_t down = longest - 1;     // with the fewest crossings
    while (true) {
        const double next_along = random.exactly(along, longest);
        const double next_down = random.exactly(crossings, down);
        const bool may_along = next_along > 0 && held - next_along >= kRandomHeld;
        const bool may_down = next_down > 0 && held - next_down >= kRandomHeld;
        if (!may_along && !may_down) break;
        const bool along_is_likelier =
            shifted.exactly(along, longest) >= shifted.exactly(crossings, down);
        if (may_along && (!may_down || along_is_likelier)) {
            held -= next_along;
            ++along;
        } else {
            held -= next_down;
            --down;
        }
    }
    box.run_most_at_least_crossings = down;
    box.crossings_least_at_most_run = along;
    return box;
}

}  // namespace

bool RunsBox::allows(std::size_t crossings, std::size_t longest_run) const {
    if (crossings < crossings_least || longest_run > longest_run_most) return false;
    if (crossings == crossings_least && longest_run > run_most_at_least_crossings) return false;
    return longest_run < longest_run_most || crossings >= crossings_least_at_most_run;
}

RunsBox anhoej_box(std::size_t useful) {
    return whole_box(crossings_least(useful), longest_run_most(useful));
}

RunsBox best_box(std::size_t useful) {
    if (!can_judge(useful)) return anhoej_box(useful);
    return best_of(useful, Joint(useful, 0.5), Joint(useful, chance_above_after_shift()));
}

RunsBox cut_box(std::size_t useful) {
    if (!can_judge(useful)) return anhoej_box(useful);
    const Joint random(useful, 0.5);
    const Joint shifted(useful, chance_above_after_shift());
    return cut(best_of(useful, random, shifted), random, shifted);
}

double share_within(std::size_t points, double above, std::size_t crossings,
                    std::size_t longest_run) {
    const auto weights = weights_of_runs(points, above, longest_run);
    double sum = 0;
    for (std::size_t runs = crossings + 1; runs <= points; ++runs)
        sum += weights[runs];
    return sum;
}

}  // namespace primum::spc
