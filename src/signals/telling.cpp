#include "signals/telling.h"

#include "signals/letters.h"
#include "signals/signal.h"

namespace primum::signals {
namespace {

constexpr std::int64_t kAtOnce = 100;
constexpr std::chrono::days kTooOld{396};
constexpr std::chrono::minutes kSettling{15};
constexpr std::chrono::hours kBetweenLetters{20};

const store::Scope& scope() {
    static const auto kScope = store::Scope::system("the service looks at every chart");
    return kScope;
}

/// A reading that nobody has looked at.
struct Fresh {
    OrganisationId organisation;
    measures::SeriesId series;
    std::optional<PersonId> keeper;
    std::int64_t revision = 0;
    std::optional<Day> latest;
    std::string variation;
    std::string rule;
    std::optional<Day> since;

    /// Nothing where the chart shows ordinary variation, or nothing at all.
    std::optional<Says> says() const {
        if (rule.empty() || !since) return {};
        if (variation.starts_with("improvement")) return Says::improvement;
        if (variation.starts_with("concern")) return Says::concern;
        return variation.starts_with("neutral") ? std::optional(Says::change) : std::nullopt;
    }
};

struct Place {
    OrganisationId organisation;
    measures::SeriesId series;
};

/// Some of those that nobody has looked at, in the order of their keys.
std::vector<Place> fresh_after(const store::Reader& db, const Place& last) {
    return db.all(
        [](const store::Row& row) {
            return Place{row.get<OrganisationId>(0), row.get<measures::SeriesId>(1)};
        },
        R"sql(
        SELECT r.organisation_id, r.series_id
          FROM series_readings r
          LEFT JOIN signals_looked l ON l.organisation_id = r.organisation_id
                                    AND l.series_id = r.series_id
         WHERE (r.organisation_id, r.series_id) > ($1, $2)
           AND (l.revision IS NULL OR l.revision <> r.revision)
         ORDER BY r.organisation_id, r.series_id
         LIMIT $3
    )sql",
        last.organisation, last.series, kAtOnce, scope().everywhere());
}

/// Nothing where somebody has looked in the meantime.
std::optional<Fresh> fresh_reading(const store::Reader& db, const store::Readable& organisation,
                                   const measures::SeriesId& series) {
    return db.one(
        [](const store::Row& row) {
            return Fresh{.organisation = row.get<OrganisationId>(0),
                         .series = row.get<measures::SeriesId>(1),
                         .keeper = row.get<std::optional<PersonId>>(2),
                         .revision = row.get<std::int64_t>(3),
                         .latest = row.get<std::optional<Day>>(4),
                         .variation = row.get<std::string>(5),
                         .rule = row.get<std::string>(6),
                         .since = row.get<std::optional<Day>>(7)};
        },
        R"sql(
        SELECT r.organisation_id, r.series_id, s.keeper_id, r.revision, r.latest, r.variation,
               r.signal_rule, r.signal_since
          FROM series_readings r
          JOIN series s ON s.organisation_id = r.organisation_id AND s.id = r.series_id
          LEFT JOIN signals_looked l ON l.organisation_id = r.organisation_id
                                    AND l.series_id = r.series_id
         WHERE r.organisation_id = $1 AND r.series_id = $2
           AND (l.revision IS NULL OR l.revision <> r.revision)
    )sql",
        organisation, series);
}

/// Whether this round is the one that looks: another that did so in the meantime leaves no change.
bool take(store::Writer& db, const store::Writable& organisation, const Fresh& fresh) {
    return db.run(R"sql(
        INSERT INTO signals_looked (organisation_id, series_id, revision) VALUES ($1, $2, $3)
        ON CONFLICT (organisation_id, series_id) DO UPDATE SET revision = excluded.revision
         WHERE signals_looked.revision <> excluded.revision
    )sql",
                  organisation, fresh.series, fresh.revision) > 0;
}

void end(store::Writer& db, const store::Writable& organisation, const Signal& signal,
         Instant now) {
    db.run("UPDATE signals SET ended_at = $1, rev = rev + 1 WHERE organisation_id = $2 AND id = $3",
           now, organisation, signal.id);
}

void go_on(store::Writer& db, const store::Writable& organisation, const Signal& signal) {
    db.run(
        "UPDATE signals SET ended_at = NULL, rev = rev + 1 WHERE organisation_id = $1 AND id = $2",
        organisation, signal.id);
}

void add(store::Writer& db, const store::Writable& organisation, const Fresh& fresh, Says says,
         Instant now) {
    const auto told = whom_to_tell(db, fresh.organisation, fresh.keeper,
                                   std::chrono::floor<std::chrono::days>(now));
    db.run(R"sql(
        INSERT INTO signals (organisation_id, id, series_id, says, rule, since, found_at, told)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           organisation, db.new_id<Signal>(), fresh.series, name(says), fresh.rule, *fresh.since,
           now, told);
}

