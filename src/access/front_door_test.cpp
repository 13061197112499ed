#include "access/front_door.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>

#include "access/cookies.h"
#include "design/page.h"
#include "html/html.h"
#include "store/testing.h"

namespace primum::access {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const Instant kNoon{std::chrono::seconds(1'240'488'000)};  // 2009-04-23T12:00:00Z

/// The value of a hidden field on a page.
std::string field(std::string_view page, const std::string& name) {
    const std::string begin = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.find(begin);
    if (at == page.npos) return {};
    const std::size_t from = at + begin.size();
    return std::string(page.substr(from, page.find('"', from) - from));
}

std::string header(const Response& response, std::string_view name) {
    return std::string(response.headers.find(name).value_or(""));
}

/// A door with a handful of routes, over a database of its own. The cookie "primum=ann" is Ann's
/// session; she is an analyst somewhere.
class FrontDoorTest : public testing::Test {
protected:
    FrontDoorTest() {
        routes_.get("/public", policy::public_page, [this](const Request&, Context& context) {
            ++made_;
            return http::ok(
                design::page(context.view, {.title = "Public"}, html::html("<p>{}</p>", made_)));
        });
        routes_.get("/form", policy::everyone, [](const Request&, Context& context) {
            return http::ok(html::html(
                R"(<p><input name="token" value="{}"><input name="once" value="{}"></p>)",
                context.view.token, context.view.once));
        });
        routes_.post("/notes", policy::everyone,
                     [this](const Request&, Context& context) { return save_note(context); });
        routes_.post("/own-notes", policy::signed_in,
                     [this](const Request&, Context& context) { return save_note(context); });
        routes_.get("/mine", policy::signed_in, [](const Request&, Context& context) {
            return http::text(Status::ok, context.person().name);
        });
        routes_.get("/keepers", policy::organisation_keepers, answer_ok);
        routes_.get("/members", policy::members, answer_ok);
        routes_.get("/fresh", policy::signed_in_freshly, answer_ok);
        routes_.get("/visitors", policy::visitors, answer_ok);
        routes_.get("/api/v1/things", policy::signed_in, answer_ok);
        routes_.get("/broken", policy::everyone, [](const Request&, Context&) -> Response {
            throw std::runtime_error("the secret of the database");
        });
        routes_.get("/busy", policy::everyone,
                    [](const Request&, Context&) -> Response { throw store::Busy("full"); });
    }

    static Response answer_ok(const Request&, Context&) { return http::text(Status::ok, "ok"); }

    /// Counts itself in the settings table; refuses the text "wrong" after having written.
    Response save_note(Context& context) {
        return context.save([&](store::Writer& db) {
            db.run(R"sql(
                INSERT INTO settings (key, value) VALUES ('notes', '1')
                ON CONFLICT (key) DO UPDATE SET rev = settings.rev + 1
            )sql");
            if (context.form.text("note") == "wrong")
                return http::text(Status::unprocessable, "no");
            return http::see_other(html::url("/notes/{}", context.form.text("note")));
        });
    }
    std::int64_t notes() {
        const auto db = database_->read();
        return db
            ->one([](const store::Row& row) { return row.get<std::int64_t>(0); },
                  "SELECT rev FROM settings WHERE key = 'notes'")
            .value_or(0);
    }

    std::optional<Session> recognise(const Request& request) const {
        if (request.cookie("primum") != "ann") return std::nullopt;
        Session session;
        session.person = {.id = PersonId(*Uuid::parse("0190a5b2-7c3d-7e4f-8a9b-0c1d2e3f4a5b")),
                          .name = "Ann",
                          .email = "ann@example.org",
                          .roles = {{Role::analyst, OrganisationId(), Day(), std::nullopt}}};
        session.id = "ann's";
        session.signed_in_at = signed_in_at_;
        return session;
    }

    Request request(Method method, std::string path, std::string cookies = "") const {
        Request request;
        request.method = method;
        request.path = std::move(path);
        request.id = "R-1";
        if (!cookies.empty()) request.headers.add("Cookie", std::move(cookies));
        return request;
    }
    Response get(std::string path, std::string cookies = "") {
        Request asked = request(Method::get, std::move(path), std::move(cookies));
        return door_.answer(asked);
    }
    Response post(std::string path, std::string body, std::string cookies) {
        Request asked = request(Method::post, std::move(path), std::move(cookies));
        asked.headers.add("Content-Type", "application/x-www-form-urlencoded");
        asked.headers.add("Sec-Fetch-Site", "same-origin");
        asked.body = std::move(body);
        return door_.answer(asked);
    }

    /// The fields that a form needs beside its own, for whoever has these cookies.
    std::string fresh_fields(const std::string& cookies) {
        const Response page = get("/form", cookies);
        return "&token=" + field(page.bytes(), "token") + "&once=" + field(page.bytes(), "once");
    }

    static constexpr auto kVisit = "primum-visit=somebody";
    static constexpr auto kAnn = "primum=ann";

    store::testing::StillClock clock_{kNoon};
    store::testing::FreshDatabase database_;
    language::Languages languages_;
    Routes routes_;
    int made_ = 0;
    Instant signed_in_at_ = kNoon;
    std::string complaint_;
    FrontDoor door_{
        *database_,
        routes_,
        languages_,
        [this](const auto&, const Request& asked, Instant) { return recognise(asked); },
        [](design::View&, const auto&) {},
        [this](const Request&, std::string_view what) { complaint_ = what; },
        {.public_url = "http://127.0.0.1", .form_key = std::string(32, 'k'), .clock = &clock_}};
};

TEST_F(FrontDoorTest, LetsInWhomThePolicyNames) {
    EXPECT_EQ(get("/mine", kAnn).bytes(), "Ann");
    EXPECT_EQ(get("/members", kAnn).status, Status::ok);
    EXPECT_EQ(get("/keepers", kAnn).status, Status::forbidden);
    EXPECT_EQ(get("/visitors").status, Status::ok);
    EXPECT_EQ(header(get("/visitors", kAnn), "Location"), "/");
}

TEST_F(FrontDoorTest, SendsVisitorsToSignInAndBack) {
    const Response response = get("/mine");
    EXPECT_EQ(response.status, Status::see_other);
    EXPECT_EQ(header(response, "Location"), "/sign-in?return=%2Fmine");
    EXPECT_EQ(get("/api/v1/things").status, Status::unauthorised);
}

TEST_F(FrontDoorTest, AsksForThePasswordAgainAfterFiveMinutes) {
    EXPECT_EQ(get("/fresh", kAnn).status, Status::ok);
    signed_in_at_ = kNoon - std::chrono::minutes(6);
    EXPECT_EQ(header(get("/fresh", kAnn), "Location"), "/reauthenticate?return=%2Ffresh");
}

TEST_F(FrontDoorTest, ExplainsWhatItCannotShow) {
    const Response absent = get("/nothing");
    EXPECT_EQ(absent.status, Status::not_found);
    EXPECT_THAT(absent.bytes(), HasSubstr("Page not found"));

    const Response wrong = get("/notes");
    EXPECT_EQ(wrong.status, Status::method_not_allowed);
    EXPECT_EQ(header(wrong, "Allow"), "POST");

    const Response program = get("/api/v1/nothing");
    EXPECT_EQ(header(program, "Content-Type"), "application/problem+json");
    EXPECT_THAT(program.bytes(), HasSubstr(R"("status":404)"));
}

TEST_F(FrontDoorTest, TellsThePersonAReferenceAndTheOperatorTheReason) {
    const Response response = get("/broken");
    EXPECT_EQ(response.status, Status::broken);
    EXPECT_THAT(response.bytes(), HasSubstr("R-1"));
    EXPECT_THAT(response.bytes(), Not(HasSubstr("secret")));
    EXPECT_EQ(complaint_, "the secret of the database");
}

TEST_F(FrontDoorTest, SaysWhenToComeBack) {
    const Response response = get("/busy");
    EXPECT_EQ(response.status, Status::unavailable);
    EXPECT_EQ(header(response, "Retry-After"), "5");
}

TEST_F(FrontDoorTest, SavesWhatOneOfOurPagesSends) {
    const Response response = post("/notes", "note=a" + fresh_fields(kVisit), kVisit);
    EXPECT_EQ(response.status, Status::see_other);
    EXPECT_EQ(header(response, "Location"), "/notes/a");
    EXPECT_EQ(notes(), 1);
}

TEST_F(FrontDoorTest, DoesOnceWhatIsSentTwice) {
    const std::string body = "note=a" + fresh_fields(kVisit);
    const Response first = post("/notes", body, kVisit);
    const Response second = post("/notes", body, kVisit);
    EXPECT_EQ(header(second, "Location"), header(first, "Location"));
    EXPECT_EQ(notes(), 1);
}

TEST_F(FrontDoorTest, TakesACorrectedFormForAnotherOne) {
    const std::string fields = fresh_fields(kVisit);
    post("/notes", "note=a" + fields, kVisit);
    EXPECT_EQ(header(post("/notes", "note=b" + fields, kVisit), "Location"), "/notes/b");
    EXPECT_EQ(notes(), 2);
}

TEST_F(FrontDoorTest, UndoesAChangeThatIsRefused) {
    EXPECT_EQ(post("/notes", "note=wrong" + fresh_fields(kVisit), kVisit).status,
              Status::unprocessable);
    EXPECT_EQ(notes(), 0);
}

TEST_F(FrontDoorTest, RefusesFormsOfOtherSites) {
    Request forged = request(Method::post, "/notes", kVisit);
    forged.headers.add("Content-Type", "application/x-www-form-urlencoded");
    forged.headers.add("Sec-Fetch-Site", "cross-site");
    forged.body = "note=a" + fresh_fields(kVisit);
    EXPECT_EQ(door_.answer(forged).status, Status::forbidden);
    EXPECT_EQ(notes(), 0);
}

TEST_F(FrontDoorTest, KeepsAFormWhoseTokenIsOfAnotherBrowser) {
    const Response response =
        post("/notes", "note=typed+%3Cb%3E" + fresh_fields("primum-visit=other"), kVisit);
    EXPECT_EQ(response.status, Status::forbidden);
    EXPECT_EQ(field(response.bytes(), "note"), "typed &lt;b&gt;");
    EXPECT_EQ(notes(), 0);

    const std::string again = "note=typed&token=" + field(response.bytes(), "token") +
                              "&once=" + field(response.bytes(), "once");
    EXPECT_EQ(post("/notes", again, kVisit).status, Status::see_other);
    EXPECT_EQ(notes(), 1);
}

TEST_F(FrontDoorTest, KeepsAFormThatCameAfterItsSession) {
    const std::string fields = fresh_fields(kVisit);
    const Response response = post("/own-notes", "note=long+text" + fields, kVisit);
    EXPECT_EQ(response.status, Status::forbidden);
    EXPECT_EQ(field(response.bytes(), "note"), "long text");
    EXPECT_THAT(response.bytes(), HasSubstr("/sign-in"));
}

TEST_F(FrontDoorTest, KeepsNoSecrets) {
    const Response response = post("/notes", "note=a&password=hunter2&token=old", kVisit);
    EXPECT_THAT(response.bytes(), Not(HasSubstr("hunter2")));
}

TEST_F(FrontDoorTest, KeepsPublicPagesForVisitorsOnly) {
    Request asked = request(Method::get, "/public");
    EXPECT_FALSE(door_.answer_quickly(asked));
    EXPECT_THAT(door_.answer(asked).bytes(), HasSubstr("<p>1</p>"));
    EXPECT_THAT(door_.answer_quickly(asked)->bytes(), HasSubstr("<p>1</p>"));
    EXPECT_FALSE(door_.answer_quickly(request(Method::get, "/public", kAnn)));

    Request hers = request(Method::get, "/public", kAnn);
    EXPECT_EQ(header(door_.answer(hers), "Cache-Control"), "no-store");
    EXPECT_THAT(door_.answer_quickly(asked)->bytes(), HasSubstr("<p>1</p>"));
}

TEST_F(FrontDoorTest, KeepsPublicPagesByLanguage) {
    Request welsh = request(Method::get, "/public", "primum-language=cy");
    EXPECT_THAT(door_.answer(welsh).bytes(), HasSubstr(R"(<html lang="cy")"));
    EXPECT_TRUE(door_.answer_quickly(welsh));
    EXPECT_FALSE(door_.answer_quickly(request(Method::get, "/public")));
}

TEST_F(FrontDoorTest, GivesEachVisitorAToken) {
    const Response first = get("/form");
    EXPECT_THAT(header(first, "Set-Cookie"), StartsWith("primum-visit="));
    EXPECT_THAT(header(first, "Set-Cookie"), HasSubstr("HttpOnly"));
    EXPECT_EQ(header(get("/form", kVisit), "Set-Cookie"), "");
    EXPECT_EQ(header(get("/public"), "Set-Cookie"), "");
}

}  // namespace
}  // namespace primum::access
