// Programs read and write points.

#include <gmock/gmock.h>

#include <set>

#include "api/testing.h"
#include "datasets/report.h"
#include "http/etag.h"
#include "measures/study.h"

namespace primum::api {
namespace {

using http::Method;
using http::Response;
using http::Status;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kMarch = "organisations/RZ9/series/falls/points/2026-01";
constexpr const char* kPoints = "organisations/RZ9/series/falls/points";

std::string text(const Response& response) {
    return std::string(response.bytes());
}

std::string header(const Response& response, std::string_view name) {
    return std::string(response.headers.find(name).value_or(""));
}

class Api : public ::testing::TestWithParam<store::Engine> {
protected:
    Response put(const std::string& body, const std::vector<std::string>& headers = {}) {
        return api.ask(Method::put, kMarch, api.own, body, headers);
    }
    Response get(const std::string& address, const std::string& token) {
        return api.ask(Method::get, address, token);
    }
    std::vector<measures::Point> points() {
        return measures::points_of(*api.db->read(), measures::everywhere().may_read(api.tree.trust),
                                   series.id);
    }
    void show_to(measures::Audience audience) {
        auto after = series;
        after.audience = audience;
        api.db->write([&](store::Writer& db) {
            measures::save_series(db, measures::everywhere().may_write(series.organisation),
                                  measures::stamp(), series, after);
        });
        series = *measures::find_series(
            *api.db->read(), measures::everywhere().may_read(series.organisation), series.id);
    }

