#include "demo/pledge_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "demo/luck.h"
#include "demo/names.h"

namespace primum::demo {
namespace {

struct Clinical {
    std::string_view code;
    std::array<std::string_view, 4> parts;  ///< empty where there are no more
    std::array<std::string_view, 4> words;
};
constexpr std::array<Clinical, 4> kClinical{{
    {"PSF-DET",
     {},
     {"Every adult ward takes observations to a plan written at admission, and a nurse who is "
      "worried gets an answer within fifteen minutes, day and night.",
      "We stop saying that a patient “suddenly” became ill: we look at the twelve hours before "
      "each "
      "cardiac arrest and change what we find.",
      "By next winter no patient waits more than thirty minutes for a doctor after a score of five "
      "or more. Today it is true of six in ten.",
      "Any member of staff, and any relative, can call the outreach team without asking anybody."}},
    {"PSF-CC",
     {"PSF-CC-VENT", "PSF-CC-CVC"},
     {"In both units every ventilated patient gets every element every day, and a missing one is "
      "talked about at the next ward round, not at the next audit.",
      "We count central line infections in days since the last one, on the wall where families can "
      "read it.",
      "We start with one bundle in one unit, and go on to the next when it is done nineteen times "
      "out of twenty.",
      "The daily question is whether the line is still needed: whoever cannot say why takes it "
      "out."}},
    {"PSF-PERI",
     {"PSF-PERI-CHK", "PSF-PERI-SSI"},
     {"No operation begins without the briefing, and no list ends without the debriefing. The "
      "surgeon leads it.",
      "We publish how often all four actions against infection were done for the same patient, "
      "theatre by theatre.",
      "Patients keep warm: by summer nine in ten arrive in recovery at 36 degrees or more.",
      "The checklist is read aloud by whoever is most junior in the room, and everybody stops to "
      "listen."}},
    {"PSF-MED",
     {"PSF-MED-ANT", "PSF-MED-INS", "PSF-MED-OPI", "PSF-MED-SED"},
     {"We begin with the medicines that hurt most when they go wrong, with a pharmacist on every "
      "admission ward, weekends too.",
      "Nobody waits for an insulin dose because the meal came early: the two are given together.",
      "We halve the number of people who need naloxone after a dose that we gave them, and say "
      "each "
      "quarter how far we are.",
      "One strength in the cupboard, one chart for the whole hospital, one phone number for "
      "questions."}},
}};

constexpr std::array<std::string_view, 10> kOpenings{
    "We have harmed patients whom we could have kept safe. We pledge to change that, and to be "
    "seen "
    "changing it.",
    "Safety comes first at every meeting of our board: before money, before targets, before "
    "everything else.",
    "This is not the pledge of an office. Two hundred of us wrote it, on eleven wards and in two "
    "theatres.",
    "We do few things, and we do them for every patient.",
    "Last year a patient’s daughter asked us who was in charge of safety here. We did not have one "
    "answer. Now we have.",
    "Our patients believe that somebody checks. We pledge that it is true.",
    "We are a small hospital and will not do everything. What follows we will do.",
    "We know how many people waited. We did not know how many were harmed. That ends now.",
    "We promise nothing that we cannot count.",
    "Good people work here in systems that let them down. We pledge to mend the systems.",
};

constexpr std::array<std::string_view, 8> kLeading{
    "The board hears a patient’s story first, every month, and asks what has changed since the "
    "last "
    "one.",
    "Each executive walks one ward a week, by name and by date, and answers what was heard within "
    "five days.",
    "A quarter of the board’s time is for quality and safety, measured by the clock.",
    "Every aim below has one executive and one clinician who answer for it.",
    "We review twenty records a month and publish what we find, good or bad.",
    "The chief executive meets everybody who was seriously harmed and wants to be met.",
    "We show safety over time, on one page, in the entrance hall.",
    "We say sorry at once, and what we will do, before anybody has to ask.",
};

constexpr std::array<std::string_view, 7> kClosings{
    "Ask us in a year. We will answer in public.",
    "If we fail, we will say so here.",
    "We invite every patient to hold us to it.",
    "The first figures are on our page from April.",
    "We will share what works, and more so what does not.",
    "Any member of staff may quote this pledge to any manager.",
    "We do not know yet how to do all of it. We know that we will.",
};

}  // namespace

Promise promise(SeededRandom& chance) {
    Promise made{{"PSF-LEAD"}, {}};
    std::array<std::size_t, kClinical.size()> order{0, 1, 2, 3};
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[chance.below(i)]);
    std::string clinical;
    const std::size_t count = 1 + chance.below(3);
    for (std::size_t i = 0; i < count; ++i) {
        const Clinical& one = kClinical[order[i]];
        made.codes.emplace_back(one.code);
        const auto parts = static_cast<std::size_t>(
            std::ranges::count_if(one.parts, [](std::string_view part) { return !part.empty(); }));
        if (parts > 0) {
            const std::size_t first = chance.below(parts);
            made.codes.emplace_back(one.parts[first]);
            if (in_a_hundred(chance, 30)) made.codes.emplace_back(one.parts[(first + 1) % parts]);
        }
        (clinical += "\n\n") += pick(chance, one.words);
    }
    const std::string opening(pick(chance, kOpenings));
    const std::string leading(pick(chance, kLeading));
    made.words = opening + "\n\n" + leading + clinical + "\n\n";
    made.words += pick(chance, kClosings);
    return made;
}

std::string medicines_pledge(SeededRandom& chance) {
    return std::string(pick(chance, kClinical[3].words));
}

}  // namespace primum::demo
