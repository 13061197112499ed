// runcharter: medians that move with the data.

#include <algorithm>
#include <string>

#include "runner.h"
#include "spc/rephase.h"

namespace primum::golden {
namespace {

spc::RephaseOptions options_of(const Case& golden) {
    const std::string direction = golden.options.text("direction", "both");
    return {
        .baseline_points = static_cast<std::size_t>(golden.options.number("med_rows").value_or(13)),
        .run_points = static_cast<std::size_t>(golden.options.number("runlength").value_or(9)),
        .side = direction == "above"   ? spc::RunSide::above
                : direction == "below" ? spc::RunSide::below
                                       : spc::RunSide::both};
}

Cell date_at(const Table& input, std::size_t row) {
    return (*input.find("date"))[row];
}

/// The last date of all series, to which each series' last line is drawn.
Cell last_date(const Table& input) {
    return *std::ranges::max_element(*input.find("date"), {}, &Cell::text);
}

void put_phases(Table& lines, const Case& golden, const SeriesRows& series,
                const std::vector<spc::MedianPhase>& phases) {
    for (std::size_t k = 0; k < phases.size(); ++k) {
        const bool last = k + 1 == phases.size();
        lines["series"].push_back(series.name.is_missing() ? Cell{"all"} : series.name);
        lines["run_type"].push_back(k == 0 ? "baseline" : "sustained");
        lines["median"].push_back(phases[k].median);
        lines["start"].push_back(date_at(golden.input, series.rows[phases[k].begin]));
        lines["end"].push_back(date_at(golden.input, series.rows[phases[k].end - 1]));
        lines["extend_to"].push_back(last
                                         ? last_date(golden.input)
                                         : date_at(golden.input, series.rows[phases[k + 1].begin]));
    }
}

constexpr std::string_view kOptions[] = {"med_rows", "runlength", "direction"};

Answered runcharter(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    if (!golden.input.has("date")) return std::unexpected(NotSupported{"no dates"});
    Answer answer;
    Table& lines = answer.tables[""];
    for (const SeriesRows& series : series_of(golden.input)) {
        const auto phases = spc::suggest_medians(numbers_at(golden.input, "value", series.rows),
                                                 options_of(golden));
        if (!phases) return Answer{.tables = {}, .refused = true};
        put_phases(lines, golden, series, *phases);
    }
    return answer;
}

const Registered here{{"runcharter", "runcharter", runcharter}};

}  // namespace
}  // namespace primum::golden