    TestApi api{GetParam()};
    measures::Series series = measures::open_at(*api.db, api.tree.trust, api.measure);
};

TEST_P(Api, APointIsEnteredOnce) {
    const Response added = put(R"({"numerator": 3, "denominator": 812, "note": "Flu"})");
    EXPECT_EQ(added.status, Status::created) << text(added);
    EXPECT_THAT(text(added), StartsWith(R"({"period":"2026-01","period_start":"2026-01-01",)"
                                        R"("period_end":"2026-01-31","numerator":3.0,)"
                                        R"("denominator":812.0,)"));
    const Response again = put(R"({"numerator": 3, "denominator": 812, "note": "Flu"})");
    EXPECT_EQ(again.status, Status::ok);
    EXPECT_EQ(text(again), text(added));
    ASSERT_EQ(points().size(), 1U);
    EXPECT_EQ(points()[0].rev, 1);
    const Response read = get(kMarch, api.reads);
    EXPECT_EQ(text(read), text(added));
    EXPECT_EQ(header(added, "ETag"), http::entity_tag(read.bytes()));
}

TEST_P(Api, AChangeNamesWhatItChanges) {
    const std::string first = header(put(R"({"numerator": 3, "denominator": 812})"), "ETag");
    const std::string change = R"({"numerator": 4, "denominator": 812})";
    EXPECT_EQ(put(change).status, Status::precondition_required);
    EXPECT_EQ(put(change, {"If-Match: \"other\""}).status, Status::precondition_failed);
    EXPECT_EQ(put(change, {"If-None-Match: *"}).status, Status::precondition_failed);
    EXPECT_EQ(points()[0].said.numerator, 3);
    const Response changed = put(change, {"If-Match: " + first});
    EXPECT_EQ(changed.status, Status::ok) << text(changed);
    EXPECT_EQ(points()[0].said.numerator, 4);
    EXPECT_EQ(put(R"({"numerator": 5, "denominator": 812})", {"If-Match: " + first}).status,
              Status::precondition_failed);
}

TEST_P(Api, APointIsTakenAwayWithAReason) {
    const std::string tag = header(put(R"({"numerator": 3, "denominator": 812})"), "ETag");
    const auto remove = [&](const std::string& query, const std::vector<std::string>& headers) {
        return api.ask(Method::remove, kMarch + query, api.own, "", headers).status;
    };
    EXPECT_EQ(remove("", {"If-Match: " + tag}), Status::unprocessable);
    EXPECT_EQ(remove("?reason=Typed+twice", {}), Status::precondition_required);
    EXPECT_EQ(remove("?reason=Patient+943+476+5919", {"If-Match: " + tag}), Status::unprocessable);
    EXPECT_EQ(remove("?reason=Typed+twice", {"If-Match: " + tag}), Status::no_content);
    EXPECT_EQ(remove("?reason=Typed+twice", {"If-Match: " + tag}), Status::not_found);
    const auto kept = measures::revisions_of(
        *api.db->read(), measures::everywhere().may_read(api.tree.trust), series.id);
    EXPECT_EQ(kept.at(0).why, "Typed twice");
}

TEST_P(Api, WhatMakesNoSenseIsRefusedByItsPlace) {
    const auto expect = [&](const std::string& body, const std::string& what) {
        const Response answer = put(body);
        EXPECT_EQ(answer.status, Status::unprocessable) << body;
        EXPECT_THAT(text(answer), HasSubstr(what)) << body;
    };
    expect(R"({"numerator": "3", "denominator": 812})", R"("pointer":"/numerator")");
    expect(R"({"numerator": 3})", "Enter out of how many.");
    expect(R"({"numerator": -3, "denominator": 812})", "below 0");
    expect(R"({"numerator": 3, "denominator": 812, "nmae": 1})", R"("pointer":"/nmae")");
    expect(R"({"value": 3})", R"("pointer":"/value")");
    expect(R"({"numerator": 3, "denominator": 812, "note": "943 476 5919"})", "NHS number");
    expect("[]", "Send an object.");
    EXPECT_EQ(put("{").status, Status::bad_request);
    EXPECT_EQ(put("{}", {"Content-Type: text/plain"}).status, Status::unsupported_media_type);
    EXPECT_EQ(api.ask(Method::put, "organisations/RZ9/series/falls/points/2026-W05", api.own, "{}")
                  .status,
              Status::unprocessable);
    EXPECT_EQ(api.ask(Method::put, "organisations/RZ9/series/falls/points/2031-01", api.own,
                      R"({"numerator": 3, "denominator": 812})")
                  .status,
              Status::unprocessable);
    EXPECT_TRUE(points().empty());
}

TEST_P(Api, ManyPointsAreEnteredTogetherOrNotAtAll) {
    const auto post = [&](const std::string& body, const std::string& key = "k") {
        return api.ask(Method::post, kPoints, api.own, body, {"Idempotency-Key: " + key});
    };
    const std::string two = R"([{"period": "2026-01", "numerator": 5, "denominator": 790},
                                {"period": "2026-02", "numerator": 2, "denominator": 805}])";
    EXPECT_EQ(text(post(two)), R"({"added":2,"changed":0,"unchanged":0})");
    EXPECT_EQ(text(post(two)), R"({"added":2,"changed":0,"unchanged":0})") << "as it was answered";
    EXPECT_EQ(text(post(two, "other")), R"({"added":0,"changed":0,"unchanged":2})");
    EXPECT_EQ(post(R"([{"period": "2026-01"}])").status, Status::unprocessable);
    const Response other = post(R"([{"period": "2025-12", "numerator": 1, "denominator": 700},
                                    {"period": "2026-01", "numerator": 6, "denominator": 790}])",
                                "l");
    EXPECT_EQ(other.status, Status::conflict);
    EXPECT_THAT(text(other), HasSubstr(R"("pointer":"/1")"));
    EXPECT_EQ(points().size(), 2U) << "all or none";
    EXPECT_EQ(text(post(R"([{"period": "2025-12", "numerator": 1, "denominator": 700},
                            {"period": "2026-01", "numerator": 6, "denominator": 790,
                             "revision": 1}])",
                        "m")),
              R"({"added":1,"changed":1,"unchanged":0})");
    EXPECT_THAT(text(post(R"([{"period": "2026-01", "numerator": 1, "denominator": 9},
                              {"period": "2026-01", "numerator": 2, "denominator": 9}])",
                          "n")),
                HasSubstr("twice"));
}

TEST_P(Api, TheAnalysisIsThatOfTheEngine) {
    measures::put_months(*api.db, series, day("2025-01-01"),
                         {{3, 812}, {5, 790}, {4, 801}, {9, 777}, {2, 830}, {6, 799}});
    const auto material = measures::material_of(
        *api.db->read(), measures::everywhere().may_read(api.tree.trust), api.measure, series);
    EXPECT_EQ(text(get("organisations/RZ9/series/falls/analysis", api.reads)),
              datasets::json_report(measures::study_of(material).value()));
}

