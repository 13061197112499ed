#include "datasets/phases.h"

#include <algorithm>

namespace primum::datasets {

std::vector<spc::Phase> phases_of(std::span<const Key> keys, std::span<const Key> rebases,
                                  std::span<const std::string_view> labels, std::size_t baseline) {
    std::vector<std::size_t> begins = {0};
    for (const Key rebase : rebases) {
        const auto first = std::lower_bound(keys.begin(), keys.end(), rebase);
        if (first != keys.end()) begins.push_back(static_cast<std::size_t>(first - keys.begin()));
    }
    for (std::size_t i = 1; i < labels.size(); ++i)
        if (labels[i] != labels[i - 1]) begins.push_back(i);

    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    std::vector<spc::Phase> phases;
    for (const auto begin : begins)
        phases.push_back({.begin = begin, .baseline = baseline});
    return phases;
}

}  // namespace primum::datasets
