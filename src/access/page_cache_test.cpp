#include "access/page_cache.h"

#include <gmock/gmock.h>

namespace primum::access {
namespace {

using namespace std::chrono_literals;

const Instant kNoon{43200s};

http::Response page(std::string text) {
    return {http::Status::ok, {}, std::move(text)};
}

TEST(PageCache, KeepsAPageForAMoment) {
    PageCache cache;
    EXPECT_FALSE(cache.find("/", kNoon));
    cache.keep("/", page("home"), kNoon);
    EXPECT_EQ(cache.find("/", kNoon + 4s)->bytes(), "home");
    EXPECT_FALSE(cache.find("/other", kNoon));
}

TEST(PageCache, LetsOneCallerMakeAStalePageAnew) {
    PageCache cache;
    cache.keep("/", page("old"), kNoon);
    EXPECT_FALSE(cache.find("/", kNoon + 5s));
    EXPECT_EQ(cache.find("/", kNoon + 5s)->bytes(), "old");
    cache.keep("/", page("new"), kNoon + 5s);
    EXPECT_EQ(cache.find("/", kNoon + 6s)->bytes(), "new");
}

TEST(PageCache, GivesBytesThatOutliveIt) {
    std::optional<http::Response> found;
    {
        PageCache cache;
        cache.keep("/", page(std::string(1000, 'x')), kNoon);
        found = cache.find("/", kNoon);
    }
    EXPECT_EQ(found->bytes(), std::string(1000, 'x'));
}

TEST(PageCache, DoesNotGrowWithoutEnd) {
    PageCache cache;
    for (std::size_t i = 0; i <= PageCache::kMost; ++i)
        cache.keep(std::to_string(i), page("x"), kNoon);
    EXPECT_FALSE(cache.find("0", kNoon));
    EXPECT_TRUE(cache.find(std::to_string(PageCache::kMost), kNoon));
}

}  // namespace
}  // namespace primum::access
