#include "organisations/row_reader.h"

#include <utility>

#include "csv/in_quotes.h"
#include "organisations/organisation.h"

namespace primum::organisations {
namespace {

constexpr std::size_t kLongestName = 200;

}  // namespace

void RowReader::spoil(const char* english, std::string_view first) {
    if (!problem_) problem_ = RowNote{incoming_.row, english, csv::in_quotes(first), {}};
}

void RowReader::code(std::string_view cell) {
    const auto checked = check_code(cell);
    if (!checked) return spoil("{} is no code: use at most 20 letters, digits and dashes.", cell);
    if (checked->empty()) return spoil("The code is missing: fill it in.");
    incoming_.code = *checked;
}

void RowReader::name(std::string_view written) {
    if (written.empty()) return spoil("The name is missing: fill it in.");
    if (written.size() > kLongestName)
        return spoil("The name {} is too long: shorten it to 200 letters.", written);
    incoming_.name = written;
}

void RowReader::parent(std::string_view cell) {
    std::string code = normal_code(cell);
    if (!code.empty()) incoming_.parents.push_back(std::move(code));
}

void RowReader::day(std::optional<Day> Incoming::* which, std::string_view cell) {
    if (cell.empty()) return;
    incoming_.*which = day_as_written(cell);
    if (!(incoming_.*which)) spoil("{} is no date: write it as 2020-04-30.", cell);
}

void RowReader::finish(Reading& reading) {
    if (incoming_.opened && incoming_.closed && *incoming_.closed < *incoming_.opened)
        spoil("It closes before it opens: correct one of the dates.");
    if (incoming_.joined && incoming_.left && *incoming_.left < *incoming_.joined)
        spoil("It leaves its parent before it joins it: correct one of the dates.");
    if (problem_) {
        reading.problems.push_back(std::move(*problem_));
    } else {
        reading.rows.push_back(std::move(incoming_));
    }
}

}  // namespace primum::organisations
