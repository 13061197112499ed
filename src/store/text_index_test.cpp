#include "store/text_index.h"

#include <gmock/gmock.h>

#include <sstream>

#include "store/portable.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class TextIndex : public ::testing::TestWithParam<Engine> {
protected:
    void put(const TextDocument& document) {
        database_->write([&](Writer& db) { put_text(db, document); });
    }
    std::vector<TextMatch> matches(std::string words, Breadth breadth = Breadth::all_words,
                                   std::string kind = "") {
        return find_texts(*database_->read(),
                          {.words = std::move(words), .breadth = breadth, .kind = std::move(kind)});
    }
    std::vector<std::string> paths(std::string words, Breadth breadth = Breadth::all_words,
                                   std::string kind = "") {
        std::vector<std::string> paths;
        for (const TextMatch& match : matches(std::move(words), breadth, std::move(kind)))
            paths.push_back(match.path);
        return paths;
    }
    testing::FreshDatabase database_{GetParam()};
};

TEST_P(TextIndex, FindsDocumentsThatHaveEveryWord) {
    put({"/a", "Story", "Falls on a ward", "", "Patients fall at night."});
    put({"/b", "Story", "Pressure ulcers", "", "Nights on a ward."});
    EXPECT_THAT(paths("night ward"), ::testing::UnorderedElementsAre("/a", "/b"));
    EXPECT_THAT(paths("night falls"), ElementsAre("/a"));
    EXPECT_THAT(paths("insulin"), IsEmpty());
}

TEST_P(TextIndex, KnowsOtherFormsOfAWord) {
    put({"/a", "Story", "Reducing infections", "", ""});
    EXPECT_THAT(paths("reduce infection"), ElementsAre("/a"));
}

TEST_P(TextIndex, RanksTitlesAboveSummariesAboveBodies) {
    put({"/body", "Story", "One", "", "Sepsis."});
    put({"/summary", "Story", "Two", "Sepsis.", ""});
    put({"/title", "Story", "Sepsis", "", ""});
    EXPECT_THAT(paths("sepsis"), ElementsAre("/title", "/summary", "/body"));
}

TEST_P(TextIndex, ReadsLettersWithoutAccentsAndCapitals) {
    put({"/a", "Organisation", "Ysbyty Ŵyr Élan", "", ""});
    EXPECT_THAT(paths("wyr elan"), ElementsAre("/a"));
    EXPECT_THAT(paths("ŵyr ÉLAN"), ElementsAre("/a"));
}

TEST_P(TextIndex, TakesSignsForSpaces) {
    put({"/a", "File", "safetyfirstpaper.pdf", "PSF-LEAD/2 of 100,000", "mail@trust.example"});
    EXPECT_THAT(paths("safetyfirstpaper"), ElementsAre("/a"));
    EXPECT_THAT(paths("lead"), ElementsAre("/a"));
    EXPECT_THAT(paths("100 000"), ElementsAre("/a"));
    EXPECT_THAT(paths("mail trust example"), ElementsAre("/a"));
}

TEST_P(TextIndex, WidensToBeginningsAndToSomeOfTheWords) {
    put({"/a", "Story", "Thermometers", "", ""});
    EXPECT_THAT(paths("therm"), IsEmpty());
    EXPECT_THAT(paths("therm", Breadth::all_beginnings), ElementsAre("/a"));
    EXPECT_THAT(paths("therm kettle", Breadth::all_beginnings), IsEmpty());
    EXPECT_THAT(paths("therm kettle", Breadth::any_beginning), ElementsAre("/a"));
}

TEST_P(TextIndex, MarksTheWordsThatWereFound) {
    put({"/a", "Story", "Falls at night", "How falls were halved.",
         "We counted every fall twice."});
    const auto found = matches("fall");
    ASSERT_EQ(found.size(), 1);
    EXPECT_THAT(found[0].title, HasSubstr("\x01"
                                          "Falls\x02"));
    EXPECT_THAT(found[0].summary, HasSubstr("\x01"
                                            "falls\x02 were"));
    EXPECT_THAT(found[0].excerpt, HasSubstr("\x01"
                                            "fall\x02 twice"));
}

TEST_P(TextIndex, CountsByKindAndKeepsToOne) {
    put({"/a", "Story", "Sepsis", "", ""});
    put({"/b", "Measure", "Sepsis", "", ""});
    put({"/c", "Measure", "Sepsis", "", ""});
    const auto counts = count_texts(*database_->read(), {.words = "sepsis"});
    ASSERT_EQ(counts.size(), 2);
    EXPECT_EQ(counts[0].kind, "Measure");
    EXPECT_EQ(counts[0].count, 2);
    EXPECT_THAT(paths("sepsis", Breadth::all_words, "Story"), ElementsAre("/a"));
}

TEST_P(TextIndex, ForgetsWhatADocumentNoLongerSays) {
    put({"/a", "Story", "Sepsis", "", ""});
    put({"/a", "Story", "Falls", "", ""});
    EXPECT_THAT(paths("sepsis"), IsEmpty());
    EXPECT_THAT(paths("falls"), ElementsAre("/a"));
    database_->write([](Writer& db) {
        remove_text(db, "/a");
        remove_text(db, "/never");
    });
    EXPECT_THAT(paths("falls"), IsEmpty());
}

TEST_P(TextIndex, IsThereAfterAnImport) {
    put({"/a", "Story", "Sepsis", "", ""});
    std::ostringstream out;
    export_all(*database_, out);
    for (const Engine engine : {GetParam(), Engine::sqlite}) {
        testing::FreshDatabase other(engine);
        std::istringstream in(out.str());
        ASSERT_TRUE(import_all(*other, in));
        EXPECT_EQ(find_texts(*other->read(), {.words = "sepsis"}).size(), 1);
        other->write([](Writer& db) { put_text(db, {"/b", "Story", "Sepsis again", "", ""}); });
        EXPECT_EQ(find_texts(*other->read(), {.words = "sepsis"}).size(), 2);
    }
}

TEST_P(TextIndex, IsNotCommandedByWords) {
    put({"/a", "Story", "And or not near", "", ""});
    for (const char* words : {"AND", "OR", "NOT", "NEAR", "and and", "NEAR 5", "title",
                              "\xf0\x9f\x98\x80", "\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85", "0"})
        for (const Breadth breadth :
             {Breadth::all_words, Breadth::all_beginnings, Breadth::any_beginning})
            EXPECT_NO_THROW(matches(words, breadth)) << words;
}

INSTANTIATE_TEST_SUITE_P(Engines, TextIndex, testing::engines(), testing::engine_name);

}  // namespace
}  // namespace primum::store
