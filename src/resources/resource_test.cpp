#include "resources/resource.h"

#include <gmock/gmock.h>

#include "people/testing.h"

namespace primum::resources {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Optional;

const language::Language& english() {
    static const language::Languages languages;
    return languages.english();
}

// The first line is that of the campaign's own page: "safetyfirstpaper.pdf 1.84 MB".
TEST(SizeInWords, HasThreeFiguresAtMostAndCountsInThousands) {
    EXPECT_EQ(size_in_words(english(), 1'840'000), "1.84 MB");
    EXPECT_EQ(size_in_words(english(), 0), "0 bytes");
    EXPECT_EQ(size_in_words(english(), 1), "1 byte");
    EXPECT_EQ(size_in_words(english(), 999), "999 bytes");
    EXPECT_EQ(size_in_words(english(), 1'000), "1 KB");
    EXPECT_EQ(size_in_words(english(), 12'345), "12 KB");
    EXPECT_EQ(size_in_words(english(), 999'499), "999 KB");
    EXPECT_EQ(size_in_words(english(), 999'500), "1 MB");
    EXPECT_EQ(size_in_words(english(), 12'340'000), "12.3 MB");
    EXPECT_EQ(size_in_words(english(), 123'400'000), "123 MB");
}

TEST(TypeAndSize, IsAsPeopleReadIt) {
    EXPECT_EQ(type_and_size(english(), {.media_type = "application/pdf",
                                        .bytes = 1'840'000,
                                        .sha256 = std::string(64, 'a')}),
              "PDF, 1.84 MB");
    EXPECT_EQ(type_and_size(english(), {.link = "https://example.org"}), "Web page");
}

class Resources : public people::testing::AccountsTest {
protected:
    ResourceId add(const std::string& title, std::string_view content = "first",
                   Status status = Status::published) {
        return write([&](store::Writer& db) {
            return add_resource(
                db, owner(), stamp(),
                {.title = title, .kind = "guide", .licence = "cc-by", .status = status},
                {{"intervention", "PSF-LEAD"}},
                {.file_name = "guide.txt", .media_type = "text/plain", .content = content});
        });
    }
    store::Writable owner() const { return everything.may_write(office); }
    Resource found(ResourceId id) { return find_resource(*database->read(), id).value(); }

    const store::Scope everything = store::Scope::system("a test");
    const OrganisationId office = add_organisation();
};

TEST_P(Resources, HaveTheirLatestVersionAndItsBytes) {
    const auto id = add("Guide");
    const int number = write([&](store::Writer& db) {
        return add_version(db, owner(), stamp(), found(id),
                           {.file_name = "guide-2.txt",
                            .media_type = "text/plain",
                            .content = "second",
                            .note = "Shorter"});
    });
    EXPECT_EQ(number, 2);
    const Resource guide = found(id);
    EXPECT_EQ(guide.latest.number, 2);
    EXPECT_EQ(guide.latest.file_name, "guide-2.txt");
    EXPECT_EQ(guide.latest.bytes, 6);
    EXPECT_THAT(content_of(*database->read(), guide.latest.sha256), Optional(Eq("second")));
    const auto versions = versions_of(*database->read(), id);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_THAT(content_of(*database->read(), versions.back().sha256), Optional(Eq("first")));
}

TEST_P(Resources, KeepTheSameBytesOnce) {
    add("One", "the same");
    add("Two", "the same");
    const auto contents =
        database->read()->all([](const store::Row& row) { return row.get<std::int64_t>(0); },
                              "SELECT COUNT(*) FROM resource_contents");
    EXPECT_THAT(contents, ElementsAre(1));
}

TEST_P(Resources, AreFoundByWhatTheyAreForTheMostUsedFirst) {
    const auto seldom = add("Seldom");
    const auto often = add("Often");
    add("Draft", "draft", Status::draft);
    write([&](store::Writer& db) { count_uses(db, often, 3); });
    const auto about = resources_about(*database->read(), "intervention", "PSF-LEAD");
    ASSERT_EQ(about.size(), 2U);
    EXPECT_EQ(about[0].id, often);
    EXPECT_EQ(about[0].uses, 3);
    EXPECT_EQ(about[1].id, seldom);
    EXPECT_THAT(resources_about(*database->read(), "intervention", "OTHER"), IsEmpty());
}

TEST_P(Resources, AreSavedOnlyByWhoeverSawTheLatestState) {
    const auto id = add("Guide");
    Resource mine = found(id);
    Resource theirs = mine;
    mine.title = "My title";
    theirs.title = "Their title";
    const auto save = [&](const Resource& resource) {
        return write([&](store::Writer& db) {
            return save_resource(db, owner(), stamp(), resource, {{"role", "chief_executive"}});
        });
    };
    EXPECT_TRUE(save(mine));
    EXPECT_FALSE(save(theirs));
    EXPECT_EQ(found(id).title, "My title");
    EXPECT_THAT(subjects_of(*database->read(), id),
                ElementsAre(Subject{"role", "chief_executive"}));
    EXPECT_THAT(audited(), ElementsAre("resources.add", "resources.change"));
}

PRIMUM_ON_EACH_ENGINE(Resources);

}  // namespace
}  // namespace primum::resources
