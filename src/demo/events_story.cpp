// Two years of events: the programme's academies, modules, follow-up days and masterclasses, the
// campaign's webinars and regional days. Who booked, who waited, who came, what they promised.

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "demo/stories.h"
#include "demo/titles.h"
#include "events/booking.h"
#include "events/choices.h"
#include "events/event.h"
#include "events/promise.h"
#include "language/zone.h"
#include "resources/resource.h"

namespace primum::demo {
namespace {

using access::Role;
using events::Books;
using events::EventId;
using std::chrono::days;

constexpr const char* kZone = "Europe/London";

constexpr std::array kTowns = {
    "Assembly Rooms, Aldermouth",   "Guildhall, Brackwater",       "Postgraduate Centre, Carrick",
    "The Old Library, Dunholme",    "Conference Centre, Eastmere", "Medical School, Fallowfield",
    "St Anne's Hall, Garth-on-Sea",
};

constexpr std::array kPromises = {
    "Start every board meeting with a patient's story, told by the ward.",
    "Walk round two wards a week and answer in writing within a month.",
    "Test the bundle with one patient and one nurse on Monday.",
    "Put the days since the last line infection on the door of the unit.",
    "Train a second pair for the record review.",
    "Read the checklist aloud in theatre 3 for every case this week.",
    "Take the strong potassium off all wards.",
    "Ask each patient on the ward round what worries them.",
    "Show the run chart at handover, every Friday.",
    "Invite two patients to the safety committee.",
    "Make one person own the observations of a night.",
    "Stop the weekly report that nobody reads.",
};

constexpr std::array kKept = {
    "We did it from the next week on, and have not missed one since.",
    "It runs on four wards now. The first took two weeks, the others two days.",
    "Done. The ward sister leads it and no longer needs me.",
    "It works. We measured twenty patients a month and the line has moved.",
};
constexpr std::array kStarted = {
    "Two wards have begun; the third waits for a new sister.",
    "The first test failed in a good way: we know why, and try again on Monday.",
    "Started, slower than I hoped.",
};
constexpr std::array kDropped = {
    "Another team did it already, so I joined them.",
    "It needed a machine that we do not have. I should have tested that first.",
    "I changed my post and nobody took it over.",
};

struct Plan {
    std::string title;
    std::string kind;
    std::string series;
    std::string summary;
    std::string place;  ///< empty for an event over the internet
    Day day;
    int first_hour = 9;
    int minute = 30;
    int hours = 6;
    std::optional<std::int64_t> capacity = {};
    std::int64_t per_team = 0;
    Books books = Books::person;
    std::optional<events::CohortId> cohort = {};
    bool of_campaign = false;
    std::size_t teams = 0;     ///< how many book
    std::int64_t team = 4;     ///< people of each
    const char* tool = "";     ///< title of a resource
    const char* prepare = "";  ///< what to read
};

class Organiser {
public:
    Organiser(store::Store& store, const World& world)
        : store_(store),
          world_(world),
          chance_(world.chance("events")),
          trusts_(world.trusts()),
          office_(world.holder(Role::campaign_office, world.top())),
          faculty_(world.holder(Role::programme_faculty, world.top())) {
        const auto db = store.read();
        campaign_ = db->one([](const store::Row& row) { return row.get<events::CampaignId>(0); },
                            "SELECT id FROM campaigns WHERE status = 'open'"
                            " ORDER BY front DESC, name");
        for (std::size_t i = 0; i < world.staff.size(); ++i)
            staff_[world.places[world.staff[i].place]].push_back(i);
    }

    void tell() {
        parts_of_cohorts();
        masterclasses();
        webinars();
        regional_days();
        of_people_that_are_shown();
    }

private:
    std::size_t below(std::size_t count) { return chance_.below(count); }

    static Day thursday_from(Day day) {
        const std::chrono::weekday weekday(day);
        return day + (std::chrono::Thursday - weekday);
    }

    /// It is the one that pages end with: what else is coming soon comes after it.
    Day next_masterclass() const { return thursday_from(world_.today + days(2)); }

    Day after_the_masterclass(Day day) const {
        const bool before = day >= world_.today && day <= next_masterclass();
        return on_work_day(before ? next_masterclass() + days(1) : day);
    }

    static Day on_work_day(Day day) {
        const std::chrono::weekday weekday(day);
        if (weekday == std::chrono::Saturday) return day + days(2);
        if (weekday == std::chrono::Sunday) return day + days(1);
        return day;
    }

