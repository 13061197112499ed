#include "announcements/letters.h"

#include <algorithm>
#include <chrono>

#include "announcements/announcement.h"
#include "crypto/mac.h"
#include "crypto/token.h"
#include "html/html.h"
#include "momentum/hinge.h"
#include "momentum/store.h"

namespace primum::announcements {
namespace {

using html::html;
using language::Language;
using std::chrono::days;

constexpr days kWithin{7};
constexpr days kPatience{14};
constexpr days kLetterLife{3};

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("a digest gathers what is one person's own, wherever it lies");
    return kScope;
}

Day day_of(Instant at) {
    return std::chrono::floor<days>(at);
}

class Gatherer {
public:
    Gatherer(const store::Reader& db, const Language& words, std::string_view zone, PersonId person,
             Instant since, Instant now)
        : db_(db),
          words_(words),
          zone_(zone),
          person_(person),
          since_(since),
          now_(now),
          today_(day_of(now)) {}

    Digest all() {
        add(words_.say("News"), news());
        add(words_.say("For your organisation"), signposts());
        add(words_.say("To do within a week"), tasks());
        add(words_.say("Your events within a week"), bookings());
        add(words_.say("What became of your promise?"), promises());
        add(words_.say("Chases without a result"), chases());
        return std::move(digest_);
    }

private:
    using Items = std::vector<DigestItem>;

    void add(std::string_view heading, Items items) {
        if (!items.empty()) digest_.push_back({std::string(heading), std::move(items)});
    }

    Items news() const {
        Items items;
        const auto out = published_since(db_, since_);
        if (out.empty()) return items;
        const Listener listener(db_, person_, today_);
        for (const Announcement& one : out)
            if (*one.published_at <= now_ && listener.hears(one.audience))
                items.push_back({one.title, "/news/" + std::string(one.id.text())});
        return items;
    }

    Items signposts() const {
        Items items;
        const auto led = db_.all(
            [](const store::Row& row) {
                return std::pair(row.get<OrganisationId>(0), row.get<std::string>(1));
            },
            R"sql(
            SELECT DISTINCT r.organisation_id, o.name
              FROM roles_held r JOIN organisations o ON o.id = r.organisation_id
             WHERE r.person_id = $1 AND r.from_day <= $2
               AND (r.until_day IS NULL OR r.until_day >= $2)
               AND r.role IN ('chief_executive', 'executive', 'medical_director',
                              'nursing_director', 'improvement_lead')
        )sql",
            person_, today_, scope().everywhere());
        if (led.empty()) return items;
        for (const auto& campaign : momentum::open_campaigns(db_))
            for (const auto& [organisation, name] : led) {
                if (campaign.programme_code.empty()) continue;
                const OrganisationId ids[] = {organisation};
                const auto facts = momentum::facts_of(db_, campaign, ids);
                if (facts.empty() || !campaign.may_be_joined_by(facts.front().kind)) continue;
                const auto post = momentum::signpost_on(facts.front(), today_);
                if (!post || post->since <= day_of(since_)) continue;
                if (momentum::is_under_way(db_, scope().may_read(organisation), campaign.id,
                                           post->direction))
                    continue;
                const std::string path = "/organisations/" + std::string(organisation.text());
                items.push_back(
                    {post->direction == momentum::Direction::to_programme
                         ? words_.say("{} has signed up to the campaign {} but is not yet enrolled "
                                      "on the {} programme: find out how to apply.",
                                      name, campaign.name, campaign.programme)
                         : words_.say("{} has enrolled on the {} programme but is not yet signed "
                                      "up to the campaign {}: you can do so.",
                                      name, campaign.programme, campaign.name),
                     path});
            }
        return items;
    }

    /// The first day that the digest before did not tell of yet, and the last that this one does.
    Day from_day() const { return std::max(today_, day_of(since_) + kWithin + days(1)); }
    Day to_day() const { return today_ + kWithin; }

