#include "measures/saving.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "json/writer.h"
#include "language/language.h"
#include "measures/point_rows.h"
#include "measures/study.h"
#include "store/audit.h"

namespace primum::measures {
namespace {

using language::sentence;

std::string in_json(const Series& series, const Said& said) {
    json::Writer document;
    document.begin_object().member("series", series.code).member("period", iso_day(said.period));
    if (said.numerator) document.member("numerator", *said.numerator);
    if (said.denominator) document.member("denominator", *said.denominator);
    if (!said.note.empty()) document.member("note", said.note);
    if (!said.excluded.empty()) document.member("excluded", said.excluded);
    document.end_object();
    return std::string(document.text());
}

Total total_of(const Point* point) {
    if (point == nullptr || !point->counts()) return {};
    return {.period = point->said.period,
            .numerator = *point->said.numerator,
            .denominator = point->said.denominator.value_or(0),
            .series = 1};
}

std::vector<Point>::iterator place_of(std::vector<Point>& points, Day period) {
    // Mostly behind all others.
    if (points.empty() || points.back().said.period < period) return points.end();
    return std::ranges::lower_bound(points, period, {},
                                    [](const Point& point) { return point.said.period; });
}

store::Scope everywhere() {
    return store::Scope::system("a definition changed, and with it every chart of its series");
}

}  // namespace

Checked<void> check_point(const Measure& measure, const Series& series, const Said& said,
                          Day today) {
    const Definition& says = measure.on(said.period).says;
    if (said.period > today)
        return refuse(sentence("This period has not begun: enter it when it has."));
    if (said.period < period_of(says.frequency, series.starts))
        return refuse(sentence("This period lies before the series begins: change its first day."));
    if (says.frequency == Frequency::event) return {};
    if (!said.numerator) {
        if (!said.denominator && !said.note.empty()) return {};
        return refuse(sentence("Enter a number, or say in the note why there is none."));
    }
    const bool counted = says.divides() || says.chart == spc::Chart::c;
    if (counted && *said.numerator < 0) return refuse(sentence("A count cannot be below 0."));
    if (!says.divides()) return {};
    if (!said.denominator) return refuse(sentence("Enter out of how many."));
    if (*said.denominator < 0) return refuse(sentence("A count cannot be below 0."));
    const auto chart = series.chart.value_or(says.chart);
    const bool share = chart == spc::Chart::p || chart == spc::Chart::p_prime;
    if (share && *said.numerator > *said.denominator)
        return refuse(sentence("The first number cannot be greater than the second."));
    return {};
}

const Measure& Saving::measure_of(const Series& series) {
    auto found = measures_.find(series.measure);
    if (found == measures_.end())
        found = measures_.emplace(series.measure, find_measure(db_, series.measure).value()).first;
    return found->second;
}

Saving::Touched& Saving::touched(const store::Writable& organisation, const Series& series) {
    if (latest_ != nullptr && latest_->series.id == series.id) return *latest_;
    write_points();
    auto found = touched_.find(series.id);
    if (found == touched_.end())
        found = touched_
                    .emplace(series.id,
                             Touched{organisation, series, points_of(db_, organisation, series.id)})
                    .first;
    latest_ = &found->second;
    return *latest_;
}

void Saving::touch(const store::Writable& organisation, const Series& series) {
    touched(organisation, series);
}

void Saving::count(const Series& series, Day period, const Point* before, const Point* after) {
    if (!series.stratum.empty()) return;
    totals_.point(series, period, total_of(before), total_of(after));
}

Saved Saving::put(const store::Writable& organisation, const Series& series, const Said& said,
                  const std::string& why) {
    Touched& here = touched(organisation, series);
    const auto found = place_of(here.points, said.period);
    if (found == here.points.end() || found->said.period != said.period) {
        add(here, found, said);
        return Saved::added;
    }
    Point& point = *found;
    if (point.said == said) return Saved::unchanged;
    keep_revision(organisation, series, point, false, why);
    db_.run(R"sql(
        UPDATE points SET numerator = $4, denominator = $5, note = $6, excluded = $7,
                          entered_by = $8, entered_at = $9, import_id = $10, rev = rev + 1
         WHERE organisation_id = $1 AND series_id = $2 AND period = $3
    )sql",
            organisation, series.id, said.period, said.numerator, said.denominator, said.note,
            said.excluded, stamp_.person, stamp_.at, import_id_);
    const Point before = std::exchange(point, Point{.said = said});
    count(series, said.period, &before, &point);
    audit(organisation, series, &before.said, &said);
    return Saved::changed;
}

