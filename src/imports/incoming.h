#pragma once
// What a file says, row by row, before anybody asks whether it may.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "csv/table.h"

namespace primum::imports {

/// What one row of a file is.
enum class Shape : std::uint8_t {
    points,        ///< the numbers of one period
    wide,          ///< one period, with a column for each organisation or measure
    across,        ///< one organisation or measure, with a column for each period
    incidents,     ///< something that happened: counted, and not kept
    observations,  ///< somebody who looked, with yes or no: counted, and not kept
};
std::string_view name(Shape shape);
std::optional<Shape> parse_shape(std::string_view name);
const char* label(Shape shape);

/// What a column holds.
enum class Field : std::uint8_t {
    period,
    organisation,
    measure,
    stratum,
    numerator,
    denominator,
    value,
    note,
    excluded,
};
inline constexpr Field kFields[] = {Field::period,  Field::organisation, Field::measure,
                                    Field::stratum, Field::numerator,    Field::denominator,
                                    Field::value,   Field::note,         Field::excluded};
std::string_view name(Field field);
std::optional<Field> parse_field(std::string_view name);
const char* label(Field field);

/// What the headings of the columns of a wide table, or the first cells of one across, name.
enum class Names : std::uint8_t { organisations, measures };

/// How a table is to be read: what a row is, and which heading stands over what.
struct Mapping {
    Shape shape = Shape::points;
    std::map<Field, std::string> columns;  ///< headings
    Names names = Names::organisations;    ///< of wide tables and those across
    std::vector<std::string> values;       ///< headings of the columns with numbers of such tables
    friend bool operator==(const Mapping&, const Mapping&) = default;
};

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;  ///< what the file does not name

/// The numbers of one period; of incidents and observations one row each, which are added up later.
struct Incoming {
    std::uint32_t row = 0;                 ///< as a spreadsheet shows it
    std::uint32_t column = 0;              ///< of the number, from 0
    std::uint32_t organisation = kNobody;  ///< positions in the lists of names
    std::uint32_t measure = kNobody;
    std::uint32_t stratum = kNobody;
    std::uint32_t note = kNobody;
    std::uint32_t excluded = kNobody;
    bool percent = false;  ///< the number stood with a sign of percent, and is a share here
    Day day;
    double numerator;    ///< the value where nothing divides it; NaN where it is missing
    double denominator;  ///< NaN where there is none
};

/// A row, or a cell of it, that cannot be taken.
struct RowProblem {
    std::uint32_t row = 0;
    std::string column;   ///< its heading; empty where it is the whole row
    std::string english;  ///< key of a catalogue, with {} for what follows
    std::string what;
};

struct Reading {
    std::vector<Incoming> rows;
    std::vector<std::string> names;  ///< of organisations, measures, strata, notes and reasons
    std::vector<RowProblem> problems;
    std::vector<std::string> notes;  ///< what was decided on the reader's behalf
    bool counted = false;            ///< rows of one period are to be added up
    std::uint32_t last_row = 0;

    std::string_view name_of(std::uint32_t name) const {
        return name == kNobody ? std::string_view() : std::string_view(names[name]);
    }
};

}  // namespace primum::imports
