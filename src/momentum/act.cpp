#include "momentum/act.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "language/language.h"
#include "measures/frequency.h"

namespace primum::momentum {
namespace {

using language::sentence;

struct Known {
    ActKind kind;
    std::string_view name;
    const char* label;
    bool evidence;
};

const std::array<Known, kActKinds>& known() {
    static const std::array<Known, kActKinds> kKnown{{
        {ActKind::joined, "joined", sentence("Signing up"), false},
        {ActKind::staff_letter, "staff_letter", sentence("Letter to all staff"), false},
        {ActKind::review_training, "review_training", sentence("Training in record review"), false},
        {ActKind::chose, "chose", sentence("Interventions chosen"), false},
        {ActKind::personal_pledge, "personal_pledge", sentence("Personal pledges"), false},
        {ActKind::applied, "applied", sentence("Applications to the programme"), false},
        {ActKind::enrolled, "enrolled", sentence("Teams enrolled"), false},
        {ActKind::booked, "booked", sentence("Bookings of events"), false},
        {ActKind::attended, "attended", sentence("Events attended"), true},
        {ActKind::promised, "promised", sentence("Promises made at events"), true},
        {ActKind::promise_kept, "promise_kept", sentence("Promises kept"), true},
        {ActKind::pledge_done, "pledge_done", sentence("Personal pledges carried out"), true},
        {ActKind::part_attended, "part_attended", sentence("Programme parts attended"), true},
        {ActKind::team_complete, "team_complete", sentence("Team made complete"), true},
        {ActKind::task_done, "task_done", sentence("Programme tasks done"), true},
        {ActKind::assessed, "assessed", sentence("Self-assessments made"), true},
        {ActKind::gap_closed, "gap_closed", sentence("Gaps closed"), true},
        {ActKind::data_sent, "data_sent", sentence("Periods with data in time"), true},
    }};
    return kKnown;
}

const Known& of(ActKind kind) {
    return known()[static_cast<std::size_t>(kind)];
}

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("a campaign's momentum counts the acts of all who take part");
    return kScope;
}

Day day_of(Instant at) {
    return std::chrono::floor<std::chrono::days>(at);
}

Instant end_of(Day day) {
    return day + std::chrono::days(1);
}

class Gatherer {
public:
    Gatherer(const store::Reader& db, const Campaign& campaign, Day until)
        : db_(db), campaign_(campaign), until_(until) {}

    std::vector<Act> all() {
        gather_will();
        gather_personal_pledges();
        gather_events();
        gather_programme();
        gather_teams();
        gather_data();
        roll_up();
        std::ranges::stable_sort(acts_, {}, &Act::day);
        return std::move(acts_);
    }

private:
    auto on_day(ActKind kind) {
        return [this, kind](const store::Row& row) {
            acts_.push_back({row.get<OrganisationId>(0), kind, row.get<Day>(1)});
        };
    }
    auto at_moment(ActKind kind) {
        return [this, kind](const store::Row& row) {
            acts_.push_back({row.get<OrganisationId>(0), kind, day_of(row.get<Instant>(1))});
        };
    }

