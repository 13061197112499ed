// The grid as a browser has it: through the front door, on a database of its own.
#include "collection/grid.h"

#include <gmock/gmock.h>

#include <cctype>

#include "access/front_door.h"
#include "collection/routes.h"
#include "measures/testing.h"
#include "people/store.h"

namespace primum::collection {
namespace {

using measures::day;
using measures::everywhere;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Optional;

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string encoded(const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
        if (!body.empty()) body += '&';
        for (const std::string* part : {&name, &value}) {
            if (part == &value) body += '=';
            for (const unsigned char c : *part) {
                constexpr const char* kDigits = "0123456789ABCDEF";
                if (std::isalnum(c) != 0)
                    body += static_cast<char>(c);
                else
                    body.append({'%', kDigits[c / 16], kDigits[c % 16]});
            }
        }
    }
    return body;
}

class GridPages : public testing::TestWithParam<store::Engine> {
protected:
    GridPages() { add_routes(routes_); }

    http::Response ask(http::Method method, const std::string& query, const Fields& fields = {}) {
        http::Request request;
        request.method = method;
        request.path = "/organisations/" + std::string(place_.text()) + "/measures/grid";
        request.query = query;
        request.id = "test";
        if (method == http::Method::post) {
            request.headers.add("Sec-Fetch-Site", "same-origin");
            request.headers.add("Content-Type", "application/x-www-form-urlencoded");
            Fields all = fields;
            all.emplace_back("token", access::FormTokens(kKey).make(kSession));
            request.body = encoded(all);
        }
        return door_.answer(request);
    }
    http::Response open(const std::string& query = {}) { return ask(http::Method::get, query); }
    http::Response send(const Fields& fields) { return ask(http::Method::post, "", fields); }

    std::string cell(std::string_view which, std::string_view period) const {
        return std::string(which) + '.' + std::string(series_.id.text()) + '.' +
               std::string(period);
    }
    std::optional<measures::Said> said(std::string_view period) {
        const auto point =
            find_point(*store_->read(), everywhere().may_read(tree_.ward), series_.id, day(period));
        return point ? std::optional(point->said) : std::nullopt;
    }

    static constexpr const char* kSession = "a session";
    inline static const std::string kKey = std::string(32, 'k');

