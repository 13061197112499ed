#include "campaigns/membership.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "json/writer.h"
#include "language/language.h"
#include "search/search.h"

namespace primum::campaigns {
namespace {

using std::chrono::days;
using store::Row;

constexpr std::array kStates = {
    std::pair{State::draft, std::string_view("draft")},
    std::pair{State::sent, std::string_view("sent")},
    std::pair{State::declined, std::string_view("declined")},
    std::pair{State::joined, std::string_view("joined")},
    std::pair{State::paused, std::string_view("paused")},
    std::pair{State::left, std::string_view("left")},
};

State state_of(std::string_view text) {
    for (const auto& [state, name] : kStates)
        if (name == text) return state;
    throw std::runtime_error("The database holds a state that nobody knows.");
}

Membership read_membership(const Row& row) {
    return {.id = row.get<MembershipId>(0),
            .organisation = row.get<OrganisationId>(1),
            .campaign = row.get<CampaignId>(2),
            .state = state_of(row.get<std::string_view>(3)),
            .pledge = row.get<std::string>(4),
            .pledge_public = row.get<bool>(5),
            .staff_letter_on = row.get<std::optional<Day>>(6),
            .review_training_on = row.get<std::optional<Day>>(7),
            .signed_by = row.get<std::optional<PersonId>>(8),
            .signed_at = row.get<std::optional<Instant>>(9),
            .reason = row.get<std::string>(10),
            .carry_over = row.get<bool>(11),
            .open_to_peers = row.get<bool>(12),
            .rev = row.get<std::int64_t>(13)};
}

Member read_member(const Row& row) {
    return {.organisation = row.get<OrganisationId>(0),
            .name = row.get<std::string>(1),
            .kind = row.get<std::string>(2),
            .region = row.get<std::optional<std::string>>(3).value_or(""),
            .region_id = row.get<std::optional<OrganisationId>>(4),
            .since = row.get<Day>(5)};
}

store::Everywhere public_facts() {
    static const auto scope = store::Scope::system("who has joined a campaign is public");
    return scope.everywhere();
}

/// The first statement of every change: counts it, or says that somebody was quicker. It locks the
/// row, so that the periods and choices of one membership never change twice at a time.
bool touch(store::Writer& db, const store::Writable& owner, const Membership& before) {
    return db.run(R"sql(
        UPDATE campaign_memberships SET rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                  owner, before.id, before.rev) == 1;
}

void set_state(store::Writer& db, const store::Writable& owner, const Membership& before,
               State state, std::string_view reason) {
    db.run(R"sql(
        UPDATE campaign_memberships SET state = $1, reason = $2
         WHERE organisation_id = $3 AND id = $4
    )sql",
           name(state), reason, owner, before.id);
}

void decided(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Membership& before) {
    db.run(R"sql(
        UPDATE campaign_memberships SET decided_by = $1, decided_at = $2
         WHERE organisation_id = $3 AND id = $4
    )sql",
           stamp.person, stamp.at, owner, before.id);
}

void record(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            std::string_view action, MembershipId id, std::string_view word,
            std::string_view what) {
    json::Writer json;
    json.begin_object();
    json.member(word, what);
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = action, .object = id.text(), .before = "", .after = json.text()});
}

void add_period(store::Writer& db, const store::Writable& owner, CampaignId campaign, Day from,
                Day to, bool joined) {
    db.run(R"sql(
        INSERT INTO campaign_periods (organisation_id, id, campaign_id, from_day, to_day, state)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           owner, db.new_id<Period>(), campaign, from, to, joined ? "joined" : "paused");
}

/// The period that goes on ends after that day; one that began later never was.
void end_period(store::Writer& db, const store::Writable& owner, CampaignId campaign, Day last_day,
                std::string_view because) {
    db.run(R"sql(
        DELETE FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2 AND to_day = $3 AND from_day > $4
    )sql",
           owner, campaign, kOpenEnd, last_day);
    db.run(R"sql(
        UPDATE campaign_periods SET to_day = $1, ended_because = $2
         WHERE organisation_id = $3 AND campaign_id = $4 AND to_day = $5
    )sql",
           last_day, because, owner, campaign, kOpenEnd);
}

