#include "demo/people_pledge.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "campaigns/campaign.h"
#include "campaigns/pledge.h"
#include "demo/luck.h"
#include "demo/names.h"

namespace primum::demo {
namespace {

using std::chrono::days;

struct Act {
    std::string_view pledge;
    std::string_view act;
    std::string_view outcome;  ///< where it is done
};
constexpr std::array<Act, 20> kActs{{
    {"I will never again walk past a patient whose observations are late.",
     "Check the observation times of my bay at every handover for a month.",
     "Eleven late sets in the first week, two in the last. The second week I nearly stopped."},
    {"I will ask “what matters to you?” before I ask anything else.",
     "Ask it of every patient on my round until the end of the quarter.",
     "It takes less time than I feared. Twice it changed the plan."},
    {"I will wash my hands where patients can see it.",
     "Do it at the bedside, each time, and ask my team to tell me when I forget.",
     "They told me nine times. The ninth was a student, and I thanked her."},
    {"I will read the checklist aloud as if it mattered, because it does.",
     "Lead the sign-out of every list of mine for six weeks.", "Done for all lists but one."},
    {"I will speak up when something feels wrong.",
     "Say “I am concerned” aloud once a week, and write down what happened.",
     "Three of seven times it mattered. Nobody was cross."},
    {"I will tell families what went wrong before they have to ask.",
     "Take part in the training on being open, and use it.", ""},
    {"I will not prescribe insulin by abbreviation.",
     "Write “units” in full on every chart, and change the template of my ward.",
     "The template is changed. The old one still turns up."},
    {"I will check every line, every day: does it still have to be there?",
     "Ask the question at each morning round for two months.",
     "We took out fourteen lines earlier than we would have."},
    {"I will listen to the person who cleans the ward.",
     "Have a coffee with the domestic team each month.",
     "She knew which bed nobody could reach with a crash trolley. Now we do too."},
    {"I will share my own mistake first.",
     "Open the next safety meeting with something that I got wrong.",
     "The silence was long, then four others told theirs."},
    {"I will weigh every child before any dose.",
     "Get a second set of scales for our clinic and put the weight on the front of the notes.", ""},
    {"I will teach one colleague to draw a run chart.",
     "Sit with the sister of the next ward for two afternoons.",
     "She has now taught two others, which was not in the pledge."},
    {"I will keep the night shift in mind when I plan.",
     "Come in for two nights and see what is missing.",
     "The blood gas machine is locked at night. It is not any more."},
    {"I will make sure my mother’s list of medicines is right.",
     "Go through it with the pharmacist and put it on the fridge.",
     "Three that she no longer needs. She sleeps better."},
    {"I will stop a round rather than be interrupted during medicines.",
     "Wear the red apron and say no, kindly.", "It works until the phone rings."},
    {"I will learn the names of everybody in theatre before we start.",
     "Ask for names at each briefing until I know them all.", ""},
    {"I will bring patients into our safety committee.",
     "Find two people who were harmed here and are willing to sit with us.",
     "One has said yes. Her first question was the best of the year."},
    {"I will look for the sickest patient first.",
     "Begin each shift with the highest score, not with bed one.",
     "Found one an hour earlier than the round would have."},
    {"I will put the date on everything I put into a patient.",
     "Label every cannula, and check the bay at noon.", "From half to nearly all. Not all."},
    {"I will write discharge letters that a tired doctor can follow at night.",
     "Send ten letters to a family doctor I know and ask what is missing.",
     "Why the medicine was stopped was missing in eight of ten."},
}};

constexpr std::array<std::string_view, 30> kPlaces{"Northmarch, Merrowland",
                                                   "Westerlands, Merrowland",
                                                   "Eastreach, Merrowland",
                                                   "The Lowlands, Merrowland",
                                                   "Merrowland",
                                                   "Southmoor Coast, Merrowland",
                                                   "Glasgow, Scotland",
                                                   "Cardiff, Wales",
                                                   "Belfast",
                                                   "Leeds, England",
                                                   "Boston, United States",
                                                   "Toronto, Canada",
                                                   "Kumasi, Ghana",
                                                   "Nairobi, Kenya",
                                                   "Kampala, Uganda",
                                                   "Lagos, Nigeria",
                                                   "Pune, India",
                                                   "Colombo, Sri Lanka",
                                                   "Lahore, Pakistan",
                                                   "Manila, Philippines",
                                                   "Osaka, Japan",
                                                   "Melbourne, Australia",
                                                   "Auckland, New Zealand",
                                                   "São Paulo, Brazil",
                                                   "Bogotá, Colombia",
                                                   "Lisbon, Portugal",
                                                   "Łódź, Poland",
                                                   "Aarhus, Denmark",
                                                   "Beirut, Lebanon",
                                                   ""};

constexpr std::array<std::string_view, 3> kWhyNot{
    "I moved to another hospital before I had begun. The pledge stays with the ward, not with me.",
    "Nobody answered when I asked for the list. I shall make a smaller pledge.",
    "It was the wrong pledge: the problem turned out to be somewhere else."};

}  // namespace

void people_pledge(store::Store& store, const World& world, SeededRandom& chance) {
    constexpr std::size_t kPeople = 150;
    constexpr std::size_t kAtOnce = 20;
    const auto all_days = (world.today - world.began()).count() - 10;
    for (std::size_t begin = 0; begin < kPeople; begin += kAtOnce)
        store.write([&](store::Writer& db) {
            const auto campaign = *campaigns::find_campaign(db, "PSF");
            for (std::size_t i = begin; i < std::min(begin + kAtOnce, kPeople); ++i) {
                const Act& act = kActs[chance.below(kActs.size())];
                const auto name = person_name(chance);
                // More of them lately: a campaign that grows.
                const auto a =
                    static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(all_days)));
                const auto b =
                    static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(all_days)));
                const Day made_on = world.began() + days(10 + std::max(a, b));
                campaigns::PersonalPledge pledge;
                pledge.campaign = campaign.id;
                pledge.name = name.first + " " + name.last;
                pledge.email = "pledge." + std::to_string(i + 1) + "@demo.example";
                pledge.place = pick(chance, kPlaces);
                pledge.pledge = act.pledge;
                pledge.act = act.act;
                pledge.act_on = made_on + days(28 + static_cast<int>(chance.below(90)));
                pledge.is_public = in_a_hundred(chance, 78);
                pledge.made_at = made_on + std::chrono::hours(12);
                pledge.confirmed_at = made_on + std::chrono::hours(13);
                pledge.language = "en";
                const auto made = campaigns::make_pledge(db, world.stamp(made_on), pledge);
                const auto as_made = [&] { return *campaigns::find_pledge(db, made.id); };
                if (*pledge.act_on >= world.today - days(1)) continue;
                const Day then =
                    std::min(*pledge.act_on + days(static_cast<int>(chance.below(9))), world.today);
                const auto stamp = world.stamp(then);
                const auto luck = chance.below(100);
                if (luck < 74)
                    must(campaigns::say_done(db, stamp, as_made(), then, act.outcome));
                else if (luck < 84)
                    must(campaigns::give_up(db, stamp, as_made(),
                                            std::string(pick(chance, kWhyNot))));
                else
                    must(campaigns::put_off(
                        db, stamp, as_made(),
                        world.today + days(20 + static_cast<int>(chance.below(60)))));
            }
        });
}

}  // namespace primum::demo
