#include "momentum/store.h"

#include <algorithm>
#include <set>

#include "json/writer.h"
#include "language/language.h"

namespace primum::momentum {
namespace {

using language::sentence;

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("a campaign's office counts what came of all its signposts");
    return kScope;
}

Noticed read_noticed(const store::Row& row) {
    return {parse_direction(row.get<std::string>(0)).value_or(Direction::to_programme),
            row.get<Day>(1), row.get<std::optional<Instant>>(2),
            row.get<std::optional<Instant>>(3)};
}

struct SignpostRow;

Chase read_chase(const store::Row& row) {
    return {.id = row.get<ChaseId>(0),
            .organisation = row.get<OrganisationId>(1),
            .organisation_name = row.get<std::string>(2),
            .reason = row.get<std::string>(3),
            .act = row.get<std::string>(4),
            .made_by = row.get<std::optional<std::string>>(5).value_or(""),
            .made_at = row.get<Instant>(6),
            .done_on = row.get<std::optional<Day>>(7),
            .result = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

Milestone read_milestone(const store::Row& row) {
    return {.id = row.get<MilestoneId>(0),
            .name = row.get<std::string>(1),
            .measure = parse_measured(row.get<std::string>(2)).value_or(Measured::members),
            .target = row.get<double>(3),
            .due = row.get<Day>(4),
            .rev = row.get<std::int64_t>(5)};
}

std::string in_json(const Milestone& milestone) {
    json::Writer document;
    document.begin_object()
        .member("name", milestone.name)
        .member("measure", name(milestone.measure))
        .member("target", milestone.target)
        .member("due_on", iso_day(milestone.due))
        .end_object();
    return std::string(document.text());
}

std::string in_json(const std::vector<Weight>& weights) {
    json::Writer document;
    document.begin_object();
    for (const Weight& weight : weights)
        document.key(name(weight.act))
            .begin_object()
            .member("points", weight.points)
            .member("most", weight.most)
            .end_object();
    document.end_object();
    return std::string(document.text());
}

std::string in_json(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
    json::Writer document;
    document.begin_object();
    for (const auto& [key, value] : members)
        document.member(key, value);
    document.end_object();
    return std::string(document.text());
}

}  // namespace

std::vector<Noticed> noticed_of(const store::Reader& db, const store::Readable& organisation,
                                const CampaignId& campaign) {
    return db.all(read_noticed, R"sql(
        SELECT direction, since, seen_at, followed_at FROM signposts
         WHERE organisation_id = $1 AND campaign_id = $2
    )sql",
                  organisation, campaign);
}

std::unordered_map<OrganisationId, std::vector<Noticed>> all_noticed(const store::Reader& db,
                                                                     const CampaignId& campaign) {
    std::unordered_map<OrganisationId, std::vector<Noticed>> all;
    const auto take = [&](const store::Row& row) {
        all[row.get<OrganisationId>(4)].push_back(read_noticed(row));
    };
    db.each(take, R"sql(
        SELECT direction, since, seen_at, followed_at, organisation_id FROM signposts
         WHERE campaign_id = $1
    )sql",
            campaign, scope().everywhere());
    return all;
}

void save_seen(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               const CampaignId& campaign, Direction direction, Day since) {
    db.run(R"sql(
        INSERT INTO signposts (organisation_id, id, campaign_id, direction, since, seen_at, seen_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id, campaign_id, direction, since) DO UPDATE
           SET seen_at = excluded.seen_at, seen_by = excluded.seen_by, rev = signposts.rev + 1
         WHERE signposts.seen_at IS NULL
    )sql",
           organisation, db.new_id<SignpostRow>(), campaign, name(direction), since, stamp.at,
           stamp.person);
}

void save_followed(store::Writer& db, const store::Writable& organisation,
                   const store::Stamp& stamp, const CampaignId& campaign, Direction direction,
                   Day since) {
    save_seen(db, organisation, stamp, campaign, direction, since);
    const auto changed = db.run(R"sql(
        UPDATE signposts SET followed_at = $1, rev = rev + 1
         WHERE organisation_id = $2 AND campaign_id = $3 AND direction = $4 AND since = $5
           AND followed_at IS NULL
    )sql",
                                stamp.at, organisation, campaign, name(direction), since);
    if (changed > 0)
        store::record(db, organisation, stamp,
                      {.action = "momentum.follow_signpost",
                       .object = campaign.text(),
                       .before = "",
                       .after = in_json({{"direction", name(direction)}})});
}

