#pragma once
// What stands for the parts of an address in tests: a series, a claim, an import of the trust, made
// where an address asks for one.

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "announcements/announcement.h"
#include "api/tokens.h"
#include "app/testing.h"
#include "campaigns/campaign.h"
#include "campaigns/membership.h"
#include "campaigns/peers.h"
#include "claims/figures.h"
#include "collection/tally.h"
#include "events/booking.h"
#include "events/promise.h"
#include "imports/import.h"
#include "library/record.h"
#include "measures/saving.h"
#include "momentum/store.h"
#include "organisations/invitations.h"
#include "organisations/waiting_import.h"
#include "programmes/capability.h"
#include "programmes/enrolment.h"
#include "programmes/team.h"
#include "resources/resource.h"
#include "signals/signal.h"

namespace primum::app {

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

class AddressParts {
    using Role = access::Role;
    using Route = access::Route;

public:
    /// `leader`: the trust's chief executive, who has assessed its team.
    AddressParts(TestHouse& house, store::Writer& db, PersonId leader)
        : house_(house), leader_(leader) {
        add_campaign(db);
        add_programme(db);
        db.run(
            "INSERT INTO organisation_identifiers (system, value, organisation_id) "
            "VALUES ('ods', 'RZ9', $1)",
            house_.tree.trust);
        add_series(db);
    }

    /// The address of a route about the trust; what the form changes is made for it.
    std::string address(const Route& route) {
        std::string path = replaced(route.pattern, "{id}", house_.tree.trust.text());
        path = replaced(path, "{set}", "walkround-prompts");
        if (path.starts_with("/library/") && path.find("{code}") != path.npos)
            path = replaced(path, "{code}", drafted_row());
        path = replaced(path, "{partner}", "NPSA");
        if (path.starts_with("/api/")) path = replaced(path, "{code}", "RZ9");
        path =
            replaced(path, "{code}", path.find("/interventions/") == path.npos ? "cy" : "PSF-LEAD");
        path = replaced(path, "{provider}", "nobody");
        if (path.find("{token}") != path.npos)
            path = replaced(path, "{token}", make_token(house_.tree.trust, {}).second.text());
        if (route.method == http::Method::remove) enter_point();
        if (path.find("/published") != path.npos) show_series();
        path = replaced(path, "{period}", "2026-02");
        path = replaced(path, "{campaign}", "PSF");
        path = replaced(path, "{year}", "2026");
        path = replaced(path, "{direction}", "to_programme");
        path = replaced(path, "{programme}", "lips");
        path = replaced(
            path, "{number}",
            path.starts_with("/library/") || path.find("/application") != path.npos ? "2" : "1");
        path = replaced(path, "{position}", "1");
        const bool tallies = path.find("/tally") != path.npos;
        path = replaced(path, "{series}", tallies ? "bundle" : "falls");
        path = replaced(path, "{decision}", decision_.text());
        path = replaced(path, "{measure}", "FALLS");
        if (path.find("{claim}") != path.npos)
            path = replaced(path, "{claim}", claim(path.ends_with("/withdrawal")).text());
        if (path.find("{signal}") != path.npos) path = replaced(path, "{signal}", signal().text());
        path = replaced(path, "{level}", "team");
        path = replaced(path, "{team}", house_.tree.trust.text());
        path = replaced(path, "{application}", programme_.application.text());
        path = replaced(path, "{place}", programme_.seat.text());
        path = replaced(path, "{task}", programme_.task.text());
        path = replaced(path, "{assessment}", programme_.assessment.text());
        path = replaced(path, "{gap}", programme_.gap.text());
        if (path.find("/campaigns/PSF") != path.npos) prepare_membership(path);
        path = replaced(path, "{comment}", membership_comment_.text());
        if (path.find("{event}") != path.npos) path = event_address(std::move(path));
        if (path.find("{promise}") != path.npos)
            path = replaced(path, "{promise}", promise().text());
        path = replaced(path, "{secret}", "guessed");
        if (path.find("{resource}") != path.npos)
            path = replaced(path, "{resource}", resource().text());
        path = replaced(path, "{version}", "1");
        if (path.find("{announcement}") != path.npos)
            path = replaced(path, "{announcement}", news().text());
        if (path.find("{chase}") != path.npos) path = replaced(path, "{chase}", chase().text());
        if (path.find("{milestone}") != path.npos)
            path = replaced(path, "{milestone}", milestone().text());
        if (path.find("{role}") != path.npos) path = replaced(path, "{role}", membership().text());
        if (path.find("{invitation}") != path.npos)
            path = replaced(path, "{invitation}", open_invitation().text());
        if (path.find("/imports/{import}") != path.npos)
            path = replaced(path, "{import}", numbers_import(path.ends_with("/undo")).text());
        if (path.find("{import}") != path.npos)
            path = replaced(path, "{import}", waiting_import().text());
        if (path.find('{') != path.npos)
            ADD_FAILURE() << "Say in testing_parts.h what stands for a part of " << path;
        return path;
    }

