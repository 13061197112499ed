#include "access/routes.h"

#include <gmock/gmock.h>

#include <stdexcept>

namespace primum::access {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr auto kId = "0190a5b2-7c3d-7e4f-8a9b-0c1d2e3f4a5b";

http::Response nothing(const http::Request&, Context&) {
    return {};
}

Routes some_routes() {
    Routes routes;
    routes.get("/", policy::everyone, nothing);
    routes.get("/organisations/{id}", policy::members, nothing);
    routes.post("/organisations/{id}", policy::organisation_keepers, nothing);
    routes.get("/organisations/new", policy::organisation_keepers, nothing);
    routes.get("/files/{name}", policy::everyone, nothing);
    routes.get("/files/help", policy::signed_in, nothing);
    return routes;
}

TEST(Routes, FindTheActionAndWhatStoodForNames) {
    const Routes routes = some_routes();
    const auto match = routes.find(http::Method::get, std::string("/organisations/") + kId);
    ASSERT_TRUE(match && match->route);
    EXPECT_EQ(match->route->policy.name, "members");
    EXPECT_THAT(match->parts, ElementsAre(Pair("id", kId)));
    EXPECT_EQ(routes.find(http::Method::get, "/")->route->pattern, "/");
}

TEST(Routes, AnswerHeadAsGet) {
    EXPECT_EQ(some_routes().find(http::Method::head, "/")->route->pattern, "/");
}

TEST(Routes, PreferAWordToAName) {
    const Routes routes = some_routes();
    EXPECT_EQ(routes.find(http::Method::get, "/organisations/new")->route->pattern,
              "/organisations/new");
    EXPECT_EQ(routes.find(http::Method::get, "/files/help")->route->pattern, "/files/help");
    EXPECT_EQ(routes.find(http::Method::get, "/files/a.pdf")->route->pattern, "/files/{name}");
}

TEST(Routes, TakeNothingButAUuidForAnId) {
    EXPECT_FALSE(some_routes().find(http::Method::get, "/organisations/42"));
}

TEST(Routes, KnowWhichMethodsAPathAllows) {
    const auto match =
        some_routes().find(http::Method::remove, std::string("/organisations/") + kId);
    ASSERT_TRUE(match);
    EXPECT_EQ(match->route, nullptr);
    EXPECT_THAT(match->allowed, ElementsAre(http::Method::get, http::Method::post));
}

TEST(Routes, AreStrictAboutSlashes) {
    const Routes routes = some_routes();
    for (const char* path : {"", "organisations/new", "/organisations/new/", "//", "/files/"})
        EXPECT_FALSE(routes.find(http::Method::get, path)) << path;
}

TEST(Routes, RefuseTwoForTheSamePath) {
    Routes routes = some_routes();
    EXPECT_THROW(routes.get("/files/{other}", policy::everyone, nothing), std::logic_error);
    EXPECT_THROW(routes.get("no-slash", policy::everyone, nothing), std::logic_error);
    EXPECT_NO_THROW(routes.post("/files/{other}", policy::everyone, nothing));
}

}  // namespace
}  // namespace primum::access
