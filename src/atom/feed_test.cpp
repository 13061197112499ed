#include "atom/feed.h"

#include <gmock/gmock.h>

namespace primum::atom {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FeedText, EscapesWhatHasAMeaning) {
    const std::string feed = text({.id = "tag:primum.example,2026:events",
                                   .title = "Events",
                                   .author = "Primum",
                                   .self = "https://primum.example/events.atom?a=1&b=2",
                                   .page = "https://primum.example/events",
                                   .updated = {},
                                   .entries = {{.id = "tag:primum.example,2026:1",
                                                .title = "Safer <b>care</b> & you\x01",
                                                .link = "https://primum.example/events/1",
                                                .updated = {},
                                                .summary = "]]> \"quoted\"",
                                                .category = "Masterclass"}}});
    EXPECT_THAT(feed, HasSubstr("Safer &lt;b&gt;care&lt;/b&gt; &amp; you<"));
    EXPECT_THAT(feed, HasSubstr("a=1&amp;b=2"));
    EXPECT_THAT(feed, HasSubstr("<updated>1970-01-01T00:00:00Z</updated>"));
    EXPECT_THAT(feed, Not(HasSubstr("\x01")));
}

}  // namespace
}  // namespace primum::atom
