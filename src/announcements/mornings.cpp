#include "announcements/mornings.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "language/zone.h"
#include "people/letters.h"
#include "people/person.h"

namespace primum::announcements {
namespace {

using std::chrono::days;

constexpr std::size_t kAtOnce = 40;  // people in one transaction
constexpr days kFirstLook{7};        // how far back somebody's first digest looks

bool was_written(const store::Reader& db, Day morning) {
    return db
        .one([](const store::Row& row) { return row.get<int>(0); },
             "SELECT 1 FROM digest_rounds WHERE day >= $1", morning)
        .has_value();
}

bool is_first(const store::Reader& db) {
    return !db.one([](const store::Row& row) { return row.get<int>(0); },
                   "SELECT 1 FROM digest_rounds");
}

void save_written(store::Writer& db, Day morning, Instant now) {
    db.run("INSERT INTO digest_rounds (day, done_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
           morning, now);
}

struct Reader {
    people::Person person;
    LetterChoice choice;
};

/// Active people who want letters at all.
std::vector<Reader> readers_of(const store::Reader& db) {
    return db.all(
        [](const store::Row& row) {
            Reader reader;
            reader.person.id = row.get<PersonId>(0);
            reader.person.email = row.get<std::string>(1);
            reader.person.name = row.get<std::string>(2);
            reader.person.language = row.get<std::string>(3);
            if (!row.is_null(4))
                reader.choice = {parse_rhythm(row.get<std::string>(4)).value_or(Rhythm::weekly),
                                 row.get<Instant>(5), row.get<std::int64_t>(6)};
            return reader;
        },
        R"sql(
        SELECT p.id, p.email, p.name, p.language, l.digest, l.sent_until, l.rev
          FROM people p LEFT JOIN letter_choices l ON l.person_id = p.id
         WHERE p.status = 'active' AND (l.digest IS NULL OR l.digest <> 'never')
         ORDER BY p.id
    )sql");
}

/// The morning whose letter somebody must not have had yet: today's, or this week's Monday.
Day period_of(Rhythm rhythm, Day morning) {
    if (rhythm == Rhythm::daily) return morning;
    return morning - (std::chrono::weekday(morning) - std::chrono::Monday);
}

/// Takes the period for this person; false where another server was quicker.
bool save_told(store::Writer& db, const Reader& reader, Instant now) {
    if (reader.choice.rev == 0)
        return db.run(R"sql(
            INSERT INTO letter_choices (person_id, digest, sent_until) VALUES ($1, 'weekly', $2)
            ON CONFLICT (person_id) DO NOTHING
        )sql",
                      reader.person.id, now) == 1;
    return db.run(R"sql(
        UPDATE letter_choices SET sent_until = $1 WHERE person_id = $2 AND sent_until = $3
           AND digest <> 'never'
    )sql",
                  now, reader.person.id, reader.choice.sent_until) == 1;
}

}  // namespace

std::optional<std::pair<int, int>> parse_time_of_day(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return {};
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    if (hour > 23 || minute > 59) return {};
    return std::pair(hour, minute);
}

Day last_morning(Instant now, const Morning& morning) {
    const auto wall = language::wall_clock(now, morning.zone);
    const bool come = wall.hour * 60 + wall.minute >= morning.hour * 60 + morning.minute;
    return come ? wall.day : wall.day - days(1);
}

std::size_t write_digests(people::Accounts& accounts, const Unsubscribing& unsubscribing,
                          const Morning& morning, Instant now) {
    const Day day = last_morning(now, morning);
    std::vector<Reader> readers;
    {
        const auto db = accounts.store.read();
        if (was_written(*db, day)) return 0;
        if (!is_first(*db)) readers = readers_of(*db);
    }
    std::erase_if(readers, [&](const Reader& reader) {
        const Instant told = reader.choice.sent_until;
        return (told != Instant{} &&
                last_morning(told, morning) >= period_of(reader.choice.rhythm, day)) ||
               !mail::is_address(reader.person.email);
    });
    std::size_t queued = 0;
    for (std::size_t begin = 0; begin < readers.size(); begin += kAtOnce) {
        struct Told {
            const Reader* reader;
            std::optional<mail::Letter> letter;
        };
        std::vector<Told> batch;
        {
            const auto db = accounts.store.read();
            for (std::size_t i = begin; i < std::min(begin + kAtOnce, readers.size()); ++i) {
                const Reader& reader = readers[i];
                const auto& words =
                    people::words_for(accounts, reader.person, accounts.languages.english());
                const Instant since = reader.choice.sent_until == Instant{}
                                          ? now - kFirstLook
                                          : reader.choice.sent_until;
                const Digest digest =
                    digest_for(*db, words, morning.zone, reader.person.id, since, now);
                Told told{&reader, {}};
                if (!digest.empty())
                    told.letter = digest_letter(accounts, words, reader.person.email, digest,
                                                unsubscribing.path_for(reader.person.id), now);
                batch.push_back(std::move(told));
            }
        }
        queued += accounts.store.write([&](store::Writer& db) {
            std::size_t letters = 0;
            for (const Told& told : batch) {
                if (!save_told(db, *told.reader, now) || !told.letter) continue;
                accounts.outbox.queue(db, *told.letter);
                ++letters;
            }
            return letters;
        });
    }
    accounts.store.write([&](store::Writer& db) { save_written(db, day, now); });
    return queued;
}

}  // namespace primum::announcements