void end_choice(store::Writer& db, const store::Writable& owner, CampaignId campaign,
                std::string_view intervention, Day last_day) {
    db.run(R"sql(
        DELETE FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2 AND intervention = $3 AND to_day = $4
           AND from_day > $5
    )sql",
           owner, campaign, intervention, kOpenEnd, last_day);
    db.run(R"sql(
        UPDATE campaign_choices SET to_day = $1
         WHERE organisation_id = $2 AND campaign_id = $3 AND intervention = $4 AND to_day = $5
    )sql",
           last_day, owner, campaign, intervention, kOpenEnd);
}

void add_choice(store::Writer& db, const store::Writable& owner, CampaignId campaign,
                std::string_view intervention, Day from) {
    // Ended earlier on the same day: it goes on as if nothing had been.
    db.run(R"sql(
        DELETE FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2 AND intervention = $3 AND from_day = $4
    )sql",
           owner, campaign, intervention, from);
    db.run(R"sql(
        INSERT INTO campaign_choices (organisation_id, id, campaign_id, intervention, from_day,
                                      to_day)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           owner, db.new_id<Choice>(), campaign, intervention, from, kOpenEnd);
}

std::optional<Day> last_day_of_all(const store::Reader& db, const store::Readable& organisation,
                                   CampaignId campaign) {
    return db
        .one([](const Row& row) { return row.get<std::optional<Day>>(0); }, R"sql(
        SELECT max(to_day) FROM campaign_periods WHERE organisation_id = $1 AND campaign_id = $2
    )sql",
             organisation, campaign)
        .value_or(std::nullopt);
}

/// The day, or the first one after everything that has been.
Day free_day(const store::Reader& db, const store::Readable& organisation, CampaignId campaign,
             Day day) {
    const auto last = last_day_of_all(db, organisation, campaign);
    return last && *last >= day ? *last + days(1) : day;
}

std::string page_of(const Campaign& campaign, OrganisationId organisation) {
    return "/campaigns/" + campaign.code + "/members/" + std::string(organisation.text());
}

/// A member's public page is found by what is public in it.
void tell_search(store::Writer& db, const store::Writable& owner, CampaignId id) {
    const auto campaign = find_campaign(db, id);
    const auto membership = find_membership(db, owner, id);
    if (!campaign || !membership) return;
    const std::string page = page_of(*campaign, owner.organisation());
    if (!membership->takes_part() || !campaign->is_public()) return search::remove(db, page);
    const auto name = db.one([](const Row& row) { return row.get<std::string>(0); },
                             "SELECT name FROM organisations WHERE id = $1", owner.organisation());
    search::put(db, {.kind = language::sentence("Member of a campaign"),
                     .path = page,
                     .title = name.value_or(""),
                     .summary = campaign->name,
                     .body = membership->pledge_public ? membership->pledge : std::string()});
}

}  // namespace

std::string_view name(State state) {
    return kStates[static_cast<std::size_t>(state)].second;
}

std::optional<Membership> find_membership(const store::Reader& db,
                                          const store::Readable& organisation,
                                          CampaignId campaign) {
    return db.one(read_membership, R"sql(
        SELECT id, organisation_id, campaign_id, state, pledge, pledge_public, staff_letter_on,
               review_training_on, signed_by, signed_at, reason, carry_over, open_to_peers, rev
          FROM campaign_memberships
         WHERE organisation_id = $1 AND campaign_id = $2
    )sql",
                  organisation, campaign);
}

std::vector<Membership> memberships_of(const store::Reader& db,
                                       const store::Readable& organisation) {
    return db.all(read_membership, R"sql(
        SELECT m.id, m.organisation_id, m.campaign_id, m.state, m.pledge, m.pledge_public,
               m.staff_letter_on, m.review_training_on, m.signed_by, m.signed_at, m.reason,
               m.carry_over, m.open_to_peers, m.rev
          FROM campaign_memberships m
          JOIN campaigns c ON c.id = m.campaign_id
         WHERE m.organisation_id = $1
         ORDER BY c.starts DESC, c.name
    )sql",
                  organisation);
}

