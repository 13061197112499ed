#include "design/assets.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "design/asset_table.h"

namespace primum::design {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

const Asset& sheet() {
    return *find_asset(asset("neutral.css").text());
}

TEST(Assets, AreFoundByTheAddressThatPagesHave) {
    EXPECT_EQ(sheet().name, "neutral.css");
    EXPECT_THAT(std::string(sheet().bytes), HasSubstr(".nhsuk-button"));
    EXPECT_EQ(find_asset("/assets/neutral.css"), nullptr);
    EXPECT_EQ(find_asset(""), nullptr);
    EXPECT_THROW(asset("missing.css"), std::logic_error);
}

TEST(Assets, AreSentAsTheBrowserCanReadThem) {
    const auto coding = [](std::string_view accept) {
        const Encoded encoded = encode(sheet(), accept);
        for (const auto& [name, value] : encoded.headers)
            if (name == "Content-Encoding") return value;
        return std::string();
    };
    EXPECT_EQ(coding("gzip, deflate, br"), "br");
    EXPECT_EQ(coding("GZIP"), "gzip");
    EXPECT_EQ(coding("br;q=0, gzip;q=0.5"), "gzip");
    EXPECT_EQ(coding("br;q=0.0"), "");
    EXPECT_EQ(coding("gzip;q=1.0"), "gzip");
    EXPECT_EQ(coding("identity"), "");
    EXPECT_EQ(coding("*"), "");
    EXPECT_EQ(coding(""), "");
    EXPECT_EQ(encode(sheet(), "br").bytes, sheet().brotli);
    EXPECT_EQ(encode(sheet(), "").bytes, sheet().bytes);
}

TEST(Assets, MayBeKeptForEver) {
    const auto headers = encode(sheet(), "br").headers;
    EXPECT_THAT(headers, Contains(Pair("Cache-Control", "public, max-age=31536000, immutable")));
    EXPECT_THAT(headers, Contains(Pair("Content-Type", "text/css; charset=utf-8")));
    EXPECT_THAT(headers, Contains(Pair("Vary", "Accept-Encoding")));
}

TEST(Assets, AreMuchSmallerCompressed) {
    EXPECT_LT(sheet().gzip.size(), sheet().bytes.size() / 6);
    EXPECT_LT(sheet().brotli.size(), sheet().gzip.size());
    EXPECT_TRUE(find_asset(asset("icon-180.png").text())->gzip.empty());
}

// A font of the NHS, a sheet from elsewhere or a link into the world would be one of these.
TEST(Assets, AskForNothingOutside) {
    for (const Asset& each : asset_table()) {
        if (!each.name.ends_with(".css")) continue;
        const std::string bytes(each.bytes);
        EXPECT_THAT(bytes, Not(HasSubstr("@import"))) << each.name;
        EXPECT_THAT(bytes, Not(HasSubstr("@font-face"))) << each.name;
        EXPECT_THAT(bytes, Not(HasSubstr("url(/"))) << each.name;
        EXPECT_THAT(bytes, Not(HasSubstr("url(\"http"))) << each.name;
        EXPECT_THAT(bytes, HasSubstr("html{font-family:")) << each.name;
    }
}

}  // namespace
}  // namespace primum::design