bool is_under_way(const store::Reader& db, const store::Readable& organisation,
                  const CampaignId& campaign, Direction direction) {
    const auto read = [](const store::Row& row) { return row.get<int>(0); };
    if (direction == Direction::to_programme)
        return db
            .one(read, R"sql(
            SELECT 1 FROM programme_applications a
              JOIN cohorts c ON c.id = a.cohort_id
              JOIN programmes p ON p.id = c.programme_id
             WHERE a.organisation_id = $1 AND p.campaign_id = $2
               AND a.state IN ('sent', 'waiting', 'accepted')
        )sql",
                 organisation, campaign)
            .has_value();
    return db
        .one(read, R"sql(
        SELECT 1 FROM campaign_memberships
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = 'sent'
    )sql",
             organisation, campaign)
        .has_value();
}

/// Weights have a column whose name is that of a table of organisations.
static store::Scope of_campaigns() {
    return store::Scope::system("the weights of acts belong to a campaign");
}

std::vector<Weight> weights_of(const store::Reader& db, const CampaignId& campaign) {
    auto weights = first_weights();
    const auto take = [&](const store::Row& row) {
        const auto act = parse_act(row.get<std::string>(0));
        for (Weight& weight : weights)
            if (weight.act == act)
                weight = {*act, row.get<double>(1), row.get<int>(2), row.get<std::int64_t>(3)};
    };
    db.each(take, "SELECT act, points, most, rev FROM engagement_weights WHERE campaign_id = $1",
            campaign, of_campaigns().everywhere());
    return weights;
}

bool save_weights(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const CampaignId& campaign, const std::vector<Weight>& weights) {
    const auto before = weights_of(db, campaign);
    for (const Weight& weight : weights) {
        const auto was = std::ranges::find(before, weight.act, &Weight::act);
        if (was == before.end() || was->rev != weight.rev) return false;
    }
    for (const Weight& weight : weights) {
        const auto was = std::ranges::find(before, weight.act, &Weight::act);
        if (was->points == weight.points && was->most == weight.most) continue;
        db.run(R"sql(
            INSERT INTO engagement_weights (campaign_id, act, points, most, rev)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (campaign_id, act) DO UPDATE
               SET points = excluded.points, most = excluded.most, rev = excluded.rev
        )sql",
               campaign, name(weight.act), weight.points, weight.most, weight.rev + 1,
               of_campaigns().everywhere());
    }
    store::record(db, owner, stamp,
                  {.action = "momentum.change_weights",
                   .object = campaign.text(),
                   .before = in_json(before),
                   .after = in_json(weights)});
    return true;
}

std::vector<Chase> chases_below(const store::Reader& db, const store::ReadableTree& top,
                                const CampaignId& campaign, Day today) {
    return db.all(read_chase, R"sql(
        SELECT h.id, h.organisation_id, o.name, h.reason, h.act, p.name, h.made_at, h.done_on,
               h.result, h.rev
          FROM chases h
          JOIN organisations o ON o.id = h.organisation_id
          JOIN organisation_closure c ON c.descendant_id = h.organisation_id
          LEFT JOIN people p ON p.id = h.made_by
         WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
           AND h.campaign_id = $3
         ORDER BY CASE WHEN h.done_on IS NULL THEN 0 ELSE 1 END, h.made_at DESC, h.id
    )sql",
                  top, today, campaign);
}

std::vector<Chase> chases_of(const store::Reader& db, const store::Readable& organisation,
                             const CampaignId& campaign) {
    return db.all(read_chase, R"sql(
        SELECT h.id, h.organisation_id, o.name, h.reason, h.act, p.name, h.made_at, h.done_on,
               h.result, h.rev
          FROM chases h
          JOIN organisations o ON o.id = h.organisation_id
          LEFT JOIN people p ON p.id = h.made_by
         WHERE h.organisation_id = $1 AND h.campaign_id = $2
         ORDER BY CASE WHEN h.done_on IS NULL THEN 0 ELSE 1 END, h.made_at DESC, h.id
    )sql",
                  organisation, campaign);
}