std::vector<Period> periods_of(const store::Reader& db, const store::Readable& organisation,
                               CampaignId campaign) {
    const auto read = [](const Row& row) {
        return Period{.from = row.get<Day>(0),
                      .to = row.get<Day>(1),
                      .joined = row.get<std::string_view>(2) == "joined",
                      .ended_because = row.get<std::string>(3)};
    };
    return db.all(read, R"sql(
        SELECT from_day, to_day, state, ended_because
          FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY from_day
    )sql",
                  organisation, campaign);
}

std::vector<std::string> choices_of(const store::Reader& db, const store::Readable& organisation,
                                    CampaignId campaign, Day day) {
    return db.all([](const Row& row) { return row.get<std::string>(0); }, R"sql(
        SELECT intervention FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2 AND from_day <= $3 AND $3 <= to_day
         ORDER BY from_day, intervention
    )sql",
                  organisation, campaign, day);
}

std::vector<Choice> choice_history_of(const store::Reader& db, const store::Readable& organisation,
                                      CampaignId campaign) {
    const auto read = [](const Row& row) {
        return Choice{.intervention = row.get<std::string>(0),
                      .from = row.get<Day>(1),
                      .to = row.get<Day>(2)};
    };
    return db.all(read, R"sql(
        SELECT intervention, from_day, to_day FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY from_day, intervention
    )sql",
                  organisation, campaign);
}

bool is_member(const store::Reader& db, OrganisationId organisation, CampaignId campaign, Day day) {
    return db
        .one([](const Row&) { return true; }, R"sql(
        SELECT 1 FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = 'joined'
           AND from_day <= $3 AND $3 <= to_day
    )sql",
             organisation, campaign, day, public_facts())
        .has_value();
}

std::vector<Member> members_of(const store::Reader& db, CampaignId campaign, Day day) {
    return db.all(read_member, R"sql(
        SELECT o.id, o.name, o.kind, r.name, r.id,
               (SELECT min(q.from_day) FROM campaign_periods q
                 WHERE q.organisation_id = p.organisation_id AND q.campaign_id = p.campaign_id
                   AND q.from_day <= p.from_day
                   AND NOT EXISTS (SELECT 1 FROM campaign_periods e
                                    WHERE e.organisation_id = p.organisation_id
                                      AND e.campaign_id = p.campaign_id
                                      AND e.ended_because IN ('left', 'merged')
                                      AND e.to_day >= q.from_day AND e.to_day < p.from_day))
          FROM campaign_periods p
          JOIN organisations o ON o.id = p.organisation_id
          LEFT JOIN (SELECT x.descendant_id, y.id, y.name
                       FROM organisation_closure x
                       JOIN organisations y ON y.id = x.ancestor_id AND y.kind = 'region'
                      WHERE x.valid_from <= $2 AND $2 <= x.valid_to) r ON r.descendant_id = o.id
         WHERE p.campaign_id = $1 AND p.state = 'joined' AND p.from_day <= $2 AND $2 <= p.to_day
         ORDER BY lower(o.name), o.id
    )sql",
                  campaign, day, public_facts());
}

std::size_t count_members(const store::Reader& db, CampaignId campaign, Day day) {
    return static_cast<std::size_t>(db.one([](const Row& row) { return row.get<std::int64_t>(0); },
                                           R"sql(
        SELECT count(*) FROM campaign_periods
         WHERE campaign_id = $1 AND state = 'joined' AND from_day <= $2 AND $2 <= to_day
    )sql",
                                           campaign, day, public_facts())
                                        .value());
}

Uptake uptake_of(const store::Reader& db, const Campaign& campaign, Day day) {
    const auto number = [](const Row& row) { return row.get<std::int64_t>(0); };
    Uptake uptake;
    uptake.members = static_cast<std::int64_t>(count_members(db, campaign.id, day));
    uptake.joined = db.one(number, R"sql(
        SELECT count(*) FROM campaign_periods p
          JOIN organisations o ON o.id = p.organisation_id
         WHERE p.campaign_id = $1 AND p.state = 'joined' AND p.from_day <= $2 AND $2 <= p.to_day
           AND ($3 = '' OR o.kind = $3) AND (o.closed IS NULL OR o.closed >= $2)
    )sql",
                           campaign.id, day, campaign.eligible_kind, public_facts())
                        .value();
    uptake.eligible = db.one(number, R"sql(
        SELECT count(*) FROM organisations
         WHERE ($1 = '' OR kind = $1) AND (opened IS NULL OR opened <= $2)
           AND (closed IS NULL OR closed >= $2)
    )sql",
                             campaign.eligible_kind, day)
                          .value();
    uptake.pledges = db.one(number, R"sql(
        SELECT count(*) FROM personal_pledges
         WHERE campaign_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
    )sql",
                            campaign.id)
                         .value();
    uptake.done = db.one(number, R"sql(
        SELECT count(*) FROM personal_pledges
         WHERE campaign_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
           AND done_on IS NOT NULL
    )sql",
                         campaign.id)
                      .value();
    return uptake;
}