    struct Part {
        events::CohortId cohort;
        int number;
        std::string programme;
        std::string part;
        std::string title;
        std::string who;
        Day starts;
        Day ends;
        std::string prepare;
    };

    std::vector<Part> parts() const {
        return store_.read()->all(
            [](const store::Row& row) {
                return Part{.cohort = row.get<events::CohortId>(0),
                            .number = row.get<int>(1),
                            .programme = row.get<std::string>(2),
                            .part = row.get<std::string>(3),
                            .title = row.get<std::string>(4),
                            .who = row.get<std::string>(5),
                            .starts = row.get<Day>(6),
                            .ends = row.get<Day>(7),
                            .prepare = row.get<std::string>(8)};
            },
            R"sql(
            SELECT c.id, c.number, p.short_name, t.part, t.title, t.who, t.starts, t.ends, t.prepare
              FROM cohort_parts t
              JOIN cohorts c ON c.id = t.cohort_id
              JOIN programmes p ON p.id = c.programme_id
             WHERE p.short_name = 'LIPS' AND t.part <> 'Pre-work'
             ORDER BY c.number, t.position
        )sql");
    }

    std::optional<events::CohortId> cohort(int number) const {
        for (const Part& part : parts())
            if (part.number == number) return part.cohort;
        return {};
    }

    void parts_of_cohorts() {
        struct Name {
            std::string_view part;
            const char* kind;
            const char* title;
        };
        static constexpr std::array kNames = {
            Name{"Executive Quality and Safety Academy", "academy", "Executive academy"},
            Name{"Core modules", "core_module", "Core module"},
            Name{"Follow-up days", "follow_up", "Follow-up day"},
        };
        std::map<std::pair<int, std::string>, int> count;
        for (const Part& part : parts()) {
            const auto known = std::ranges::find(kNames, std::string_view(part.part), &Name::part);
            if (known == kNames.end()) continue;  // masterclasses have their own days
            const std::string cohort = "LIPS " + events::roman(part.number);
            std::string title = cohort + " – " + known->title;
            const int number = ++count[{part.number, part.part}];
            if (std::string_view(known->kind) != "academy") title += ' ' + std::to_string(number);
            const int length = static_cast<int>((part.ends - part.starts).count()) * 24;
            plan({.title = title,
                  .kind = known->kind,
                  .series = cohort,
                  .summary = part.title + ".\nFor: " + part.who + ".",
                  .place = kTowns[static_cast<std::size_t>(part.number + number) % kTowns.size()],
                  .day = part.starts,
                  .hours = length + 7,
                  .capacity = 80,
                  .per_team = 8,
                  .books = Books::team,
                  .cohort = part.cohort,
                  .teams = 7 + below(4),
                  .team = 4,
                  .prepare = "Read the pack that your programme lead has sent you."});
        }
    }

    void masterclasses() {
        static constexpr std::array kSubjects = {
            "What boards ask, and what they do with the answer. With time for your own numbers.",
            "Reliability: from most of the time to every time.",
            "Human factors in theatre and on the ward, with two teams that show their work.",
            "Spread: why the second ward is harder than the first."};
        // Every three months, on a Thursday; the cohort is the one that runs then.
        for (int i = 0; i < 7; ++i) {
            const int number = i < 2 ? 1 : (i < 5 ? 2 : 3);
            const Day day = thursday_from(world_.began() + days(80 + i * 91));
            if (day >= world_.today) break;
            masterclass(number, day, kSubjects[static_cast<std::size_t>(i) % kSubjects.size()], 9);
        }
        // The one that is coming has four seats left, and a team that waits.
        const Day next = next_masterclass();
        const auto id = masterclass(3, next, kSubjects[0], 9);
        wait_for(id, trusts_[trusts_.size() - 3], 6);
        masterclass(3, thursday_from(world_.today + days(93)), kSubjects[3], 4);
    }

    EventId masterclass(int number, Day day, const char* subject, std::size_t teams) {
        const std::string cohort_name = "LIPS " + events::roman(number);
        const std::string title = number == 3 ? kMasterclassTitle : cohort_name + " – Masterclass";
        return plan(
            {.title = title,
             .kind = "masterclass",
             .series = "LIPS masterclasses",
             .summary = subject,
             .place =
                 kTowns[static_cast<std::size_t>(day.time_since_epoch().count()) % kTowns.size()],
             .day = day,
             .capacity = 40,
             .per_team = 6,
             .books = Books::team,
             .cohort = cohort(number),
             .of_campaign = true,
             .teams = teams,
             .team = 4,
             .tool = "Reading a chart over time",
             .prepare = "Bring one chart of your own, printed, with what you changed."});
    }

