#include "imports/plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "csv/in_quotes.h"
#include "language/language.h"

namespace primum::imports {
namespace {

using language::sentence;
using measures::Definition;
using measures::Frequency;
using measures::Measure;
using measures::Series;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
// More than a person would read, and no more memory than the file itself.
constexpr std::size_t kMostProblems = 10'000;

std::optional<double> there(double number) {
    return std::isnan(number) ? std::nullopt : std::optional(number);
}

bool in_percent(const Definition& says) {
    return says.unit.contains("percent") || says.unit.contains('%');
}

class Planner {
public:
    Planner(const store::Reader& db, const store::Scope& scope, const Directory& directory,
            const Reading& reading, const Unsaid& unsaid, Day today)
        : db_(db),
          scope_(scope),
          directory_(directory),
          reading_(reading),
          unsaid_(unsaid),
          today_(today) {}

    Plan plan() {
        plan_.problems = reading_.problems;
        look_up_names();
        take_rows();
        sort_rows();
        for (std::size_t begin = 0; begin < keyed_.size();) {
            std::size_t end = begin;
            while (end < keyed_.size() && same_series(keyed_[begin], keyed_[end]))
                ++end;
            add_series(begin, end);
            begin = end;
        }
        std::ranges::stable_sort(plan_.problems, {}, &RowProblem::row);
        return std::move(plan_);
    }

private:
    /// A row with what its names mean; small, so that a million of them sort quickly.
    struct Keyed {
        std::uint32_t organisation;  // position in organisations_
        std::uint32_t measure;       // in the directory's list
        std::uint32_t stratum;       // position in reading_.names
        std::uint32_t row;           // position in reading_.rows
        Day period;
    };

    /// Files mostly come in this order, and asking is a tenth of sorting.
    void sort_rows() {
        const auto place = [](const Keyed& one) {
            return std::tuple(one.organisation, one.measure, one.stratum, one.period, one.row);
        };
        if (!std::ranges::is_sorted(keyed_, {}, place)) std::ranges::sort(keyed_, {}, place);
    }

    static bool same_series(const Keyed& a, const Keyed& b) {
        return std::tie(a.organisation, a.measure, a.stratum) ==
               std::tie(b.organisation, b.measure, b.stratum);
    }

    /// Positions sort as the ids do, so that rows go to the database in the order of its keys.
    void look_up_names() {
        std::vector<std::optional<OrganisationId>> found;
        for (const std::string& name : reading_.names) {
            found.push_back(directory_.organisation(name));
            measure_of_name_.push_back(directory_.measure(name));
        }
        organisations_ = {unsaid_.organisation};
        for (const auto& one : found)
            if (one) organisations_.push_back(*one);
        std::ranges::sort(organisations_);
        const auto twice = std::ranges::unique(organisations_);
        organisations_.erase(twice.begin(), twice.end());
        for (const auto& one : found)
            organisation_of_name_.push_back(one ? position(*one) : kNobody);
    }

    std::uint32_t position(const OrganisationId& id) const {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(organisations_, id) -
                                          organisations_.begin());
    }

    void take_rows() {
        const auto nobody = position(unsaid_.organisation);
        keyed_.reserve(reading_.rows.size());
        for (std::size_t i = 0; i < reading_.rows.size(); ++i) {
            const Incoming& row = reading_.rows[i];
            const auto organisation =
                row.organisation == kNobody ? nobody : organisation_of_name_[row.organisation];
            const Measure* measure =
                row.measure == kNobody ? unsaid_.measure : measure_of_name_[row.measure];
            if (organisation == kNobody)
                problem(row.row,
                        sentence("{} is not the code or the name of an organisation here."),
                        reading_.name_of(row.organisation));
            else if (measure == nullptr && row.measure == kNobody)
                problem(row.row, sentence("Say which measure the numbers are of."), "");
            else if (measure == nullptr)
                problem(row.row, sentence("{} is not the code or the name of a measure."),
                        reading_.name_of(row.measure));
            else
                keyed_.push_back(
                    {.organisation = organisation,
                     .measure = static_cast<std::uint32_t>(measure - directory_.measures().data()),
                     .stratum = row.stratum,
                     .row = static_cast<std::uint32_t>(i),
                     .period = measures::period_of(measure->on(row.day).says.frequency, row.day)});
        }
    }