/// Whether a signal was found.
bool look(store::Writer& db, const Fresh& fresh, Instant now) {
    const auto organisation = scope().may_write(fresh.organisation);
    if (!take(db, organisation, fresh)) return false;
    const auto says = fresh.says();
    const auto known = signals_of(db, organisation, fresh.series);
    for (const Signal& signal : known)
        if (!signal.ended_at) {
            if (says == signal.says) return false;
            end(db, organisation, signal, now);
        }
    if (!says || !fresh.latest || *fresh.latest < now - kTooOld) return false;
    for (const Signal& signal : known)
        if (signal.says == *says && signal.rule == fresh.rule && signal.since == *fresh.since) {
            go_on(db, organisation, signal);
            return false;
        }
    add(db, organisation, fresh, *says, now);
    return true;
}

std::vector<PersonId> waiting_people(const store::Reader& db, Instant now) {
    return db.all([](const store::Row& row) { return row.get<PersonId>(0); }, R"sql(
        SELECT s.told FROM signals s
          LEFT JOIN signal_letters l ON l.person_id = s.told
          LEFT JOIN letter_choices c ON c.person_id = s.told
         WHERE COALESCE(c.digest, '') <> 'never' AND s.told IS NOT NULL AND s.written_at IS NULL AND s.ended_at IS NULL
           AND s.answer = '' AND (l.written_at IS NULL OR l.written_at <= $1)
         GROUP BY s.told HAVING MIN(s.found_at) <= $2
    )sql",
                  now - kBetweenLetters, now - kSettling, scope().everywhere());
}

/// Whether it is this round that writes to somebody now.
bool take_turn(store::Writer& db, PersonId person, Instant now) {
    return db.run(R"sql(
        INSERT INTO signal_letters (person_id, written_at) VALUES ($1, $2)
        ON CONFLICT (person_id) DO UPDATE SET written_at = excluded.written_at
         WHERE signal_letters.written_at <= $3
    )sql",
                  person, now, now - kBetweenLetters) > 0;
}

/// Marks what the letter names; only that goes into it.
std::vector<Told> take_unwritten(store::Writer& db, PersonId person, Instant now) {
    auto all = told_to(db, person, now);
    std::erase_if(all, [&](const Told& told) {
        return db.run(R"sql(
            UPDATE signals SET written_at = $1
             WHERE organisation_id = $2 AND id = $3 AND written_at IS NULL
        )sql",
                      now, scope().may_write(told.signal.organisation), told.signal.id) == 0;
    });
    return all;
}

}  // namespace

std::optional<PersonId> whom_to_tell(const store::Reader& db, OrganisationId organisation,
                                     const std::optional<PersonId>& keeper, Day today) {
    if (keeper && db.one([](const store::Row& row) { return row.get<int>(0); },
                         "SELECT 1 FROM people WHERE id = $1 AND status = 'active'", *keeper))
        return keeper;
    return db.one([](const store::Row& row) { return row.get<PersonId>(0); }, R"sql(
        SELECT r.person_id
          FROM organisation_closure c
          JOIN roles_held r ON r.organisation_id = c.ancestor_id
          JOIN people p ON p.id = r.person_id
         WHERE c.descendant_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
           AND r.from_day <= $2 AND (r.until_day IS NULL OR r.until_day >= $2)
           AND r.role IN ('improvement_lead', 'nursing_director', 'medical_director')
           AND p.status = 'active'
         ORDER BY c.depth,
                  CASE r.role WHEN 'improvement_lead' THEN 1 WHEN 'nursing_director' THEN 2
                              ELSE 3 END,
                  r.from_day, r.id
         LIMIT 1
    )sql",
                  organisation, today, scope().everywhere());
}

// A nation has hundreds of thousands of charts: whoever saves a number meanwhile must not wait for
// them to be gone through, and none is gone through twice.
std::size_t look_for_signals(store::Store& store, Instant now) {
    std::size_t all = 0;
    Place last;
    while (true) {
        const auto fresh = fresh_after(*store.read(), last);
        if (fresh.empty()) return all;
        last = fresh.back();
        all += store.write([&](store::Writer& db) {
            std::size_t signals = 0;
            for (const auto& [organisation, series] : fresh) {
                const auto one = fresh_reading(db, scope().may_read(organisation), series);
                if (one && look(db, *one, now)) ++signals;
            }
            return signals;
        });
    }
}

std::size_t write_letters(const people::Accounts& accounts,
                          const announcements::Unsubscribing& unsubscribing, Instant now) {
    std::size_t letters = 0;
    for (const PersonId person : waiting_people(*accounts.store.read(), now))
        letters += accounts.store.write([&](store::Writer& db) -> std::size_t {
            if (!take_turn(db, person, now)) return 0;
            const auto told = take_unwritten(db, person, now);
            return !told.empty() && queue_letter(accounts, unsubscribing, db, person, told, now)
                       ? 1
                       : 0;
        });
    return letters;
}

}  // namespace primum::signals
