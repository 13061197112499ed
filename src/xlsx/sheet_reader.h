#pragma once
// The cells of one sheet.

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "xlsx/serial_dates.h"
#include "xlsx/styles.h"
#include "xlsx/workbook.h"
#include "xlsx/xml.h"

namespace primum::xlsx {

/// Texts that are not in the file as they stand.
class OwnTexts {
public:
    std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

private:
    std::deque<std::string> texts_;
};

/// What all sheets of a workbook share, and what they may still use of the limits.
struct Shared {
    std::vector<std::string_view> strings;
    Styles styles;
    Epoch epoch = Epoch::of_1900;
    std::size_t cells_left = 0;
    std::uint64_t text_left = 0;
};

/// Fills rows and cells of the sheet. Texts point into the part, into the shared strings, or into
/// `own`, which gets those that had to be made.
Checked<void> read_cells(const Part& part, Shared& shared, Sheet& sheet, OwnTexts& own);

}  // namespace primum::xlsx
