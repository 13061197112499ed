// What others see of an organisation's measures, page by page as a browser and a program get them.

#include <gmock/gmock.h>

#include <set>

#include "api/tokens.h"
#include "app/testing.h"
#include "campaigns/campaign.h"
#include "measures/saving.h"
#include "measures/sharing.h"

namespace primum::app {
namespace {

using measures::Audience;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr int kMonths = 14;
const Day kFirst = std::chrono::year(2025) / 1 / 1;
const Day kHidden = std::chrono::year(2025) / 9 / 1;  ///< the month in which the trust counts 3

std::string page_of(const http::Response& response) {
    return std::string(response.bytes());
}

std::vector<std::string> links_of(const std::string& page) {
    std::vector<std::string> links;
    constexpr std::string_view kBefore = "href=\"";
    for (auto at = page.find(kBefore); at != page.npos; at = page.find(kBefore, at + 1)) {
        const auto from = at + kBefore.size();
        links.push_back(page.substr(from, page.find('"', from) - from));
    }
    return links;
}

/// Without what every answer to a form's person has of its own.
std::string without_chance(std::string page) {
    for (const char* field : {R"(name="token" value=")", R"(name="once" value=")"})
        for (auto at = page.find(field); at != page.npos; at = page.find(field, at + 1)) {
            const auto from = at + std::string_view(field).size();
            page.erase(from, page.find('"', from) - from);
        }
    return page;
}

/// A campaign of the region about walkrounds; three trusts that count one of its measures.
class Sight : public ::testing::Test {
protected:
    explicit Sight(std::string others = "hes") : house(std::move(others)) {
        house.installation.store().write([&](store::Writer& db) {
            third = organisations::add(
                db, house.stamp(),
                {.name = "Third", .kind = "trust", .identifier = {}, .opened = {}, .closed = {}},
                organisations::ParentLink{house.tree.region, {}});
            db.run(
                "INSERT INTO organisation_identifiers (system, value, organisation_id) "
                "VALUES ('ods', 'RZ9', $1)",
                house.tree.trust);
            add_campaign(db);
            measure = measures::find_measure(
                          db, measures::add_measure(db, owner(house.tree.region), house.stamp(),
                                                    "CLOSED", "LEAD-04", measures::Status::agreed,
                                                    {.from = kFirst,
                                                     .says = {.name = "Actions closed on time",
                                                              .numerator = "Actions closed",
                                                              .denominator = "Actions due",
                                                              .unit = "%",
                                                              .multiplier = 100,
                                                              .chart = spc::Chart::p,
                                                              .better = spc::Better::higher}}))
                          .value();
            open(db, house.tree.trust, 20);
            open(db, house.tree.beside, 30);
            open(db, third, 40);
            own = somebody(db, access::Role::improvement_lead, house.tree.trust);
            peer = somebody(db, access::Role::improvement_lead, house.tree.beside);
            office = somebody(db, access::Role::campaign_office, house.tree.region);
            nobody = house.sign_in(db, house.add_person(db, "Nobody"));
        });
    }

    static store::Writable owner(OrganisationId id) {
        return TestHouse::everywhere().may_write(id);
    }

    void add_campaign(store::Writer& db) {
        campaigns::Campaign campaign;
        campaign.code = "PSF";
        campaign.name = "Patient Safety First";
        campaign.aim = "No avoidable death";
        campaign.owner = house.tree.region;
        campaign.starts = kFirst;
        campaign.status = campaigns::Status::open;
        campaigns::add_campaign(db, owner(house.tree.region), house.stamp(), campaign);
        campaigns::save_interventions(db, owner(house.tree.region), house.stamp(),
                                      campaigns::find_campaign(db, "PSF").value(), {"PSF-LEAD"});
    }

    std::string somebody(store::Writer& db, access::Role role, OrganisationId where) {
        const PersonId person = house.add_person(db, "Somebody");
        house.give(db, person, role, where, kToday);
        return house.sign_in(db, person);
    }

