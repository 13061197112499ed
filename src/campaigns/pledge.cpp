#include "campaigns/pledge.h"

#include <utility>

#include "campaigns/letters.h"
#include "crypto/hash.h"
#include "crypto/token.h"

namespace primum::campaigns {
namespace {

using store::Row;

PersonalPledge read_pledge(const Row& row) {
    return {.id = row.get<PersonalPledgeId>(0),
            .campaign = row.get<CampaignId>(1),
            .person = row.get<std::optional<PersonId>>(2),
            .name = row.get<std::string>(3),
            .email = row.get<std::string>(4),
            .place = row.get<std::string>(5),
            .pledge = row.get<std::string>(6),
            .act = row.get<std::string>(7),
            .act_on = row.get<std::optional<Day>>(8),
            .done_on = row.get<std::optional<Day>>(9),
            .outcome = row.get<std::string>(10),
            .is_public = row.get<bool>(11),
            .made_at = row.get<Instant>(12),
            .confirmed_at = row.get<std::optional<Instant>>(13),
            .withdrawn_at = row.get<std::optional<Instant>>(14),
            .language = row.get<std::string>(15),
            .rev = row.get<std::int64_t>(16)};
}

/// Never what it says nor who made it: the audit is kept for ever, a pledge can be withdrawn.
void record(store::Writer& db, const store::Stamp& stamp, std::string_view action,
            PersonalPledgeId id) {
    store::record(db, stamp, {.action = action, .object = id.text(), .before = "", .after = ""});
}

bool touch(store::Writer& db, const PersonalPledge& before) {
    return db.run(R"sql(
        UPDATE personal_pledges SET rev = rev + 1
         WHERE id = $1 AND rev = $2 AND withdrawn_at IS NULL
    )sql",
                  before.id, before.rev) == 1;
}

std::vector<PersonalPledge> due(const store::Reader& db, Day today) {
    return db.all(read_pledge, R"sql(
        SELECT id, campaign_id, person_id, name, email, place, pledge, act, act_on, done_on,
               outcome, public, made_at, confirmed_at, withdrawn_at, language, rev
          FROM personal_pledges
         WHERE act_on <= $1 AND asked_at IS NULL AND done_on IS NULL AND outcome = ''
           AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
         ORDER BY act_on, id
    )sql",
                  today);
}

/// True for whoever comes first, when several processes look at the same time.
bool claim(store::Writer& db, const PersonalPledge& pledge, std::string_view key, Instant now) {
    return db.run(R"sql(
        UPDATE personal_pledges SET asked_at = $1, asked_key_hash = $2
         WHERE id = $3 AND asked_at IS NULL AND withdrawn_at IS NULL
    )sql",
                  now, crypto::sha256_hex(key), pledge.id) == 1;
}

constexpr std::chrono::days kToConfirm{7};

}  // namespace

MadePledge make_pledge(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& pledge) {
    const MadePledge made{db.new_id<PersonalPledge>(), crypto::random_token(db.random())};
    db.run(R"sql(
        INSERT INTO personal_pledges (id, campaign_id, person_id, name, email, place, pledge, act,
                                      act_on, public, made_at, confirmed_at, key_hash, language)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    )sql",
           made.id, pledge.campaign, pledge.person, pledge.name, pledge.email, pledge.place,
           pledge.pledge, pledge.act, pledge.act_on, pledge.is_public, pledge.made_at,
           pledge.confirmed_at, crypto::sha256_hex(made.key), pledge.language);
    record(db, stamp, "campaigns.personal_pledge", made.id);
    return made;
}

std::optional<PersonalPledge> find_pledge(const store::Reader& db, std::string_view key) {
    if (key.empty()) return {};
    return db.one(read_pledge, R"sql(
        SELECT id, campaign_id, person_id, name, email, place, pledge, act, act_on, done_on,
               outcome, public, made_at, confirmed_at, withdrawn_at, language, rev
          FROM personal_pledges
         WHERE (key_hash = $1 OR asked_key_hash = $1) AND withdrawn_at IS NULL
    )sql",
                  crypto::sha256_hex(key));
}

std::optional<PersonalPledge> find_pledge(const store::Reader& db, PersonalPledgeId id) {
    return db.one(read_pledge, R"sql(
        SELECT id, campaign_id, person_id, name, email, place, pledge, act, act_on, done_on,
               outcome, public, made_at, confirmed_at, withdrawn_at, language, rev
          FROM personal_pledges
         WHERE id = $1 AND withdrawn_at IS NULL
    )sql",
                  id);
}

