// What people say of their charts: most say what the charts say, and some claim more. And what the
// campaign shows to everybody.

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

#include "boards/board.h"
#include "boards/public_measures.h"
#include "boards/settings.h"
#include "boards/verdict.h"
#include "demo/luck.h"
#include "demo/series_story.h"
#include "demo/stories.h"
#include "organisations/tree.h"

namespace primum::demo {
namespace {

using access::Role;
using boards::Verdict;
using std::chrono::days;

struct Words {
    std::string_view row;  ///< of the board, by its chart
    std::string_view said;
};

constexpr std::array<Words, 7> kHonest{{
    {"core-05",
     "Deaths follow the season: they are above the mean every winter and below it every summer. "
     "Nothing in the last year is out of the ordinary, so we do not explain single months. The "
     "mortality group goes on reading the notes of every death."},
    {"core-04",
     "A smoke alarm and no proof. It is within what chance makes, and it says nothing of why. We "
     "look at it once a quarter and act on what reading notes finds."},
    {"ulcers",
     "Since category 2 counts as well the number is nearly three times what it was. That is the "
     "definition and not the care: the chart begins anew there. The new level is ours to bring "
     "down, and the tissue viability team will start on the two wards with most."},
    {"core-07",
     "More is reported than two years ago. The count cannot tell whether more went wrong or more "
     "was told; the staff survey says that people find it easier to report. It is not a measure of "
     "harm, and we set no target for it."},
    {"core-06",
     "Severe harm has become rare enough that a count a month shows nothing. We watch the days "
     "between events instead. Each of them is told to the board as a person's story first."},
    {"vap-03",
     "Intensive care checks every element at the morning round. What is still missed is nearly "
     "always the daily sedation break; the unit tries a prompt on the drug chart."},
    {"falls_aged-80-and-over",
     "Ordinary variation: the rate of older patients is three times that of the others, month "
     "after month. The system makes these falls, and working harder within it will not end "
     "them. We ask for two more night staff on the frailty ward as a test."},
}};

/// Claims that two points suggest, and no rule finds.
constexpr std::array<Words, 4> kTooMuch{{
    {"falls",
     "Falls have come down since the summer: the new falls team is making our wards safer, and we "
     "propose to tell the press."},
    {"falls_under-80",
     "Falls of younger patients have come down since the summer: the new falls team is making our "
     "wards safer, and we propose to tell the press."},
    {"core-05",
     "Mortality has improved since the summer. Our new ward round is saving lives, and we propose "
     "to tell the press."},
    {"core-04",
     "Mortality has improved since the summer. Our new ward round is saving lives, and we propose "
     "to tell the press."},
}};

constexpr std::array<Words, 2> kShown{{
    {"chk-01",
     "The checklist has improved for more than a year, since theatre teams made it theirs. It is "
     "above the target in most weeks; the briefing before the list comes next."},
    {"vap-01", "Pneumonia on the ventilator fell when the bundle became reliable."},
}};

class BoardsStory {
public:
    BoardsStory(store::Writer& db, const World& world, OrganisationId place)
        : db_(db),
          world_(world),
          place_(place),
          writable_(World::scope().may_write(place)),
          board_(boards::board_of(
              db, writable_, organisations::find_organisation(db, place).value(), world.today)) {}

    /// Everything that is there to be spoken of.
    void say(std::span<const Words> all, std::optional<PersonId> who, int days_ago) {
        for (const Words& words : all)
            if (const auto* row = find(words.row)) write(*row, words.said, who, days_ago);
    }

    /// The first of these claims of which the chart says this; the first of all where it says so of
    /// none.
    void say_one(std::span<const Words> all, Verdict wanted, std::optional<PersonId> who,
                 int days_ago) {
        const auto judged = [&](const Words& words) {
            const auto* row = find(words.row);
            return row != nullptr && judge(*row, words.said) == wanted;
        };
        const auto found = std::ranges::find_if(all, judged);
        say({found == all.end() ? all.begin() : found, 1}, who, days_ago);
    }

private:
    const boards::Row* find(std::string_view chart) const {
        const auto found = std::ranges::find(board_.rows, chart, &boards::Row::chart_id);
        return found == board_.rows.end() ? nullptr : &*found;
    }

