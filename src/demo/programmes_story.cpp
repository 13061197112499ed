// The LIPS programme: three cohorts that were, are and have just begun, and one that takes
// applications.

#include <algorithm>
#include <chrono>
#include <string>

#include "campaigns/campaign.h"
#include "demo/names.h"
#include "demo/stories.h"
#include "people/store.h"
#include "programmes/capability.h"
#include "programmes/enrolment.h"
#include "programmes/programme.h"
#include "programmes/team.h"

namespace primum::demo {
namespace {

using namespace programmes;
using access::Role;
using std::chrono::days;

constexpr std::size_t kFirstPlaces = 20;
constexpr std::size_t kLaterPlaces = 22;
constexpr int kOpenPlaces = 10;
constexpr std::size_t kNotJoined = 8;
constexpr std::size_t kBatch = 4;  // teams in one transaction

Day monday_from(Day day) {
    while (std::chrono::weekday(day) != std::chrono::Monday)
        day += days(1);
    return day;
}

Day thursday_from(Day day) {
    while (std::chrono::weekday(day) != std::chrono::Thursday)
        day += days(1);
    return day;
}

class ProgrammeStory {
public:
    ProgrammeStory(store::Store& store, const World& world)
        : store_(store), world_(world), chance_(world.chance("programmes")) {}

    void tell() {
        make();
        choose_trusts();
        run(0, first_, kFirstPlaces, 0.97);
        run(1, second_, kLaterPlaces, 0.9);
        run(2, third_, kLaterPlaces, 0.75);
        applications();
        first_trust();
    }

private:
    template <class Change>
    auto write(Change change) {
        return store_.write(change);
    }

    bool likely(double share) {
        constexpr std::uint64_t kParts = 1000;
        return static_cast<double>(chance_.below(kParts)) < share * static_cast<double>(kParts);
    }

    std::string anybody() {
        const FullName name = person_name(chance_);
        return name.first + " " + name.last;
    }

    void make() {
        write([&](store::Writer& db) {
            const auto campaign = campaigns::front_campaign(db);
            const Day day = world_.began() - days(20);
            const auto id = make_programme(
                db, world_.stamp(day, faculty()),
                {.code = "lips",
                 .owner = world_.top(),
                 .campaign = campaign ? std::optional<Uuid>(campaign->id) : std::nullopt,
                 .name = "Leading Improvement in Patient Safety",
                 .short_name = "LIPS",
                 .summary = "LIPS supports and complements the campaign: it helps trusts to build "
                            "the capacity and the capability to make the safety of patients the "
                            "highest priority.",
                 .supports =
                     "The campaign says what to aim for: no avoidable death and no avoidable harm. "
                     "The programme gives teams what they need to get there.\n\n"
                     "In the Executive Quality and Safety Academy, chief executives and their "
                     "executive teams work out a clear and deliverable strategy for the safety of "
                     "patients in their organisation.\n\n"
                     "In the core modules, medical and nursing directors and clinicians develop "
                     "the knowledge and skills to roll that strategy out, and to eliminate "
                     "harm.\n\n"
                     "Teams share their successes and their challenges. What they learn helps "
                     "trusts to deliver the aims of the campaign: whoever takes part in both "
                     "benefits from both.",
                 .criteria =
                     "Trusts whose chief executive wants the safety of patients to come first, and "
                     "makes time for a team to learn how.\n\n"
                     "You need not have joined the campaign, though it makes sense to.",
                 .asked =
                     "An application takes about an hour to write. You can save it as a draft, "
                     "and several leaders can work on it."},
                "LIPS");
            programme_ = *find_programme(db, id);
            roles_ = team_roles_of(db, id);
        });
        open(monday_from(world_.began() + days(42)), kFirstPlaces);
        open(monday_from(world_.today - days(220)), kLaterPlaces);
        open(monday_from(world_.today - days(100)), kLaterPlaces);
        open(monday_from(world_.today + days(63)), kOpenPlaces);
        bring_masterclass_forward();
    }

