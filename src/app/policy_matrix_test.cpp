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
#include <optional>
#include <sstream>

#include "app/testing_parts.h"

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
            parts.emplace(house, db, holders[Role::chief_executive].front());
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

    Request request(const Route& route, const std::string& session) {
        if (route.method == Method::get)
            return house.request(Method::get, parts->address(route), session);
        if (route.policy.audience == access::Audience::programs)
            return house.request(route.method, parts->address(route), session);
        return house.form(parts->address(route), session, AddressParts::fields(route));
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
        Request request = house.request(route.method, parts->address(route));
        if (!token.empty()) request.headers.add("Authorization", "Bearer " + token);
        request.headers.add("Content-Type", "application/json");
        request.headers.add("If-Match", "*");
        if (route.method == Method::put) request.body = R"({"value": 4})";
        if (route.method == Method::post) request.body = R"([{"period": "2026-01", "value": 5}])";
        if (route.method == Method::remove) request.query = "reason=A+test";
        return request;
    }

    std::string ended_token() {
        const auto [token, id] = parts->make_token(house.tree.trust, {access::Right::write});
        house.installation.store().write([&, &which = id](store::Writer& db) {
            api::end_token(db, AddressParts::owner(house.tree.trust), AddressParts::stamp(), which);
        });
        return token;
    }

    std::string ask(Request request) {
        const std::string own = asked_about(request.path);
        std::string answer = replaced(
            replaced(outcome(house.answer(std::move(request))), house.tree.trust.text(), "{id}"),
            parts->sent_numbers().text(), "{import}");
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

    TestHouse house;
    std::optional<AddressParts> parts;
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
        return parts->make_token(place, rights).first;
    };
    const Lines tokens = {
        at(house.tree.trust, {Right::read, Right::write}),
        at(house.tree.trust, {Right::read}),
        at(house.tree.trust, {Right::published}),
        at(house.tree.region, {Right::read, Right::write}),
        at(house.tree.site, {Right::read, Right::write}),
        at(house.tree.beside, {Right::read, Right::write}),
        parts->make_token(house.tree.trust, {Right::write}, kNow).first,
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
