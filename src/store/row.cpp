#include "store/row.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace primum::store {

Value day_value(Day day) {
    Value value;
    const std::string text = iso_day(day);
    std::copy_n(text.begin(), value.day_text.size(), value.day_text.begin());
    value.day = true;
    value.null = false;
    return value;
}

Day Row::day(int column) const {
    const auto day = parse_iso_day(text(column));
    if (!day) unreadable(column);
    return *day;
}

void Row::unreadable(int column) {
    throw std::runtime_error("Column " + std::to_string(column) +
                             " of the answer holds something else than was asked for.");
}

}  // namespace primum::store