    std::optional<PersonId> faculty() const {
        return world_.holder(Role::programme_faculty, world_.top());
    }

    void open(Day starts, std::size_t places) {
        const bool last = starts > world_.today;
        write([&](store::Writer& db) {
            const Day opens = last ? world_.today - days(30) : starts - days(100);
            const auto id =
                open_cohort(db, world_.stamp(opens, faculty()), programme_,
                            {.starts = starts,
                             .opens = opens,
                             .closes = last ? world_.today + days(33) : starts - days(28),
                             .places = static_cast<int>(places)});
            cohorts_.push_back(*find_cohort(db, id));
        });
    }

    /// LIPS III has its masterclass on a Thursday three weeks from now.
    void bring_masterclass_forward() {
        write([&](store::Writer& db) {
            for (Part part : parts_of(db, cohorts_[2].id)) {
                if (part.kind != "masterclass") continue;
                part.starts = part.ends = thursday_from(world_.today + days(18));
                save_part(db, world_.stamp(world_.today - days(40), faculty()), programme_,
                          cohorts_[2], part);
            }
        });
        for (Cohort& cohort : cohorts_)
            cohort = *find_cohort(*store_.read(), cohort.id);
    }

    // Who takes part
    // ---------------------------------------------------------------------------------

    std::vector<OrganisationId> joined() {
        const auto db = store_.read();
        if (!programme_.campaign) {
            // A campaign of its own is not known: four trusts in five stand for its members.
            std::vector<OrganisationId> some;
            const auto trusts = world_.trusts();
            for (std::size_t i = 0; i < trusts.size(); ++i)
                if (i % 5 != 0) some.push_back(trusts[i]);
            return some;
        }
        return db->all([](const store::Row& row) { return row.get<OrganisationId>(0); }, R"sql(
            SELECT DISTINCT organisation_id FROM campaign_periods
             WHERE campaign_id = $1 AND state = 'joined' AND from_day <= $2 AND to_day >= $2
             ORDER BY organisation_id
        )sql",
                       *programme_.campaign, world_.today, World::scope().everywhere());
    }

    void shuffle(std::vector<OrganisationId>& all) {
        for (std::size_t i = all.size(); i > 1; --i)
            std::swap(all[i - 1], all[chance_.below(i)]);
    }

    void choose_trusts() {
        const auto members = joined();
        std::vector<OrganisationId> inside;
        std::vector<OrganisationId> outside;
        const auto trusts = world_.trusts();
        for (std::size_t i = 1; i < trusts.size(); ++i) {
            const bool member = std::ranges::find(members, trusts[i]) != members.end();
            (member ? inside : outside).push_back(trusts[i]);
        }
        shuffle(inside);
        shuffle(outside);
        const std::size_t half = inside.size() / 2;
        std::vector<OrganisationId> teams(inside.begin(),
                                          inside.begin() + static_cast<std::ptrdiff_t>(half));
        const std::size_t more = std::min(kNotJoined, outside.size());
        teams.insert(teams.end(), outside.begin(),
                     outside.begin() + static_cast<std::ptrdiff_t>(more));
        shuffle(teams);
        for (const OrganisationId team : teams) {
            if (first_.size() < kFirstPlaces)
                first_.push_back(team);
            else if (second_.size() < kLaterPlaces - 1)
                second_.push_back(team);
            else if (third_.size() < kLaterPlaces - 2)
                third_.push_back(team);
        }
        applicants_.assign(inside.begin() + static_cast<std::ptrdiff_t>(half), inside.end());
        applicants_.insert(applicants_.end(), outside.begin() + static_cast<std::ptrdiff_t>(more),
                           outside.end());
        shuffle(applicants_);
    }

    std::string holder_line(Role role, OrganisationId trust) {
        for (std::size_t i = 0; i < world_.staff.size(); ++i)
            if (world_.staff[i].role == role && world_.places[world_.staff[i].place] == trust)
                return world_.staff[i].name + ", " + world_.staff[i].email;
        return anybody();
    }