    void problem(std::uint32_t row, const char* english, std::string_view what) {
        if (plan_.problems.size() >= kMostProblems) return;
        plan_.problems.push_back({.row = row,
                                  .column = {},
                                  .english = english,
                                  .what = what.empty() ? std::string() : csv::in_quotes(what)});
    }

    void add_series(std::size_t begin, std::size_t end) {
        const Keyed& first = keyed_[begin];
        PlannedSeries planned{.organisation = organisations_[first.organisation],
                              .measure = &directory_.measures()[first.measure],
                              .stratum = std::string(reading_.name_of(first.stratum)),
                              .series = {},
                              .points = {}};
        planned.series = find(planned);
        planned.points = reading_.counted ? counted(planned, begin, end) : each(begin, end);
        compare(planned);
        plan_.points += planned.points.size();
        if (!planned.points.empty()) plan_.series.push_back(std::move(planned));
    }

    std::optional<Series> find(const PlannedSeries& wanted) {
        if (!loaded_ || loaded_ != wanted.organisation) {
            loaded_ = wanted.organisation;
            series_ = measures::series_of(db_, scope_.may_read(wanted.organisation));
        }
        for (const Series& series : series_)
            if (series.measure == wanted.measure->id && series.stratum == wanted.stratum)
                return series;
        return {};
    }

    /// One point a row.
    std::vector<PlannedPoint> each(std::size_t begin, std::size_t end) {
        std::vector<PlannedPoint> points;
        points.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            const Incoming& row = reading_.rows[keyed_[i].row];
            if (says_nothing(row, keyed_[i])) continue;
            if (!points.empty() && points.back().period == keyed_[i].period) {
                problem(row.row, sentence("Row {} has the same period already."),
                        std::to_string(points.back().row));
                continue;
            }
            points.push_back({.period = keyed_[i].period,
                              .numerator = row.percent ? percent(row, i) : row.numerator,
                              .denominator = row.denominator,
                              .note = row.note,
                              .excluded = row.excluded,
                              .row = row.row});
        }
        return points;
    }

    /// Of something that happens now and then the day says all.
    bool says_nothing(const Incoming& row, const Keyed& keyed) const {
        const Measure& measure = directory_.measures()[keyed.measure];
        return std::isnan(row.numerator) && row.note == kNobody &&
               measure.on(row.day).says.frequency != Frequency::event;
    }

    double percent(const Incoming& row, std::size_t at) const {
        const Measure& measure = directory_.measures()[keyed_[at].measure];
        return in_percent(measure.on(row.day).says) ? row.numerator * 100 : row.numerator;
    }

    std::vector<PlannedPoint> counted(const PlannedSeries& planned, std::size_t begin,
                                      std::size_t end) {
        std::vector<PlannedPoint> points;
        for (std::size_t i = begin; i < end; ++i) {
            const Incoming& row = reading_.rows[keyed_[i].row];
            const auto period = keyed_[i].period;
            fill_up(points, *planned.measure, period);
            if (points.empty() || points.back().period != period)
                points.push_back({.period = period,
                                  .numerator = 0,
                                  .denominator = std::isnan(row.denominator) ? kNone : 0,
                                  .row = row.row});
            points.back().numerator += row.numerator;
            points.back().denominator += row.denominator;
        }
        if (planned.measure->now().frequency == Frequency::event)
            for (PlannedPoint& point : points)
                point.numerator = kNone;  // the day is what counts
        return points;
    }

