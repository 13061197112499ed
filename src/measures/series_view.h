#pragma once
// What the page of a series shows, part by part: values in, markup out.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "measures/drawn.h"
#include "measures/place.h"

namespace primum::measures {

struct SeriesView {
    Place place;
    Material material;
    std::shared_ptr<const Drawn> drawn;
    std::vector<Revision> revisions = {};
    std::vector<Day> missing = {};                ///< the latest first
    std::optional<std::int64_t> days_since = {};  ///< the last event; absent of other series
    bool may_enter = false;
    bool may_decide = false;

    Frequency frequency() const { return place.measure.now().frequency; }
    std::string spoken(Day period) const { return spoken_period(frequency(), period); }
    std::string spoken(std::size_t point) const {
        return spoken(material.points[point].said.period);
    }
};

/// The true sentence, the chart with its key, and the icons in words.
html::Html headline(const design::View& view, const SeriesView& series);
/// What each rule found, the latest first, with what to ask; or what ordinary variation asks.
html::Html signals_section(const design::View& view, const SeriesView& series);
/// Shifts that the lines no longer fit, and the way to a new phase.
html::Html new_lines_section(const design::View& view, const SeriesView& series);
/// Periods without a number.
html::Html missing_section(const design::View& view, const SeriesView& series);
/// What a row of a table says of a point: its lines, "4.2 (1.1 – 7.3)", and what the rules say.
struct PointRow {
    std::string reading;
    std::string lines;
};
PointRow row_of(const design::View& view, const SeriesView& series, std::size_t point);
/// All points, the latest first.
html::Html points_section(const design::View& view, const SeriesView& series);
/// Decisions, targets and changes of the definition, and what was changed by whom.
html::Html history_section(const design::View& view, const SeriesView& series);
/// How the chart is made, and how to make it again.
html::Html recipe_section(const design::View& view, const SeriesView& series);
/// Files to take along.
html::Html downloads_section(const design::View& view, const SeriesView& series);

}  // namespace primum::measures