    Items tasks() const {
        return db_.all(
            [&](const store::Row& row) {
                return DigestItem{
                    words_.say("{}, by {}", row.get<std::string>(0), words_.day(row.get<Day>(1))),
                    "/organisations/" + row.get<std::string>(2)};
            },
            R"sql(
            SELECT t.title, t.due_on, t.organisation_id
              FROM team_tasks t
             WHERE t.done_on IS NULL AND t.due_on >= $1 AND t.due_on <= $2
               AND (t.enrolment_id IN (SELECT p.enrolment_id FROM team_places p
                                        WHERE p.person_id = $3 AND p.from_day <= $4
                                          AND p.to_day >= $4)
                    OR t.organisation_id IN (SELECT r.organisation_id FROM roles_held r
                                              WHERE r.person_id = $3
                                                AND r.role = 'improvement_lead'
                                                AND r.from_day <= $4
                                                AND (r.until_day IS NULL OR r.until_day >= $4)))
             ORDER BY t.due_on, t.title
        )sql",
            from_day(), to_day(), person_, today_, scope().everywhere());
    }

    Items bookings() const {
        const Instant from = std::max(now_, Instant(since_ + kWithin));
        return db_.all(
            [&](const store::Row& row) {
                return DigestItem{
                    words_.say("{}, {}", row.get<std::string>(0),
                               words_.moment(row.get<Instant>(1), row.get<std::string>(2))),
                    "/events/" + row.get<std::string>(3)};
            },
            R"sql(
            SELECT e.title, e.starts_at, e.zone, e.id
              FROM event_bookings b JOIN events e ON e.id = b.event_id
             WHERE b.person_id = $1 AND b.state = 'booked' AND e.status = 'planned'
               AND e.starts_at > $2 AND e.starts_at <= $3
             ORDER BY e.starts_at
        )sql",
            person_, from, now_ + kWithin, scope().everywhere());
    }

    Items promises() const {
        return db_.all(
            [&](const store::Row& row) {
                return DigestItem{row.get<std::string>(0), "/events/" + row.get<std::string>(1)};
            },
            R"sql(
            SELECT m.promise, m.event_id
              FROM event_promises m
             WHERE m.person_id = $1 AND m.state IN ('open', 'started')
               AND ((m.asked_30 > $2 AND m.asked_30 <= $3)
                    OR (m.asked_90 > $2 AND m.asked_90 <= $3))
             ORDER BY m.made_on
        )sql",
            person_, since_, now_, scope().everywhere());
    }

    Items chases() const {
        return db_.all(
            [&](const store::Row& row) {
                return DigestItem{
                    words_.say("{}: {}", row.get<std::string>(0), row.get<std::string>(1)),
                    "/campaigns/" + row.get<std::string>(2) + "/momentum/" +
                        row.get<std::string>(3)};
            },
            R"sql(
            SELECT o.name, h.act, c.code, h.organisation_id
              FROM chases h
              JOIN organisations o ON o.id = h.organisation_id
              JOIN campaigns c ON c.id = h.campaign_id
             WHERE h.made_by = $1 AND h.done_on IS NULL AND h.made_at > $2 AND h.made_at <= $3
             ORDER BY h.made_at
        )sql",
            person_, since_ - kPatience, now_ - kPatience, scope().everywhere());
    }

    const store::Reader& db_;
    const Language& words_;
    std::string_view zone_;
    PersonId person_;
    Instant since_;
    Instant now_;
    Day today_;
    Digest digest_;
};

html::Html link_to(const people::Accounts& accounts, const DigestItem& item) {
    const auto url = html::Url::parse(accounts.link(item.path));
    if (item.path.empty() || !url) return html("<li>{}</li>", item.words);
    return html(R"(<li><a href="{}">{}</a></li>)", *url, item.words);
}

}  // namespace

std::string_view name(Rhythm rhythm) {
    switch (rhythm) {
        case Rhythm::daily:
            return "daily";
        case Rhythm::weekly:
            return "weekly";
        case Rhythm::never:
            break;
    }
    return "never";
}

std::optional<Rhythm> parse_rhythm(std::string_view text) {
    for (const Rhythm rhythm : {Rhythm::daily, Rhythm::weekly, Rhythm::never})
        if (name(rhythm) == text) return rhythm;
    return {};
}

LetterChoice choice_of(const store::Reader& db, PersonId person) {
    return db
        .one(
            [](const store::Row& row) {
                return LetterChoice{parse_rhythm(row.get<std::string>(0)).value_or(Rhythm::weekly),
                                    row.get<Instant>(1), row.get<std::int64_t>(2)};
            },
            "SELECT digest, sent_until, rev FROM letter_choices WHERE person_id = $1", person)
        .value_or(LetterChoice());
}