    void gather_will() {
        db_.each(on_day(ActKind::joined), R"sql(
            SELECT organisation_id, min(from_day) FROM campaign_periods
             WHERE campaign_id = $1 AND state = 'joined' AND from_day <= $2
             GROUP BY organisation_id
        )sql",
                 campaign_.id, until_, scope().everywhere());
        db_.each(on_day(ActKind::staff_letter), R"sql(
            SELECT organisation_id, staff_letter_on FROM campaign_memberships
             WHERE campaign_id = $1 AND staff_letter_on <= $2
        )sql",
                 campaign_.id, until_, scope().everywhere());
        db_.each(on_day(ActKind::review_training), R"sql(
            SELECT organisation_id, review_training_on FROM campaign_memberships
             WHERE campaign_id = $1 AND review_training_on <= $2
        )sql",
                 campaign_.id, until_, scope().everywhere());
        db_.each(on_day(ActKind::chose), R"sql(
            SELECT organisation_id, from_day FROM campaign_choices
             WHERE campaign_id = $1 AND from_day <= $2
        )sql",
                 campaign_.id, until_, scope().everywhere());
    }

    // Of people who hold a role there on that day; once, however many they hold.
    void gather_personal_pledges() {
        db_.each(at_moment(ActKind::personal_pledge), R"sql(
            SELECT r.organisation_id, p.confirmed_at
              FROM personal_pledges p
              JOIN roles_held r ON r.person_id = p.person_id
             WHERE p.campaign_id = $1 AND p.confirmed_at < $2 AND p.withdrawn_at IS NULL
             GROUP BY r.organisation_id, p.id, p.confirmed_at
        )sql",
                 campaign_.id, end_of(until_), scope().everywhere());
        db_.each(on_day(ActKind::pledge_done), R"sql(
            SELECT r.organisation_id, p.done_on
              FROM personal_pledges p
              JOIN roles_held r ON r.person_id = p.person_id
             WHERE p.campaign_id = $1 AND p.done_on <= $2 AND p.withdrawn_at IS NULL
             GROUP BY r.organisation_id, p.id, p.done_on
        )sql",
                 campaign_.id, until_, scope().everywhere());
    }

    void gather_events() {
        db_.each(at_moment(ActKind::booked), R"sql(
            SELECT b.organisation_id, b.booked_at
              FROM event_bookings b
              JOIN events e ON e.id = b.event_id
              LEFT JOIN cohorts c ON c.id = e.cohort_id
              LEFT JOIN programmes p ON p.id = c.programme_id
             WHERE (e.campaign_id = $1 OR p.campaign_id = $1)
               AND b.state <> 'cancelled' AND b.booked_at < $2
        )sql",
                 campaign_.id, end_of(until_), scope().everywhere());
        db_.each(at_moment(ActKind::attended), R"sql(
            SELECT b.organisation_id, e.starts_at
              FROM event_bookings b
              JOIN events e ON e.id = b.event_id
              LEFT JOIN cohorts c ON c.id = e.cohort_id
              LEFT JOIN programmes p ON p.id = c.programme_id
             WHERE (e.campaign_id = $1 OR p.campaign_id = $1)
               AND b.state = 'booked' AND b.attended > 0 AND e.starts_at < $2
        )sql",
                 campaign_.id, end_of(until_), scope().everywhere());
        db_.each(
            [this](const store::Row& row) {
                const auto organisation = row.get<OrganisationId>(0);
                const Day made = row.get<Day>(1);
                acts_.push_back({organisation, ActKind::promised, made});
                if (row.get<std::string>(2) == "kept")
                    acts_.push_back({organisation, ActKind::promise_kept, made});
            },
            R"sql(
            SELECT m.organisation_id, m.made_on, m.state
              FROM event_promises m
              JOIN events e ON e.id = m.event_id
              LEFT JOIN cohorts c ON c.id = e.cohort_id
              LEFT JOIN programmes p ON p.id = c.programme_id
             WHERE (e.campaign_id = $1 OR p.campaign_id = $1) AND m.made_on <= $2
        )sql",
            campaign_.id, until_, scope().everywhere());
    }

    void gather_programme() {
        db_.each(at_moment(ActKind::applied), R"sql(
            SELECT a.organisation_id, a.sent_at
              FROM programme_applications a
              JOIN cohorts c ON c.id = a.cohort_id
              JOIN programmes p ON p.id = c.programme_id
             WHERE p.campaign_id = $1 AND a.sent_at < $2
        )sql",
                 campaign_.id, end_of(until_), scope().everywhere());
        db_.each(on_day(ActKind::enrolled), R"sql(
            SELECT e.organisation_id, e.from_day
              FROM programme_enrolments e
              JOIN programmes p ON p.id = e.programme_id
             WHERE p.campaign_id = $1 AND e.from_day <= $2
        )sql",
                 campaign_.id, until_, scope().everywhere());
        db_.each(on_day(ActKind::part_attended), R"sql(
            SELECT a.organisation_id, min(q.starts)
              FROM part_attendance a
              JOIN cohort_parts q ON q.cohort_id = a.cohort_id AND q.position = a.position
              JOIN cohorts c ON c.id = a.cohort_id
              JOIN programmes p ON p.id = c.programme_id
             WHERE p.campaign_id = $1 AND a.attended = 1 AND q.starts <= $2
             GROUP BY a.organisation_id, a.cohort_id, a.position
        )sql",
                 campaign_.id, until_, scope().everywhere());
        db_.each(on_day(ActKind::task_done), R"sql(
            SELECT t.organisation_id, t.done_on
              FROM team_tasks t
              JOIN programme_enrolments e
                ON e.organisation_id = t.organisation_id AND e.id = t.enrolment_id
              JOIN programmes p ON p.id = e.programme_id
             WHERE p.campaign_id = $1 AND t.done_on <= $2
        )sql",
                 campaign_.id, until_, scope().everywhere());
        db_.each(on_day(ActKind::assessed), R"sql(
            SELECT organisation_id, made_on FROM capability_assessments
             WHERE level <> 'individual' AND made_on <= $1
        )sql",
                 until_, scope().everywhere());
        db_.each(on_day(ActKind::gap_closed), R"sql(
            SELECT g.organisation_id, g.done_on
              FROM capability_gaps g
              JOIN capability_assessments a
                ON a.organisation_id = g.organisation_id AND a.id = g.assessment_id
             WHERE a.level <> 'individual' AND g.done_on <= $1
        )sql",
                 until_, scope().everywhere());
    }

    // A team is complete on the day when the last role that it must have was filled.
    void gather_teams() {
        struct Team {
            OrganisationId organisation;
            std::map<std::string, std::pair<int, std::vector<Day>>> roles;
        };
        std::map<std::string, Team> teams;
        db_.each(
            [&](const store::Row& row) {
                Team& team = teams[row.get<std::string>(1)];
                team.organisation = row.get<OrganisationId>(0);
                team.roles[row.get<std::string>(2)].first = row.get<int>(3);
            },
            R"sql(
            SELECT e.organisation_id, e.id, r.role, r.least
              FROM programme_enrolments e
              JOIN programme_team_roles r ON r.programme_id = e.programme_id
              JOIN programmes p ON p.id = e.programme_id
             WHERE p.campaign_id = $1 AND r.least > 0
        )sql",
            campaign_.id, scope().everywhere());
        db_.each(
            [&](const store::Row& row) {
                const auto team = teams.find(row.get<std::string>(0));
                if (team == teams.end()) return;
                const auto role = team->second.roles.find(row.get<std::string>(1));
                if (role != team->second.roles.end())
                    role->second.second.push_back(row.get<Day>(2));
            },
            R"sql(
            SELECT t.enrolment_id, t.role, t.from_day
              FROM team_places t
             WHERE t.from_day <= $1 AND t.name <> ''
             ORDER BY t.from_day
        )sql",
            until_, scope().everywhere());
        for (const auto& [enrolment, team] : teams) {
            Day complete{};
            bool whole = true;
            for (const auto& [role, filled] : team.roles) {
                const auto least = static_cast<std::size_t>(filled.first);
                whole = whole && filled.second.size() >= least;
                if (whole) complete = std::max(complete, filled.second[least - 1]);
            }
            if (whole) acts_.push_back({team.organisation, ActKind::team_complete, complete});
        }
    }

    // A number that came in time, however often it was put right later. One for each organisation
    // and period: who keeps many measures is not more engaged than who keeps the right few.
    void gather_data() {
        db_.each(
            [&](const store::Row& row) {
                const auto frequency = measures::parse_frequency(row.get<std::string>(2));
                if (!frequency) return;
                const Day period = row.get<Day>(1);
                const Day entered = day_of(row.get<Instant>(4));
                const Day due = measures::next_period(*frequency, period) - std::chrono::days(1) +
                                std::chrono::days(row.get<int>(3));
                if (entered <= due) data_.push_back({row.get<OrganisationId>(0), period, entered});
            },
            R"sql(
            SELECT s.organisation_id, p.period, v.frequency, s.due_days, min(p.entered_at)
              FROM series s
              JOIN measure_versions v ON v.measure_id = s.measure_id AND v.number = 1
              JOIN (SELECT organisation_id, series_id, period, entered_at FROM points
                    UNION ALL
                    SELECT organisation_id, series_id, period, entered_at FROM point_revisions) p
                ON p.organisation_id = s.organisation_id AND p.series_id = s.id
             WHERE p.entered_at >= $1 AND p.entered_at < $2
             GROUP BY s.organisation_id, p.period, v.frequency, s.due_days
        )sql",
            Instant(campaign_.starts), end_of(until_), scope().everywhere());
    }

    // What lies below an eligible organisation acts for it.
    void roll_up() {
        std::unordered_map<OrganisationId, OrganisationId> above;
        db_.each(
            [&](const store::Row& row) {
                above[row.get<OrganisationId>(0)] = row.get<OrganisationId>(1);
            },
            R"sql(
            SELECT c.descendant_id, c.ancestor_id
              FROM organisation_closure c
              JOIN organisations o ON o.id = c.ancestor_id
             WHERE o.kind = $1
               AND (c.descendant_id IN (SELECT organisation_id FROM event_bookings)
                    OR c.descendant_id IN (SELECT organisation_id FROM event_promises)
                    OR c.descendant_id IN (SELECT organisation_id FROM series)
                    OR c.descendant_id IN (SELECT r.organisation_id FROM roles_held r
                                             JOIN personal_pledges p
                                               ON p.person_id = r.person_id))
             ORDER BY c.valid_to
        )sql",
            campaign_.eligible_kind, scope().everywhere());
        for (Act& act : acts_)
            if (const auto to = above.find(act.organisation); to != above.end())
                act.organisation = to->second;
        std::map<std::pair<OrganisationId, Day>, Day> first;  // day of each period's first number
        for (const Sent& sent : data_) {
            const auto to = above.find(sent.organisation);
            const auto organisation = to == above.end() ? sent.organisation : to->second;
            const auto [known, is_new] = first.try_emplace({organisation, sent.period}, sent.day);
            if (!is_new) known->second = std::min(known->second, sent.day);
        }
        for (const auto& [of, entered] : first)
            acts_.push_back({of.first, ActKind::data_sent, entered});
    }

    const store::Reader& db_;
    const Campaign& campaign_;
    Day until_;
    std::vector<Act> acts_;
    struct Sent {
        OrganisationId organisation;
        Day period;
        Day day;
    };
    std::vector<Sent> data_;
};

}  // namespace

std::span<const ActKind> act_kinds() {
    static const auto kKinds = [] {
        std::array<ActKind, kActKinds> kinds{};
        for (std::size_t i = 0; i < kActKinds; ++i)
            kinds[i] = static_cast<ActKind>(i);
        return kinds;
    }();
    return kKinds;
}

std::string_view name(ActKind kind) {
    return of(kind).name;
}

std::optional<ActKind> parse_act(std::string_view name) {
    for (const Known& one : known())
        if (one.name == name) return one.kind;
    return {};
}

const char* label(ActKind kind) {
    return of(kind).label;
}

bool is_evidence(ActKind kind) {
    return of(kind).evidence;
}

std::vector<Act> acts_of(const store::Reader& db, const Campaign& campaign, Day until) {
    return Gatherer(db, campaign, until).all();
}

}  // namespace primum::momentum