    void webinars() {
        struct Webinar {
            const char* title;
            const char* summary;
            const char* tool;
        };
        static constexpr std::array kWebinars = {
            Webinar{"Webinar: writing a pledge that your staff believe",
                    "A chief executive reads theirs, and says what became of it.",
                    "Writing a pledge that your staff believe"},
            Webinar{"Webinar: deterioration, from score to answer",
                    "Two wards show how they halved the time from a high score to a doctor.",
                    "Deterioration: see it, say it, treat it"},
            Webinar{"Webinar: central lines",
                    "The trolley, the checklist and the permission to stop.",
                    "Central lines: put in well and looked after"},
            Webinar{"Webinar: anticoagulants", "Where harm comes from, step by step.",
                    "Anticoagulants: where harm comes from"},
            Webinar{"Webinar: the surgical checklist as a conversation",
                    "Watch three teams, then your own.",
                    "Surgical safety checklist: from a form to a conversation"},
            Webinar{"Webinar: record review for beginners",
                    "Twenty records, two reviewers, one hour.",
                    "Record review with triggers: how a pair works"},
        };
        std::size_t i = 0;
        for (Day day = world_.began() + days(24); day < world_.today + days(75); day += days(35)) {
            const Webinar& webinar = kWebinars[i++ % kWebinars.size()];
            const Day on = after_the_masterclass(day);
            const auto id = plan({.title = webinar.title,
                                  .kind = "webinar",
                                  .series = "Campaign webinars",
                                  .summary = webinar.summary,
                                  .place = "",
                                  .day = on,
                                  .first_hour = 12,
                                  .minute = 30,
                                  .hours = 1,
                                  .capacity = 500,
                                  .books = Books::person,
                                  .of_campaign = true,
                                  .teams = on > world_.today ? 6 + below(8) : 8 + below(10),
                                  .team = 1,
                                  .tool = webinar.tool});
            if (on > world_.today && !webinar_) webinar_ = id;
        }
    }

    void regional_days() {
        std::size_t i = 0;
        for (Day day = world_.began() + days(60); day < world_.today + days(70); day += days(61)) {
            const Day on = after_the_masterclass(day);
            const std::string town = kTowns[i % kTowns.size()];
            const auto id =
                plan({.title = "Regional day: learning from each other",
                      .kind = "regional_day",
                      .series = "Regional days",
                      .summary = "Teams from one region show what worked, what did not, "
                                 "and what they would do otherwise.",
                      .place = town,
                      .day = on,
                      .first_hour = 10,
                      .minute = 0,
                      .hours = 5,
                      .capacity = 30,
                      .per_team = 5,
                      .books = Books::team,
                      .of_campaign = true,
                      .teams = on > world_.today ? 9U : 7 + below(4),
                      .team = 3,
                      .prepare = "One poster, or one page, of one thing that you tried."});
            if (i == 5)
                cancel(id, "Snow: the roads to the hall are closed. We will meet in spring.");
            if (on > world_.today && !regional_) regional_ = id;
            ++i;
        }
    }

    Instant moment(Day day, int hour, int minute) const {
        return language::moment_of({day, hour, minute}, kZone).value();
    }

    /// The event with its bookings and, where it is past, who came and what they promised.
    EventId plan(const Plan& plan) {
        const auto owner = World::scope().may_write(world_.top());
        const Instant starts = moment(plan.day, plan.first_hour, plan.minute);
        events::Event event{.cohort = plan.cohort,
                            .kind = plan.kind,
                            .title = plan.title,
                            .summary = plan.summary,
                            .starts_at = starts,
                            .ends_at = starts + std::chrono::hours(plan.hours),
                            .zone = kZone,
                            .place = plan.place,
                            .capacity = plan.capacity,
                            .per_team = plan.per_team,
                            .books = plan.books,
                            .materials = plan.prepare};
        if (plan.place.empty()) event.link = "https://meet.demo.example/safety";
        if (plan.of_campaign) event.campaign = campaign_;
        const Day announced = std::min(plan.day - days(60), world_.today - days(1));
        const EventId id = store_.write([&](store::Writer& db) {
            const auto stamp = world_.stamp(announced, plan.cohort ? faculty_ : office_);
            if (!plan.series.empty())
                event.series = events::series_named(db, owner, stamp, plan.series);
            const auto added = events::add_event(db, owner, stamp, event);
            if (*plan.tool != '\0')
                if (const auto tool = resources::find_by_title(db, plan.tool))
                    events::save_resources(db, owner, stamp, added, {tool->id});
            return added;
        });
        event.id = id;
        take_bookings(event, plan, announced);
        if (plan.day < world_.today) look_back(event, plan);
        return id;
    }

