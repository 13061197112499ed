#pragma once
// Dates as text, each made once: a file of many series repeats them.

#include <string>
#include <unordered_map>

#include "datasets/periods.h"

namespace primum::datasets {

/// ISO texts of the dates of one calendar. The reference is good until the object goes.
class WrittenDates {
public:
    explicit WrittenDates(const Calendar& calendar) : calendar_(calendar) {}

    const std::string& of(Key key) {
        auto& text = texts_[key];
        if (text.empty()) text = calendar_.written(key);
        return text;
    }

private:
    const Calendar& calendar_;
    std::unordered_map<Key, std::string> texts_;
};

}  // namespace primum::datasets
