#pragma once
// The date column of a file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "csv/table.h"
#include "datasets/date_forms.h"
#include "datasets/notes.h"
#include "datasets/rows.h"

namespace primum::datasets {

/// How the dates of one file are written, and meant to be read out.
class Calendar {
public:
    Calendar() = default;
    Calendar(Form form, Unit spoken) : form_(form), spoken_(spoken) {}

    /// Running numbers have no place in a calendar.
    bool has_dates() const { return unit_of(form_) != Unit::number; }

    /// As the analysis prints it: ISO 8601, or the running number.
    std::string written(Key key) const { return iso(unit_of(form_), key); }

    /// As a page says it. Days that are all the first of their month are months.
    std::string spoken(Key key) const { return label(spoken_, key); }

    /// A date a person gave: in the form of the file, or else in any form of dates.
    std::optional<Key> read(std::string_view text) const;

private:
    Form form_ = form_count() - 1;  // running numbers
    Unit spoken_ = Unit::number;
};

/// The period of each row.
struct Periods {
    std::vector<Key> keys;
    Calendar calendar;
};

/// Reads a column in which every date is written in the same form. Day before month is assumed
/// where both are possible, and a note says so. Refuses by row: empty cells, what is no date, and
/// a mixture of forms.
Checked<Periods> periods_of(const csv::Table& table, std::size_t column, const Rows& rows,
                            Notes& notes);

/// 1, 2, 3 …, for files without dates.
Periods numbered_periods(std::size_t rows);

}  // namespace primum::datasets