    std::optional<PersonId> leader(OrganisationId trust, std::size_t which) const {
        static constexpr std::array kLeaders = {Role::improvement_lead, Role::nursing_director,
                                                Role::medical_director, Role::chief_executive};
        return world_.holder(kLeaders[which % kLeaders.size()], trust);
    }

    std::vector<std::string> names_of(OrganisationId trust, std::int64_t count) const {
        std::vector<std::string> names;
        const auto known = staff_.find(trust);
        if (known != staff_.end())
            for (const std::size_t i : known->second)
                if (std::ssize(names) < count) names.push_back(world_.staff[i].name);
        return names;
    }

    /// Not the first trust: its people book for themselves in the demonstration.
    OrganisationId some_trust(std::size_t i) const {
        return trusts_[1 + (i * 17 + 5) % (trusts_.size() - 1)];
    }

    void take_bookings(const events::Event& event, const Plan& plan, Day announced) {
        const std::size_t first = below(trusts_.size());
        constexpr std::size_t kAtOnce = 4;
        for (std::size_t begin = 0; begin < plan.teams; begin += kAtOnce)
            store_.write([&](store::Writer& db) {
                for (std::size_t i = begin; i < std::min(begin + kAtOnce, plan.teams); ++i) {
                    const OrganisationId trust = some_trust(first + i);
                    const auto person = leader(trust, i);
                    if (!person) continue;
                    const Day on =
                        std::min(announced + days(static_cast<int>(i)), world_.today - days(1));
                    const auto stamp = world_.stamp(on, person);
                    const auto names = plan.books == Books::team ? names_of(trust, plan.team)
                                                                 : std::vector{name_of(*person)};
                    const auto booked = events::book(db, World::scope().may_write(trust), stamp,
                                                     event.id, plan.team, names);
                    if (!booked) throw std::logic_error(booked.error().sentence);
                }
            });
    }

    std::string name_of(PersonId person) const {
        const auto known = std::ranges::find(world_.people, person);
        if (known == world_.people.end()) return {};
        return world_.staff[static_cast<std::size_t>(known - world_.people.begin())].name;
    }

    void look_back(const events::Event& event, const Plan& plan) {
        const auto bookings = events::bookings_of(*store_.read(), event.id);
        store_.write([&](store::Writer& db) {
            std::vector<std::string> came;
            std::size_t i = 0;
            for (const auto& listed : bookings)
                for (const auto& seat : listed.seats)
                    if (++i % 9 != 0) came.emplace_back(seat.id.text());
            events::save_attendance(db, world_.stamp(plan.day + days(1), office_), event.id, came);
        });
        if (plan.kind == "webinar") return;
        store_.write([&](store::Writer& db) {
            for (const auto& listed : bookings)
                if (listed.booking.state == events::BookingState::booked && listed.booking.person &&
                    below(3) > 0)
                    promise(db, event, listed.booking, plan.day);
        });
    }

    void promise(store::Writer& db, const events::Event& event, const events::Booking& booking,
                 Day day) {
        const auto owner = World::scope().may_write(booking.organisation);
        const PersonId person = *booking.person;
        const auto id = events::make_promise(db, owner, world_.stamp(day, person), event.id, person,
                                             kPromises[below(kPromises.size())], day);
        const auto age = world_.today - day;
        if (age < days(30)) return;
        events::Promise made = events::find_promise(db, person, id).value();
        events::mark_asked(db, {.promise = made, .event = event.title, .after_days = 30},
                           day + days(30) + std::chrono::hours(9));
        if (age >= days(90))
            events::mark_asked(db, {.promise = made, .event = event.title, .after_days = 90},
                               day + days(90) + std::chrono::hours(9));
        const std::size_t luck = below(100);
        const auto answer = [&](events::PromiseState state, const char* words, int after) {
            events::answer_promise(db, owner, world_.stamp(day + days(after), person), made, state,
                                   words);
        };
        if (luck < 40)
            answer(events::PromiseState::kept, kKept[below(kKept.size())],
                   age >= days(90) ? 84 : 29);
        else if (luck < 62)
            answer(events::PromiseState::started, kStarted[below(kStarted.size())], 30);
        else if (luck < 76)
            answer(events::PromiseState::dropped, kDropped[below(kDropped.size())], 30);
    }