TEST_P(Api, ListsComeInParts) {
    measures::put_months(*api.db, series, day("2025-01-01"),
                         {{30, 812}, {50, 790}, {40, 801}, {90, 777}, {20, 830}});
    std::string address = std::string(kPoints) + "?limit=2";
    std::vector<std::size_t> sizes;
    for (;;) {
        const Response part = get(address, api.reads);
        ASSERT_EQ(part.status, Status::ok);
        sizes.push_back(json::parse(part.bytes())->find("items")->as<json::Value::Array>()->size());
        const std::string link = header(part, "Link");
        if (link.empty()) break;
        EXPECT_THAT(link, ::testing::EndsWith(">; rel=\"next\""));
        address = kPoints + link.substr(1, link.find('>') - 1);
    }
    EXPECT_THAT(sizes, ::testing::ElementsAre(2, 2, 1));
    for (const char* bad : {"?limit=0", "?limit=201", "?limit=x", "?limit=2x", "?cursor=!!"})
        EXPECT_EQ(get(std::string(kPoints) + bad, api.reads).status, Status::bad_request) << bad;
}

TEST_P(Api, WhatIsForeignIsAbsent) {
    put(R"({"numerator": 3, "denominator": 812})");
    const std::string absent = text(get("organisations/XX9/series/falls/points", api.other));
    for (const char* address :
         {"organisations/RZ9/series", "organisations/RZ9/series/falls", kPoints, kMarch,
          "organisations/RZ9/series/falls/analysis", "organisations/RZ9/series/falls/points.csv"})
        for (const std::string& token : {api.other, api.anybody}) {
            const Response answer = get(address, token);
            EXPECT_EQ(answer.status, Status::not_found) << address;
            EXPECT_EQ(text(answer), absent) << address;
        }
    EXPECT_EQ(
        api.ask(Method::put, kMarch, api.other, R"({"numerator": 1, "denominator": 9})").status,
        Status::not_found);
}

TEST_P(Api, OthersReadWhatIsPublishedOnly) {
    measures::put_months(*api.db, series, day("2025-01-01"),
                         {{3, 812}, {12, 790}, {0, 801}, {33, 777}});
    show_to(measures::Audience::everyone);
    for (const std::string& token : {api.other, api.anybody}) {
        const std::string list = text(get(kPoints, token));
        EXPECT_THAT(list, HasSubstr(R"("numerator":null,"denominator":810.0,"value":null,)"
                                    R"("suppressed":true)"));
        EXPECT_THAT(list, HasSubstr(R"("numerator":10.0,"denominator":790.0)"));
        EXPECT_THAT(list, HasSubstr(R"("numerator":35.0,"denominator":775.0)"));
        EXPECT_THAT(list, Not(HasSubstr("entered_at")));
        // What is open to everybody is not changed by everybody.
        EXPECT_NE(
            api.ask(Method::put, kMarch, token, R"({"numerator": 1, "denominator": 9})").status,
            Status::created);
    }
    EXPECT_THAT(text(get(kPoints, api.reads)), HasSubstr(R"("numerator":3.0)"));
    show_to(measures::Audience::members);
    EXPECT_EQ(get(kPoints, api.other).status, Status::ok);
    EXPECT_EQ(get(kPoints, api.anybody).status, Status::not_found);
}

// Whatever the hidden number is, every byte that leaves is the same: no table, line, sentence,
// entity tag or refusal can tell it.
TEST_P(Api, NoAnswerDependsOnAHiddenNumber) {
    show_to(measures::Audience::everyone);
    std::set<std::string> seen;
    for (int hidden = 1; hidden <= 7; ++hidden) {
        measures::put_months(*api.db, series, day("2025-01-01"),
                             {{12, 812}, {9, 790}, {hidden, 801}, {33, 777}, {15, 780}, {11, 802}});
        std::string all;
        for (const char* address : {"organisations/RZ9/series", "organisations/RZ9/series/falls",
                                    kPoints, "organisations/RZ9/series/falls/points/2025-03",
                                    "organisations/RZ9/series/falls/analysis",
                                    "organisations/RZ9/series/falls/points.csv"}) {
            const Response answer = get(address, api.other);
            EXPECT_EQ(answer.status, Status::ok) << address;
            for (const auto& [name, value] : answer.headers)
                all += name + value;
            all += text(answer);
        }
        seen.insert(all);
    }
    EXPECT_EQ(seen.size(), 1U);
    seen.clear();
    for (int shown : {11, 20}) {  // so that this test could fail
        measures::put_months(*api.db, series, day("2025-03-01"), {{shown, 801}});
        seen.insert(text(get(kPoints, api.other)));
    }
    EXPECT_EQ(seen.size(), 2U);
}