std::vector<Taken> taken_of(const store::Reader& db, CampaignId campaign, Day day) {
    const auto read = [](const Row& row) {
        return Taken{.intervention = row.get<std::string>(0), .members = row.get<std::int64_t>(1)};
    };
    return db.all(read, R"sql(
        SELECT i.intervention, count(c.organisation_id)
          FROM campaign_interventions i
          LEFT JOIN (SELECT ch.campaign_id, ch.intervention, ch.organisation_id
                       FROM campaign_choices ch
                       JOIN campaign_periods p ON p.organisation_id = ch.organisation_id
                                              AND p.campaign_id = ch.campaign_id
                      WHERE p.state = 'joined' AND p.from_day <= $2 AND $2 <= p.to_day
                        AND ch.from_day <= $2 AND $2 <= ch.to_day) c
                 ON c.campaign_id = i.campaign_id AND c.intervention = i.intervention
         WHERE i.campaign_id = $1
         GROUP BY i.intervention, i.position
         ORDER BY i.position
    )sql",
                  campaign, day, public_facts());
}

std::vector<Member> members_working_on(const store::Reader& db, CampaignId campaign,
                                       std::string_view intervention, Day day) {
    std::vector<OrganisationId> ids =
        db.all([](const Row& row) { return row.get<OrganisationId>(0); }, R"sql(
        SELECT organisation_id FROM campaign_choices
         WHERE campaign_id = $1 AND intervention = $2 AND from_day <= $3 AND $3 <= to_day
    )sql",
               campaign, intervention, day, public_facts());
    std::ranges::sort(ids);
    std::vector<Member> members = members_of(db, campaign, day);
    std::erase_if(members, [&](const Member& one) {
        return !std::ranges::binary_search(ids, one.organisation);
    });
    return members;
}

Membership begin(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 CampaignId campaign) {
    if (auto known = find_membership(db, organisation, campaign)) return *known;
    Membership membership;
    membership.id = db.new_id<Membership>();
    membership.organisation = organisation.organisation();
    membership.campaign = campaign;
    db.run(R"sql(
        INSERT INTO campaign_memberships (organisation_id, id, campaign_id) VALUES ($1, $2, $3)
    )sql",
           organisation, membership.id, campaign);
    record(db, organisation, stamp, "campaigns.begin", membership.id, "campaign", campaign.text());
    return membership;
}

bool save_pledge(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Membership& before, std::string_view pledge, bool is_public) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET pledge = $1, pledge_public = $2
         WHERE organisation_id = $3 AND id = $4
    )sql",
           pledge, is_public, owner, before.id);
    record(db, owner, stamp, "campaigns.pledge", before.id, "pledge", pledge);
    tell_search(db, owner, before.campaign);
    return true;
}

bool save_staff_letter(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                       const Membership& before, std::optional<Day> on) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET staff_letter_on = $1
         WHERE organisation_id = $2 AND id = $3
    )sql",
           on, owner, before.id);
    record(db, owner, stamp, "campaigns.staff_letter", before.id, "on", on ? iso_day(*on) : "");
    return true;
}

bool save_review_training(store::Writer& db, const store::Writable& owner,
                          const store::Stamp& stamp, const Membership& before,
                          std::optional<Day> on) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET review_training_on = $1
         WHERE organisation_id = $2 AND id = $3
    )sql",
           on, owner, before.id);
    record(db, owner, stamp, "campaigns.review_training", before.id, "on", on ? iso_day(*on) : "");
    return true;
}