    /// Names for every role that is needed, or without one or two of them.
    std::map<std::string, std::string> who(OrganisationId trust, bool complete) {
        std::map<std::string, std::string> names{
            {"chief_executive", holder_line(Role::chief_executive, trust)},
            {"medical_director", holder_line(Role::medical_director, trust)},
            {"nursing_director", holder_line(Role::nursing_director, trust)},
            {"improvement_lead", holder_line(Role::improvement_lead, trust)},
            {"safety_manager", anybody()},
            {"doctor", anybody()},
            {"nurse", anybody()}};
        if (likely(0.5)) names["executive"] = anybody();
        if (likely(0.4)) names["doctor"] += "\n" + anybody();
        if (likely(0.5)) names["nurse"] += "\n" + anybody();
        if (likely(0.3)) names["patient_partner"] = anybody();
        if (complete) return names;
        constexpr const char* kOftenMissing[] = {"doctor", "nurse", "safety_manager",
                                                 "medical_director"};
        names.erase(kOftenMissing[chance_.below(4)]);
        if (likely(0.4)) names.erase(kOftenMissing[chance_.below(4)]);
        return names;
    }

    static std::string_view reason(std::uint64_t number) {
        constexpr std::string_view kReasons[] = {
            "We review records every month and find harm that we know how to prevent. What we lack "
            "is a way to make the better way the usual way on every ward.",
            "Our board agreed that safety comes first on each agenda. The executive team wants to "
            "turn that into a plan that can be delivered.",
            "Two wards have shown what is possible with the ventilator bundle. We want the skills "
            "to spread it, and to measure whether it holds.",
            "Our directors of medicine and nursing have asked for time to learn improvement "
            "together, rather than one by one.",
            "We joined the campaign with much will. Now we need the method."};
        return kReasons[number % 5];
    }

    static std::string_view aim(std::uint64_t number) {
        constexpr std::string_view kAims[] = {
            "Half as many cardiac arrests outside intensive care within 18 months.",
            "95 in 100 patients with a central line get every part of the bundle by the end of "
            "next "
            "year.",
            "A strategy for safety that every ward can explain, signed by the board.",
            "A third less harm found in our monthly record review within two years.",
            "Every operation with briefing and checklist by the spring."};
        return kAims[number % 5];
    }

    std::string chief_of(OrganisationId trust) {
        const std::string line = holder_line(Role::chief_executive, trust);
        return line.substr(0, line.find(','));
    }

    Application letter(const Cohort& cohort, OrganisationId trust, bool complete) {
        const std::uint64_t number = chance_.below(25);
        return {.cohort = cohort.id,
                .why = std::string(reason(number)),
                .aims = std::string(aim(number / 5)),
                .sponsor = chief_of(trust),
                .who = who(trust, complete)};
    }

    /// Writes and sends one; true where it holds a place.
    bool apply(store::Writer& db, const Cohort& cohort, OrganisationId trust,
               const Application& written, Day on, bool sponsored) {
        const auto owner = World::scope().may_write(trust);
        const auto stamp = world_.stamp(on, world_.holder(Role::improvement_lead, trust));
        const auto id = save_draft(db, owner, stamp, written, roles_, programme_.waiting_rule);
        const auto state =
            send(db, owner, stamp, cohort, id.value(), roles_, programme_.waiting_rule, on);
        const auto sent = find_application(db, owner, cohort.id);
        if (sponsored && sent)
            sponsor(db, owner, world_.stamp(on, world_.holder(Role::chief_executive, trust)), *sent,
                    written.sponsor);
        return state && *state == State::sent;
    }

    // A cohort that has begun
    // ------------------------------------------------------------------------