    /// So many of twice as many, a little up and down; the trust's 3 stand in one month.
    void open(store::Writer& db, OrganisationId where, int around) {
        const auto series =
            measures::open_series(db, owner(where), house.stamp(), measure, {.starts = kFirst});
        measures::Saving saving(db, house.stamp(), kToday);
        Day month = kFirst;
        for (int i = 0; i < kMonths; ++i) {
            const bool small = month == kHidden && where == house.tree.trust;
            saving.put(owner(where), series,
                       {.period = month,
                        .numerator = small ? 3 : around + i % 3,
                        .denominator = around * 2,
                        .note = small ? "Mrs Gamp was on leave" : ""});
            month = measures::next_period(measures::Frequency::month, month);
        }
        saving.finish();
    }

    measures::Series series_at(OrganisationId where) {
        return measures::find_series_by_code(*house.installation.store().read(), owner(where),
                                             "closed")
            .value();
    }

    void show_to(OrganisationId where, Audience audience) {
        const auto before = series_at(where);
        auto after = before;
        after.audience = audience;
        house.installation.store().write([&](store::Writer& db) {
            EXPECT_TRUE(measures::save_series(db, owner(where), house.stamp(), before, after));
        });
    }

    void change_the_hidden_month(double numerator, const std::string& note) {
        house.installation.store().write([&](store::Writer& db) {
            measures::save_point(
                db, owner(house.tree.trust), house.stamp(), series_at(house.tree.trust),
                {.period = kHidden, .numerator = numerator, .denominator = 40, .note = note},
                kToday);
        });
    }

    void allow_the_sums() {
        const auto answer =
            house.answer(house.form("/campaigns/PSF/public-measures", office,
                                    "once=allow&measure=" + std::string(measure.id.text())));
        EXPECT_EQ(answer.status, http::Status::see_other);
    }

    http::Response get(const std::string& path, const std::string& session = "") {
        return house.answer(house.request(http::Method::get, path, session));
    }
    std::string token_of(OrganisationId where) {
        return house.installation.store().write([&](store::Writer& db) {
            const api::Secret secret = api::make_secret();
            api::save_token(db, owner(where), house.stamp(), secret,
                            {.name = "A test",
                             .rights = {access::Right::read},
                             .expires_at = kNow + std::chrono::days(1)});
            return secret.text();
        });
    }
    http::Response ask(const std::string& path, const std::string& token) {
        auto request = house.request(http::Method::get, path);
        request.headers.add("Authorization", "Bearer " + token);
        return house.answer(request);
    }
    int status(const std::string& path, const std::string& session = "") {
        return static_cast<int>(get(path, session).status);
    }

    std::string at_trust(std::string_view rest) const {
        return "/organisations/" + std::string(house.tree.trust.text()) + std::string(rest);
    }