bool save_choices(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const Membership& before, const std::vector<std::string>& codes, Day from) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    const auto were = choices_of(db, owner, before.campaign, kOpenEnd);
    std::string all;
    for (const std::string& code : were)
        if (std::ranges::find(codes, code) == codes.end())
            end_choice(db, owner, before.campaign, code, from - days(1));
    for (const std::string& code : codes) {
        if (std::ranges::find(were, code) == were.end())
            add_choice(db, owner, before.campaign, code, from);
        all += (all.empty() ? "" : " ") + code;
    }
    record(db, owner, stamp, "campaigns.choices", before.id, "interventions", all);
    return true;
}

bool save_carry_over(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                     const Membership& before, bool agrees) {
    if (!touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET carry_over = $1 WHERE organisation_id = $2 AND id = $3
    )sql",
           agrees, owner, before.id);
    record(db, owner, stamp, "campaigns.carry_over_consent", before.id, "agrees",
           agrees ? "yes" : "no");
    return true;
}

bool open_to_peers(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Membership& before, bool open) {
    if (!before.in_preparation() || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET open_to_peers = $1 WHERE organisation_id = $2 AND id = $3
    )sql",
           open, owner, before.id);
    record(db, owner, stamp, "campaigns.open_to_peers", before.id, "open", open ? "yes" : "no");
    return true;
}

Candidate candidate_of(const store::Reader& db, const Membership& membership, Day) {
    static const auto scope = store::Scope::system("the joining rule looks at one membership");
    return {.choices = choices_of(db, scope.may_read(membership.organisation), membership.campaign,
                                  kOpenEnd),
            .pledge = !membership.pledge.empty(),
            .pledge_public = membership.pledge_public,
            .staff_letter_on = membership.staff_letter_on,
            .review_training_on = membership.review_training_on,
            .is_signed = membership.state == State::sent || membership.takes_part()};
}

Signed sign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& before, Day today) {
    if (!before.in_preparation() || !touch(db, owner, before)) return Signed::overtaken;
    const auto now = find_membership(db, owner, before.campaign);
    const auto checks =
        check(conditions_of(db, before.campaign), candidate_of(db, now.value(), today),
              interventions_of(db, before.campaign, today), today);
    if (!all_met(checks, Asks::signed_by_chief_executive)) return Signed::rule_not_met;
    set_state(db, owner, before, State::sent, "");
    db.run(R"sql(
        UPDATE campaign_memberships SET signed_by = $1, signed_at = $2, open_to_peers = 0
         WHERE organisation_id = $3 AND id = $4
    )sql",
           stamp.person, stamp.at, owner, before.id);
    record(db, owner, stamp, "campaigns.sign", before.id, "pledge", before.pledge);
    return Signed::done;
}

bool take_back(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
               const Membership& before) {
    if (before.state != State::sent || !touch(db, owner, before)) return false;
    set_state(db, owner, before, State::draft, "");
    db.run(R"sql(
        UPDATE campaign_memberships SET signed_by = NULL, signed_at = NULL
         WHERE organisation_id = $1 AND id = $2
    )sql",
           owner, before.id);
    record(db, owner, stamp, "campaigns.take_back", before.id, "state", "draft");
    return true;
}

bool approve(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Membership& before, Day from) {
    if (before.state != State::sent || !touch(db, owner, before)) return false;
    const Day first = free_day(db, owner, before.campaign, from);
    set_state(db, owner, before, State::joined, "");
    decided(db, owner, stamp, before);
    add_period(db, owner, before.campaign, first, kOpenEnd, true);
    // What was chosen while it prepared counts from the day on which it joins.
    db.run(R"sql(
        UPDATE campaign_choices SET from_day = $1
         WHERE organisation_id = $2 AND campaign_id = $3 AND to_day = $4
    )sql",
           first, owner, before.campaign, kOpenEnd);
    record(db, owner, stamp, "campaigns.approve", before.id, "from", iso_day(first));
    tell_search(db, owner, before.campaign);
    return true;
}

bool decline(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Membership& before, std::string_view reason) {
    if (before.state != State::sent || !touch(db, owner, before)) return false;
    set_state(db, owner, before, State::declined, reason);
    decided(db, owner, stamp, before);
    record(db, owner, stamp, "campaigns.decline", before.id, "reason", reason);
    return true;
}