    void run(std::size_t number, const std::vector<OrganisationId>& trusts, std::size_t,
             double done) {
        const Cohort& cohort = cohorts_[number];
        for (const OrganisationId trust : trusts) {
            const Application written = letter(cohort, trust, likely(0.5));
            const Day sent = cohort.opens + days(5 + static_cast<int>(chance_.below(50)));
            const Day decided = std::min(sent + days(10), cohort.starts - days(10));
            write([&](store::Writer& db) {
                apply(db, cohort, trust, written, sent, true);
                const auto owner = World::scope().may_write(trust);
                accept(db, world_.stamp(decided, faculty()), programme_, cohort,
                       find_application(db, owner, cohort.id).value(), decided)
                    .value();
            });
        }
        if (number == 1) one_leaves(trusts.back());
        for (std::size_t begin = 0; begin < trusts.size(); begin += kBatch) {
            const std::vector<OrganisationId> some(
                trusts.begin() + static_cast<std::ptrdiff_t>(begin),
                trusts.begin() +
                    static_cast<std::ptrdiff_t>(std::min(begin + kBatch, trusts.size())));
            attend(cohort, some);
        }
        for (const OrganisationId trust : trusts) {
            do_tasks(cohort, trust, done);
            if (likely(0.3)) replace_somebody(cohort, trust);
            if (likely(0.6)) assess(cohort, trust);
        }
    }

    /// Not every team stays to the end.
    void one_leaves(OrganisationId trust) {
        const Cohort& cohort = cohorts_[1];
        const Day last = cohort.starts + days(70);
        write([&](store::Writer& db) {
            const auto owner = World::scope().may_write(trust);
            const auto enrolment = find_enrolment(db, owner, cohort.id, last);
            if (enrolment)
                leave(db, owner, world_.stamp(last, world_.holder(Role::chief_executive, trust)),
                      *enrolment, last, "Our wards moved to a new building, which took everybody.");
        });
    }

    void attend(const Cohort& cohort, const std::vector<OrganisationId>& trusts) {
        const auto parts = parts_of(*store_.read(), cohort.id);
        for (const Part& part : parts) {
            if (part.ends >= world_.today) continue;
            write([&](store::Writer& db) {
                SeededRandom chance = world_.chance("attendance" + std::to_string(part.position) +
                                                    std::string(trusts.front().text()));
                std::vector<Seen> seen;
                for (const Attender& one : attenders_of(db, cohort.id, part)) {
                    if (std::ranges::find(trusts, one.organisation) == trusts.end()) continue;
                    if (!expects(part.kind, one.seat.role)) continue;
                    const bool came = chance.below(100) < 88;
                    const bool prepared = came && chance.below(100) < 70;
                    seen.push_back({one.seat.id, came, prepared});
                }
                save_attendance(db, world_.stamp(part.ends, faculty()), programme_, cohort, part,
                                seen);
            });
        }
    }

    void do_tasks(const Cohort& cohort, OrganisationId trust, double done) {
        struct Tick {
            TeamTaskId task;
            std::int64_t rev;
            Day on;
        };
        const auto owner = World::scope().may_write(trust);
        std::vector<Tick> ticks;
        {
            const auto db = store_.read();
            const auto enrolment = find_enrolment(*db, owner, cohort.id, world_.today);
            if (!enrolment) return;
            for (const TeamTask& task : tasks_of(*db, owner, enrolment->id)) {
                if (task.due > world_.today + days(10) || !likely(done)) continue;
                const Day on = std::min(task.due + days(static_cast<int>(chance_.below(20)) - 12),
                                        world_.today);
                ticks.push_back({task.id, task.rev, on});
            }
        }
        write([&](store::Writer& db) {
            for (const Tick& one : ticks)
                tick(db, owner, world_.stamp(one.on, world_.holder(Role::improvement_lead, trust)),
                     one.task, one.rev, one.on);
        });
    }

