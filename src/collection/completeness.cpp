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

/// When each number of a series was first entered: what was replaced since is among the revisions.
std::map<Day, First> firsts_of(const store::Reader& db, const store::Readable& organisation,
                               measures::SeriesId series) {
    std::map<Day, First> firsts;
    const auto take = [&](const store::Row& row) {
        const Instant now = row.get<Instant>(1);
        const Instant first = row.get<std::optional<Instant>>(2).value_or(now);
        firsts[row.get<Day>(0)] = {std::chrono::floor<std::chrono::days>(std::min(first, now)),
                                   !row.is_null(3)};
    };
    db.each(take, R"sql(
        SELECT p.period, p.entered_at,
               (SELECT MIN(r.entered_at) FROM point_revisions r
                 WHERE r.organisation_id = p.organisation_id AND r.series_id = p.series_id
                   AND r.period = p.period),
               p.numerator
          FROM points p WHERE p.organisation_id = $1 AND p.series_id = $2
    )sql",
            organisation, series);
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
                                       Day today, const Page& page) {
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
           AND ($3 = '' OR m.code = $3)
         ORDER BY s.code, o.name, s.organisation_id LIMIT $4 OFFSET $5
    )sql",
                  top, today, page.measure, static_cast<std::int64_t>(page.limit + 1),
                  static_cast<std::int64_t>(page.offset));
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

SentPage sent_below(const store::Reader& db, const store::ReadableTree& top, Day today,
                    const Page& page) {
    static const auto kScope = store::Scope::system(
        "series that a query has just found below an organisation that may be read");
    SentPage sent;
    std::map<measures::MeasureId, measures::Measure> known;
    auto found_ones = series_at_and_below(db, top, today, page);
    sent.more = found_ones.size() > page.limit;
    if (sent.more) found_ones.resize(page.limit);
    for (const Found& found : found_ones) {
        const auto readable = kScope.may_read(found.organisation);
        auto series = measures::find_series(db, readable, found.series);
        if (!series) continue;
        auto measure = known.find(series->measure);
        if (measure == known.end())
            measure =
                known.emplace(series->measure, find_measure(db, series->measure).value()).first;
        if (measure->second.now().frequency == measures::Frequency::event) continue;
        Sent one{found.organisation, found.unit, {measure->second, std::move(*series)}, {}};
        fill_slots(one, firsts_of(db, readable, found.series), found.set_up, today);
        sent.series.push_back(std::move(one));
    }
    return sent;
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