bool save_choice(store::Writer& db, const store::Stamp& stamp, PersonId person,
                 const LetterChoice& before, Rhythm rhythm) {
    const auto changed = before.rev == 0 ? db.run(R"sql(
                INSERT INTO letter_choices (person_id, digest) VALUES ($1, $2)
                ON CONFLICT (person_id) DO NOTHING
            )sql",
                                                  person, name(rhythm))
                                         : db.run(R"sql(
                UPDATE letter_choices SET digest = $1, rev = rev + 1
                 WHERE person_id = $2 AND rev = $3
            )sql",
                                                  name(rhythm), person, before.rev);
    if (changed == 0) return false;
    store::record(db, stamp,
                  {.action = "announcements.choose_letters",
                   .object = person.text(),
                   .before = "\"" + std::string(name(before.rhythm)) + "\"",
                   .after = "\"" + std::string(name(rhythm)) + "\""});
    return true;
}

void end_letters(store::Writer& db, const store::Stamp& stamp, PersonId person) {
    const auto before = choice_of(db, person);
    if (before.rhythm != Rhythm::never) save_choice(db, stamp, person, before, Rhythm::never);
}

Unsubscribing::Unsubscribing(const crypto::Keys& keys) : keys_(keys.derive_all("unsubscribe")) {}

std::string Unsubscribing::path_for(PersonId person) const {
    return "/letters/unsubscribe?p=" + std::string(person.text()) +
           "&t=" + crypto::base64url(crypto::hmac_sha256(keys_.front(), person.text()));
}

std::optional<PersonId> Unsubscribing::person(std::string_view id, std::string_view token) const {
    const auto person = PersonId::parse(id);
    const auto given = crypto::from_base64url(token);
    if (!person || !given) return {};
    for (const std::string& key : keys_)
        if (crypto::equal(crypto::hmac_sha256(key, person->text()), *given)) return person;
    return {};
}

Digest digest_for(const store::Reader& db, const Language& words, std::string_view zone,
                  PersonId person, Instant since, Instant now) {
    return Gatherer(db, words, zone, person, since, now).all();
}

mail::Letter digest_letter(const people::Accounts& accounts, const Language& words,
                           const std::string& to, const Digest& digest,
                           const std::string& unsubscribe_path, Instant now) {
    const std::string& service = accounts.settings.service;
    const std::string unsubscribe = accounts.link(unsubscribe_path);
    const std::string how_often = accounts.link("/account/letters");
    std::string text(words.say("This is new for you."));
    html::Html parts;
    for (const DigestPart& part : digest) {
        text += "\n\n" + part.heading + "\n";
        html::Html items;
        for (const DigestItem& item : part.items) {
            text += "\n- " + item.words;
            if (!item.path.empty()) text += "\n  " + accounts.link(item.path);
            items += link_to(accounts, item);
        }
        parts += html("<h2>{}</h2><ul>{}</ul>", part.heading, items);
    }
    const std::string change(words.say("Choose how often these letters come"));
    const std::string end(words.say("No more of these letters"));
    text += "\n\n" + change + ":\n" + how_often + "\n\n" + end + ":\n" + unsubscribe + "\n";
    html::Html feet;
    if (const auto url = html::Url::parse(how_often))
        feet += html(R"(<p><a href="{}">{}</a></p>)", *url, change);
    if (const auto url = html::Url::parse(unsubscribe))
        feet += html(R"(<p><a href="{}">{}</a></p>)", *url, end);
    return {.to = to,
            .subject = words.say("News from {}", service),
            .text = std::move(text),
            .html = html(R"(
        <!doctype html><html lang="{}" dir="{}"><head><meta charset="utf-8"><title>{}</title></head>
        <body><p>{}</p>{}<hr>{}</body></html>)",
                         words.code(),
                         words.direction() == language::Direction::right_to_left ? "rtl" : "ltr",
                         words.say("News from {}", service), words.say("This is new for you."),
                         parts, feet)
                        .markup(),
            .useless_after = now + kLetterLife,
            .unsubscribe = unsubscribe};
}

}  // namespace primum::announcements
