#include "spc/absorption.h"

#include <cstddef>

namespace primum::spc {

std::vector<double> mean_steps_to_leave(std::span<double> moves, std::span<double> leaves) {
    const std::size_t n = leaves.size();
    const auto row = [&](std::size_t i) { return moves.subspan(i * n, n); };
    std::vector<double> steps(n, 1.0);  // spent in a state, and in those taken out on its behalf
    std::vector<double> goes(n);        // chance to go on from a state to those that remain
    std::vector<std::size_t> first(n);  // its lowest neighbour

    for (std::size_t out = n; out-- > 0;) {
        const auto from = row(out);
        while (first[out] < out && from[first[out]] == 0)
            ++first[out];
        goes[out] = leaves[out];
        for (std::size_t j = first[out]; j < out; ++j)
            goes[out] += from[j];
        for (std::size_t i = 0; i < out; ++i) {
            const auto to = row(i);
            if (to[out] == 0) continue;
            const double share = to[out] / goes[out];
            for (std::size_t j = first[out]; j < out; ++j)
                to[j] += share * from[j];
            leaves[i] += share * leaves[out];
            steps[i] += share * steps[out];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = first[i]; j < i; ++j)
            steps[i] += row(i)[j] * steps[j];
        steps[i] /= goes[i];
    }
    return steps;
}

}  // namespace primum::spc