std::optional<Chase> find_chase(const store::Reader& db, const store::Readable& organisation,
                                ChaseId id) {
    return db.one(read_chase, R"sql(
        SELECT h.id, h.organisation_id, o.name, h.reason, h.act, p.name, h.made_at, h.done_on,
               h.result, h.rev
          FROM chases h
          JOIN organisations o ON o.id = h.organisation_id
          LEFT JOIN people p ON p.id = h.made_by
         WHERE h.organisation_id = $1 AND h.id = $2
    )sql",
                  organisation, id);
}

ChaseId add_chase(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const CampaignId& campaign, const std::string& reason, const std::string& act) {
    const auto id = db.new_id<Chase>();
    db.run(R"sql(
        INSERT INTO chases (organisation_id, id, campaign_id, reason, act, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    )sql",
           organisation, id, campaign, reason, act, stamp.person, stamp.at);
    store::record(db, organisation, stamp,
                  {.action = "momentum.add_chase",
                   .object = id.text(),
                   .before = "",
                   .after = in_json({{"reason", reason}, {"act", act}})});
    return id;
}

bool save_result(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Chase& before, Day done_on, const std::string& result) {
    const auto changed = db.run(R"sql(
        UPDATE chases SET done_on = $1, result = $2, rev = rev + 1
         WHERE organisation_id = $3 AND id = $4 AND rev = $5
    )sql",
                                done_on, result, organisation, before.id, before.rev);
    if (changed == 0) return false;
    store::record(db, organisation, stamp,
                  {.action = "momentum.enter_result",
                   .object = before.id.text(),
                   .before = in_json({{"result", before.result}}),
                   .after = in_json({{"done_on", iso_day(done_on)}, {"result", result}})});
    return true;
}

std::string_view name(Measured measured) {
    switch (measured) {
        case Measured::members:
            return "members";
        case Measured::share_of_eligible:
            return "share_of_eligible";
        case Measured::enrolled:
            return "enrolled";
        case Measured::personal_pledges:
            break;
    }
    return "personal_pledges";
}

std::optional<Measured> parse_measured(std::string_view text) {
    for (const Measured measured : {Measured::members, Measured::share_of_eligible,
                                    Measured::enrolled, Measured::personal_pledges})
        if (name(measured) == text) return measured;
    return {};
}

const char* label(Measured measured) {
    switch (measured) {
        case Measured::members:
            return sentence("Members");
        case Measured::share_of_eligible:
            return sentence("Share of those who may join");
        case Measured::enrolled:
            return sentence("Organisations enrolled on the programme");
        case Measured::personal_pledges:
            break;
    }
    return sentence("Personal pledges");
}

std::vector<Milestone> milestones_of(const store::Reader& db, const CampaignId& campaign) {
    return db.all(read_milestone, R"sql(
        SELECT id, name, measure, target, due_on, rev FROM milestones
         WHERE campaign_id = $1 ORDER BY due_on, name, id
    )sql",
                  campaign);
}

std::optional<Milestone> find_milestone(const store::Reader& db, const CampaignId& campaign,
                                        MilestoneId id) {
    return db.one(read_milestone, R"sql(
        SELECT id, name, measure, target, due_on, rev FROM milestones
         WHERE campaign_id = $1 AND id = $2
    )sql",
                  campaign, id);
}

MilestoneId add_milestone(store::Writer& db, const store::Writable& owner,
                          const store::Stamp& stamp, const CampaignId& campaign,
                          const Milestone& milestone) {
    const auto id = db.new_id<Milestone>();
    db.run(R"sql(
        INSERT INTO milestones (id, campaign_id, name, measure, target, due_on)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           id, campaign, milestone.name, name(milestone.measure), milestone.target, milestone.due);
    store::record(db, owner, stamp,
                  {.action = "momentum.add_milestone",
                   .object = id.text(),
                   .before = "",
                   .after = in_json(milestone)});
    return id;
}

bool save_milestone(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                    const Milestone& milestone) {
    const auto changed = db.run(R"sql(
        UPDATE milestones SET name = $1, measure = $2, target = $3, due_on = $4, rev = rev + 1
         WHERE id = $5 AND rev = $6
    )sql",
                                milestone.name, name(milestone.measure), milestone.target,
                                milestone.due, milestone.id, milestone.rev);
    if (changed == 0) return false;
    store::record(db, owner, stamp,
                  {.action = "momentum.change_milestone",
                   .object = milestone.id.text(),
                   .before = "",
                   .after = in_json(milestone)});
    return true;
}