    /// What a form must say to be taken, where an empty one would be refused whoever sends it.
    static std::string_view fields(const Route& route) {
        if (route.pattern.ends_with("/tally")) return "element-1=y";
        if (route.pattern.ends_with("/tally/elements")) return "own=Hands+cleaned";
        return {};
    }

    std::pair<std::string, api::TokenId> make_token(OrganisationId organisation,
                                                    access::Rights rights,
                                                    Instant expires_at = kNow +
                                                                         std::chrono::days(1)) {
        const api::Secret secret = api::make_secret();
        const auto id = house_.installation.store().write([&](store::Writer& db) {
            return api::save_token(db, owner(organisation), stamp(), secret,
                                   {.name = "A test", .rights = rights, .expires_at = expires_at});
        });
        return {secret.text(), id};
    }

    static store::Stamp stamp() { return {.person = {}, .at = kNow, .request = "a test"}; }
    static store::Writable owner(OrganisationId id) {
        return store::Scope::system("a test").may_write(id);
    }
    /// The import that the latest address was about.
    const imports::ImportId& sent_numbers() const { return sent_numbers_; }

private:
    /// A row of the library whose second version is a draft.
    std::string drafted_row() {
        house_.installation.store().write([&](store::Writer& db) {
            const auto record = *library::find_record(db, "walkround-prompts", "WR-01");
            if (record.latest().number > 1) return;
            library::add_version(db, store::Scope::system("a test"),
                                 {.person = {}, .at = kNow, .request = "a test"}, record,
                                 {.status = library::Status::draft,
                                  .from = {},
                                  .fields = record.latest().fields,
                                  .note = "A draft"});
        });
        return "WR-01";
    }

    store::Stamp by(PersonId person) const {
        return {.person = person, .at = kNow, .request = "a test"};
    }

    /// An event that the trust keeps and has booked a team for: over for what people do then.
    std::string event_address(std::string path) {
        const bool over = path.ends_with("/promise") || path.ends_with("/attendance");
        return house_.installation.store().write([&](store::Writer& db) {
            const auto trust = store::Scope::system("a test").may_write(house_.tree.trust);
            const PersonId person = house_.add_person(db, "Booker");
            const auto days = std::chrono::days(30);
            events::Event event{.kind = "masterclass",
                                .title = "Masterclass",
                                .starts_at = kNow + days,
                                .ends_at = kNow + days,
                                .place = "Guildhall",
                                .books = events::Books::team};
            event.id = events::add_event(db, trust, by(person), event);
            const auto booked = events::book(db, trust, by(person), event.id, 2, {"Ann", "Ben"});
            event = *events::find_event(db, event.id);
            if (over) {
                event.starts_at = kNow - days;
                event.ends_at = kNow - days;
                events::save_event(db, trust, by(person), event);
            }
            path = replaced(path, "{booking}", booked->id.text());
            return replaced(path, "{event}", event.id.text());
        });
    }

