#include "collection/burden.h"

#include <algorithm>

#include "collection/due.h"

namespace primum::collection {
namespace {

struct EntryTime;

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "how often pages of series are opened is written down for every organisation");
    return kScope;
}

Day month_of(Day day) {
    return measures::period_of(measures::Frequency::month, day);
}

/// How many numbers a month a frequency asks for.
double numbers_a_month(measures::Frequency frequency) {
    switch (frequency) {
        case measures::Frequency::day:
            return 365.25 / 12;
        case measures::Frequency::week:
            return 365.25 / 7 / 12;
        case measures::Frequency::quarter:
            return 1.0 / 3;
        case measures::Frequency::year:
            return 1.0 / 12;
        case measures::Frequency::event:
            return 0;
        case measures::Frequency::month:
            break;
    }
    return 1;
}

struct Measured {
    std::vector<double> seconds;  // of each number
    int points = 0;
    Day first;
};

std::map<measures::SeriesId, Measured> measured_of(const store::Reader& db,
                                                   const store::Readable& organisation, Day since) {
    std::map<measures::SeriesId, Measured> all;
    const auto take = [&](const store::Row& row) {
        Measured& one = all[row.get<measures::SeriesId>(0)];
        const int points = row.get<int>(2);
        if (one.points == 0) one.first = row.get<Day>(3);
        one.seconds.push_back(row.get<double>(1) / points);
        one.points += points;
    };
    db.each(take, R"sql(
        SELECT series_id, seconds, points, day FROM entry_times
         WHERE organisation_id = $1 AND day >= $2 ORDER BY day
    )sql",
            organisation, since);
    return all;
}

struct Viewed {
    std::int64_t views = 0;
    std::optional<Day> latest;
};

std::map<measures::SeriesId, Viewed> views_of(const store::Reader& db,
                                              const store::Readable& organisation, Day since) {
    std::map<measures::SeriesId, Viewed> all;
    const auto take = [&](const store::Row& row) {
        Viewed& one = all[row.get<measures::SeriesId>(0)];
        const Day latest = row.get<Day>(2);
        if (latest >= since) one.views += row.get<std::int64_t>(1);
        if (!one.latest || *one.latest < latest) one.latest = latest;
    };
    db.each(take, "SELECT series_id, views, latest FROM series_views WHERE organisation_id = $1",
            organisation);
    return all;
}

}  // namespace

std::optional<Day> views_counted_since(const store::Reader& db) {
    static const auto kScope =
        store::Scope::system("since when the installation counts views is the same for everybody");
    const auto read = [](const store::Row& row) { return row.get<std::optional<Day>>(0); };
    const auto begun =
        db.one(read, "SELECT MIN(month) FROM series_views", kScope.everywhere()).value();
    if (!begun) return {};
    return measures::next_period(measures::Frequency::month, *begun);
}

void note_time(store::Writer& db, const store::Writable& organisation, measures::SeriesId series,
               Day today, double seconds, int points) {
    db.run(R"sql(
        INSERT INTO entry_times (organisation_id, id, series_id, day, seconds, points)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           organisation, db.new_id<EntryTime>(), series, today, seconds, points);
}

void Views::note(OrganisationId organisation, measures::SeriesId series, Day today) {
    const std::lock_guard lock(mutex_);
    Seen& seen = seen_[{{organisation, series}, month_of(today)}];
    ++seen.views;
    seen.latest = std::max(seen.latest, today);
}

void Views::write_down(store::Store& store) {
    decltype(seen_) seen;
    {
        const std::lock_guard lock(mutex_);
        seen.swap(seen_);
    }
    if (seen.empty()) return;
    try {
        store.write([&](store::Writer& db) {
            for (const auto& [key, one] : seen)
                db.run(R"sql(
                    INSERT INTO series_views (organisation_id, series_id, month, views, latest)
                    VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (organisation_id, series_id, month) DO UPDATE
                       SET views = series_views.views + excluded.views,
                           latest = CASE WHEN series_views.latest > excluded.latest
                                         THEN series_views.latest ELSE excluded.latest END
                )sql",
                       scope().may_write(key.first.first), key.first.second, key.second, one.views,
                       one.latest);
        });
    } catch (...) {
        const std::lock_guard lock(mutex_);
        for (const auto& [key, one] : seen) {
            Seen& again = seen_[key];
            again.views += one.views;
            again.latest = std::max(again.latest, one.latest);
        }
        throw;
    }
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return {};
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2;
}

std::vector<Burden> burden_of(const store::Reader& db, const store::Readable& organisation,
                              Day today) {
    const auto measured = measured_of(db, organisation, today - kBurdenDays);
    const auto viewed = views_of(db, organisation, today - kUnreadAfter);
    std::vector<Burden> all;
    for (const Kept& kept : kept_at(db, organisation, today)) {
        Burden burden{.series = kept.series.id};
        double a_month = numbers_a_month(kept.measure.now().frequency);
        if (const auto found = measured.find(kept.series.id); found != measured.end()) {
            burden.seconds = median(found->second.seconds);
            burden.entries = found->second.points;
            const double months =
                static_cast<double>((today - found->second.first).count()) / (365.25 / 12);
            a_month = std::max(a_month, found->second.points / std::max(1.0, months));
        }
        burden.minutes_a_month = burden.seconds.value_or(0) * a_month / 60;
        if (const auto found = viewed.find(kept.series.id); found != viewed.end()) {
            burden.views = found->second.views;
            burden.last_view = found->second.latest;
        }
        all.push_back(burden);
    }
    return all;
}

}  // namespace primum::collection
