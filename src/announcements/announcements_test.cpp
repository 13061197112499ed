#include <gmock/gmock.h>

#include "announcements/announcement.h"
#include "announcements/letters.h"
#include "announcements/mornings.h"
#include "announcements/prose.h"
#include "momentum/testing.h"
#include "organisations/members.h"
#include "people/testing.h"

namespace primum::announcements {
namespace {

using access::Role;
using momentum::TestCampaign;
using organisations::everywhere;
using organisations::kToday;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using namespace std::chrono_literals;

TEST(Paragraphs, ArePartedByEmptyLines) {
    EXPECT_THAT(paragraphs("One\nline two\n\n  \nTwo\n"), ElementsAre("One\nline two", "Two"));
    EXPECT_THAT(paragraphs("\n \n"), IsEmpty());
}

TEST(Prose, MakesLinksOfWebAddressesAndOfNothingElse) {
    EXPECT_EQ(prose("See https://example.org/a?b=1.").markup(),
              R"(<p>See <a class="nhsuk-link" href="https://example.org/a?b=1">)"
              R"(https://example.org/a?b=1</a>.</p>)");
    EXPECT_EQ(prose("<b>javascript:alert(1)</b>").markup(),
              "<p>&lt;b&gt;javascript:alert(1)&lt;/b&gt;</p>");
    EXPECT_EQ(prose("https:// http://").markup(), "<p>https:// http://</p>");
    EXPECT_THAT(std::string(prose("https://a.org/\"onclick=\"x").markup()),
                HasSubstr("href=\"https://a.org/&quot;onclick=&quot;x\""));
}

TEST(Mornings, ComeAtTheirTimeInTheirZone) {
    EXPECT_EQ(parse_time_of_day("07:30"), std::pair(7, 30));
    for (const char* wrong : {"", "7:30", "24:00", "07:60", "07-30", "07:3x"})
        EXPECT_FALSE(parse_time_of_day(wrong)) << wrong;
    const Day monday = std::chrono::year(2026) / 7 / 6;
    const Morning summer{.zone = "Europe/London", .hour = 7, .minute = 0};
    EXPECT_EQ(last_morning(monday + 5h + 59min, summer), monday - std::chrono::days(1));
    EXPECT_EQ(last_morning(monday + 6h, summer), monday);  // 07:00 in British Summer Time
}

TEST(Unsubscribing, TakesOurOwnLinksOnly) {
    const crypto::Keys keys(std::string(32, 'k'));
    const crypto::Keys others(std::string(32, 'o'));
    const crypto::Keys changed(std::string(32, 'n') + std::string(32, 'k'));
    const Unsubscribing ours(keys);
    const auto ann = PersonId::parse("0190a6e4-0000-7000-8000-000000000001").value();
    const auto bob = PersonId::parse("0190a6e4-0000-7000-8000-000000000002").value();
    const std::string path = ours.path_for(ann);
    const std::string token = path.substr(path.find("&t=") + 3);
    EXPECT_EQ(ours.person(ann.text(), token), ann);
    EXPECT_EQ(Unsubscribing(changed).person(ann.text(), token), ann);  // the key was changed since
    EXPECT_FALSE(ours.person(bob.text(), token));
    EXPECT_FALSE(Unsubscribing(others).person(ann.text(), token));
    EXPECT_FALSE(ours.person(ann.text(), ""));
    EXPECT_FALSE(ours.person("nobody", token));
}

class Announcements : public testing::TestWithParam<store::Engine> {
protected:
    template <class Change>
    auto write(Change change) {
        return store_->write(change);
    }
    store::Stamp stamp() const { return {.person = {}, .at = clock_.now(), .request = "test"}; }
    store::Writable owner() const { return everywhere().may_write(tree_.country); }

    PersonId person(const std::string& name, Role role, OrganisationId where) {
        return write([&](store::Writer& db) {
            const auto id = people::add_person(
                db, stamp(), {.email = name + "@example.org", .name = name, .language = "en"});
            (void)organisations::give_role(db, everywhere().may_write(where), stamp(), id, role,
                                           kToday - std::chrono::days(30), {});
            return id;
        });
    }

    Announcement publish_to(const Audience& audience, const std::string& title) {
        return write([&](store::Writer& db) {
            Announcement one;
            one.audience = audience;
            one.title = title;
            one.body = "Something has happened.";
            one.id = add_announcement(db, owner(), stamp(), one);
            EXPECT_TRUE(publish(db, owner(), stamp(), one));
            return find_announcement(db, one.id).value();
        });
    }

    Audience members() const { return {.circle = Circle::members, .campaign = psf_.campaign_}; }

    bool hears(PersonId who, const Audience& audience) {
        return Listener(*store_->read(), who, kToday).hears(audience);
    }