bool pause(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Membership& before, Day from) {
    if (before.state != State::joined || !touch(db, owner, before)) return false;
    end_period(db, owner, before.campaign, from - days(1), "paused");
    add_period(db, owner, before.campaign, from, kOpenEnd, false);
    set_state(db, owner, before, State::paused, "");
    record(db, owner, stamp, "campaigns.pause", before.id, "from", iso_day(from));
    return true;
}

bool resume(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& before, Day from) {
    if (before.state != State::paused || !touch(db, owner, before)) return false;
    end_period(db, owner, before.campaign, from - days(1), "resumed");
    add_period(db, owner, before.campaign, free_day(db, owner, before.campaign, from), kOpenEnd,
               true);
    set_state(db, owner, before, State::joined, "");
    record(db, owner, stamp, "campaigns.resume", before.id, "from", iso_day(from));
    return true;
}

bool leave(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Membership& before, Day last_day, std::string_view reason) {
    if (!before.takes_part() || !touch(db, owner, before)) return false;
    end_period(db, owner, before.campaign, last_day, "left");
    for (const std::string& code : choices_of(db, owner, before.campaign, kOpenEnd))
        end_choice(db, owner, before.campaign, code, last_day);
    set_state(db, owner, before, State::left, reason);
    record(db, owner, stamp, "campaigns.leave", before.id, "reason", reason);
    tell_search(db, owner, before.campaign);
    return true;
}

std::optional<Day> began_last(const store::Reader& db, const store::Readable& organisation,
                              CampaignId campaign) {
    return db.one([](const Row& row) { return row.get<Day>(0); }, R"sql(
        SELECT from_day FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2 AND to_day = $3
    )sql",
                  organisation, campaign, kOpenEnd);
}

namespace {

/// Makes it a member from a day on, whatever it was: where it is one already nothing changes.
void make_member(store::Writer& db, const store::Writable& into, const store::Stamp& stamp,
                 const Membership& like, Day on) {
    Membership own = begin(db, into, stamp, like.campaign);
    if (own.state == State::joined) return;
    if (!touch(db, into, own)) throw std::logic_error("A membership changed while it was read.");
    if (own.state == State::paused) end_period(db, into, like.campaign, on - days(1), "resumed");
    const auto began = began_last(db, into, like.campaign);
    if (!began)
        add_period(db, into, like.campaign, free_day(db, into, like.campaign, on), kOpenEnd, true);
    set_state(db, into, own, State::joined, "");
    if (!own.pledge.empty()) return;
    db.run(R"sql(
        UPDATE campaign_memberships
           SET pledge = $1, pledge_public = $2, signed_by = $3, signed_at = $4
         WHERE organisation_id = $5 AND id = $6
    )sql",
           like.pledge, like.pledge_public, like.signed_by, like.signed_at, into, own.id);
}

void merge_one(store::Writer& db, const store::Writable& from, const store::Writable& into,
               const store::Stamp& stamp, const Membership& gone, Day on) {
    const Day last_day = on - days(1);
    const auto codes = choices_of(db, from, gone.campaign, kOpenEnd);
    if (!touch(db, from, gone)) throw std::logic_error("A membership changed while it was read.");
    // A membership that began after the merger, by mistake, was still one: a day of it stays.
    const Day began = began_last(db, from, gone.campaign).value_or(on);
    end_period(db, from, gone.campaign, std::max(last_day, began), "merged");
    for (const std::string& code : codes)
        end_choice(db, from, gone.campaign, code, last_day);
    set_state(db, from, gone, State::left, "");
    record(db, from, stamp, "campaigns.merge", gone.id, "into", into.text());
    tell_search(db, from, gone.campaign);
    if (gone.state == State::joined) make_member(db, into, stamp, gone, on);

    const auto own = find_membership(db, into, gone.campaign);
    if (!own || !own->takes_part()) return;
    const auto known = choices_of(db, into, gone.campaign, kOpenEnd);
    for (const std::string& code : codes)
        if (std::ranges::find(known, code) == known.end())
            add_choice(db, into, gone.campaign, code, on);
    record(db, into, stamp, "campaigns.merge", own->id, "from", from.text());
    tell_search(db, into, gone.campaign);
}

