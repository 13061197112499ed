#include "collection/grid.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "access/policy.h"
#include "collection/entering.h"
#include "html/url.h"
#include "language/language.h"
#include "measures/dictionary.h"
#include "measures/saving.h"
#include "measures/typed_number.h"
#include "organisations/tree.h"

namespace primum::collection {
namespace {

using access::Context;
using html::url;
using http::Request;
using http::Response;
using language::sentence;
using measures::Frequency;
using measures::Measure;

constexpr int kPeriods = 6;
constexpr int kMostPeriods = 24;

/// Of the address, or of the form that was made for it.
std::string asked(const Request& request, const Context& context, std::string_view name) {
    if (context.form.has(name)) return std::string(context.form.text(name));
    return request.parameter(name).value_or("");
}

std::vector<Measure> measures_below(const Context& context, const OrganisationId& top) {
    const auto read = [](const store::Row& row) { return row.get<measures::MeasureId>(0); };
    const auto ids = context.db.all(read, R"sql(
        SELECT DISTINCT s.measure_id
          FROM organisation_closure c JOIN series s ON s.organisation_id = c.descendant_id
         WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
    )sql",
                                    context.scope.may_read_below(top), context.today);
    std::vector<Measure> all;
    for (const auto& id : ids)
        if (auto measure = find_measure(context.db, id);
            measure && measure->status != measures::Status::retired &&
            measure->now().frequency != Frequency::event)
            all.push_back(std::move(*measure));
    std::ranges::sort(all, {}, &Measure::code);
    return all;
}

/// The columns: so many periods up to one, or to the latest that has ended.
std::vector<Day> periods_of(Frequency frequency, std::string_view until, std::string_view many,
                            Day today) {
    int count = kPeriods;
    std::from_chars(many.data(), many.data() + many.size(), count);
    count = std::clamp(count, 1, kMostPeriods);
    Day last = earlier_period(frequency, period_of(frequency, today));
    if (const auto typed = parse_period(frequency, until)) last = std::min(*typed, today);
    std::vector<Day> periods;
    for (int i = 0; i < count; ++i, last = earlier_period(frequency, last))
        periods.insert(periods.begin(), last);
    return periods;
}

GridRow row_of(const Context& context, Kept kept, std::string name, std::string code) {
    GridRow row{std::move(kept), std::move(name), std::move(code), {}};
    for (measures::Point& point : points_of(
             context.db, context.scope.may_read(row.kept.series.organisation), row.kept.series.id))
        row.points.emplace(point.said.period, std::move(point));
    return row;
}

/// Units that keep the measure, by name; each unit's parts of its patients behind it.
std::vector<GridRow> units_of(const Context& context, const Grid& grid) {
    std::vector<GridRow> rows;
    for (measures::Series& series :
         measures::series_below(context.db, context.scope.may_read_below(grid.here.id()),
                                grid.measure->id, context.today)) {
        const auto unit = organisations::find_organisation(context.db, series.organisation);
        if (!unit || (series.ends && *series.ends < grid.periods.front())) continue;
        std::string name = unit->name;
        if (!series.stratum.empty()) name += ", " + series.stratum;
        rows.push_back(row_of(context, {*grid.measure, std::move(series)}, name, unit->code));
    }
    std::ranges::sort(rows, {}, &GridRow::name);
    return rows;
}

std::vector<GridRow> measures_of(const Context& context, const Grid& grid) {
    std::vector<GridRow> rows;
    for (Kept& kept : kept_at(context.db, context.scope.may_read(grid.here.id()), context.today)) {
        if (kept.measure.now().frequency != grid.frequency) continue;
        const std::string name = kept.name();
        const std::string code = kept.series.code;
        rows.push_back(row_of(context, std::move(kept), name, code));
    }
    return rows;
}

/// Without the measure there may be several frequencies: that which was asked for, or each month.
Frequency frequency_of(const Context& context, const Grid& grid, std::string_view wanted) {
    if (grid.measure) return grid.measure->now().frequency;
    if (const auto named = measures::parse_frequency(wanted); named && *named != Frequency::event)
        return *named;
    const auto all = kept_at(context.db, context.scope.may_read(grid.here.id()), context.today);
    const auto is = [](Frequency frequency) {
        return [frequency](const Kept& kept) { return kept.measure.now().frequency == frequency; };
    };
    for (const Frequency frequency :
         {Frequency::month, Frequency::week, Frequency::day, Frequency::quarter, Frequency::year})
        if (std::ranges::any_of(all, is(frequency))) return frequency;
    return Frequency::month;
}

std::optional<Grid> grid_of(const Request& request, const Context& context) {
    auto here = organisations::here(request, context);
    if (!here || !context.scope.can_write(here->id())) return {};
    Grid grid{.here = std::move(*here)};
    grid.choices = measures_below(context, grid.here.id());
    if (const std::string code = asked(request, context, "measure"); !code.empty()) {
        const auto found = std::ranges::find(grid.choices, code, &Measure::code);
        if (found == grid.choices.end()) return {};
        grid.measure = *found;
    }
    grid.frequency = frequency_of(context, grid, asked(request, context, "every"));
    grid.periods = periods_of(grid.frequency, asked(request, context, "until"),
                              asked(request, context, "periods"), context.today);
    grid.rows = grid.measure ? units_of(context, grid) : measures_of(context, grid);
    grid.divides = std::ranges::any_of(
        grid.rows, [](const GridRow& row) { return row.kept.measure.now().divides(); });
    const std::size_t fits = kMostCells / (grid.periods.size() * (grid.divides ? 2 : 1));
    if (grid.rows.size() > fits) {
        grid.left_out = grid.rows.size() - fits;
        grid.rows.resize(fits);
    }
    return grid;
}

/// How people may have headed a column.
std::vector<std::string> headings_of(Frequency frequency, Day period) {
    std::vector<std::string> names = {iso_period(frequency, period),
                                      spoken_period(frequency, period), iso_day(period)};
    if (frequency != Frequency::month) return names;
    const std::chrono::year_month_day day(period);
    constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
    const std::string name = kMonths[static_cast<unsigned>(day.month()) - 1];
    const std::string year = std::to_string(static_cast<int>(day.year()));
    const std::string number = iso_day(period).substr(5, 2);
    for (const std::string& month : {name, name.substr(0, 3)})
        for (const char* between : {" ", "-", "/"}) {
            names.push_back(month + between + year);
            names.push_back(month + between + year.substr(2));
        }
    names.push_back(number + "/" + year);
    names.push_back("01/" + number + "/" + year);
    return names;
}

void fill_in(Grid& grid) {
    const auto block = read_block(grid.block);
    if (!block || block->empty()) {
        grid.problems.add("block", block ? std::string(sentence("Paste cells from a spreadsheet."))
                                         : block.error().sentence);
        return;
    }
    Target target{.fields = grid.divides ? 2U : 1U};
    for (const GridRow& row : grid.rows)
        target.rows.push_back({row.name, row.code, row.kept.series.code});
    for (const Day period : grid.periods)
        target.columns.push_back(headings_of(grid.frequency, period));
    const Placed placed = collection::placed(*block, target);
    for (const auto& [place, text] : placed.cells) {
        const auto& [row, cell] = place;
        grid.typed[cell_name(grid.rows[row], grid.frequency, grid.periods[cell / target.fields],
                             cell % target.fields == 1)] = text;
    }
    grid.lost = placed.lost;
    grid.outside = placed.outside;
    // What found no place is kept for another try; what did is in the grid now.
    grid.filled = !placed.cells.empty();
    if (!grid.filled)
        grid.problems.add("block", sentence("Nothing of this found a place in the grid: paste "
                                            "numbers, with or without the names of rows and "
                                            "periods."));
}

/// What one cell says, or what is wrong with it.
std::optional<measures::Said> read_cell(const GridRow& row, Grid& grid, Day period, Day today) {
    const std::string above = cell_name(row, grid.frequency, period, false);
    const std::string below = cell_name(row, grid.frequency, period, true);
    const auto text = [&](const std::string& name) {
        const auto found = grid.typed.find(name);
        return found == grid.typed.end() ? std::string() : found->second;
    };
    if (text(above).empty() && text(below).empty()) return {};
    const auto found = row.points.find(period);
    measures::Said said =
        found == row.points.end() ? measures::Said{.period = period} : found->second.said;
    if (measures::says_none(text(above))) {
        said.numerator.reset();
        said.denominator.reset();
        if (said.note.empty()) said.note = "n/a";
    } else {
        const auto numerator = measures::typed_number(text(above));
        const auto denominator = measures::typed_number(text(below));
        if (!numerator) grid.problems.add(above, numerator.error().sentence);
        if (!denominator) grid.problems.add(below, denominator.error().sentence);
        if (!numerator || !denominator) return {};
        said.numerator = *numerator;
        said.denominator = *denominator;
    }
    if (found != row.points.end() && found->second.said == said) return {};
    if (const auto checked = check_point(row.kept.measure, row.kept.series, said, today);
        !checked) {
        const bool second = said.numerator && !said.denominator && row.kept.on(period).divides();
        grid.problems.add(second ? below : above, checked.error().sentence);
        return {};
    }
    return said;
}

std::vector<Entry> read_cells(const Context& context, Grid& grid) {
    for (const auto& [name, value] : context.form.fields)
        if (name.starts_with("numerator.") || name.starts_with("denominator."))
            grid.typed[name] = value;
    std::vector<Entry> entries;
    for (const GridRow& row : grid.rows)
        for (const Day period : grid.periods)
            if (auto said = read_cell(row, grid, period, context.today))
                entries.push_back({row.kept, std::move(*said)});
    return entries;
}

}  // namespace

