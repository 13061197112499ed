#include "collection/reminders.h"

#include <algorithm>
#include <map>
#include <vector>

#include "collection/due.h"
#include "html/html.h"
#include "language/zone.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "people/letters.h"
#include "people/person.h"

namespace primum::collection {
namespace {

using html::html;

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("keepers are reminded of what is due, in every organisation");
    return kScope;
}

bool may_write_letters(const LetterHours& hours, const language::WallClock& wall) {
    const int minute = wall.hour * 60 + wall.minute;
    const int until = std::max(hours.until_hour, hours.from_hour + 1);
    return minute >= hours.from_hour * 60 + hours.from_minute && wall.hour < until;
}

/// A number that its keeper is to be reminded of.
struct Ask {
    people::Person keeper;
    std::string unit;
    Kept kept;
    Day period;
    Day due_on;
};

struct KeptBySomebody {
    people::Person keeper;
    std::string unit;
    OrganisationId organisation;
    measures::SeriesId series;
};

/// Series that run, with a keeper who can be written to.
std::vector<KeptBySomebody> with_keepers(const store::Reader& db, Day today) {
    const auto read = [](const store::Row& row) {
        KeptBySomebody one{.keeper = {},
                           .unit = row.get<std::string>(4),
                           .organisation = row.get<OrganisationId>(5),
                           .series = row.get<measures::SeriesId>(6)};
        one.keeper.id = row.get<PersonId>(0);
        one.keeper.email = row.get<std::string>(1);
        one.keeper.name = row.get<std::string>(2);
        one.keeper.language = row.get<std::string>(3);
        return one;
    };
    return db.all(read, R"sql(
        SELECT p.id, p.email, p.name, p.language, o.name, s.organisation_id, s.id
          FROM series s
          JOIN people p ON p.id = s.keeper_id
          JOIN organisations o ON o.id = s.organisation_id
          JOIN measures m ON m.id = s.measure_id
          LEFT JOIN letter_choices l ON l.person_id = p.id
         WHERE p.status = 'active' AND m.status <> 'retired'
           AND (s.ends_on IS NULL OR s.ends_on >= $1)
           AND (l.digest IS NULL OR l.digest <> 'never')
         ORDER BY p.id, o.name, s.code
    )sql",
                  today, scope().everywhere());
}

bool was_reminded(const store::Reader& db, const Ask& ask) {
    return db
        .one([](const store::Row& row) { return row.get<int>(0); }, R"sql(
            SELECT 1 FROM reminders
             WHERE organisation_id = $1 AND series_id = $2 AND period = $3 AND person_id = $4
        )sql",
             scope().may_read(ask.kept.series.organisation), ask.kept.series.id, ask.period,
             ask.keeper.id)
        .has_value();
}

/// False where another server was quicker.
bool save_reminded(store::Writer& db, const Ask& ask, Instant now) {
    return db.run(R"sql(
        INSERT INTO reminders (organisation_id, series_id, period, person_id, sent_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
    )sql",
                  scope().may_write(ask.kept.series.organisation), ask.kept.series.id, ask.period,
                  ask.keeper.id, now) == 1;
}

/// What is due within the next days and not there yet.
std::map<PersonId, std::vector<Ask>> to_ask(const store::Reader& db, Day today) {
    std::map<PersonId, std::vector<Ask>> all;
    for (const KeptBySomebody& one : with_keepers(db, today)) {
        if (!mail::is_address(one.keeper.email)) continue;
        const auto readable = scope().may_read(one.organisation);
        const auto series = measures::find_series(db, readable, one.series);
        if (!series) continue;
        const Kept kept{measures::find_measure(db, series->measure).value(), *series};
        const auto frequency = kept.measure.now().frequency;
        for (const Day period : ended_periods(kept, today, 3)) {
            Ask ask{one.keeper, one.unit, kept, period, due_day(*series, frequency, period)};
            const bool soon = ask.due_on >= today && ask.due_on <= today + kRemindBefore;
            if (!soon || find_point(db, readable, series->id, period) || was_reminded(db, ask))
                continue;
            all[one.keeper.id].push_back(std::move(ask));
        }
    }
    return all;
}

std::string line_of(const language::Language& words, const Ask& ask) {
    return words.say("{}: {}, {}, due by {}", ask.unit, ask.kept.name(),
                     spoken_period(ask.kept.on(ask.period).frequency, ask.period),
                     words.day(ask.due_on));
}

mail::Letter letter_for(const people::Accounts& accounts, const std::vector<Ask>& asks,
                        Instant now) {
    const people::Person& keeper = asks.front().keeper;
    const auto& words = people::words_for(accounts, keeper, accounts.languages.english());
    const std::string subject = words.count(static_cast<std::int64_t>(asks.size()),
                                            "One number is due soon", "{} numbers are due soon");
    const std::string before(words.say("You are asked for these numbers:"));
    const std::string after(
        words.say("If there is no number, say so in a few words: that helps as well. Letters end "
                  "where you choose how often they come."));
    std::string text = before + "\n\n";
    html::Html items;
    for (const Ask& ask : asks) {
        const std::string link = accounts.link(
            std::string(measures::today_address(ask.kept.series.organisation).text()));
        const std::string line = line_of(words, ask);
        text += "- " + line + "\n  " + link + "\n";
        if (const auto where = html::Url::parse(link))
            items += html(R"(<li><a href="{}">{}</a></li>)", *where, line);
    }
    return {.to = keeper.email,
            .subject = subject,
            .text = text + "\n" + after + "\n",
            .html = std::string(
                html(R"(<!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8">
                    <title>{}</title></head><body><p>{}</p><ul>{}</ul><p>{}</p></body></html>)",
                     words.code(),
                     words.direction() == language::Direction::right_to_left ? "rtl" : "ltr",
                     subject, before, items, after)
                    .markup()),
            .useless_after = now + std::chrono::days(7)};
}

}  // namespace

std::size_t remind_keepers(people::Accounts& accounts, const LetterHours& hours, Instant now) {
    const auto wall = language::wall_clock(now, hours.zone);
    if (!may_write_letters(hours, wall)) return 0;
    std::map<PersonId, std::vector<Ask>> all;
    {
        const auto db = accounts.store.read();
        all = to_ask(*db, wall.day);
    }
    std::size_t queued = 0;
    for (const auto& [person, asks] : all)
        queued += accounts.store.write([&](store::Writer& db) -> std::size_t {
            std::vector<Ask> told;
            for (const Ask& ask : asks)
                if (save_reminded(db, ask, now)) told.push_back(ask);
            if (told.empty()) return 0;
            accounts.outbox.queue(db, letter_for(accounts, told, now));
            return 1;
        });
    return queued;
}

}  // namespace primum::collection