    void replace_somebody(const Cohort& cohort, OrganisationId trust) {
        const std::string next = anybody();
        const Day from = std::min(cohort.starts + days(45), world_.today - days(3));
        write([&](store::Writer& db) {
            const auto owner = World::scope().may_write(trust);
            const auto enrolment = find_enrolment(db, owner, cohort.id, world_.today);
            if (!enrolment) return;
            for (const RoleSeats& role : team_of(db, owner, *enrolment, from).roles) {
                if (role.role.role != "nurse" || role.seats.empty()) continue;
                if (role.seats.front().from >= from) continue;
                replace_seat(db, owner,
                             world_.stamp(from, world_.holder(Role::nursing_director, trust)),
                             *enrolment, role.seats.front(), {.name = next, .from = from});
            }
        });
    }

    // Self-assessments
    // -------------------------------------------------------------------------------

    /// One of a level on a day; nothing where the person did not lead the organisation yet.
    std::optional<AssessmentId> assess_once(OrganisationId trust, Level level, PersonId person,
                                            Day on, int around, bool finished = true) {
        Assessment made{.level = level, .finished = finished};
        const auto capabilities = capabilities_of(*store_.read(), level, world_.today);
        for (std::size_t i = 0; i < capabilities.size(); ++i) {
            if (!finished && i >= capabilities.size() / 2) break;
            const int step = around + static_cast<int>(chance_.below(3)) - 1;
            made.answers[capabilities[i].code] = std::clamp(step, 1, kSteps);
        }
        return write([&](store::Writer& db) {
            return save_assessment(db, World::scope().may_write(trust), world_.stamp(on, person),
                                   {person, on}, made);
        });
    }

    void plan(OrganisationId trust, Level level, PersonId person, AssessmentId id, Day on) {
        struct Planned {
            std::string_view action;
            int days_ahead;
        };
        constexpr Planned kPlanned[] = {
            {"Two of us go through ten records every month, and agree on each", 60},
            {"Show one run chart at every board meeting, with what we do next", 90},
            {"Write the aim with how much and by when, and put it on every ward", 120},
            {"Give four hours a week to the people who test the changes", 150}};
        write([&](store::Writer& db) {
            const auto owner = World::scope().may_write(trust);
            const auto stamp = world_.stamp(on, person);
            const auto found = find_assessment(db, owner, level, id, {person, world_.today});
            if (!found || found->answers.empty()) return;
            std::size_t planned = 0;
            const std::size_t begin = chance_.below(4);
            for (const auto& [code, step] : found->answers) {
                if (step >= 4 || planned == 2) continue;
                const Planned& one = kPlanned[(begin + planned) % 4];
                const Day by = on + days(one.days_ahead);
                add_gap(db, owner, stamp, *found,
                        {.capability = code,
                         .to_level = step + 1,
                         .action = std::string(one.action),
                         .by = by});
                ++planned;
            }
            for (const Gap& gap : gaps_of(db, owner, level, {person, world_.today}))
                if (!gap.done_on && gap.by && *gap.by < world_.today && likely(0.6))
                    tick_gap(db, owner, stamp, gap, *gap.by);
        });
    }

    void assess(const Cohort& cohort, OrganisationId trust) {
        const auto chief = world_.holder(Role::chief_executive, trust);
        const auto lead = world_.holder(Role::improvement_lead, trust);
        const auto nurse = world_.holder(Role::nursing_director, trust);
        if (!chief || !lead || !nurse) return;
        Day on = cohort.starts + days(6);
        int around = 2;
        std::optional<AssessmentId> latest;
        for (; on < world_.today; on += days(170), around = std::min(around + 1, 4)) {
            latest = assess_once(trust, Level::organisation, *chief, on, around);
            if (latest && around == 2) plan(trust, Level::organisation, *chief, *latest, on);
            if (likely(0.6)) assess_once(trust, Level::team, *lead, on + days(2), around);
            if (likely(0.4)) assess_once(trust, Level::board, *chief, on + days(3), around);
            if (likely(0.4)) assess_once(trust, Level::individual, *nurse, on + days(1), around);
        }
        if (latest && likely(0.4))
            write([&](store::Writer& db) {
                const auto owner = World::scope().may_write(trust);
                const Asker asker{*chief, world_.today};
                if (const auto made =
                        find_assessment(db, owner, Level::organisation, *latest, asker))
                    share(db, owner, world_.stamp(world_.today - days(2), *chief), asker, *made,
                          true);
            });
    }