std::string cell_name(const GridRow& row, Frequency frequency, Day period, bool denominator) {
    return std::string(denominator ? "denominator." : "numerator.") +
           std::string(row.kept.series.id.text()) + '.' + iso_period(frequency, period);
}

Response show_grid(const Request& request, Context& context) {
    auto grid = grid_of(request, context);
    if (!grid) return http::not_found();
    const std::string saved = request.parameter("saved").value_or("");
    std::from_chars(saved.data(), saved.data() + saved.size(), grid->saved);
    const std::string taken = request.parameter("taken").value_or("");
    std::from_chars(taken.data(), taken.data() + taken.size(), grid->taken);
    return http::ok(grid_page(context, *grid));
}

/// All of it or nothing: a grid is a table that somebody has checked as a whole.
Response save_grid(const Request& request, Context& context) {
    auto grid = grid_of(request, context);
    if (!grid) return http::not_found();
    grid->block = context.form.as_typed("block");
    if (context.form.has("fill") || !grid->block.empty()) {
        fill_in(*grid);
        return grid->problems.empty() ? http::ok(grid_page(context, *grid))
                                      : http::unprocessable(grid_page(context, *grid));
    }
    const auto entries = read_cells(context, *grid);
    if (entries.empty() && grid->problems.empty())
        grid->problems.add("", sentence("Change a number first: nothing is different."));
    if (!grid->problems.empty()) return http::unprocessable(grid_page(context, *grid));
    return context.save([&](store::Writer& db) {
        const auto result = save_entries(db, context.scope, context.stamp(), context.today,
                                         time_taken(context), entries, opened_at(context));
        return http::see_other(
            url("/organisations/{}/measures/grid?measure={}&every={}&until={}&periods={}"
                "&saved={}&taken={}",
                grid->here.id().text(), grid->measure ? grid->measure->code : "",
                name(grid->frequency), iso_period(grid->frequency, grid->periods.back()),
                grid->periods.size(), result.saved, result.taken.size()));
    });
}

}  // namespace primum::collection
