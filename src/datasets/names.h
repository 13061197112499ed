#pragma once
// Texts that come again and again, as small numbers.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace primum::datasets {

/// Numbers different texts 0, 1, 2 … in the order in which they first come. The texts are borrowed.
///
/// Files are sorted, by date or by series and date, so after a text mostly comes the one that came
/// after it last time, or the same again: asking these two first spares most of the hashing.
class Names {
public:
    std::uint32_t number_of(std::string_view text) {
        if (!texts_.empty()) {
            if (texts_[last_] == text) return last_;
            const auto next = follower_[last_];
            if (texts_[next] == text) return last_ = next;
        }
        return look_up(text);
    }

    const std::vector<std::string_view>& texts() const { return texts_; }

private:
    std::uint32_t look_up(std::string_view text) {
        const auto number = static_cast<std::uint32_t>(texts_.size());
        const auto [entry, is_new] = numbers_.emplace(text, number);
        if (is_new) {
            texts_.push_back(text);
            follower_.push_back(0);
        }
        follower_[last_] = entry->second;
        return last_ = entry->second;
    }

    std::vector<std::string_view> texts_;
    std::vector<std::uint32_t> follower_;  // what came after each text last time
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::uint32_t last_ = 0;
};

}  // namespace primum::datasets
