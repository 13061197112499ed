// A membership is let in or declined, pauses, goes on and ends.

#include "campaigns/membership_rows.h"

namespace primum::campaigns {

using std::chrono::days;
using store::Row;

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

namespace {

void decided(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Membership& before) {
    db.run(R"sql(
        UPDATE campaign_memberships SET decided_by = $1, decided_at = $2
         WHERE organisation_id = $3 AND id = $4
    )sql",
           stamp.person, stamp.at, owner, before.id);
}

}  // namespace

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

}  // namespace primum::campaigns
