#pragma once
// Shared by the tests of this room.

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/checked.h"
#include "csv/table.h"

namespace primum::datasets {

/// The answer, or an exception with the sentence.
template <class T>
T answer(Checked<T> checked) {
    if (!checked) throw std::runtime_error(checked.error().sentence);
    return std::move(*checked);
}

template <class T>
std::string refusal(const Checked<T>& checked) {
    return checked ? "" : checked.error().sentence;
}

inline csv::Table table_of(std::string_view text) {
    return answer(csv::parse_table(text));
}

}  // namespace primum::datasets