    /// Somebody else's.
    events::PromiseId promise() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto trust = store::Scope::system("a test").may_write(house_.tree.trust);
            const PersonId person = house_.add_person(db, "Promiser");
            const auto event = events::add_event(db, trust, by(person),
                                                 {.kind = "masterclass",
                                                  .title = "Masterclass",
                                                  .starts_at = kNow,
                                                  .ends_at = kNow});
            return events::make_promise(db, trust, by(person), event, person, "To begin", kToday);
        });
    }

    /// A tool that the trust keeps.
    resources::ResourceId resource() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto trust = store::Scope::system("a test").may_write(house_.tree.trust);
            return resources::add_resource(
                db, trust, {.person = {}, .at = kNow, .request = "a test"},
                {.title = "Guide", .kind = "guide", .licence = "cc0"}, {},
                {.file_name = "guide.txt", .media_type = "text/plain", .content = "words"});
        });
    }

    /// An open campaign of the region, which looks after the trust.
    void add_campaign(store::Writer& db) {
        campaigns::Campaign campaign;
        campaign.code = "PSF";
        campaign.name = "Patient Safety First";
        campaign.owner = house_.tree.region;
        campaign.starts = kToday - std::chrono::days(400);
        campaign.status = campaigns::Status::open;
        campaigns::add_campaign(db, store::Scope::system("a test").may_write(house_.tree.region),
                                {.person = {}, .at = kNow, .request = "a test"}, campaign);
        const auto made = campaigns::find_campaign(db, "PSF").value();
        campaigns::save_interventions(db, region(), stamp(), made, {"PSF-LEAD"});
        join(db, house_.tree.beside);
        join(db, house_.tree.trust);
        campaigns::leave(db, owner(house_.tree.trust), stamp(),
                         campaigns::begin(db, owner(house_.tree.trust), stamp(), made.id),
                         kToday - std::chrono::days(30), "A test");
        const PersonId peer = house_.add_person(db, "Peer");
        campaigns::add_comment(db, owner(house_.tree.trust), stamp(), made.id, peer, "Well said");
        membership_comment_ =
            campaigns::comments_of(db, owner(house_.tree.trust), made.id, kToday).front().id;
    }

    store::Writable region() const { return owner(house_.tree.region); }

    /// An organisation becomes a member of the campaign, a hundred days ago.
    static void join(store::Writer& db, OrganisationId id) {
        const Day then = kToday - std::chrono::days(100);
        const auto campaign = campaigns::find_campaign(db, "PSF").value();
        const auto mine = [&] { return campaigns::begin(db, owner(id), stamp(), campaign.id); };
        campaigns::save_pledge(db, owner(id), stamp(), mine(), "We will.", true);
        campaigns::sign(db, owner(id), stamp(), mine(), then);
        campaigns::approve(db, owner(id), stamp(), mine(), then);
    }

    /// The trust was a member and prepares to be one again, with a draft that is open to peers; for
    /// the office it has signed.
    void prepare_membership(const std::string& path) {
        const auto wanted =
            path.find("/office/") != path.npos ? campaigns::State::sent : campaigns::State::draft;
        house_.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house_.tree.trust);
            const auto campaign = campaigns::find_campaign(db, "PSF").value();
            const auto mine = [&] { return campaigns::begin(db, trust, stamp(), campaign.id); };
            if (wanted == campaigns::State::sent)
                campaigns::sign(db, trust, stamp(), mine(), kToday);
            else if (mine().state == campaigns::State::sent)
                campaigns::take_back(db, trust, stamp(), mine());
            if (wanted != campaigns::State::sent && !mine().open_to_peers)
                campaigns::open_to_peers(db, trust, stamp(), mine(), true);
        });
    }

    /// The region's programme: the trust is on its first cohort, and has applied for its second.
    void add_programme(store::Writer& db) {
        using namespace programmes;
        using std::chrono::days;
        const store::Stamp stamp{.person = {}, .at = kNow, .request = "a test"};
        const auto owner = store::Scope::system("a test").may_write(house_.tree.trust);
        const auto id = make_programme(
            db, stamp, {.code = "lips", .owner = house_.tree.region, .name = "LIPS"}, "LIPS");
        const auto lips = find_programme(db, id).value();
        std::array<Cohort, 2> cohorts;
        for (Cohort& cohort : cohorts) {
            const auto made = open_cohort(
                db, stamp, lips,
                {.starts = kToday, .opens = kToday - days(1), .closes = kToday, .places = 1});
            cohort = find_cohort(db, made).value();
            const auto draft =
                save_draft(db, owner, stamp, {.cohort = cohort.id, .who = {{"nurse", "Ann"}}}, {},
                           WaitingRule::order)
                    .value();
            EXPECT_TRUE(
                send(db, owner, stamp, cohort, draft, {}, WaitingRule::order, kToday).has_value());
            programme_.application = draft;
        }
        EXPECT_TRUE(accept(db, stamp, lips, cohorts[0],
                           find_application(db, owner, cohorts[0].id).value(), kToday)
                        .has_value());
        const auto enrolment = find_enrolment(db, owner, cohorts[0].id, kToday).value();
        for (const RoleSeats& role : team_of(db, owner, enrolment, kToday).roles)
            if (!role.seats.empty()) programme_.seat = role.seats.front().id;
        programme_.task = tasks_of(db, owner, enrolment.id).front().id;
        const Asker leader{leader_, kToday};
        programme_.assessment =
            save_assessment(db, owner, stamp, leader,
                            {.level = Level::team, .answers = {{"CAP-T01", 2}}, .finished = true})
                .value();
        add_gap(db, owner, stamp,
                find_assessment(db, owner, Level::team, programme_.assessment, leader).value(),
                {.capability = "CAP-T01", .to_level = 3, .action = "Meet every week"});
        programme_.gap = gaps_of(db, owner, Level::team, leader).front().id;
    }

    /// The trust's own, of deaths that were counted for 13 months; a draft, or published.
    claims::ClaimId claim(bool published) {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house_.tree.trust);
            if (!measures::find_measure_by_code(db, "DEATHS")) add_deaths(db);
            const auto measure = measures::find_measure_by_code(db, "DEATHS").value();
            const auto month = [](int ago) {
                Day day = measures::period_of(measures::Frequency::month, kToday);
                while (ago-- > 0)
                    day = measures::earlier_period(measures::Frequency::month, day);
                return day;
            };
            const auto id = claims::add_claim(db, trust, stamp(),
                                              {.id = {},
                                               .organisation = house_.tree.trust,
                                               .campaign = {},
                                               .measure = measure.id,
                                               .risk = {},
                                               .words = "Fewer deaths",
                                               .baseline_from = month(13),
                                               .baseline_to = month(2),
                                               .from = month(1),
                                               .to = month(1)});
            const auto made =
                claims::find_claim(db, store::Scope::system("a test"), id.text()).value();
            if (!published) return id;
            const auto counts = claims::live_counts(db, made, measure);
            claims::publish(db, trust, stamp(), made, *claims::figures_of(made, measure, counts),
                            counts, "fingerprint");
            return id;
        });
    }

    void add_deaths(store::Writer& db) {
        const auto id =
            measures::add_measure(db, region(), stamp(), "DEATHS", "", measures::Status::agreed,
                                  {.from = kToday - std::chrono::days(1000),
                                   .says = {.name = "Deaths in hospital",
                                            .numerator = "Deaths",
                                            .denominator = "Discharges",
                                            .frequency = measures::Frequency::month,
                                            .chart = spc::Chart::p,
                                            .better = spc::Better::lower}});
        const auto measure = measures::find_measure(db, id).value();
        const auto trust = owner(house_.tree.trust);
        const auto series = measures::open_series(db, trust, stamp(), measure,
                                                  {.starts = kToday - std::chrono::days(1000)});
        measures::Saving saving(db, stamp(), kToday);
        Day period = last_month();
        for (int i = 0; i < 13; ++i) {
            saving.put(trust, series, {.period = period, .numerator = 20, .denominator = 1000});
            period = measures::earlier_period(measures::Frequency::month, period);
        }
        saving.finish();
    }

    /// One on the trust's chart that nobody has answered.
    signals::SignalId signal() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house_.tree.trust);
            const auto id = db.new_id<signals::Signal>();
            const auto series = measures::find_series_by_code(db, trust, "falls").value();
            db.run(R"sql(
                INSERT INTO signals (organisation_id, id, series_id, says, rule, since, found_at,
                                     ended_at)
                VALUES ($1, $2, $3, 'concern', 'shift', $4, $5, $5)
            )sql",
                   trust, id, series.id, last_month(), kNow);
            return id;
        });
    }

    /// Falls, as the trust counts them, with one point and a new phase.
    void add_series(store::Writer& db) {
        const auto trust = owner(house_.tree.trust);
        const auto id =
            measures::add_measure(db, region(), stamp(), "FALLS", "", measures::Status::agreed,
                                  {.from = kToday - std::chrono::days(400),
                                   .says = {.name = "Falls", .numerator = "Falls"}});
        const auto measure = measures::find_measure(db, id).value();
        const auto series = measures::open_series(db, trust, stamp(), measure,
                                                  {.starts = kToday - std::chrono::days(400)});
        measures::save_point(db, trust, stamp(), series, {.period = last_month(), .numerator = 40},
                             kToday);
        decision_ = measures::add_decision(
            db, trust, stamp(), series.id,
            {.from = last_month(), .change = "A new rota", .reason = "A test"});
        add_tallied_series(db, region(), trust);
    }

    /// A bundle of one element, which the trust tallies patient by patient.
    static void add_tallied_series(store::Writer& db, const store::Writable& region,
                                   const store::Writable& trust) {
        const Day since = kToday - std::chrono::days(400);
        const auto id =
            measures::add_measure(db, region, stamp(), "BUNDLE", "", measures::Status::agreed,
                                  {.from = since,
                                   .says = {.name = "All elements met",
                                            .kind = measures::Kind::process,
                                            .numerator = "Patients with all elements",
                                            .denominator = "Patients",
                                            .frequency = measures::Frequency::week,
                                            .chart = spc::Chart::p}});
        const auto measure = measures::find_measure(db, id).value();
        const auto series = measures::open_series(db, trust, stamp(), measure, {.starts = since});
        collection::save_sheet(db, trust, stamp(), series.id,
                               {.elements = {{.words = "Hands cleaned"}}});
    }
    /// The point of last month, which somebody before may have taken away.
    void enter_point() {
        house_.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house_.tree.trust);
            const auto series = measures::find_series_by_code(db, trust, "falls").value();
            measures::save_point(db, trust, stamp(), series,
                                 {.period = last_month(), .numerator = 40}, kToday);
        });
    }
    /// To everybody who is signed in.
    void show_series() {
        house_.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house_.tree.trust);
            const auto before = measures::find_series_by_code(db, trust, "falls").value();
            auto after = before;
            after.audience = measures::Audience::members;
            measures::save_series(db, trust, stamp(), before, after);
        });
    }
    static Day last_month() {
        return measures::earlier_period(measures::Frequency::month,
                                        measures::period_of(measures::Frequency::month, kToday));
    }

    /// News for everybody, written by the region's office.
    announcements::AnnouncementId news() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto owner = store::Scope::system("a test").may_write(house_.tree.region);
            const store::Stamp stamp{.person = {}, .at = kNow, .request = "a test"};
            announcements::Announcement one;
            one.title = "News";
            one.body = "Some.";
            one.id = announcements::add_announcement(db, owner, stamp, one);
            announcements::publish(db, owner, stamp, one);
            return one.id;
        });
    }

    /// That somebody means to speak to the trust.
    momentum::ChaseId chase() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto campaign = momentum::find_campaign(db, "PSF").value();
            return momentum::add_chase(db,
                                       store::Scope::system("a test").may_write(house_.tree.trust),
                                       {.person = {}, .at = kNow, .request = "a test"}, campaign.id,
                                       "Silent", "Ring them");
        });
    }

    momentum::MilestoneId milestone() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto campaign = momentum::find_campaign(db, "PSF").value();
            return momentum::add_milestone(
                db, store::Scope::system("a test").may_write(house_.tree.region),
                {.person = {}, .at = kNow, .request = "a test"}, campaign.id,
                {.id = {},
                 .name = "Half",
                 .measure = momentum::Measured::members,
                 .target = 1,
                 .due = kToday});
        });
    }

    /// A role of somebody else in the trust, which nobody has ended yet.
    organisations::MembershipId membership() {
        return house_.installation.store().write([&](store::Writer& db) {
            const PersonId person = house_.add_person(db, "Bystander");
            return house_.give(db, person, Role::team_member, house_.tree.trust, kToday);
        });
    }

    /// Somebody who has been invited to the trust and has not answered.
    organisations::InvitationId open_invitation() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto owner = store::Scope::system("a test").may_write(house_.tree.trust);
            const store::Stamp stamp{.person = {}, .at = kNow, .request = "a test"};
            return organisations::save_invitation(db, owner, stamp,
                                                  {.id = {},
                                                   .email = "invited@example.org",
                                                   .role = Role::team_member,
                                                   .from = kToday,
                                                   .until = {},
                                                   .expires_at = kNow + std::chrono::days(7)});
        });
    }

    /// A file that waits to be carried out below the trust.
    organisations::WaitingImportId waiting_import() {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto owner = store::Scope::system("a test").may_write(house_.tree.trust);
            const store::Stamp stamp{
                .person = house_.add_person(db, "Sender"), .at = kNow, .request = "a test"};
            return organisations::save_waiting(db, owner, stamp,
                                               {.id = {},
                                                .file_name = "wards.csv",
                                                .kind = "",
                                                .bytes = "code,name,kind\nNEW,New ward,ward\n"});
        });
    }

    /// Numbers of the trust, sent and not confirmed; or confirmed already, with nothing in them.
    imports::ImportId numbers_import(bool done) {
        return house_.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house_.tree.trust);
            return sent_numbers_ = imports::add_import(
                       db, trust, stamp(),
                       {.organisation = house_.tree.trust,
                        .file_name = "falls.csv",
                        .content = "month,value\n2020-01-01,3\n",
                        .measure = "FALLS",
                        .state = done ? imports::State::done : imports::State::waiting});
        });
    }

    TestHouse& house_;
    PersonId leader_;
    campaigns::CommentId membership_comment_;
    measures::DecisionId decision_;
    imports::ImportId sent_numbers_;
    struct {
        programmes::ApplicationId application;
        programmes::SeatId seat;
        programmes::TeamTaskId task;
        programmes::AssessmentId assessment;
        programmes::GapId gap;
    } programme_;
};

}  // namespace primum::app