    void wait_for(EventId event, OrganisationId trust, std::int64_t seats) {
        const auto person = leader(trust, 0);
        if (!person) return;
        store_.write([&](store::Writer& db) {
            const auto booked = events::book(db, World::scope().may_write(trust),
                                             world_.stamp(world_.today - days(1), person), event,
                                             seats, names_of(trust, seats));
            if (!booked) throw std::logic_error(booked.error().sentence);
        });
    }

    void cancel(EventId id, const char* why) {
        store_.write([&](store::Writer& db) {
            auto event = events::find_event(db, id).value();
            event.status = events::Status::cancelled;
            event.cancelled_because = why;
            events::save_event(db, World::scope().may_write(world_.top()),
                               world_.stamp(events::first_day(event) - days(1), office_), event);
        });
    }

    std::optional<PersonId> shown(Role role) const {
        for (std::size_t i = 0; i < world_.staff.size(); ++i)
            if (world_.staff[i].shown && world_.staff[i].role == role) return world_.people[i];
        return {};
    }
    OrganisationId place_of(PersonId person) const {
        const auto i = static_cast<std::size_t>(std::ranges::find(world_.people, person) -
                                                world_.people.begin());
        return world_.places[world_.staff[i].place];
    }

    /// The people whose sign-ins are printed have something to see.
    void of_people_that_are_shown() {
        const auto lead = shown(Role::improvement_lead);
        const auto member = shown(Role::team_member);
        if (!lead || !member) return;
        const auto book = [&](PersonId person, std::optional<EventId> event, std::int64_t seats) {
            if (!event) return;
            store_.write([&](store::Writer& db) {
                const auto booked = events::book(db, World::scope().may_write(place_of(person)),
                                                 world_.stamp(world_.today - days(1), person),
                                                 *event, seats, {name_of(person)});
                if (!booked) throw std::logic_error(booked.error().sentence);
            });
        };
        book(*lead, webinar_, 1);
        book(*member, webinar_, 1);
        book(*lead, regional_, 5);  // more than are free: the team waits
        promises_of_the_shown(*lead, *member);
    }

    void promises_of_the_shown(PersonId lead, PersonId member) {
        const Day day = world_.today - days(33);
        const auto past = events::past_events(*store_.read(), {}, world_.today + days(0), 0, 40);
        const auto event = std::ranges::find_if(past, [&](const events::Event& one) {
            return events::first_day(one) <= day && one.kind == "masterclass";
        });
        if (event == past.end()) return;
        store_.write([&](store::Writer& db) {
            const auto promise = [&](PersonId person, const char* words, Day on) {
                return events::make_promise(db, World::scope().may_write(place_of(person)),
                                            world_.stamp(on, person), event->id, person, words, on);
            };
            promise(lead, "Show the run chart of falls at the board, with what we changed.",
                    events::first_day(*event));
            const auto id = promise(member, "Ask each patient on the ward round what worries them.",
                                    events::first_day(*event));
            const auto made = events::find_promise(db, member, id).value();
            events::answer_promise(db, World::scope().may_write(made.organisation),
                                   world_.stamp(day + days(30), member), made,
                                   events::PromiseState::started,
                                   "We ask on two bays. It takes four minutes, not twenty.");
        });
    }

    store::Store& store_;
    const World& world_;
    SeededRandom chance_;
    std::vector<OrganisationId> trusts_;
    std::optional<PersonId> office_;
    std::optional<PersonId> faculty_;
    std::optional<events::CampaignId> campaign_;
    std::map<OrganisationId, std::vector<std::size_t>> staff_;
    std::optional<EventId> webinar_;
    std::optional<EventId> regional_;
};

}  // namespace

void tell_events(store::Store& store, const World& world) {
    Organiser(store, world).tell();
}

}  // namespace primum::demo