    TestHouse house;
    OrganisationId third;
    measures::Measure measure;
    std::string own, peer, office, nobody;
};

TEST_F(Sight, IsOfThoseToWhomASeriesIsShown) {
    const std::vector<std::string> addresses = {
        at_trust("/published"), at_trust("/published/closed"),
        at_trust("/published/closed/points.csv"), at_trust("/published/closed/chart.svg")};
    const std::map<Audience, std::array<int, 3>> expected = {
        {Audience::organisation, {404, 404, 404}},
        {Audience::members, {404, 200, 200}},
        {Audience::everyone, {200, 200, 200}}};
    for (const auto& [audience, answers] : expected) {
        if (audience != Audience::organisation) show_to(house.tree.trust, audience);
        for (const std::string& address : addresses) {
            EXPECT_EQ(status(address), answers[0]) << address;
            EXPECT_EQ(status(address, nobody), answers[1]) << address;
            EXPECT_EQ(status(address, own), answers[2]) << address;
        }
    }
    EXPECT_EQ(status(at_trust("/measures/closed"), nobody), 403);
    EXPECT_THAT(house.complaints, IsEmpty());
}

TEST_F(Sight, ShowsAChartAReadingAndPublishedNumbersOnly) {
    show_to(house.tree.trust, Audience::everyone);
    const std::string page = page_of(get(at_trust("/published/closed")));
    EXPECT_THAT(page, HasSubstr("<svg"));
    EXPECT_THAT(page, HasSubstr("Actions closed"));
    EXPECT_THAT(page, HasSubstr("numbers of people from 1 to 7 are hidden (*)"));
    EXPECT_THAT(page, HasSubstr("* of 40"));
    EXPECT_THAT(page, HasSubstr("20 of 40"));
    EXPECT_THAT(page, Not(HasSubstr("21 of 40"))) << "rounded";
    EXPECT_THAT(page, Not(HasSubstr("Gamp"))) << "notes are the organisation's own";
    EXPECT_THAT(page_of(get(at_trust("/published/closed/points.csv"))),
                HasSubstr("\n2025-09,,40,,"));
}

// A chart of the large months alone would show a level that is not true.
TEST_F(Sight, HasNoChartWhereTooManyNumbersAreHidden) {
    show_to(house.tree.trust, Audience::everyone);
    house.installation.store().write([&](store::Writer& db) {
        measures::Saving saving(db, house.stamp(), kToday);
        for (const int month : {2, 4, 6})
            saving.put(owner(house.tree.trust), series_at(house.tree.trust),
                       {.period = Day(std::chrono::year(2025) / month / 1),
                        .numerator = month,
                        .denominator = 40});
        saving.finish();
    });
    const std::string page = page_of(get(at_trust("/published/closed")));
    EXPECT_THAT(page, HasSubstr("Too many of its numbers are small and hidden."));
    EXPECT_THAT(page, Not(HasSubstr("pr-chart")));
    EXPECT_THAT(page, HasSubstr("20 of 40")) << "what is shown of each month stays";
    EXPECT_EQ(status(at_trust("/published/closed/chart.svg")), 404);
    EXPECT_EQ(status(at_trust("/published/closed/points.csv")), 404);
}

// Three or one in September, with or without a word: nobody else can tell which it was.
TEST_F(Sight, TellsNothingOfAHiddenNumberOnAnyPageOrFile) {
    for (const OrganisationId one : {house.tree.trust, house.tree.beside, third})
        show_to(one, Audience::everyone);
    allow_the_sums();
    const std::string token = token_of(house.tree.beside);
    const std::string beside = "/organisations/" + std::string(house.tree.beside.text());
    const std::string api = "/api/v1/organisations/RZ9/series";
    const auto seen = [&] {
        std::map<std::string, std::string> answers;
        for (const std::string& address :
             {at_trust("/published"), at_trust("/published/closed"),
              at_trust("/published/closed/points.csv"), at_trust("/published/closed/chart.svg"),
              std::string("/campaigns/PSF/numbers"), std::string("/campaigns/PSF/thread"),
              std::string("/measures/CLOSED"), beside + "/compare/CLOSED",
              beside + "/published/closed"})
            answers[address] = without_chance(page_of(get(address, peer)));
        for (const std::string& address :
             {api, api + "/closed", api + "/closed/points", api + "/closed/points/2025-09",
              api + "/closed/points.csv", api + "/closed/analysis"}) {
            const auto answer = ask(address, token);
            answers[address] =
                page_of(answer) + std::string(answer.headers.find("ETag").value_or(""));
        }
        for (const auto& [address, answer] : answers)
            EXPECT_THAT(answer, Not(HasSubstr("Gamp"))) << address;
        return answers;
    };
    const auto before = seen();
    EXPECT_THAT(before.at(api + "/closed/points/2025-09"), HasSubstr("\"suppressed\":true"));
    EXPECT_THAT(before.at(beside + "/compare/CLOSED"), HasSubstr("Alderwick"));
    EXPECT_THAT(before.at("/campaigns/PSF/numbers"), HasSubstr("<svg"));
    // 3 + 32 + 42 and 1 + 32 + 42 are both about 75: the sum has nothing to tell of it either.
    change_the_hidden_month(1, "Mrs Gamp was back");
    const auto after = seen();
    for (const auto& [address, answer] : before)
        EXPECT_EQ(after.at(address), answer) << address;
    EXPECT_THAT(house.complaints, IsEmpty());
}

// A ward's women, of whom there are few, and its men, of whom there are many: the whole less the
// men would tell the women. Whoever looks after the trust sees both, and the region neither.
TEST_F(Sight, OfPartsOfTheirPatientsIsTheTrustsOwn) {
    const auto part = [&](store::Writer& db, const std::string& stratum, double of) {
        const auto series = measures::open_series(db, owner(house.tree.trust), house.stamp(),
                                                  measure, {.stratum = stratum, .starts = kFirst});
        measures::save_point(db, owner(house.tree.trust), house.stamp(), series,
                             {.period = kHidden, .numerator = of / 2, .denominator = of}, kToday);
    };
    house.installation.store().write([&](store::Writer& db) {
        part(db, "Women", 6);
        part(db, "Men", 34);
    });
    const std::string token = token_of(house.tree.region);
    const std::vector<std::string> parts = {at_trust("/measures/closed.women"),
                                            at_trust("/measures/closed.men"),
                                            at_trust("/measures/closed.men/points.csv")};
    for (const std::string& address : parts) {
        EXPECT_EQ(status(address, own), 200) << address;
        EXPECT_EQ(status(address, office), 404) << address;
    }
    EXPECT_EQ(status(at_trust("/measures/closed"), office), 200);
    for (const auto& address : {at_trust("/measures"), at_trust("/board")}) {
        EXPECT_THAT(page_of(get(address, own)), HasSubstr("Women")) << address;
        EXPECT_THAT(page_of(get(address, office)), Not(HasSubstr("Women"))) << address;
    }
    for (const auto& address :
         {at_trust("/measures/closed/strata"),
          "/organisations/" + std::string(house.tree.region.text()) + "/measures/closed/units"}) {
        const std::string page = page_of(get(address, office));
        EXPECT_THAT(page, HasSubstr("Not shown: some points of these parts")) << address;
        EXPECT_THAT(page, Not(HasSubstr("closed.men"))) << address;
    }
    const auto asked = [&](const std::string& rest) {
        return ask("/api/v1/organisations/RZ9/series/" + rest, token);
    };
    EXPECT_THAT(page_of(asked("closed/points/2025-10")), HasSubstr("\"denominator\":40"));
    for (const std::string code : {"closed.women", "closed.men"}) {
        EXPECT_EQ(asked(code + "/points/2025-09").status, http::Status::not_found);
        for (const char* rest : {"/points", "/points.csv", "/analysis"}) {
            const std::string answer = page_of(asked(code + rest));
            EXPECT_THAT(answer, Not(HasSubstr("17"))) << code << rest;
            EXPECT_THAT(answer, Not(HasSubstr("34"))) << code << rest;
        }
    }
    EXPECT_THAT(house.complaints, IsEmpty());
}

TEST_F(Sight, IsFoundWhereOthersLookForIt) {
    const std::string page = at_trust("/published/closed");
    const std::vector<std::string> places = {"/campaigns/PSF/thread", "/campaigns/PSF/numbers",
                                             "/search?q=actions+closed"};
    allow_the_sums();
    for (const std::string& place : places)
        EXPECT_THAT(links_of(page_of(get(place, nobody))), Not(Contains(page))) << place;
    for (const OrganisationId one : {house.tree.trust, house.tree.beside, third})
        show_to(one, Audience::everyone);
    for (const std::string& place : places)
        EXPECT_THAT(links_of(page_of(get(place, nobody))), Contains(page)) << place;
    EXPECT_THAT(links_of(page_of(get(at_trust("/measures/closed"), own))), Contains(page));
    show_to(house.tree.trust, Audience::members);
    EXPECT_THAT(links_of(page_of(get("/search?q=actions+closed"))), Not(Contains(page)));
}

// Aim, intervention, measure, series, point; and back from each to what is above it.
TEST_F(Sight, FollowsTheGoldenThreadDownAndUp) {
    const std::string aim = "/campaigns/PSF/thread";
    const std::string intervention = "/campaigns/PSF/interventions/PSF-LEAD";
    const std::string definition = "/measures/CLOSED";
    const std::string series = at_trust("/measures/closed");
    const std::string point = at_trust("/measures/closed/points/2026-02");

    const std::string top = page_of(get(aim, own));
    EXPECT_THAT(top, HasSubstr("No avoidable death"));
    EXPECT_THAT(links_of(top), Contains(intervention));
    EXPECT_THAT(links_of(top), Contains(definition));
    EXPECT_THAT(links_of(top), Contains(series));
    const auto of_series = links_of(page_of(get(series, own)));
    EXPECT_THAT(of_series, Contains(point));
    for (const std::string& above : {aim, intervention, definition})
        EXPECT_THAT(of_series, Contains(above));
    EXPECT_THAT(links_of(page_of(get(point, own))), Contains(series));
    EXPECT_EQ(status(intervention, own), 200);
    EXPECT_EQ(status(definition, own), 200);

    // The same for a visitor, over what is shown.
    show_to(house.tree.trust, Audience::everyone);
    EXPECT_THAT(links_of(page_of(get(aim))), Contains(at_trust("/published/closed")));
    const auto of_published = links_of(page_of(get(at_trust("/published/closed"))));
    for (const std::string& above : {aim, intervention, definition})
        EXPECT_THAT(of_published, Contains(above));
    for (const std::string& link : of_published) {
        if (!link.starts_with("/") || link.starts_with("/assets/")) continue;
        EXPECT_LT(status(link), 400) << link;
    }
    EXPECT_THAT(of_published, Not(Contains(StartsWith(series)))) << "a visitor may not go there";
}

TEST_F(Sight, IsOfSumsThatTheCampaignsOfficeAllows) {
    EXPECT_THAT(page_of(get("/campaigns/PSF/numbers", nobody)),
                HasSubstr("The campaign shows no numbers yet."));
    allow_the_sums();
    const std::string page = page_of(get("/campaigns/PSF/numbers", nobody));
    EXPECT_THAT(page, HasSubstr("Actions closed on time"));
    EXPECT_THAT(page, HasSubstr("Of 3 places that keep this measure, 3 have sent Feb 2026."));
    EXPECT_EQ(status("/campaigns/PSF/public-measures", peer), 403);
}

class SightUnderAnotherRule : public Sight {
protected:
    SightUnderAnotherRule() : Sight("lt5") {}
};

TEST_F(SightUnderAnotherRule, FollowsTheSetting) {
    for (const OrganisationId one : {house.tree.trust, house.tree.beside, third})
        show_to(one, Audience::everyone);
    allow_the_sums();
    const std::string page = page_of(get(at_trust("/published/closed")));
    EXPECT_THAT(page, HasSubstr("21 of 40")) << "exact";
    EXPECT_THAT(page, HasSubstr("* of 40"));
    const std::string beside = "/organisations/" + std::string(house.tree.beside.text());
    for (const std::string& address :
         {at_trust("/published"), at_trust("/published/closed"),
          std::string("/campaigns/PSF/numbers"), std::string("/api"),
          std::string("/api/openapi.json"), beside + "/compare/CLOSED"}) {
        const std::string words = page_of(get(address, peer));
        EXPECT_THAT(words, HasSubstr("numbers of people from 1 to 4 are hidden (*)")) << address;
        EXPECT_THAT(words, Not(HasSubstr("1 to 7"))) << address;
    }
}

}  // namespace
}  // namespace primum::app