    /// Where nothing happened there is no row, but a number: none.
    void fill_up(std::vector<PlannedPoint>& points, const Measure& measure, Day until) const {
        const auto frequency = measure.on(until).says.frequency;
        if (points.empty() || frequency == Frequency::event) return;
        if (!std::isnan(points.back().denominator)) return;  // nobody looked
        for (auto period = measures::next_period(frequency, points.back().period); period < until;
             period = measures::next_period(frequency, period))
            points.push_back(
                {.period = period, .numerator = 0, .denominator = kNone, .row = points.back().row});
    }

    /// Takes out what cannot be saved and says what becomes of the rest.
    void compare(PlannedSeries& planned) {
        std::map<Day, measures::Point> here;
        if (planned.series)
            for (auto& point : measures::points_of(db_, scope_.may_read(planned.organisation),
                                                   planned.series->id))
                here.emplace(point.said.period, std::move(point));
        Series opened = planned.series.value_or(Series{.organisation = planned.organisation,
                                                       .measure = planned.measure->id,
                                                       .stratum = planned.stratum,
                                                       .starts = today_});
        // A series begins with its oldest point, wherever that comes from.
        if (!planned.points.empty())
            opened.starts = std::min(opened.starts, planned.points.front().period);
        std::erase_if(planned.points, [&](PlannedPoint& point) {
            const auto found = here.find(point.period);
            const auto* before = found == here.end() ? nullptr : &found->second;
            const Definition& says = planned.measure->on(point.period).says;
            if (!says.divides()) point.denominator = kNone;
            if (before && std::isnan(point.denominator))
                point.denominator = before->said.denominator.value_or(kNone);
            if (before && !(before->said.note.empty() && before->said.excluded.empty()))
                planned.kept.emplace(point.period, before->said);
            const measures::Said said = said_of(planned, point, reading_);
            if (auto checked = measures::check_point(*planned.measure, opened, said, today_);
                !checked) {
                problem(point.row, checked.error().sentence.c_str(), "");
                return true;
            }
            if (before) point.fate = before->said == said ? Saved::unchanged : Saved::changed;
            return false;
        });
    }

    const store::Reader& db_;
    const store::Scope& scope_;
    const Directory& directory_;
    const Reading& reading_;
    const Unsaid& unsaid_;
    Day today_;
    std::vector<OrganisationId> organisations_;
    std::vector<std::uint32_t> organisation_of_name_;
    std::vector<const Measure*> measure_of_name_;
    std::vector<Keyed> keyed_;
    std::optional<OrganisationId> loaded_;
    std::vector<Series> series_;
    Plan plan_;
};

}  // namespace

std::size_t Plan::count(Saved fate) const {
    std::size_t count = 0;
    for (const PlannedSeries& one : series)
        for (const PlannedPoint& point : one.points)
            count += point.fate == fate ? 1 : 0;
    return count;
}

Plan plan_import(const store::Reader& db, const store::Scope& scope, const Directory& directory,
                 const Reading& reading, const Unsaid& unsaid, Day today) {
    return Planner(db, scope, directory, reading, unsaid, today).plan();
}

std::ptrdiff_t PlannedSeries::changes() const {
    return std::ranges::count_if(
        points, [](const PlannedPoint& point) { return point.fate != Saved::unchanged; });
}

measures::Said said_of(const PlannedSeries& planned, const PlannedPoint& point,
                       const Reading& reading) {
    measures::Said said{.period = point.period,
                        .numerator = there(point.numerator),
                        .denominator = there(point.denominator),
                        .note = std::string(reading.name_of(point.note)),
                        .excluded = std::string(reading.name_of(point.excluded))};
    if (planned.kept.empty()) return said;
    if (const auto kept = planned.kept.find(point.period); kept != planned.kept.end()) {
        if (said.note.empty()) said.note = kept->second.note;
        if (said.excluded.empty()) said.excluded = kept->second.excluded;
    }
    return said;
}

}  // namespace primum::imports
