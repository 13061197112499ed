#include "search/search.h"

#include <gmock/gmock.h>

#include "store/testing.h"

namespace primum::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(AQuestion, IsMadeOfWordsAndNothingElse) {
    EXPECT_EQ(read_question("Falls, at \"night\"!").words, "falls night");
    EXPECT_EQ(read_question("PSF-LEAD*").words, "psf lead");
    EXPECT_EQ(read_question("title:falls OR NOT (x AND y) NEAR/2").words, "title falls x y near 2");
    EXPECT_EQ(read_question("Ysbyty Ŵyr").words, "ysbyty Ŵyr");
    EXPECT_EQ(read_question("\xf0\x9f\x98\x80 \xe2\x80\x94 \xe2\x80\x8f").words, "");
    EXPECT_EQ(read_question("\xff\xfe bad \xc3").words, "bad");
    EXPECT_EQ(read_question("").words, "");
    EXPECT_EQ(read_question("\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85").words,
              "\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85");
}

TEST(AQuestion, LeavesSmallWordsOut) {
    EXPECT_EQ(read_question("the aim of the campaign").words, "aim campaign");
    EXPECT_TRUE(read_question("of the").only_small_words);
    EXPECT_FALSE(read_question("?!").only_small_words);
}

TEST(AQuestion, IsNeverLong) {
    std::string much;
    for (int i = 0; i < 5000; ++i)
        much += "w" + std::to_string(i) + ' ';
    const auto question = read_question(much);
    EXPECT_TRUE(question.shortened);
    EXPECT_EQ(std::ranges::count(question.words, ' '), 11);
    EXPECT_LE(read_question(std::string(10'000, 'a')).words.size(), 40);
}

class Search : public ::testing::TestWithParam<store::Engine> {
protected:
    Search() {
        database_->write([](store::Writer& db) {
            put(db, {"Intervention", "/a", "Safer insulin", "Fewer low glucose episodes", ""});
            put(db, {"Measure", "/b", "Glucose on time", "", "Insulin given with the meal"});
            put(db, {"Event", "/c", "LIPS III: Masterclass", "Thursday 23 April", "Improvement"});
            put(db, {"Partner", "/d", "The Health Foundation", "Joint sponsor", ""});
        });
    }
    std::vector<std::string> paths(std::string_view typed, std::string_view kind = "") {
        std::vector<std::string> paths;
        for (const auto& match :
             find(*database_->read(), read_question(typed), kind, 0, 10).matches)
            paths.push_back(match.path);
        return paths;
    }
    store::Breadth breadth(std::string_view typed) {
        return find(*database_->read(), read_question(typed), "", 0, 10).breadth;
    }
    store::testing::FreshDatabase database_{GetParam()};
};

// The same questions to both engines.
TEST_P(Search, AnswersAlikeOnBothEngines) {
    EXPECT_THAT(paths("insulin"), ElementsAre("/a", "/b"));
    EXPECT_THAT(paths("INSULIN glucose"), ElementsAre("/a", "/b"));
    EXPECT_THAT(paths("lips masterclass"), ElementsAre("/c"));
    EXPECT_THAT(paths("health foundation"), ElementsAre("/d"));
    EXPECT_THAT(paths("sponsors"), ElementsAre("/d"));
    EXPECT_THAT(paths("the"), IsEmpty());
    EXPECT_THAT(paths("insulin", "Measure"), ElementsAre("/b"));
}

TEST_P(Search, LooksFurtherWhereNothingHasEveryWord) {
    EXPECT_EQ(breadth("insulin"), store::Breadth::all_words);
    EXPECT_THAT(paths("insul"), ElementsAre("/a", "/b"));
    EXPECT_EQ(breadth("insul"), store::Breadth::all_beginnings);
    EXPECT_THAT(paths("masterclass xylophone"), ElementsAre("/c"));
    EXPECT_EQ(breadth("masterclass xylophone"), store::Breadth::any_beginning);
}

TEST_P(Search, IsNeverBrokenByWhatPeopleType) {
    for (const std::string& typed :
         {std::string("\""), std::string("'"), std::string("*"), std::string("-insulin"),
          std::string("insulin:"), std::string("AND"), std::string("NOT insulin"),
          std::string("\"insulin"), std::string("(((("), std::string("a OR"),
          std::string("insulin & | ! <-> :*"), std::string("\\"), std::string("%_"),
          std::string("\xf0\x9f\x98\x80"), std::string("\0x", 2), std::string(10'000, '"'),
          std::string(10'000, 'x'), std::string("<script>alert(1)</script>"), std::string()})
        EXPECT_NO_THROW(paths(typed)) << typed.substr(0, 40);
}

INSTANTIATE_TEST_SUITE_P(Engines, Search, store::testing::engines(), store::testing::engine_name);

}  // namespace
}  // namespace primum::search
