#pragma once
// For this room's tests: accounts on a database of their own, and people in it.

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <vector>

#include "people/accounts.h"
#include "people/session.h"
#include "people/store.h"
#include "store/testing.h"

namespace primum::people::testing {

inline constexpr Instant kNoon{std::chrono::seconds(1240488000)};  // 2009-04-23T12:00:00Z
inline constexpr const char* kPassword = "correct horse battery staple";

inline const crypto::Keys& keys() {
    static const crypto::Keys keys(std::string(crypto::Keys::kBytes, 'k'));
    return keys;
}

class AccountsTest : public ::testing::TestWithParam<store::Engine> {
protected:
    PersonId add(const std::string& email, const std::string& name = "Ann Example") {
        const std::string hash = accounts.hash_password(kPassword);
        return database->write([&](store::Writer& writer) {
            const PersonId person =
                add_person(writer, stamp(), {.email = email, .name = name, .language = "en"});
            save_password(writer, stamp(), person, hash);
            return person;
        });
    }
    OrganisationId add_organisation() {
        return database->write([](store::Writer& db) {
            const auto trust = db.new_id<organisations::Organisation>();
            db.run(
                "INSERT INTO organisation_kinds (code, rank, singular, plural) "
                "VALUES ('trust', 1, 'Trust', 'Trusts') ON CONFLICT DO NOTHING");
            db.run("INSERT INTO organisations (id, kind, name) VALUES ($1, 'trust', 'A trust')",
                   trust);
            return trust;
        });
    }
    store::Stamp stamp() const { return {.at = clock.now(), .request = "a test"}; }
    void wait(std::chrono::seconds time) { clock.move_to(clock.now() + time); }

    template <class Change>
    auto write(Change&& change) {
        return database->write(std::forward<Change>(change));
    }

    /// What the front door would see of a browser that holds this token.
    std::optional<access::Session> recognise(const std::string& token) {
        http::Request request;
        request.headers.add("Cookie", "primum=" + token);
        return recogniser(accounts)(*database->read(), request, clock.now());
    }

    std::vector<std::string> audited() {
        return database->read()->all([](const store::Row& row) { return row.get<std::string>(0); },
                                     "SELECT action FROM audit_entries ORDER BY seq",
                                     store::Scope::system("a test").everywhere());
    }

    store::testing::StillClock clock{kNoon};
    store::testing::FreshDatabase database{GetParam(), {.clock = &clock}};
    language::Languages languages;
    std::vector<std::string> accepted;                             ///< invitations
    std::vector<std::pair<PersonId, std::string>> administrators;  ///< with their organisations
    Hooks hooks{
        .accept_invitation = [this](store::Writer&, const store::Stamp&, PersonId, OrganisationId,
                                    std::string_view id) { accepted.emplace_back(id); },
        .make_administrator =
            [this](store::Writer&, const store::Stamp&, PersonId person, std::string_view name) {
                administrators.emplace_back(person, name);
            },
    };
    Accounts accounts{
        *database,
        languages,
        keys(),
        {.public_url = "http://127.0.0.1:8080", .password_cost = {.memory_kib = 1024, .passes = 1}},
        hooks};
    Visitor visitor{.browser = "Firefox (Linux)", .network = "192.0.2.7"};
};

#define PRIMUM_ON_EACH_ENGINE(suite) \
    INSTANTIATE_TEST_SUITE_P(Engines, suite, store::testing::engines(), store::testing::engine_name)

}  // namespace primum::people::testing
