#include "collection/completeness.h"

#include <algorithm>
#include <map>

#include "language/language.h"
#include "measures/dictionary.h"

namespace primum::collection {
namespace {

using language::sentence;

constexpr int kPeriods = 12;
constexpr int kLeast = 6;
constexpr double kConfidence = 0.8;

struct First {
    Day entered;
    bool has_number = false;
};
using Firsts = std::map<measures::SeriesId, std::map<Day, First>>;

/// When each number was first entered: what was replaced since is among the revisions.
Firsts firsts_below(const store::Reader& db, const store::ReadableTree& top, Day today) {
    Firsts firsts;
    const auto take = [&](const store::Row& row) {
        const Instant now = row.get<Instant>(2);
        const Instant first = row.get<std::optional<Instant>>(3).value_or(now);
        firsts[row.get<measures::SeriesId>(0)][row.get<Day>(1)] = {
            std::chrono::floor<std::chrono::days>(std::min(first, now)), !row.is_null(4)};
    };
    db.each(take, R"sql(
        SELECT p.series_id, p.period, p.entered_at,
               (SELECT MIN(r.entered_at) FROM point_revisions r
                 WHERE r.organisation_id = p.organisation_id AND r.series_id = p.series_id
                   AND r.period = p.period),
               p.numerator
          FROM organisation_closure c JOIN points p ON p.organisation_id = c.descendant_id
         WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
    )sql",
            top, today);
    return firsts;
}

Outcome outcome_of(const std::map<Day, First>& firsts, Day period, Day due_on, Day today) {
    const auto first = firsts.find(period);
    if (first == firsts.end()) return due_on < today ? Outcome::missing : Outcome::waiting;
    if (!first->second.has_number) return Outcome::none;
    return first->second.entered <= due_on ? Outcome::on_time : Outcome::late;
}

void fill_slots(Sent& sent, const std::map<Day, First>& firsts, Day set_up, Day today) {
    const auto frequency = sent.kept.measure.now().frequency;
    for (const Day period : ended_periods(sent.kept, today, kPeriods)) {
        const Day due_on = due_day(sent.kept.series, frequency, period);
        if (due_on < set_up) break;
        sent.slots.push_back({period, due_on, outcome_of(firsts, period, due_on, today)});
    }
    std::ranges::reverse(sent.slots);
}

struct Found {
    OrganisationId organisation;
    std::string unit;
    measures::SeriesId series;
    Day set_up;
};

std::vector<Found> series_at_and_below(const store::Reader& db, const store::ReadableTree& top,
                                       Day today, std::size_t offset, std::size_t limit) {
    const auto read = [](const store::Row& row) {
        return Found{row.get<OrganisationId>(0), row.get<std::string>(1),
                     row.get<measures::SeriesId>(2),
                     std::chrono::floor<std::chrono::days>(row.get<Instant>(3))};
    };
    return db.all(read, R"sql(
        SELECT s.organisation_id, o.name, s.id, s.opened_at
          FROM organisation_closure c
          JOIN series s ON s.organisation_id = c.descendant_id
          JOIN organisations o ON o.id = s.organisation_id
          JOIN measures m ON m.id = s.measure_id
         WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
           AND m.status <> 'retired' AND (s.ends_on IS NULL OR s.ends_on >= $2)
         ORDER BY o.name, s.organisation_id, s.code LIMIT $3 OFFSET $4
    )sql",
                  top, today, static_cast<std::int64_t>(limit), static_cast<std::int64_t>(offset));
}

}  // namespace

const char* label(Outcome outcome) {
    switch (outcome) {
        case Outcome::on_time:
            return sentence("On time");
        case Outcome::late:
            return sentence("Late");
        case Outcome::none:
            return sentence("No number, with the reason");
        case Outcome::missing:
            return sentence("Missing");
        case Outcome::waiting:
            break;
    }
    return sentence("Not due yet");
}

const char* sign(Outcome outcome) {
    switch (outcome) {
        case Outcome::on_time:
            return "●";
        case Outcome::late:
            return "◐";
        case Outcome::none:
            return "–";
        case Outcome::missing:
            return "○";
        case Outcome::waiting:
            break;
    }
    return "·";
}

void Counts::add(Outcome outcome) {
    if (outcome == Outcome::on_time) ++on_time;
    if (outcome == Outcome::late) ++late;
    if (outcome == Outcome::none) ++none;
    if (outcome == Outcome::missing) ++missing;
}

Counts counts_of(const Sent& sent) {
    Counts counts;
    for (const Slot& slot : sent.slots)
        counts.add(slot.outcome);
    return counts;
}

std::vector<Sent> sent_below(const store::Reader& db, const store::ReadableTree& top, Day today,
                             std::size_t offset, std::size_t limit) {
    const Firsts firsts = firsts_below(db, top, today);
    static const auto kScope = store::Scope::system(
        "series that a query has just found below an organisation that may be read");
    static const std::map<Day, First> kNone;
    std::vector<Sent> all;
    std::map<measures::MeasureId, measures::Measure> known;
    for (const Found& found : series_at_and_below(db, top, today, offset, limit)) {
        auto series = measures::find_series(db, kScope.may_read(found.organisation), found.series);
        if (!series) continue;
        auto measure = known.find(series->measure);
        if (measure == known.end())
            measure =
                known.emplace(series->measure, find_measure(db, series->measure).value()).first;
        if (measure->second.now().frequency == measures::Frequency::event) continue;
        Sent sent{found.organisation, found.unit, {measure->second, std::move(*series)}, {}};
        const auto mine = firsts.find(found.series);
        fill_slots(sent, mine == firsts.end() ? kNone : mine->second, found.set_up, today);
        all.push_back(std::move(sent));
    }
    return all;
}

std::optional<Forecast> forecast_of(const Sent& sent, Day today) {
    const Counts counts = counts_of(sent);
    if (counts.due() < kLeast) return {};
    Forecast forecast{.missed = counts.late + counts.missing, .due = counts.due()};
    forecast.share = spc::wilson_interval(forecast.missed, forecast.due, kConfidence);
    const auto frequency = sent.kept.measure.now().frequency;
    Day period = period_of(frequency, today);
    for (const Slot& slot : sent.slots)
        if (slot.outcome == Outcome::waiting && slot.due_on >= today) {
            period = slot.period;
            break;
        }
    forecast.next_due = due_day(sent.kept.series, frequency, period);
    return forecast;
}

}  // namespace primum::collection