// The trust's 9 would tell the ward's 2 of it: * and 10 beside 10 leave 1 to 4.
TEST_P(Api, ASeriesIsDecidedWithThoseAboveAndBelow) {
    const auto ward = measures::open_at(*api.db, api.tree.ward, api.measure);
    const auto site = measures::open_at(*api.db, api.tree.site, api.measure);
    for (const auto& one : {ward, site}) {
        auto after = one;
        after.audience = measures::Audience::everyone;
        api.db->write([&](store::Writer& db) {
            measures::save_series(db, measures::everywhere().may_write(one.organisation),
                                  measures::stamp(), one, after);
        });
    }
    show_to(measures::Audience::everyone);
    measures::put_months(*api.db, series, day("2025-01-01"), {{11, 900}});
    measures::put_months(*api.db, site, day("2025-01-01"), {{11, 900}});
    measures::put_months(*api.db, ward, day("2025-01-01"), {{2, 300}});
    EXPECT_THAT(text(get(kPoints, api.anybody)), HasSubstr(R"("numerator":null)"));
    measures::put_months(*api.db, ward, day("2025-01-01"), {{0, 300}});
    EXPECT_THAT(text(get(kPoints, api.anybody)), HasSubstr(R"("numerator":10.0)"));
}

TEST_P(Api, SpreadsheetsGetTheLongForm) {
    measures::put_months(*api.db, series, day("2025-01-01"), {{3, 812}, {5, 790}});
    const Response answer = get("organisations/RZ9/series/falls/points.csv", api.reads);
    EXPECT_EQ(header(answer, "Content-Type"), "text/csv; charset=utf-8");
    EXPECT_THAT(text(answer),
                StartsWith("\xef\xbb\xbforganisation_ods,measure,period_start,period_end,location,"
                           "numerator,denominator,value,target,mean,lower,upper,signal,phase,"
                           "suppressed\r\nRZ9,falls,2025-01-01,2025-01-31,Alderwick NHS Trust,3,"
                           "812,3.69"));
    EXPECT_THAT(text(answer), ::testing::EndsWith(",,1,0\r\n"));
}

TEST_P(Api, TheDictionaryIsThere) {
    const std::string list = text(get("measures", api.anybody));
    EXPECT_THAT(list, HasSubstr(R"("code":"FALLS","name":"Falls with harm","status":"agreed")"));
}

TEST_P(Api, TokensExpireAndEnd) {
    const std::string brief =
        api.token(api.tree.trust, {access::Right::read}, std::chrono::days(0));
    EXPECT_EQ(get("measures", brief).status, Status::unauthorised);
    const std::string ended = api.token(api.tree.trust, {access::Right::read});
    EXPECT_EQ(get("measures", ended).status, Status::ok);
    const auto trust = measures::everywhere().may_write(api.tree.trust);
    const auto end = [&] {
        return api.db->write([&](store::Writer& db) {
            return end_token(db, trust, measures::stamp(), api.last_token);
        });
    };
    EXPECT_TRUE(end());
    EXPECT_FALSE(end());
    EXPECT_EQ(get("measures", ended).status, Status::unauthorised);
    EXPECT_EQ(get("measures", make_secret().text()).status, Status::unauthorised);
    EXPECT_EQ(api.ask(Method::put, kMarch, api.reads, "{}").status, Status::forbidden);
    for (const KeptToken& token : tokens_of(*api.db->read(), trust))
        if (token.id == api.last_token) {
            EXPECT_EQ(token.last_used_at, measures::stamp().at);
        }
}

INSTANTIATE_TEST_SUITE_P(Engines, Api, store::testing::engines(), store::testing::engine_name);

}  // namespace
}  // namespace primum::api
