#pragma once
// For tests: the API behind a front door, on a database with a small tree and tokens in it.

#include <chrono>
#include <memory>
#include <string>

#include "access/front_door.h"
#include "api/routes.h"
#include "api/tokens.h"
#include "json/value.h"
#include "measures/testing.h"

namespace primum::api {

using measures::day;
using measures::kToday;

class TestApi {
public:
    explicit TestApi(store::Engine engine) : db(engine) {
        add_routes(routes_, disclosure::Mode::hes);
        own = token(tree.trust, {access::Right::read, access::Right::write});
        reads = token(tree.trust, {access::Right::read});
        other = token(tree.other, {access::Right::read, access::Right::write});
        anybody = token(tree.trust, {access::Right::published});
    }

    std::string token(OrganisationId organisation, access::Rights rights,
                      std::chrono::days life = std::chrono::days(365)) {
        const Secret secret = make_secret();
        last_token = db->write([&](store::Writer& writer) {
            return save_token(
                writer, measures::everywhere().may_write(organisation), measures::stamp(), secret,
                {.name = "A test", .rights = rights, .expires_at = measures::stamp().at + life});
        });
        return secret.text();
    }

    /// One request and its answer; headers as "Name: value".
    http::Response ask(http::Method method, const std::string& address, const std::string& token,
                       std::string body = {}, const std::vector<std::string>& headers = {}) {
        http::Request request;
        request.method = method;
        const auto query = address.find('?');
        if (query != address.npos) request.query = address.substr(query + 1);
        request.path = "/api/v1/" + address.substr(0, query);
        request.id = "test";
        if (!token.empty()) request.headers.add("Authorization", "Bearer " + token);
        if (!body.empty()) request.headers.add("Content-Type", "application/json");
        for (const std::string& header : headers)
            request.headers.set(header.substr(0, header.find(": ")),
                                header.substr(header.find(": ") + 2));
        request.body = std::move(body);
        return door_.answer(request);
    }

    store::testing::FreshDatabase db;
    organisations::TestTree tree{*db};
    measures::Measure measure =
        measures::add_measure_to(*db, tree.country, "FALLS", measures::falls());
    std::string own, reads, other, anybody;
    TokenId last_token;

private:
    access::Routes routes_;
    language::Languages languages_;
    store::testing::StillClock clock_{measures::stamp().at};
    access::FrontDoor door_{
        *db,
        routes_,
        languages_,
        [](auto&&...) { return std::nullopt; },
        [](auto&&...) {},
        [](const http::Request& request, std::string_view what) {
            throw std::runtime_error(request.path + ": " + std::string(what));
        },
        {.public_url = "http://127.0.0.1",
         .form_key = std::string(32, 'k'),
         .clock = &clock_,
         .recognise_token = [this](const store::Reader& reader, std::string_view given,
                                   Instant now) { return recognise(*db, reader, given, now); },
         .token_burst = 100'000}};
};

}  // namespace primum::api
