#pragma once
// For tests: a whole installation on a database of its own, with a small tree and people in it.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "access/cookies.h"
#include "access/forgery.h"
#include "app/installation.h"
#include "crypto/hash.h"
#include "crypto/keys.h"
#include "organisations/changes.h"
#include "organisations/members.h"
#include "people/session.h"
#include "people/store.h"
#include "store/testing.h"

namespace primum::app {

inline constexpr Day kToday = std::chrono::year(2026) / 3 / 2;
inline constexpr Instant kNow = kToday + std::chrono::hours(9);

/// Region, a trust in it with a site and a ward, and the trust beside it.
struct Tree {
    OrganisationId region, trust, site, ward, beside;
};

class TestHouse {
public:
    /// `others`: what others see of numbers of people, as the setting spells it.
    explicit TestHouse(std::string others = "hes") : others_(std::move(others)) {
        tree.region = add("Northern", "region", {});
        tree.trust = add("Alderwick", "trust", tree.region);
        tree.site = add("Alderwick General", "site", tree.trust);
        tree.ward = add("Ward 4B", "ward", tree.site);
        tree.beside = add("Marlow", "trust", tree.region);
    }

    PersonId add_person(store::Writer& db, std::string_view name) {
        const std::string email = "p" + std::to_string(++people_) + "@primum.example";
        return people::add_person(db, stamp(), {.email = email, .name = std::string(name)});
    }

    organisations::MembershipId give(store::Writer& db, PersonId person, access::Role role,
                                     OrganisationId where, Day from,
                                     std::optional<Day> until = {}) {
        return organisations::give_role(db, everywhere().may_write(where), stamp(), person, role,
                                        from, until)
            .value();
    }

    /// The token of a new session.
    std::string sign_in(store::Writer& db, PersonId person, Instant at = kNow) {
        return people::open_session(db, person, "pwd", {.browser = "", .network = "", .device = ""},
                                    at);
    }

    /// What a browser sends that is where our own pages are; a session's token may be empty.
    http::Request request(http::Method method, std::string path, const std::string& session = "") {
        http::Request request;
        request.method = method;
        const std::size_t query = path.find('?');
        if (query != path.npos) request.query = path.substr(query + 1);
        request.path = path.substr(0, query);
        request.id = "test";
        // Each from a network of its own, so that none has to wait for the attempts of others.
        const auto network = ++requests_;
        request.peer = {.address = "127.0." + std::to_string(network / 256) + '.' +
                                   std::to_string(network % 256),
                        .secure = false,
                        .host = "127.0.0.1"};
        std::string cookies = std::string(access::kVisitCookie) + '=' + kVisit;
        if (!session.empty()) cookies += "; " + std::string(access::kSessionCookie) + '=' + session;
        request.headers.add("Cookie", cookies);
        request.headers.add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    /// The same with a form that our own page made for this session; `fields` is URL-encoded.
    http::Request form(std::string path, const std::string& session, std::string_view fields = "") {
        http::Request sent = request(http::Method::post, std::move(path), session);
        const std::string holder = session.empty() ? kVisit : crypto::sha256_hex(session);
        sent.headers.add("Content-Type", "application/x-www-form-urlencoded");
        sent.body = "token=" + tokens_.make(holder);
        if (!fields.empty()) (sent.body += '&') += fields;
        return sent;
    }

    http::Response answer(http::Request request) { return installation.door().answer(request); }

    store::Stamp stamp() const { return {.person = {}, .at = kNow, .request = "test"}; }
    static store::Scope everywhere() { return store::Scope::system("a test"); }

private:
    static inline const std::string kVisit = "a-visit-of-a-browser-without-a-session";

    OrganisationId add(const std::string& name, const std::string& kind,
                       std::optional<OrganisationId> parent) {
        const auto below =
            parent ? std::optional(organisations::ParentLink{*parent, {}}) : std::nullopt;
        return installation.store().write([&](store::Writer& db) {
            return organisations::add(
                db, stamp(),
                {.name = name, .kind = kind, .identifier = {}, .opened = {}, .closed = {}}, below);
        });
    }

    static Settings settings(const std::string& folder, const std::string& others) {
        Settings settings;
        settings.disclosure_others = others;
        settings.data = folder;
        settings.listen = "127.0.0.1:0";
        settings.settle(8080);
        return settings;
    }

    std::string others_;
    store::testing::TemporaryFolder folder_;
    store::testing::StillClock clock_{kNow};
    int people_ = 0;
    int requests_ = 0;

public:
    std::vector<std::string> complaints;
    Installation installation{settings(folder_.path(), others_),
                              [this](const http::Request& request, std::string_view what) {
                                  complaints.push_back(request.path + ": " + std::string(what));
                              },
                              clock_};
    Tree tree;

private:
    access::FormTokens tokens_{crypto::Keys::open(folder_.path() + "/master.key").derive("forms")};
};

}  // namespace primum::app
