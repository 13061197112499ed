// Every address × everybody, against two tables that people review: test/access/roles.csv says what
// each role may do, held at the organisation concerned, above, below or beside it;
// test/access/others.csv what everybody else may do. An address without a row fails. After a change
// that is meant, PRIMUM_UPDATE_ACCESS=1 in the environment writes both anew, to be reviewed.

#include <gmock/gmock.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <sstream>

#include "announcements/announcement.h"
#include "api/tokens.h"
#include "app/testing.h"
#include "campaigns/campaign.h"
#include "campaigns/membership.h"
#include "campaigns/peers.h"
#include "claims/figures.h"
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
namespace {

using access::Role;
using access::Route;
using http::Method;
using http::Request;
using http::Response;

using Lines = std::vector<std::string>;

constexpr std::array kPlaces = {"at it", "above", "below", "beside"};

/// Where the organisation that a request concerns is the trust.
OrganisationId place(const Tree& tree, std::size_t which) {
    return std::array{tree.trust, tree.region, tree.site, tree.beside}[which];
}

/// What happened, in a word or two.
std::string outcome(const Response& response) {
    const std::string number = std::to_string(static_cast<int>(response.status));
    if (const auto location = response.headers.find("Location"))
        return number + ' ' + std::string(location->substr(0, location->find('?')));
    const bool kept = response.bytes().find(">Send again<") != std::string_view::npos;
    return response.status == http::Status::forbidden && kept ? number + " kept" : number;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

class PolicyMatrix : public ::testing::Test {
protected:
    PolicyMatrix() {
        house.installation.store().write([&](store::Writer& db) {
            for (const Role role : access::all_roles())
                for (std::size_t where = 0; where < kPlaces.size(); ++where) {
                    const PersonId person = house.add_person(db, "Somebody");
                    house.give(db, person, role, place(house.tree, where), kToday);
                    holders[role].push_back(person);
                }
            nobody = house.add_person(db, "Nobody");
            const auto administrator = [&](Day from, std::optional<Day> until) {
                const PersonId person = house.add_person(db, "Administrator");
                house.give(db, person, Role::administrator, house.tree.trust, from, until);
                return person;
            };
            const std::chrono::days day(1);
            former = administrator(kToday - day, kToday - day);
            future = administrator(kToday + day, {});
            present = administrator(kToday, {});
            disabled = administrator(kToday, {});
            // Without ending the sessions, which save_disabled does as well.
            db.run("UPDATE people SET status = 'disabled' WHERE id = $1", disabled);
            bystander = house.add_person(db, "Bystander");
            add_campaign(db);
            add_programme(db);
            db.run(
                "INSERT INTO organisation_identifiers (system, value, organisation_id) "
                "VALUES ('ods', 'RZ9', $1)",
                house.tree.trust);
            add_series(db);
        });
    }

    std::string sign_in(PersonId person, Instant at = kNow) {
        return house.installation.store().write(
            [&](store::Writer& db) { return house.sign_in(db, person, at); });
    }

    /// A new session for each holder of a role.
    std::map<Role, Lines> sign_everybody_in() {
        return house.installation.store().write([&](store::Writer& db) {
            std::map<Role, Lines> sessions;
            for (const auto& [role, people] : holders)
                for (const PersonId person : people)
                    sessions[role].push_back(house.sign_in(db, person));
            return sessions;
        });
    }

    /// A row of the library whose second version is a draft.
    std::string drafted_row() {
        house.installation.store().write([&](store::Writer& db) {
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

    /// The address of a route about the trust; what the form changes is made for it.
    std::string address(const Route& route) {
        std::string path = replaced(route.pattern, "{id}", house.tree.trust.text());
        path = replaced(path, "{set}", "walkround-prompts");
        if (path.starts_with("/library/") && path.find("{code}") != path.npos)
            path = replaced(path, "{code}", drafted_row());
        path = replaced(path, "{partner}", "NPSA");
        if (path.starts_with("/api/")) path = replaced(path, "{code}", "RZ9");
        path =
            replaced(path, "{code}", path.find("/interventions/") == path.npos ? "cy" : "PSF-LEAD");
        path = replaced(path, "{provider}", "nobody");
        if (path.find("{token}") != path.npos)
            path = replaced(path, "{token}", make_token(house.tree.trust, {}).second.text());
        path = replaced(path, "{period}", "2026-02");
        path = replaced(path, "{campaign}", "PSF");
        path = replaced(path, "{direction}", "to_programme");
        path = replaced(path, "{programme}", "lips");
        path = replaced(
            path, "{number}",
            path.starts_with("/library/") || path.find("/application") != path.npos ? "2" : "1");
        path = replaced(path, "{position}", "1");
        path = replaced(path, "{series}", "falls");
        path = replaced(path, "{period}", "2026-02");
        path = replaced(path, "{decision}", decision.text());
        path = replaced(path, "{measure}", "FALLS");
        if (path.find("{claim}") != path.npos)
            path = replaced(path, "{claim}", claim(path.ends_with("/withdrawal")).text());
        if (path.find("{signal}") != path.npos) path = replaced(path, "{signal}", signal().text());
        path = replaced(path, "{level}", "team");
        path = replaced(path, "{team}", house.tree.trust.text());
        path = replaced(path, "{application}", programme.application.text());
        path = replaced(path, "{place}", programme.seat.text());
        path = replaced(path, "{task}", programme.task.text());
        path = replaced(path, "{assessment}", programme.assessment.text());
        path = replaced(path, "{gap}", programme.gap.text());
        if (path.find("/campaigns/PSF") != path.npos) prepare_membership(path);
        path = replaced(path, "{comment}", membership_comment.text());
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
            ADD_FAILURE() << "Say in policy_matrix_test.cpp what stands for a part of " << path;
        return path;
    }

    store::Stamp by(PersonId person) const {
        return {.person = person, .at = kNow, .request = "a test"};
    }

    /// An event that the trust keeps and has booked a team for: over for what people do then.
    std::string event_address(std::string path) {
        const bool over = path.ends_with("/promise") || path.ends_with("/attendance");
        return house.installation.store().write([&](store::Writer& db) {
            const auto trust = store::Scope::system("a test").may_write(house.tree.trust);
            const PersonId person = house.add_person(db, "Booker");
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
        return house.installation.store().write([&](store::Writer& db) {
            const auto trust = store::Scope::system("a test").may_write(house.tree.trust);
            const PersonId person = house.add_person(db, "Promiser");
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
        return house.installation.store().write([&](store::Writer& db) {
            const auto trust = store::Scope::system("a test").may_write(house.tree.trust);
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
        campaign.owner = house.tree.region;
        campaign.starts = kToday - std::chrono::days(400);
        campaign.status = campaigns::Status::open;
        campaigns::add_campaign(db, store::Scope::system("a test").may_write(house.tree.region),
                                {.person = {}, .at = kNow, .request = "a test"}, campaign);
        const auto made = campaigns::find_campaign(db, "PSF").value();
        campaigns::save_interventions(db, region(), stamp(), made, {"PSF-LEAD"});
        join(db, house.tree.beside);
        join(db, house.tree.trust);
        campaigns::leave(db, owner(house.tree.trust), stamp(),
                         campaigns::begin(db, owner(house.tree.trust), stamp(), made.id),
                         kToday - std::chrono::days(30), "A test");
        const PersonId peer = house.add_person(db, "Peer");
        campaigns::add_comment(db, owner(house.tree.trust), stamp(), made.id, peer, "Well said");
        membership_comment =
            campaigns::comments_of(db, owner(house.tree.trust), made.id, kToday).front().id;
    }

    static store::Stamp stamp() { return {.person = {}, .at = kNow, .request = "a test"}; }
    static store::Writable owner(OrganisationId id) {
        return store::Scope::system("a test").may_write(id);
    }
    store::Writable region() const { return owner(house.tree.region); }

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
        house.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house.tree.trust);
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
        const auto owner = store::Scope::system("a test").may_write(house.tree.trust);
        const auto id = make_programme(
            db, stamp, {.code = "lips", .owner = house.tree.region, .name = "LIPS"}, "LIPS");
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
            programme.application = draft;
        }
        EXPECT_TRUE(accept(db, stamp, lips, cohorts[0],
                           find_application(db, owner, cohorts[0].id).value(), kToday)
                        .has_value());
        const auto enrolment = find_enrolment(db, owner, cohorts[0].id, kToday).value();
        for (const RoleSeats& role : team_of(db, owner, enrolment, kToday).roles)
            if (!role.seats.empty()) programme.seat = role.seats.front().id;
        programme.task = tasks_of(db, owner, enrolment.id).front().id;
        const Asker leader{holders[Role::chief_executive].front(), kToday};
        programme.assessment =
            save_assessment(db, owner, stamp, leader,
                            {.level = Level::team, .answers = {{"CAP-T01", 2}}, .finished = true})
                .value();
        add_gap(db, owner, stamp,
                find_assessment(db, owner, Level::team, programme.assessment, leader).value(),
                {.capability = "CAP-T01", .to_level = 3, .action = "Meet every week"});
        programme.gap = gaps_of(db, owner, Level::team, leader).front().id;
    }

    /// Falls, as the trust counts them, with one point.
    /// The trust's own, of deaths that were counted for 13 months; a draft, or published.
    claims::ClaimId claim(bool published) {
        return house.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house.tree.trust);
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
                                               .organisation = house.tree.trust,
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
        const auto trust = owner(house.tree.trust);
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
        return house.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house.tree.trust);
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

    void add_series(store::Writer& db) {
        const auto trust = owner(house.tree.trust);
        const auto id =
            measures::add_measure(db, region(), stamp(), "FALLS", "", measures::Status::agreed,
                                  {.from = kToday - std::chrono::days(400),
                                   .says = {.name = "Falls", .numerator = "Falls"}});
        const auto measure = measures::find_measure(db, id).value();
        const auto series = measures::open_series(db, trust, stamp(), measure,
                                                  {.starts = kToday - std::chrono::days(400)});
        measures::save_point(db, trust, stamp(), series, {.period = last_month(), .numerator = 4},
                             kToday);
        decision = measures::add_decision(
            db, trust, stamp(), series.id,
            {.from = last_month(), .change = "A new rota", .reason = "A test"});
    }
    static Day last_month() {
        return measures::earlier_period(measures::Frequency::month,
                                        measures::period_of(measures::Frequency::month, kToday));
    }

    /// News for everybody, written by the region's office.
    announcements::AnnouncementId news() {
        return house.installation.store().write([&](store::Writer& db) {
            const auto owner = store::Scope::system("a test").may_write(house.tree.region);
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
        return house.installation.store().write([&](store::Writer& db) {
            const auto campaign = momentum::find_campaign(db, "PSF").value();
            return momentum::add_chase(db,
                                       store::Scope::system("a test").may_write(house.tree.trust),
                                       {.person = {}, .at = kNow, .request = "a test"}, campaign.id,
                                       "Silent", "Ring them");
        });
    }

    momentum::MilestoneId milestone() {
        return house.installation.store().write([&](store::Writer& db) {
            const auto campaign = momentum::find_campaign(db, "PSF").value();
            return momentum::add_milestone(
                db, store::Scope::system("a test").may_write(house.tree.region),
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
        return house.installation.store().write([&](store::Writer& db) {
            const PersonId person = house.add_person(db, "Bystander");
            return house.give(db, person, Role::team_member, house.tree.trust, kToday);
        });
    }

    /// Somebody who has been invited to the trust and has not answered.
    organisations::InvitationId open_invitation() {
        return house.installation.store().write([&](store::Writer& db) {
            const auto owner = store::Scope::system("a test").may_write(house.tree.trust);
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
        return house.installation.store().write([&](store::Writer& db) {
            const auto owner = store::Scope::system("a test").may_write(house.tree.trust);
            const store::Stamp stamp{
                .person = house.add_person(db, "Sender"), .at = kNow, .request = "a test"};
            return organisations::save_waiting(db, owner, stamp,
                                               {.id = {},
                                                .file_name = "wards.csv",
                                                .kind = "",
                                                .bytes = "code,name,kind\nNEW,New ward,ward\n"});
        });
    }

    /// Numbers of the trust, sent and not confirmed; or confirmed already, with nothing in them.
    imports::ImportId numbers_import(bool done) {
        return house.installation.store().write([&](store::Writer& db) {
            const auto trust = owner(house.tree.trust);
            return sent_numbers = imports::add_import(
                       db, trust, stamp(),
                       {.organisation = house.tree.trust,
                        .file_name = "falls.csv",
                        .content = "month,value\n2020-01-01,3\n",
                        .measure = "FALLS",
                        .state = done ? imports::State::done : imports::State::waiting});
        });
    }

    Request request(const Route& route, const std::string& session) {
        if (route.method == Method::get) return house.request(Method::get, address(route), session);
        if (route.policy.audience == access::Audience::programs)
            return house.request(route.method, address(route), session);
        return house.form(address(route), session);
    }

    /// The event or the resource that a path is about, which is another one each time.
    static std::string asked_about(const std::string& path) {
        constexpr std::size_t kLength = 36;
        for (const std::string_view room : {"/events/", "/resources/"})
            if (path.starts_with(room) && path.size() >= room.size() + kLength)
                return path.substr(room.size(), kLength);
        return {};
    }

    /// A program's request; a change is one that would be made.
    Request program(const Route& route, const std::string& token) {
        Request request = house.request(route.method, address(route));
        if (!token.empty()) request.headers.add("Authorization", "Bearer " + token);
        request.headers.add("Content-Type", "application/json");
        request.headers.add("If-Match", "*");
        if (route.method == Method::put) request.body = R"({"value": 4})";
        if (route.method == Method::post) request.body = R"([{"period": "2026-01", "value": 5}])";
        if (route.method == Method::remove) request.query = "reason=A+test";
        return request;
    }

    std::pair<std::string, api::TokenId> make_token(OrganisationId organisation,
                                                    access::Rights rights,
                                                    Instant expires_at = kNow +
                                                                         std::chrono::days(1)) {
        const api::Secret secret = api::make_secret();
        const auto id = house.installation.store().write([&](store::Writer& db) {
            return api::save_token(db, owner(organisation), stamp(), secret,
                                   {.name = "A test", .rights = rights, .expires_at = expires_at});
        });
        return {secret.text(), id};
    }

    std::string ended_token() {
        const auto [token, id] = make_token(house.tree.trust, {access::Right::write});
        house.installation.store().write([&, &which = id](store::Writer& db) {
            api::end_token(db, owner(house.tree.trust), stamp(), which);
        });
        return token;
    }

    std::string ask(Request request) {
        const std::string own = asked_about(request.path);
        std::string answer = replaced(
            replaced(outcome(house.answer(std::move(request))), house.tree.trust.text(), "{id}"),
            sent_numbers.text(), "{import}");
        return own.empty() ? answer : replaced(std::move(answer), own, "{it}");
    }

    std::string ask(const Route& route, const std::string& session) {
        return ask(request(route, session));
    }

    static std::string line(std::initializer_list<std::string> cells) {
        std::string text;
        for (const std::string& cell : cells)
            (text += text.empty() ? "" : ",") += cell;
        return text;
    }

    static std::string name(const Route& route) {
        return std::string(http::name(route.method)) + ',' + route.pattern;
    }

    /// One line for each place, or one for all of them where it makes no difference.
    void add_roles(Lines& lines, const Route& route) {
        std::array<std::string, kPlaces.size()> outcomes;
        const auto sessions = sign_everybody_in();
        for (const Role role : access::all_roles())
            for (std::size_t where = 0; where < kPlaces.size(); ++where)
                (outcomes[where] += ',') += ask(route, sessions.at(role)[where]);
        const bool alike = std::ranges::all_of(
            outcomes, [&](const std::string& other) { return other == outcomes.front(); });
        if (alike) {
            lines.push_back(name(route) + ",anywhere" + outcomes.front());
            return;
        }
        for (std::size_t where = 0; where < kPlaces.size(); ++where)
            lines.push_back(name(route) + ',' + kPlaces[where] + outcomes[where]);
    }

    void add_others(Lines& lines, const Route& route) {
        std::string text = name(route);
        for (const std::string& session :
             {std::string(), sign_in(nobody), sign_in(former), sign_in(future), sign_in(disabled),
              sign_in(present, kNow - std::chrono::minutes(6))})
            (text += ',') += ask(route, session);
        lines.push_back(text + ',' + with_another_token(route) + ',' + from_another_site(route));
    }

    /// A form that was made for somebody else's session.
    std::string with_another_token(const Route& route) {
        if (http::is_safe(route.method)) return "";
        Request theirs = request(route, sign_in(present));
        theirs.body = request(route, sign_in(nobody)).body;
        return ask(std::move(theirs));
    }

    std::string from_another_site(const Route& route) {
        Request lured = request(route, sign_in(present));
        lured.headers.set("Sec-Fetch-Site", "cross-site");
        return ask(std::move(lured));
    }

    campaigns::CommentId membership_comment;
    measures::DecisionId decision;
    imports::ImportId sent_numbers;
    struct {
        programmes::ApplicationId application;
        programmes::SeatId seat;
        programmes::TeamTaskId task;
        programmes::AssessmentId assessment;
        programmes::GapId gap;
    } programme;
    TestHouse house;
    std::map<Role, std::vector<PersonId>> holders;
    PersonId nobody, former, future, present, disabled, bystander;
};

Lines lines_of(const std::string& file) {
    std::ifstream stream(file);
    Lines lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

void write(const std::string& file, const Lines& lines) {
    std::ofstream stream(file);
    for (const std::string& line : lines)
        stream << line << '\n';
}

void expect_table(const std::string& name, const Lines& found) {
    const std::string file = PRIMUM_SOURCE_DIR "/test/access/" + name + ".csv";
    if (std::getenv("PRIMUM_UPDATE_ACCESS")) return write(file, found);
    const Lines reviewed = lines_of(file);
    if (found == reviewed) return;
    write(name + "-changed.csv", found);
    for (const std::string& line : found)
        EXPECT_THAT(reviewed, ::testing::Contains(line)) << "is not in " << file;
    for (const std::string& line : reviewed)
        EXPECT_THAT(found, ::testing::Contains(line)) << "is in " << file << " only";
    EXPECT_EQ(found.size(), reviewed.size());
}

TEST_F(PolicyMatrix, EveryRoleMayDoAtEveryAddressWhatTheTableSays) {
    std::string heading = "method,path,role held";
    for (const Role role : access::all_roles())
        (heading += ',') += access::name(role);
    Lines lines = {heading};
    for (const Route& route : house.installation.routes().all())
        add_roles(lines, route);
    expect_table("roles", lines);
    EXPECT_THAT(house.complaints, ::testing::IsEmpty());
}

TEST_F(PolicyMatrix, EverybodyElseMayDoAtEveryAddressWhatTheTableSays) {
    Lines lines = {
        "method,path,visitor,person without a role,role ended yesterday,role begins tomorrow,"
        "disabled,signed in 6 minutes ago,form of another session,from another site"};
    for (const Route& route : house.installation.routes().all())
        add_others(lines, route);
    expect_table("others", lines);
    EXPECT_THAT(house.complaints, ::testing::IsEmpty());
}

TEST_F(PolicyMatrix, EveryTokenMayDoAtEveryAddressWhatTheTableSays) {
    using access::Right;
    const auto at = [&](OrganisationId place, access::Rights rights) {
        return make_token(place, rights).first;
    };
    const Lines tokens = {
        at(house.tree.trust, {Right::read, Right::write}),
        at(house.tree.trust, {Right::read}),
        at(house.tree.trust, {Right::published}),
        at(house.tree.region, {Right::read, Right::write}),
        at(house.tree.site, {Right::read, Right::write}),
        at(house.tree.beside, {Right::read, Right::write}),
        make_token(house.tree.trust, {Right::write}, kNow).first,
        ended_token(),
        api::make_secret().text(),
        "",
    };
    Lines lines = {
        "method,path,reads and writes,reads,public,above,below,beside,expired,ended,guessed,none"};
    for (const Route& route : house.installation.routes().all()) {
        if (route.policy.audience != access::Audience::programs) continue;
        std::string text = name(route);
        for (const std::string& token : tokens)
            (text += ',') += outcome(house.answer(program(route, token)));
        lines.push_back(text);
    }
    expect_table("programs", lines);
    EXPECT_THAT(house.complaints, ::testing::IsEmpty());
}

/// A role that may use the route somewhere.
Role let_in_by(const Route& route) {
    for (const Role role : access::all_roles())
        if (route.policy.roles.has(role)) return role;
    return Role::administrator;
}

/// What differs between any two answers.
std::string without_chance(std::string page, std::string_view id) {
    page = replaced(std::move(page), id, "ID");
    for (const char* field : {R"(name="token" value=")", R"(name="once" value=")"})
        for (auto at = page.find(field); at != page.npos; at = page.find(field, at + 1)) {
            const auto from = at + std::string_view(field).size();
            page.erase(from, page.find('"', from) - from);
        }
    return page;
}

TEST_F(PolicyMatrix, WhatIsForeignLooksLikeWhatIsNotThere) {
    const std::string unknown = "01890000-0000-7000-8000-000000000000";
    const std::string trust(house.tree.trust.text());
    int asked = 0;
    for (const Route& route : house.installation.routes().all()) {
        if (route.pattern.find("{id}") == std::string::npos) continue;
        // What everybody may see is foreign to nobody.
        if (route.policy.audience == access::Audience::everyone) continue;
        // A draft that its organisation has opened to peers.
        if (route.pattern == "/campaigns/{campaign}/drafts/{id}") continue;
        const Request theirs = request(route, sign_in(holders[let_in_by(route)].back()));
        Request nobodys = theirs;
        nobodys.path = replaced(nobodys.path, trust, unknown);
        const Response foreign = house.answer(theirs);
        const Response absent = house.answer(nobodys);
        EXPECT_EQ(outcome(foreign), "404") << name(route);
        EXPECT_EQ(outcome(foreign), outcome(absent)) << name(route);
        EXPECT_EQ(without_chance(std::string(foreign.bytes()), trust),
                  without_chance(std::string(absent.bytes()), unknown))
            << name(route);
        ++asked;
    }
    EXPECT_GT(asked, 0);
}

}  // namespace
}  // namespace primum::app