    std::vector<std::string> recipients() {
        return store_->read()->all([](const store::Row& row) { return row.get<std::string>(0); },
                                   "SELECT recipient FROM mail_outbox ORDER BY recipient");
    }
    std::size_t morning(Instant at) {
        clock_.move_to(at);
        return write_digests(accounts_, unsubscribing_, {}, at);
    }

    static constexpr Instant kSeven = kToday + 7h;  // a Monday, in winter
    store::testing::StillClock clock_{kToday + 6h};
    store::testing::FreshDatabase store_{GetParam(), {.clock = &clock_}};
    organisations::TestTree tree_{*store_};
    TestCampaign psf_{*store_, tree_};
    language::Languages languages_;
    people::Accounts accounts_{
        *store_, languages_, people::testing::keys(), {.public_url = "https://primum.example"}, {}};
    Unsubscribing unsubscribing_{people::testing::keys()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Announcements, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(Announcements, AreForTheirAudience) {
    psf_.join(tree_.trust, "2024-03-10");
    psf_.enrol(tree_.other, "2024-09-01");
    const PersonId nurse = person("nurse", Role::team_member, tree_.ward);
    const PersonId chief = person("chief", Role::chief_executive, tree_.other);
    const PersonId office = person("office", Role::campaign_office, tree_.country);
    EXPECT_TRUE(hears(nurse, members()));  // her ward lies in a trust that is a member
    EXPECT_FALSE(hears(chief, members()));
    EXPECT_FALSE(hears(office, members()));
    const Audience enrolled{.circle = Circle::enrolled, .programme = psf_.programme_};
    EXPECT_TRUE(hears(chief, enrolled));
    EXPECT_FALSE(hears(nurse, enrolled));
    Audience cohort = enrolled;
    cohort.cohort = psf_.cohort_;
    EXPECT_TRUE(hears(chief, cohort));
    cohort.cohort = psf_.campaign_;
    EXPECT_FALSE(hears(chief, cohort));
    Audience chiefs = members();
    chiefs.role = Role::chief_executive;
    EXPECT_FALSE(hears(nurse, chiefs));
    EXPECT_TRUE(hears(office, {.circle = Circle::office}));
    EXPECT_FALSE(hears(chief, {.circle = Circle::office}));
    EXPECT_TRUE(Listener().hears({}));
    EXPECT_FALSE(Listener().hears(members()));
}

TEST_P(Announcements, AreReadOnlyBetweenPublishingAndWithdrawing) {
    Announcement one = publish_to({}, "A date");
    EXPECT_THAT(published_since(*store_->read(), Instant{}), SizeIs(1));
    EXPECT_TRUE(write([&](store::Writer& db) { return withdraw(db, owner(), stamp(), one); }));
    EXPECT_FALSE(write([&](store::Writer& db) { return withdraw(db, owner(), stamp(), one); }));
    EXPECT_THAT(published_since(*store_->read(), Instant{}), IsEmpty());
    one = find_announcement(*store_->read(), one.id).value();
    EXPECT_FALSE(one.is_out());
    EXPECT_TRUE(write([&](store::Writer& db) { return publish(db, owner(), stamp(), one); }));
    EXPECT_THAT(published_since(*store_->read(), Instant{}), SizeIs(1));
}

TEST_P(Announcements, AreChangedOnlyByWhoSawTheLatest) {
    Announcement one = publish_to({}, "A date");
    one.title = "Another date";
    const auto save = [&] {
        return write(
            [&](store::Writer& db) { return save_announcement(db, owner(), stamp(), one); });
    };
    EXPECT_TRUE(save());
    EXPECT_FALSE(save());
    EXPECT_EQ(find_announcement(*store_->read(), one.id)->title, "Another date");
}

TEST_P(Announcements, ComeInADigestOnceAMorningToThoseConcerned) {
    psf_.join(tree_.trust, "2026-02-27");
    person("nurse", Role::team_member, tree_.ward);
    person("chief", Role::chief_executive, tree_.other);
    EXPECT_EQ(morning(kToday + 6h), 0u);  // the first of all passes in silence
    publish_to(members(), "For members");
    EXPECT_EQ(morning(kToday + 6h + 59min), 0u);
    EXPECT_EQ(morning(kSeven), 1u);
    EXPECT_THAT(recipients(), ElementsAre("nurse@example.org"));
    EXPECT_EQ(morning(kSeven + 1h), 0u);
    EXPECT_EQ(morning(kSeven + 24h), 0u);  // a week has not passed, and nothing is new
}

TEST_P(Announcements, WaitForTheNextMorningOfWhoeverWantsThemWeekly) {
    const PersonId daily = person("daily", Role::team_member, tree_.ward);
    person("weekly", Role::team_member, tree_.ward);
    const PersonId never = person("never", Role::team_member, tree_.ward);
    write([&](store::Writer& db) {
        save_choice(db, stamp(), daily, {}, Rhythm::daily);
        save_choice(db, stamp(), never, {}, Rhythm::never);
    });
    morning(kToday + 6h);
    EXPECT_EQ(morning(kSeven), 0u);  // nothing new: no letter
    clock_.move_to(kSeven + 2h);
    publish_to({}, "For everybody");
    EXPECT_EQ(morning(kSeven + 24h), 1u);
    EXPECT_THAT(recipients(), ElementsAre("daily@example.org"));
    EXPECT_EQ(morning(kSeven + 6 * 24h), 0u);
    EXPECT_EQ(morning(kSeven + 7 * 24h), 1u);
    EXPECT_THAT(recipients(), ElementsAre("daily@example.org", "weekly@example.org"));
}

TEST_P(Announcements, TellLeadersOfASignpostWhenItIsRaised) {
    const PersonId chief = person("chief", Role::chief_executive, tree_.trust);
    const PersonId nurse = person("nurse", Role::team_member, tree_.trust);
    psf_.join(tree_.trust, "2026-03-01");
    const auto& words = languages_.english();
    const Instant since = kSeven - std::chrono::days(2);
    const auto db = store_->read();
    const auto told = digest_for(*db, words, "Europe/London", chief, since, kSeven);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_THAT(told[0].items[0].words,
                HasSubstr("has signed up to the campaign Patient Safety First but is not yet "
                          "enrolled on the LIPS programme"));
    EXPECT_THAT(digest_for(*db, words, "Europe/London", nurse, since, kSeven), IsEmpty());
    EXPECT_THAT(digest_for(*db, words, "Europe/London", chief, kSeven, kSeven + 24h), IsEmpty());
}

TEST_P(Announcements, TellOfTasksAndEventsOnceWhenTheyAreAWeekAway) {
    const PersonId lead = person("lead", Role::improvement_lead, tree_.trust);
    psf_.enrol(tree_.trust, "2024-09-01");
    write([&](store::Writer& db) {
        const auto enrolment =
            db.one([](const store::Row& row) { return row.get<std::string>(0); },
                   "SELECT id FROM programme_enrolments", everywhere().everywhere())
                .value();
        db.run(R"sql(
            INSERT INTO team_tasks (organisation_id, id, enrolment_id, title, due_on)
            VALUES ($1, $2, $3, 'Read the trigger tool', '2026-03-10')
        )sql",
               everywhere().may_write(tree_.trust), db.new_id<TestCampaign>(), enrolment);
    });
    const auto& words = languages_.english();
    const auto told = [&](Instant since, Instant now) {
        return digest_for(*store_->read(), words, "Europe/London", lead, since, now);
    };
    EXPECT_THAT(told(kSeven - 24h, kSeven), IsEmpty());  // eight days away
    EXPECT_THAT(told(kSeven, kSeven + 24h), SizeIs(1));
    EXPECT_THAT(told(kSeven + 24h, kSeven + 48h), IsEmpty());
}

TEST_P(Announcements, EndWithALinkAndCanBeChosenAgain) {
    const PersonId ann = person("ann", Role::team_member, tree_.ward);
    write([&](store::Writer& db) {
        end_letters(db, stamp(), ann);
        end_letters(db, stamp(), ann);
    });
    const auto ended = choice_of(*store_->read(), ann);
    EXPECT_EQ(ended.rhythm, Rhythm::never);
    morning(kToday + 6h);
    publish_to({}, "For everybody");
    EXPECT_EQ(morning(kSeven), 0u);
    EXPECT_TRUE(write(
        [&](store::Writer& db) { return save_choice(db, stamp(), ann, ended, Rhythm::daily); }));
    EXPECT_EQ(morning(kSeven + 24h), 1u);
}

TEST_P(Announcements, AreLettersThatSayHowToEndThem) {
    const Digest digest = {{"News", {{"A <date>", "/news/1"}}}};
    const auto letter = digest_letter(accounts_, languages_.english(), "ann@example.org", digest,
                                      "/letters/unsubscribe?p=1&t=2", clock_.now());
    EXPECT_EQ(letter.unsubscribe, "https://primum.example/letters/unsubscribe?p=1&t=2");
    EXPECT_THAT(letter.text, HasSubstr("https://primum.example/news/1"));
    EXPECT_THAT(letter.text, HasSubstr(letter.unsubscribe));
    EXPECT_THAT(letter.html, HasSubstr("A &lt;date&gt;"));
}

}  // namespace
}  // namespace primum::announcements