    store::testing::StillClock clock_{measures::stamp().at};
    store::testing::FreshDatabase store_{GetParam(), {.clock = &clock_}};
    organisations::TestTree tree_{*store_};
    measures::Measure falls_ =
        measures::add_measure_to(*store_, tree_.country, "FALLS", measures::falls());
    measures::Series series_ = measures::open_at(*store_, tree_.ward, falls_);
    PersonId ann_ = store_->write([](store::Writer& db) {
        return people::add_person(db, measures::stamp(),
                                  {.email = "ann@example.org", .name = "Ann", .language = ""});
    });
    OrganisationId place_ = tree_.trust;
    access::Routes routes_;
    language::Languages languages_;
    access::FrontDoor door_{
        *store_,
        routes_,
        languages_,
        [this](auto&&...) {
            return access::Session{
                .person =
                    {.id = ann_,
                     .name = "Ann",
                     .email = "ann@example.org",
                     .roles = {{access::Role::team_member, tree_.trust, day("2020-01-01"), {}}}},
                .id = kSession,
                .signed_in_at = clock_.now(),
                .language = ""};
        },
        [](auto&&...) {},
        [](const http::Request& request, std::string_view what) {
            ADD_FAILURE() << request.path << ": " << what;
        },
        {.public_url = "http://127.0.0.1", .form_key = kKey, .clock = &clock_}};
};
INSTANTIATE_TEST_SUITE_P(Engines, GridPages, store::testing::engines(),
                         store::testing::engine_name);

// Today is 2 March 2026: February is the latest month that has ended.
TEST_P(GridPages, ShowEachUnitsPeriodsUpToTheLatestThatHasEnded) {
    measures::put_months(*store_, series_, day("2026-01-01"), {{3, 812}});
    const auto page = open("measure=FALLS&periods=2");
    EXPECT_EQ(page.status, http::Status::ok);
    EXPECT_THAT(std::string(page.bytes()),
                AllOf(HasSubstr("Ward 4B"), HasSubstr("Feb 2026"), Not(HasSubstr("Mar 2026")),
                      HasSubstr("name=\"" + cell("denominator", "2026-01") + "\" value=\"812\""),
                      HasSubstr("name=\"" + cell("numerator", "2026-02") + "\" value=\"\"")));
}

TEST_P(GridPages, SaveAllCellsTogether) {
    const auto answer = send({{"measure", "FALLS"},
                              {"periods", "2"},
                              {cell("numerator", "2026-01"), "3"},
                              {cell("denominator", "2026-01"), "1,812"},
                              {cell("numerator", "2026-02"), "n/a"}});
    EXPECT_EQ(answer.status, http::Status::see_other);
    EXPECT_THAT(answer.headers.find("Location"), Optional(HasSubstr("saved=2")));
    EXPECT_EQ(said("2026-01-01").value().denominator, 1812);
    EXPECT_FALSE(said("2026-02-01").value().numerator);
}

TEST_P(GridPages, SaveNothingWhereOneCellIsWrongAndKeepWhatWasTyped) {
    const auto answer = send({{"measure", "FALLS"},
                              {"periods", "2"},
                              {cell("numerator", "2026-01"), "3"},
                              {cell("denominator", "2026-01"), "812"},
                              {cell("numerator", "2026-02"), "three"},
                              {cell("denominator", "2026-02"), "790"}});
    EXPECT_EQ(answer.status, http::Status::unprocessable);
    EXPECT_THAT(std::string(answer.bytes()),
                AllOf(HasSubstr("value=\"three\""), HasSubstr("value=\"812\""),
                      HasSubstr("#" + cell("numerator", "2026-02"))));
    EXPECT_FALSE(said("2026-01-01"));
}

TEST_P(GridPages, FillInFromASpreadsheetWithoutSaving) {
    const auto answer = send({{"measure", "FALLS"},
                              {"periods", "2"},
                              {"fill", "1"},
                              {"block", "Ward 4B\t3\t812\t4\t790\nWard 9\t1\t500\t1\t500"}});
    EXPECT_EQ(answer.status, http::Status::ok);
    EXPECT_THAT(std::string(answer.bytes()),
                AllOf(HasSubstr("The grid is filled in. Check it, then save it."),
                      HasSubstr("Ward 9 is not in the grid: it was left out."),
                      HasSubstr("value=\"790\"")));
    EXPECT_FALSE(said("2026-01-01"));
}

// Somebody else saved the same cell after the page was made: theirs stays, and the page says so.
TEST_P(GridPages, LeaveWhatOthersHaveChangedMeanwhile) {
    measures::put_months(*store_, series_, day("2026-01-01"), {{9, 812}});
    const auto opened = (clock_.now() - std::chrono::hours(1)).time_since_epoch().count();
    const auto answer = send({{"measure", "FALLS"},
                              {"periods", "2"},
                              {"opened", std::to_string(opened)},
                              {cell("numerator", "2026-01"), "3"},
                              {cell("denominator", "2026-01"), "812"}});
    EXPECT_THAT(answer.headers.find("Location"), Optional(HasSubstr("saved=0&taken=1")));
    EXPECT_EQ(said("2026-01-01").value().numerator, 9);
}

TEST_P(GridPages, OfSomebodyElsesOrganisationAreNotFound) {
    place_ = tree_.other;
    EXPECT_EQ(open().status, http::Status::not_found);
    EXPECT_EQ(send({{"measure", "FALLS"}}).status, http::Status::not_found);
}

}  // namespace
}  // namespace primum::collection