/// Of a draft, or what waits or was declined, nothing goes on: the successor writes its own.
void end_draft(store::Writer& db, const store::Writable& from, const store::Stamp& stamp,
               const Membership& gone) {
    if (!touch(db, from, gone)) throw std::logic_error("A membership changed while it was read.");
    set_state(db, from, gone, State::draft, "");
    db.run(R"sql(
        UPDATE campaign_memberships SET open_to_peers = 0 WHERE organisation_id = $1 AND id = $2
    )sql",
           from, gone.id);
    record(db, from, stamp, "campaigns.merge", gone.id, "state", "draft");
}

}  // namespace

void merged(store::Writer& db, const store::Writable& from, const store::Writable& into,
            const store::Stamp& stamp, Day on) {
    for (const Membership& gone : memberships_of(db, from)) {
        if (gone.takes_part()) merge_one(db, from, into, stamp, gone, on);
        if (gone.state == State::sent) end_draft(db, from, stamp, gone);
    }
}

std::vector<OrganisationId> carry_over(store::Writer& db, const store::Scope& system,
                                       const store::Stamp& stamp, const Campaign& from,
                                       const Campaign& to, Day on) {
    const auto agreed = db.all(read_membership, R"sql(
        SELECT m.id, m.organisation_id, m.campaign_id, m.state, m.pledge, m.pledge_public,
               m.staff_letter_on, m.review_training_on, m.signed_by, m.signed_at, m.reason,
               m.carry_over, m.open_to_peers, m.rev
          FROM campaign_memberships m
         WHERE m.campaign_id = $1 AND m.state = 'joined' AND m.carry_over = 1
           AND NOT EXISTS (SELECT 1 FROM campaign_memberships n
                            WHERE n.organisation_id = m.organisation_id AND n.campaign_id = $2)
         ORDER BY m.organisation_id
    )sql",
                               from.id, to.id, system.everywhere());
    const auto asked = interventions_of(db, to.id, on);
    std::vector<OrganisationId> carried;
    for (const Membership& one : agreed) {
        const auto owner = system.may_write(one.organisation);
        Membership like = one;
        like.campaign = to.id;
        make_member(db, owner, stamp, like, on);
        for (const std::string& code : choices_of(db, owner, from.id, kOpenEnd))
            if (find_intervention(asked, code)) add_choice(db, owner, to.id, code, on);
        const auto now = find_membership(db, owner, to.id);
        record(db, owner, stamp, "campaigns.carry_over", now->id, "from", from.code);
        tell_search(db, owner, to.id);
        carried.push_back(one.organisation);
    }
    return carried;
}

std::size_t count_carry_over(const store::Reader& db, const Campaign& from, const Campaign& to) {
    static const auto scope = store::Scope::system("an office asks how many agreed");
    return static_cast<std::size_t>(db.one([](const Row& row) { return row.get<std::int64_t>(0); },
                                           R"sql(
        SELECT count(*)
          FROM campaign_memberships m
         WHERE m.campaign_id = $1 AND m.state = 'joined' AND m.carry_over = 1
           AND NOT EXISTS (SELECT 1 FROM campaign_memberships n
                            WHERE n.organisation_id = m.organisation_id AND n.campaign_id = $2)
    )sql",
                                           from.id, to.id, scope.everywhere())
                                        .value());
}

std::vector<Waiting> waiting_of(const store::Reader& db, CampaignId campaign) {
    static const auto scope = store::Scope::system("a campaign's office sees who waits for it");
    const auto read = [](const Row& row) {
        return Waiting{.membership = read_membership(row),
                       .organisation = row.get<std::string>(14),
                       .signer = row.get<std::optional<std::string>>(15).value_or("")};
    };
    return db.all(read, R"sql(
        SELECT m.id, m.organisation_id, m.campaign_id, m.state, m.pledge, m.pledge_public,
               m.staff_letter_on, m.review_training_on, m.signed_by, m.signed_at, m.reason,
               m.carry_over, m.open_to_peers, m.rev, o.name, p.name
          FROM campaign_memberships m
          JOIN organisations o ON o.id = m.organisation_id
          LEFT JOIN people p ON p.id = m.signed_by
         WHERE m.campaign_id = $1 AND m.state = 'sent'
         ORDER BY m.signed_at, o.name
    )sql",
                  campaign, scope.everywhere());
}

}  // namespace primum::campaigns