bool remove_milestone(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                      const Milestone& milestone) {
    const auto changed =
        db.run("DELETE FROM milestones WHERE id = $1 AND rev = $2", milestone.id, milestone.rev);
    if (changed == 0) return false;
    store::record(db, owner, stamp,
                  {.action = "momentum.remove_milestone",
                   .object = milestone.id.text(),
                   .before = in_json(milestone),
                   .after = ""});
    return true;
}

std::vector<Day> pledge_days(const store::Reader& db, const CampaignId& campaign) {
    const auto read = [](const store::Row& row) {
        return std::chrono::floor<std::chrono::days>(row.get<Instant>(0));
    };
    return db.all(read, R"sql(
        SELECT confirmed_at FROM personal_pledges
         WHERE campaign_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
         ORDER BY confirmed_at
    )sql",
                  campaign);
}

double value_on(Measured measure, std::span<const Facts> all, const Campaign& campaign,
                std::span<const Day> pledges, Day day) {
    if (measure == Measured::personal_pledges)
        return static_cast<double>(std::ranges::upper_bound(pledges, day) - pledges.begin());
    int members = 0;
    int enrolled = 0;
    int eligible = 0;
    int eligible_members = 0;
    for (const Facts& one : all) {
        if (!one.open_on(day)) continue;
        const bool member = one.member_on(day);
        if (member) ++members;
        if (one.enrolled_on(day)) ++enrolled;
        if (!campaign.may_be_joined_by(one.kind)) continue;
        ++eligible;
        if (member) ++eligible_members;
    }
    if (measure == Measured::members) return members;
    if (measure == Measured::enrolled) return enrolled;
    return eligible == 0 ? 0 : static_cast<double>(eligible_members) / eligible;
}

std::optional<Day> reached_on(const Milestone& milestone, std::span<const Facts> all,
                              const Campaign& campaign, std::span<const Day> pledges, Day today) {
    // It can be reached only on a day on which something begins or somebody closes.
    std::set<Day> days(pledges.begin(), pledges.end());
    for (const Facts& one : all) {
        for (const auto* periods : {&one.member, &one.enrolled})
            for (const Period& period : *periods)
                days.insert(period.from);
        if (one.opened) days.insert(*one.opened);
        if (one.closed) days.insert(*one.closed + std::chrono::days(1));
    }
    for (const Day day : days) {
        if (day > today) break;
        if (value_on(milestone.measure, all, campaign, pledges, day) >= milestone.target)
            return day;
    }
    return {};
}

Completeness completeness_on(const store::Reader& db, std::span<const Facts> all,
                             const Campaign& campaign, const ActsByOrganisation& acts, Day day) {
    Completeness complete;
    std::set<OrganisationId> members;
    for (const Facts& one : all) {
        if (!one.open_on(day) || !one.member_on(day)) continue;
        members.insert(one.id);
        ++complete.members;
        if (one.enrolled_on(day)) ++complete.enrolled;
        bool team = false;
        bool assessed = false;
        for (const Act& act : acts.of(one.id)) {
            if (act.day > day) continue;
            team = team || act.kind == ActKind::team_complete;
            assessed = assessed || act.kind == ActKind::assessed;
        }
        if (team && one.enrolled_on(day)) ++complete.team_complete;
        if (assessed) ++complete.assessed;
    }
    const auto take = [&](const store::Row& row) {
        if (!members.contains(row.get<OrganisationId>(0))) return;
        if (row.get<bool>(1)) ++complete.pledge;
        if (row.get<bool>(1) && row.get<bool>(2)) ++complete.pledge_public;
        if (row.get<bool>(3)) ++complete.staff_letter;
        if (row.get<bool>(4)) ++complete.review_training;
    };
    db.each(take, R"sql(
        SELECT organisation_id,
               CASE WHEN pledge <> '' THEN 1 ELSE 0 END, pledge_public,
               CASE WHEN staff_letter_on <= $2 THEN 1 ELSE 0 END,
               CASE WHEN review_training_on <= $2 THEN 1 ELSE 0 END
          FROM campaign_memberships WHERE campaign_id = $1
    )sql",
            campaign.id, day, scope().everywhere());
    return complete;
}

}  // namespace primum::momentum