    // The cohort that takes applications
    // -------------------------------------------------------------

    void applications() {
        const Cohort& cohort = cohorts_[3];
        constexpr std::size_t kSent = 15;
        constexpr std::size_t kDrafts = 5;
        for (std::size_t i = 0; i < kSent && i < applicants_.size(); ++i) {
            const Application written = letter(cohort, applicants_[i], i % 3 != 1);
            const Day on = cohort.opens + days(static_cast<int>(i) * 2 % 29);
            const bool sponsored = i % 4 != 2;
            write([&](store::Writer& db) {
                apply(db, cohort, applicants_[i], written, on, sponsored);
            });
        }
        decide(cohort, 0, true, "");
        decide(cohort, 2, true, "");
        decide(cohort, 3, true, "");
        decide(
            cohort, 1, false,
            "The application names no safety manager and no senior doctor, and the executive "
            "team has not agreed to make time. Please talk to us: the next cohort may be yours.");
        withdraw_one(cohort, 5);
        for (std::size_t i = kSent; i < kSent + kDrafts && i < applicants_.size(); ++i) {
            const Application written = letter(cohort, applicants_[i], false);
            write([&](store::Writer& db) {
                save_draft(db, World::scope().may_write(applicants_[i]),
                           world_.stamp(world_.today - days(3),
                                        world_.holder(Role::improvement_lead, applicants_[i])),
                           written, roles_, programme_.waiting_rule);
            });
        }
    }

    void decide(const Cohort& cohort, std::size_t which, bool yes, std::string_view reason) {
        if (which >= applicants_.size()) return;
        const Day on = world_.today - days(1);
        write([&](store::Writer& db) {
            const auto stamp = world_.stamp(on, faculty());
            const auto application =
                find_application(db, World::scope().may_read(applicants_[which]), cohort.id);
            if (!application) return;
            if (yes)
                accept(db, stamp, programme_, cohort, *application, on).value();
            else
                decline(db, stamp, *application, reason);
            fill(db, stamp, cohort, on);
        });
    }

    void withdraw_one(const Cohort& cohort, std::size_t which) {
        if (which >= applicants_.size()) return;
        write([&](store::Writer& db) {
            const OrganisationId trust = applicants_[which];
            const auto owner = World::scope().may_write(trust);
            const auto stamp =
                world_.stamp(world_.today, world_.holder(Role::chief_executive, trust));
            const auto application = find_application(db, owner, cohort.id);
            if (application && withdraw(db, owner, stamp, *application,
                                        "We merge two sites this winter and come back next year."))
                fill(db, stamp, cohort, world_.today);
        });
    }

    /// The trust whose people have their sign-ins printed: not enrolled, and half way through its
    /// first look at itself.
    void first_trust() {
        const OrganisationId trust = world_.trusts().front();
        const auto chief = world_.holder(Role::chief_executive, trust);
        const auto lead = world_.holder(Role::improvement_lead, trust);
        if (chief)
            assess_once(trust, Level::organisation, *chief, world_.today - days(4), 2, false);
        if (!lead) return;
        assess_once(trust, Level::individual, *lead, world_.today - days(250), 2);
        const auto latest =
            assess_once(trust, Level::individual, *lead, world_.today - days(70), 3);
        if (latest) plan(trust, Level::individual, *lead, *latest, world_.today - days(70));
    }

    store::Store& store_;
    const World& world_;
    SeededRandom chance_;
    Programme programme_;
    std::vector<TeamRole> roles_;
    std::vector<Cohort> cohorts_;
    std::vector<OrganisationId> first_;
    std::vector<OrganisationId> second_;
    std::vector<OrganisationId> third_;
    std::vector<OrganisationId> applicants_;
};

}  // namespace

void tell_programmes(store::Store& store, const World& world) {
    ProgrammeStory(store, world).tell();
}

}  // namespace primum::demo