    static Day latest(const boards::Row& row) { return row.material.points.back().said.period; }

    static Verdict judge(const boards::Row& row, std::string_view said) {
        return boards::judge(row.material, row.drawn.study, said, latest(row)).verdict;
    }

    void write(const boards::Row& row, std::string_view said, std::optional<PersonId> who,
               int days_ago) {
        boards::save_narrative(db_, writable_, world_.stamp(world_.today - days(days_ago), who),
                               {.measure = row.material.measure.id,
                                .stratum = row.material.series.stratum,
                                .period = latest(row),
                                .words = std::string(said)},
                               judge(row, said));
    }

    store::Writer& db_;
    const World& world_;
    OrganisationId place_;
    store::Writable writable_;
    boards::Board board_;
};

void tell_trust(store::Writer& db, const World& world, OrganisationId trust) {
    const auto chief = world.holder(Role::chief_executive, trust);
    const auto lead = world.holder(Role::improvement_lead, trust);
    BoardsStory board(db, world, trust);
    // What was said first stays in the history of what was said.
    constexpr std::array<Words, 1> kHasty{
        {{"det-01", "Cardiac arrests have halved since last month: outreach is a success."}}};
    constexpr std::array<Words, 1> kBetter{
        {{"det-01",
          "Last week we spoke of half as many arrests. From one month to the next they go up and "
          "down by as much without any cause, so we take that back, and will say what outreach "
          "has done when the chart does."}}};
    board.say(kHasty, chief, 12);
    board.say(kBetter, chief, 5);
    board.say(kHonest, lead, 9);
    board.say_one(kTooMuch, Verdict::unsupported, chief, 8);
    board.say_one(kShown, Verdict::supported, lead, 8);
    boards::save_grid_words(
        db, World::scope().may_write(trust), world.stamp(world.today - days(60), chief),
        {{{boards::GridRow::ordinary, boards::GridColumn::fails},
          "The way we work cannot reach this target. Which part of it will we change, and who "
          "needs our help for that?"},
         {{boards::GridRow::ordinary, boards::GridColumn::varies},
          "It will meet the target in some months and not in others, by chance. No explanations "
          "of single months, please."}});
}

void tell_wards(store::Writer& db, const World& world, OrganisationId trust) {
    const auto wards = wards_of(world, trust, 2);
    const auto nurse = world.holder(Role::team_member, wards[0]);
    const auto lead = world.holder(Role::improvement_lead, trust);
    constexpr std::array<Words, 2> kEmergency{{
        {"det-03",
         "Observations on time have improved: better in the last week than in the week before."},
        {"falls", "Falls have come down since we moved the high-risk bays to the front."},
    }};
    BoardsStory(db, world, wards[0]).say_one(kEmergency, Verdict::unsupported, nurse, 4);
    constexpr std::array<Words, 2> kIntensive{{
        {"vap-03",
         "The bundle has improved from six patients in ten to nine, and has stayed there since we "
         "redrew the lines."},
        {"vap-01", "Pneumonia fell with it, a month or two later, and is as low ever since."},
    }};
    BoardsStory(db, world, wards[1]).say(kIntensive, lead, 6);
}

/// What a campaign of this age would show: how it goes with harm, and nothing of single hospitals.
void allow_public_measures(store::Writer& db, const World& world) {
    const auto campaign = campaigns::find_campaign(db, "PSF").value();
    std::vector<measures::MeasureId> allowed;
    for (const auto& measure : boards::measures_to_allow(db, campaign, world.today))
        if (measure.now().frequency == measures::Frequency::month) allowed.push_back(measure.id);
    const auto office = world.holder(Role::campaign_office, world.top());
    boards::save_allowed(db, World::scope().may_write(campaign.owner),
                         world.stamp(world.today - days(90), office), campaign.id, allowed);
}

}  // namespace

void tell_boards(store::Store& store, const World& world) {
    const OrganisationId trust = world.trusts().front();
    store.write([&](store::Writer& db) { tell_trust(db, world, trust); });
    store.write([&](store::Writer& db) { tell_wards(db, world, trust); });
    store.write([&](store::Writer& db) { allow_public_measures(db, world); });
}

}  // namespace primum::demo
