#pragma once
// What the formats of a workbook make of the numbers in its cells.

#include <cstddef>
#include <vector>

#include "xlsx/formats.h"
#include "xlsx/xml.h"

namespace primum::xlsx {

/// By the number that a cell gives as its style; as a number where the workbook has no such style.
class Styles {
public:
    Styles() = default;
    explicit Styles(const pugi::xml_node& style_sheet);

    Shown of(std::size_t style) const {
        return style < shown_.size() ? shown_[style] : Shown::as_number;
    }

private:
    std::vector<Shown> shown_;
};

}  // namespace primum::xlsx
