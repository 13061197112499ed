// A membership passes on: to the organisation that another became, to the campaign that follows.

#include <algorithm>
#include <stdexcept>

#include "campaigns/membership_rows.h"

namespace primum::campaigns {
namespace {

using std::chrono::days;
using store::Row;

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

}  // namespace primum::campaigns
