#include "imports/patients.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/nhs_number.h"
#include "datasets/headings.h"

namespace primum::imports {
namespace {

constexpr std::string_view kOfPatients[] = {"dob",
                                            "d_o_b",
                                            "date_of_birth",
                                            "birth_date",
                                            "birthdate",
                                            "patient_dob",
                                            "patient_name",
                                            "patients_name",
                                            "patient_surname",
                                            "surname",
                                            "forename",
                                            "nhs_number",
                                            "nhs_no",
                                            "nhsno",
                                            "nhsnumber",
                                            "hospital_number",
                                            "hospital_no",
                                            "mrn",
                                            "patient_id",
                                            "patient_number"};

bool names_patients(std::string_view heading) {
    constexpr std::size_t kLongest = 20;
    if (heading.size() > kLongest) return false;
    const auto plain = datasets::plain_heading(heading);
    return std::ranges::find(kOfPatients, plain) != std::end(kOfPatients);
}

std::string place(const csv::Table& grid, std::size_t row, std::size_t column,
                  const std::string& sheet) {
    // Spreadsheets name columns A to Z, then AA.
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    const std::string cell = fmt::format("{}{}", letters, grid.row_number(row));
    return sheet.empty() ? cell : fmt::format("{} ({})", cell, sheet);
}

}  // namespace

Checked<void> without_patients(const csv::Table& grid, const std::string& sheet) {
    constexpr std::size_t kRowsWithHeadings = 30;
    for (std::size_t row = 0; row < grid.rows(); ++row)
        for (std::size_t column = 0; column < grid.columns(); ++column) {
            const auto cell = grid.cell(row, column);
            if (cell.size() >= 10 && find_nhs_number(cell))
                return refuse(fmt::format(
                    "Cell {} looks like an NHS number. Take it out of the file: what names "
                    "patients must not be sent here.",
                    place(grid, row, column, sheet)));
            if (row >= kRowsWithHeadings || cell.empty()) continue;
            if (names_patients(cell))
                return refuse(fmt::format(
                    "Cell {} is the heading of a column that names patients. Take the column out "
                    "of the file: what names patients must not be sent here.",
                    place(grid, row, column, sheet)));
        }
    return {};
}

Checked<void> without_patients(std::string_view text) {
    if (find_nhs_number(text))
        return refuse(
            "The file holds what looks like an NHS number. Take it out: what names patients must "
            "not be sent here.");
    return {};
}

}  // namespace primum::imports
