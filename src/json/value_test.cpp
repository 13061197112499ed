#include "json/value.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "json/writer.h"

namespace primum::json {
namespace {

TEST(Value, HoldsWhatADocumentSays) {
    const auto document =
        parse(R"({"a":[1,-2.5,"x\u00e9\n",true,null],"b":{"c":9007199254740993}})");
    ASSERT_TRUE(document);
    const auto& items = *document->find("a")->as<Value::Array>();
    EXPECT_EQ(*items[0].as<std::int64_t>(), 1);
    EXPECT_EQ(*items[1].as<double>(), -2.5);
    EXPECT_EQ(*items[2].as<std::string>(), "x\xc3\xa9\n");
    EXPECT_EQ(*items[3].as<bool>(), true);
    EXPECT_TRUE(items[4].is_null());
    EXPECT_EQ(document->find("b")->member<std::int64_t>("c"), 9007199254740993);
    EXPECT_EQ(document->member<std::int64_t>("z"), std::nullopt);
    EXPECT_EQ(document->find("a")->find("z"), nullptr);
}

TEST(Value, RefusesWhatIsNotOneDocument) {
    for (const char* text : {"", "{", "1 2", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "nul", "NaN",
                             "1e999", "\"\xff\"", "'a'", "[1,]", "// a\n1"})
        EXPECT_FALSE(parse(text)) << text;
    EXPECT_TRUE(parse(std::string(64, '[') + std::string(64, ']')));
    EXPECT_FALSE(parse(std::string(65, '[') + std::string(65, ']')));
    EXPECT_FALSE(parse(std::string(1'000'000, '[')));
}

// Found by test/fuzz: RapidJSON's own reading of 0e85 is undefined.
TEST(Value, ReadsNumbersAtTheEndsOfWhatADoubleHolds) {
    const auto number = [](const std::string& text) {
        return *parse("[" + text + "]")->as<Value::Array>()->at(0).as<double>();
    };
    EXPECT_EQ(number("0e85"), 0);
    EXPECT_EQ(number("-0.0E-7"), 0);
    EXPECT_EQ(number("1e-999"), 0);
    EXPECT_EQ(number("1e-99999"), 0);
    EXPECT_EQ(number("0." + std::string(400, '0') + "1"), 0);
    EXPECT_EQ(number("18446744073709551615"), 18446744073709551616.0);
    EXPECT_EQ(number("1.7976931348623157e308"), std::numeric_limits<double>::max());
    for (const std::string text : {"1e309", "-1e999", "1e99999", "01", "1.", "+1", ".5", "0x1"})
        EXPECT_FALSE(parse("[" + text + "]")) << text;
    EXPECT_FALSE(parse("[" + std::string(400, '9') + "]"));
}

TEST(Value, ReadsBackEveryNumberThatTheWriterWrites) {
    for (const double number : {0.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, -1.5}) {
        Writer writer;
        writer.begin_array().value(number).end_array();
        const auto items = *parse(writer.text())->as<Value::Array>();
        EXPECT_EQ(*items[0].as<double>(), number);
    }
    Writer writer;
    writer.begin_array().value(std::numeric_limits<std::int64_t>::min()).end_array();
    EXPECT_EQ(*parse(writer.text())->as<Value::Array>()->at(0).as<std::int64_t>(),
              std::numeric_limits<std::int64_t>::min());
}

}  // namespace
}  // namespace primum::json
