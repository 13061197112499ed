#include "datasets/problem.h"

#include <fmt/format.h>

#include "csv/in_quotes.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

std::string place(const Dataset& data, const Dataset::Member& member, std::size_t point,
                  const std::string& heading) {
    const auto row = data.row_numbers[member.begin + point];
    return fmt::format("Row {}, column {}", row, csv::in_quotes(heading));
}

}  // namespace

std::string sentence_of(const spc::Problem& problem, const Dataset& data,
                        const Dataset::Member& member, spc::Chart chart) {
    using Kind = spc::Problem::Kind;
    const auto kind = spc::spoken_name_of(chart);
    const auto value = [&] { return place(data, member, problem.index, data.value_name); };
    const auto denominator = [&] {
        return place(data, member, problem.index, data.denominator_name);
    };
    switch (problem.kind) {
        case Kind::denominators_needed:
            return fmt::format("A {} needs denominators: name their column with --denominator.",
                               kind);
        case Kind::spreads_needed:
            return fmt::format(
                "A {} needs several rows with one date: choose another with --chart.", kind);
        case Kind::too_large:
            return value() +
                   " is too large to calculate with: correct it, or choose a larger unit.";
        case Kind::negative_count:
            return fmt::format(
                "{} is below zero, which a {} cannot show: correct it, or choose --chart i.",
                value(), kind);
        case Kind::negative_denominator:
            return denominator() + " is below zero: correct it.";
        case Kind::numerator_above_denominator:
            return fmt::format(
                "{} is above its denominator, which a {} cannot show: correct it, or choose "
                "--chart u.",
                value(), kind);
        case Kind::not_positive:
            return fmt::format(
                "{} is not above zero, which a {} cannot show: correct it, or choose --chart i.",
                value(), kind);
        case Kind::options_out_of_range:
            return "A number among the options makes no sense here: see --help for what each may "
                   "be.";
        default:
            return fmt::format(
                "The series {} cannot be analysed as a {}: choose another with --chart.",
                csv::in_quotes(member.name), kind);
    }
}

}  // namespace primum::datasets