void Saving::add(Touched& touched, std::vector<Point>::iterator place, const Said& said) {
    added_.push_back(said);
    // Imports bring many of a series, one after the other.
    if (import_id_.empty()) write_points();
    const auto point = touched.points.insert(place, Point{.said = said});
    count(touched.series, said.period, nullptr, &*point);
    audit(touched.organisation, touched.series, nullptr, &said);
}

void Saving::write_points() {
    if (added_.empty()) return;
    insert_points(db_, latest_->organisation, latest_->series.id, stamp_, import_id_, added_);
    added_.clear();
}

bool Saving::remove(const store::Writable& organisation, const Series& series, Day period,
                    const std::string& why) {
    auto& points = touched(organisation, series).points;
    const auto found = place_of(points, period);
    if (found == points.end() || found->said.period != period) return false;
    keep_revision(organisation, series, *found, true, why);
    db_.run(R"sql(
        DELETE FROM points WHERE organisation_id = $1 AND series_id = $2 AND period = $3
    )sql",
            organisation, series.id, period);
    count(series, period, &*found, nullptr);
    audit(organisation, series, &found->said, nullptr);
    points.erase(found);
    return true;
}

void Saving::keep_revision(const store::Writable& organisation, const Series& series,
                           const Point& before, bool removed, const std::string& why) {
    write_points();  // it may be one of these
    // Copied by the database, which knows who entered it. A point that was taken away and entered
    // again starts over, so revisions are numbered by themselves.
    db_.run(R"sql(
        INSERT INTO point_revisions (organisation_id, series_id, period, rev, numerator,
                                     denominator, note, excluded, entered_by, entered_at,
                                     import_id, replaced_by, replaced_at, removed, why)
        SELECT p.organisation_id, p.series_id, p.period,
               (SELECT COALESCE(MAX(r.rev), 0) + 1 FROM point_revisions r
                 WHERE r.organisation_id = p.organisation_id AND r.series_id = p.series_id
                   AND r.period = p.period),
               p.numerator, p.denominator, p.note, p.excluded, p.entered_by, p.entered_at,
               p.import_id, $4, $5, $6, $7
          FROM points p
         WHERE p.organisation_id = $1 AND p.series_id = $2 AND p.period = $3
    )sql",
            organisation, series.id, before.said.period, stamp_.person, stamp_.at, removed, why);
}

void Saving::audit(const store::Writable& organisation, const Series& series, const Said* before,
                   const Said* after) {
    if (!import_id_.empty()) return;
    store::record(db_, organisation, stamp_,
                  {.action = after == nullptr ? "measures.remove_point" : "measures.save_point",
                   .object = series.id.text(),
                   .before = before == nullptr ? "" : in_json(series, *before),
                   .after = after == nullptr ? "" : in_json(series, *after)});
}

void Saving::finish(Touched& touched) {
    const Series& series = touched.series;
    Material material{.measure = measure_of(series),
                      .series = series,
                      .points = std::move(touched.points),
                      .decisions = decisions_of(db_, touched.organisation, series.id),
                      .targets = targets_of(db_, touched.organisation, series.id)};
    db_.run(R"sql(
        UPDATE series SET revision = revision + 1 WHERE organisation_id = $1 AND id = $2
    )sql",
            touched.organisation, series.id);
    const auto before = find_reading(db_, touched.organisation, series.id);
    Reading reading = reading_of(material, study_of(material));
    reading.revision = (before ? before->revision : series.revision) + 1;
    keep_reading(db_, touched.organisation, series.id, reading);
    totals_.standing(series, today_, before ? std::optional(before->standing) : std::nullopt,
                     reading.standing);
}

void Saving::finish() {
    write_points();
    latest_ = nullptr;
    for (auto& [id, touched] : touched_)
        finish(touched);
    totals_.write(db_);
    touched_.clear();
}

Saved save_point(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Series& series, const Said& said, Day today, const std::string& why) {
    Saving saving(db, stamp, today);
    const Saved saved = saving.put(organisation, series, said, why);
    if (saved != Saved::unchanged) saving.finish();
    return saved;
}

void refresh_reading(store::Writer& db, const store::Writable& organisation,
                     const store::Stamp& stamp, const Series& series, Day today) {
    Saving saving(db, stamp, today);
    saving.touch(organisation, series);
    saving.finish();
}

void refresh_readings_of(store::Writer& db, const store::Stamp& stamp, const Measure& measure,
                         Day today) {
    const store::Scope scope = everywhere();
    Saving saving(db, stamp, today);
    for (const Series& series : all_series_of(db, scope, measure.id))
        saving.touch(scope.may_write(series.organisation), series);
    saving.finish();
}

}  // namespace primum::measures
