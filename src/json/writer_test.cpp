#include "json/writer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

namespace primum::json {
namespace {

TEST(Writer, WritesMembersInOrder) {
    Writer json;
    json.begin_object().member("series", "RF4").member("points", 36).member("stable", true);
    json.key("limits").begin_array().value(0.5).null().end_array().end_object();
    EXPECT_EQ(json.text(), R"({"series":"RF4","points":36,"stable":true,"limits":[0.5,null]})");
}

TEST(Writer, EscapesWhatJsonAsksFor) {
    Writer json;
    json.value("a \"b\" \\ \n \x01 ŵ");
    EXPECT_EQ(json.text(), "\"a \\\"b\\\" \\\\ \\n \\u0001 ŵ\"");
}

TEST(Writer, TurnsWhatIsNoNumberIntoNull) {
    Writer json;
    json.begin_array().value(std::numeric_limits<double>::quiet_NaN());
    json.value(std::numeric_limits<double>::infinity()).end_array();
    EXPECT_EQ(json.text(), "[null,null]");
}

TEST(Writer, WritesDoublesThatReadBackTheSame) {
    std::mt19937_64 random(20250401);
    std::uniform_real_distribution<double> exponent(-300, 300);
    for (int i = 0; i < 10'000; ++i) {
        const double number = std::pow(10.0, exponent(random)) * (i % 2 == 0 ? 1 : -1);
        Writer json;
        json.value(number);
        ASSERT_EQ(std::strtod(std::string(json.text()).c_str(), nullptr), number) << json.text();
    }
}

}  // namespace
}  // namespace primum::json
