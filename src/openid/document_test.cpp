#include "openid/document.h"

#include <gtest/gtest.h>

namespace primum::openid {
namespace {

Json read(std::string_view text) {
    auto document = read_document(text);
    if (!document) throw std::runtime_error(document.error());
    return *document;
}

TEST(Document, KeepsEveryKindOfValue) {
    const Json json = read(R"( {"text":"caf\u00e9","yes":true,"none":null,"list":[1,"two",[]],)"
                           R"("inner":{"a":{"b":-7}},"real":1.5,"exp":1.7e9} )");
    EXPECT_EQ(*json.text("text"), "café");
    EXPECT_TRUE(std::get<bool>(json.find("yes")->value));
    EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(json.find("none")->value));
    EXPECT_EQ(json.find("list")->as_list()->size(), 3u);
    EXPECT_EQ(json.find("inner")->find("a")->number("b"), -7);
    EXPECT_EQ(std::get<double>(json.find("real")->value), 1.5);
    EXPECT_EQ(json.number("exp"), 1'700'000'000);
    EXPECT_EQ(json.find("absent"), nullptr);
    EXPECT_EQ(json.text("yes"), nullptr);
    EXPECT_EQ(json.number("text"), std::nullopt);
}

TEST(Document, JoinsTextThatTheParserReadsInPieces) {
    const std::string name(1000, 'n');
    const std::string value(5000, 'v');
    const Json json = read("{\"" + name + "\\n\":\"" + value + "\\t\"}");
    EXPECT_EQ(*json.text(name + '\n'), value + '\t');
}

TEST(Document, HasOneMeaningOrNone) {
    for (const char* text : {R"({"a":1,"a":2})",
                             R"({"a":{"b":1,"c":2,"b":3}})",
                             R"({"a":1,"\u0061":2})",
                             "",
                             " ",
                             "{",
                             "{}{}",
                             "{} x",
                             "[]",
                             "\"text\"",
                             "12",
                             "{'a':1}",
                             "{\"a\":1,}",
                             "{\"a\":01}",
                             "{\"a\":NaN}",
                             "{\"a\":1e999}",
                             "{\"a\":18446744073709551615}",
                             "{\"a\":\"\n\"}",
                             "{\"a\":\"\xff\"}",
                             "{\"a\":\"\\ud800\"}",
                             "/* */{}"})
        EXPECT_FALSE(read_document(text)) << text;
}

TEST(Document, IsNeitherTooDeepNorTooLong) {
    const auto nested = [](std::size_t deep) {
        return "{\"a\":" + std::string(deep, '[') + std::string(deep, ']') + '}';
    };
    EXPECT_TRUE(read_document(nested(kDeepestNesting - 1)));
    EXPECT_FALSE(read_document(nested(kDeepestNesting)));
    EXPECT_FALSE(read_document(std::string(100'000, '[')));

    const std::string spaces(kLargestDocument - 2, ' ');
    EXPECT_TRUE(read_document("{}" + spaces));
    EXPECT_FALSE(read_document("{}" + spaces + ' '));
}

TEST(Document, HasAThousandMembersInAnObjectAtMost) {
    const auto members = [](int count) {
        std::string text = "{";
        for (int i = 0; i < count; ++i)
            text += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
        return text + '}';
    };
    EXPECT_TRUE(read_document(members(1000)));
    EXPECT_FALSE(read_document(members(1001)));
}

}  // namespace
}  // namespace primum::openid
