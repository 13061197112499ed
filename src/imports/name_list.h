#pragma once
// Different texts of a file, each kept once.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imports/incoming.h"

namespace primum::imports {

/// Numbers texts in the order in which they first come; kNobody is the empty one. Unlike
/// datasets::Names it owns them.
class NameList {
public:
    std::uint32_t number_of(std::string_view text) {
        if (text.empty()) return kNobody;
        if (last_ < kept_.size() && kept_[last_] == text) return last_;
        // A text that is new must be one of ours before it is a key.
        if (const auto found = numbers_.find(text); found != numbers_.end())
            return last_ = found->second;
        last_ = static_cast<std::uint32_t>(kept_.size());
        numbers_.emplace(kept_.emplace_back(text), last_);
        return last_;
    }

    std::vector<std::string> list() && { return {kept_.begin(), kept_.end()}; }

private:
    std::deque<std::string> kept_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::uint32_t last_ = 0;
};

}  // namespace primum::imports