std::vector<PersonalPledge> pledges_of(const store::Reader& db, PersonId person) {
    return db.all(read_pledge, R"sql(
        SELECT id, campaign_id, person_id, name, email, place, pledge, act, act_on, done_on,
               outcome, public, made_at, confirmed_at, withdrawn_at, language, rev
          FROM personal_pledges
         WHERE person_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
         ORDER BY made_at DESC, id
    )sql",
                  person);
}

std::vector<PersonalPledge> public_pledges_of(const store::Reader& db, CampaignId campaign,
                                              std::size_t offset, std::size_t limit) {
    return db.all(read_pledge, R"sql(
        SELECT id, campaign_id, person_id, name, '', place, pledge, act, act_on, done_on,
               outcome, public, made_at, confirmed_at, withdrawn_at, language, rev
          FROM personal_pledges
         WHERE campaign_id = $1 AND public = 1 AND confirmed_at IS NOT NULL
           AND withdrawn_at IS NULL
         ORDER BY made_at DESC, id
         LIMIT $2 OFFSET $3
    )sql",
                  campaign, limit, offset);
}

PledgeCounts count_pledges(const store::Reader& db, CampaignId campaign, Day today) {
    const auto read = [](const Row& row) {
        return PledgeCounts{.confirmed = row.get<std::int64_t>(0),
                            .is_public = row.get<std::int64_t>(1),
                            .done = row.get<std::int64_t>(2),
                            .due = row.get<std::int64_t>(3)};
    };
    return db
        .one(read, R"sql(
        SELECT count(*),
               coalesce(sum(CASE WHEN public = 1 THEN 1 ELSE 0 END), 0),
               coalesce(sum(CASE WHEN done_on IS NOT NULL THEN 1 ELSE 0 END), 0),
               coalesce(sum(CASE WHEN act_on < $2 THEN 1 ELSE 0 END), 0)
          FROM personal_pledges
         WHERE campaign_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
    )sql",
             campaign, today)
        .value();
}

bool confirm(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before) {
    if (before.confirmed_at || !touch(db, before)) return false;
    db.run("UPDATE personal_pledges SET confirmed_at = $1 WHERE id = $2", stamp.at, before.id);
    record(db, stamp, "campaigns.confirm_pledge", before.id);
    return true;
}

bool say_done(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before, Day on,
              std::string_view outcome) {
    if (!before.confirmed_at || !touch(db, before)) return false;
    db.run("UPDATE personal_pledges SET done_on = $1, outcome = $2 WHERE id = $3", on, outcome,
           before.id);
    record(db, stamp, "campaigns.pledge_done", before.id);
    return true;
}

bool put_off(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before,
             Day until) {
    if (!before.confirmed_at || !touch(db, before)) return false;
    // An outcome ends the asking, and so does an answer for the day before.
    db.run(R"sql(
        UPDATE personal_pledges SET act_on = $1, asked_at = NULL, done_on = NULL, outcome = ''
         WHERE id = $2
    )sql",
           until, before.id);
    record(db, stamp, "campaigns.pledge_put_off", before.id);
    return true;
}

bool give_up(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before,
             std::string_view outcome) {
    if (!before.confirmed_at || !touch(db, before)) return false;
    db.run("UPDATE personal_pledges SET outcome = $1, done_on = NULL WHERE id = $2", outcome,
           before.id);
    record(db, stamp, "campaigns.pledge_given_up", before.id);
    return true;
}

bool withdraw(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before) {
    if (!touch(db, before)) return false;
    db.run(R"sql(
        UPDATE personal_pledges
           SET withdrawn_at = $1, name = '', email = '', place = '', pledge = '', act = '',
               outcome = '', person_id = NULL, public = 0, key_hash = '', asked_key_hash = ''
         WHERE id = $2
    )sql",
           stamp.at, before.id);
    record(db, stamp, "campaigns.withdraw_pledge", before.id);
    return true;
}

std::size_t ask_what_became_of_pledges(const people::Accounts& accounts, store::Store& store,
                                       Instant now) {
    const Day today = std::chrono::floor<std::chrono::days>(now);
    std::vector<PersonalPledge> waiting;
    {
        const auto db = store.read();
        waiting = due(*db, today);
    }
    std::size_t written = 0;
    for (const PersonalPledge& pledge : waiting)
        written += store.write([&](store::Writer& db) -> std::size_t {
            const std::string key = crypto::random_token(db.random());
            const auto campaign = find_campaign(db, pledge.campaign);
            if (!campaign || !claim(db, pledge, key, now)) return 0;
            accounts.outbox.queue(db, ask_letter(accounts, *campaign, pledge, key, now));
            return 1;
        });
    store.write([&](store::Writer& db) {
        db.run("DELETE FROM personal_pledges WHERE confirmed_at IS NULL AND made_at < $1",
               now - kToConfirm);
    });
    return written;
}

}  // namespace primum::campaigns
