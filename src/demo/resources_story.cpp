// The library of tools: guides, templates and posters, in our own words, with what is known of how
// they were used.

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "demo/sheet.h"
#include "demo/stories.h"
#include "demo/titles.h"
#include "resources/resource.h"

namespace primum::demo {
namespace {

using resources::Incoming;
using resources::Resource;
using resources::Subject;
using std::chrono::days;

struct Tool {
    const char* file;
    const char* title;
    const char* kind;
    const char* licence;
    const char* summary;
    std::vector<Subject> about;
    std::vector<std::string> text;  ///< of the file; a web address alone is a link
    int versions = 1;
    bool poster = false;
};

Subject intervention(const char* code) {
    return {"intervention", code};
}
Subject role(access::Role which) {
    return {"role", std::string(access::name(which))};
}

const Subject kCampaign{"campaign", "PSF"};
const Subject kProgramme{"programme", "LIPS"};

std::vector<Tool> guides() {
    using access::Role;
    return {
        {"safety-first-summary",
         kOriginTitle,
         "report",
         "cc-by",
         "Why the campaign began. A one-page summary of what the report Safety first recommended, "
         "written by us. The report itself belongs to its publisher; it was given out as "
         "safetyfirstpaper.pdf, 1.84 MB, and is not kept here.",
         {kCampaign, role(Role::chief_executive)},
         {"A report to the health minister in 2006 asked why so many hospital patients were still "
          "harmed by their care, although much was known about how to prevent it.",
          "It found that safety came after money and waiting times on most boards' agendas, that "
          "reports of incidents seldom led to change, and that clinical teams had few people who "
          "knew how to make care reliable.",
          "One of its recommendations was a national campaign for patient safety:",
          "- led by chief executives and clinicians, not by instruction;",
          "- with a small number of interventions that are known to work;",
          "- with boards that ask about harm first;",
          "- with people in every trust who can measure and improve.",
          "The campaign and the Leading Improvement in Patient Safety programme come from it."},
         2},
        {"leadership-guide",
         "Leadership for safety: how to begin",
         "guide",
         "cc-by",
         "What a board does in its first 90 days: hear a patient's story, ask for a measure of "
         "harm, and walk round.",
         {kCampaign, intervention("PSF-LEAD"), role(Role::chief_executive), role(Role::executive)},
         {"Put quality and safety first on the agenda of every board meeting, before money.",
          "Begin with the story of a patient who was harmed, told by somebody who was there.",
          "Ask for one measure of harm as a chart over time. Do not ask for red and green.",
          "Each executive walks round one ward a week: listen, write down, answer within a month.",
          "Say in public what you aim for, by how much and by when."},
         3},
        {"walk-round-guide",
         "Leadership walk-rounds: a guide for executives",
         "guide",
         "cc-by",
         "Before, during and after a walk-round: what to ask, what to write down, and how to close "
         "the loop with the ward.",
         {intervention("PSF-LEAD"), kProgramme, role(Role::executive)},
         {"Before: tell the ward a week ahead. Bring one person who can take notes.",
          "During: ask what the next thing is that could harm a patient here. Listen.",
          "Ask what gets in the way of doing the right thing every time.",
          "Close with one or two things that you will do, with a date.",
          "After: answer the ward in writing within 30 days, also where the answer is no."},
         2},
        {"deterioration-guide",
         "Deterioration: see it, say it, treat it",
         "guide",
         "cc-by",
         "Observations that are made, scored and answered: how to make each of the three reliable.",
         {intervention("PSF-DET"), role(Role::nursing_director)},
         {"Choose one track and trigger score for the whole hospital.",
          "Measure how often a full set of observations was made when it was due.",
          "Measure how often a score above the line was answered in time.",
          "Rehearse the call: situation, background, assessment, recommendation.",
          "Look at every cardiac arrest on a ward: when was the first sign?"},
         2},
        {"ventilator-guide",
         "Ventilator bundle: five elements, every patient, every day",
         "guide",
         "cc-by",
         "How an intensive care unit makes the bundle part of the daily round.",
         {intervention("PSF-CC"), intervention("PSF-CC-VENT")},
         {"All or nothing: a patient counts only where every element was given.",
          "Put the elements on the chart of the daily goals, not on a list of their own.",
          "Test with one patient and one nurse tomorrow, then with two.",
          "Write down every reason why an element was left out; they repeat themselves."},
         1},
        {"central-line-guide",
         "Central lines: put in well and looked after",
         "guide",
         "cc-by",
         "A trolley with everything on it, a checklist, and permission to stop.",
         {intervention("PSF-CC"), intervention("PSF-CC-CVC")},
         {"Put everything that is needed on one trolley.",
          "The nurse reads the checklist aloud and may stop the procedure.",
          "Ask every day: does this patient still need the line?",
          "Count days since the last infection and hang the number up."},
         2},
        {"surgical-site-guide",
         "Surgical site infection: the actions that matter",
         "guide",
         "cc-by",
         "Antibiotic in time, no shaving, warm and with steady glucose.",
         {intervention("PSF-PERI"), intervention("PSF-PERI-SSI")},
         {"Give the antibiotic within an hour before the cut; say so in the team's pause.",
          "Clip, do not shave.", "Keep the patient warm from ward to recovery.",
          "Measure the four actions for 20 patients a month."},
         1},
        {"checklist-guide",
         "Surgical safety checklist: from a form to a conversation",
         "guide",
         "cc-by",
         "How theatre teams make the three pauses worth their minute.",
         {intervention("PSF-PERI"), intervention("PSF-PERI-CHK"), role(Role::medical_director)},
         {"Begin each list with a briefing of five minutes; everybody says their name.",
          "The person who reads is not the surgeon.",
          "Watch ten cases: was everybody silent, was every item answered?",
          "End with: what would we do otherwise next time?"},
         2},
        {"anticoagulants-guide",
         "Anticoagulants: where harm comes from",
         "guide",
         "cc-by",
         "A map of the steps from prescription to the next blood test, with the places where it "
         "fails.",
         {intervention("PSF-MED"), intervention("PSF-MED-ANT")},
         {"Follow ten patients from admission to discharge and write down each hand-over.",
          "Use one protocol for starting, and a default dose.",
          "Give the patient the yellow book before they leave, and say it back.",
          "Measure the share of results above the safe range."},
         1},
        {"insulin-guide",
         "Insulin: the right dose at the right meal",
         "guide",
         "cc-by",
         "Units in full, meals and doses together, and what to do at night.",
         {intervention("PSF-MED"), intervention("PSF-MED-INS")},
         {"Write units in full. Never a letter that looks like a nought.",
          "Move doses and meals together: agree who tells whom when lunch is late.",
          "Measure low glucose for each 1,000 patient days.", "Let patients who can, do it."},
         1},
        {"opiates-guide",
         "Opiates: pain controlled and nobody over-sedated",
         "guide",
         "cc-by",
         "Standard products, standard doses, and observations that see sedation.",
         {intervention("PSF-MED"), intervention("PSF-MED-OPI")},
         {"Choose two strengths for each product and take away the rest.",
          "Score sedation with every set of observations.",
          "Keep the antidote where the drug is given, and look at each use of it."},
         1},
        {"record-review-guide",
         "Record review with triggers: how a pair works",
         "guide",
         "cc-by",
         "Twenty records a month, twenty minutes each, two reviewers and a doctor who decides.",
         {kProgramme, role(Role::medical_director), role(Role::analyst)},
         {"Choose records by chance, not because something went wrong.",
          "Two people read alone, then compare; a doctor decides where they differ.",
          "A trigger is a reason to look closer; it is not harm by itself.",
          "Count harm for each 1,000 bed days, and put it on a chart over time."},
         2},
        {"run-chart-guide",
         "Reading a chart over time",
         "guide",
         "cc0",
         "When a change is more than chance: runs, trends and points outside the limits.",
         {kProgramme, role(Role::analyst), role(Role::improvement_lead)},
         {"Plot the dots in order of time before anything else.",
          "Ordinary variation has no explanation worth a meeting.",
          "Look for a run on one side of the middle, or a point outside the limits.",
          "Write on the chart what you changed, and when."},
         1},
        {"pdsa-guide",
         "Small tests of change",
         "guide",
         "cc0",
         "One patient, one nurse, tomorrow: how to plan a test that teaches something.",
         {kProgramme, role(Role::improvement_lead), role(Role::team_member)},
         {"Predict what will happen and write it down.",
          "Make the test so small that nobody needs "
          "permission.",
          "Look at the result the same day.", "Adopt, adapt or drop it; then the next."},
         2},
        {"pledge-guide",
         "Writing a pledge that your staff believe",
         "guide",
         "cc-by",
         "What to promise, what not to, and how to tell it to everybody who works for you.",
         {kCampaign, role(Role::chief_executive)},
         {"Say by how much, for whom and by when.",
          "Promise what you will do, not what others "
          "should.",
          "Read it to ten members of staff; change what makes them smile.",
          "Send it to everybody on the day on which you join."},
         1},
        {"patients-guide",
         "Patients and families in safety work",
         "guide",
         "cc-by-sa",
         "How to ask people who were harmed to help, and how not to waste their time.",
         {kCampaign, role(Role::patient_partner), intervention("PSF-LEAD")},
         {"Ask two people, not one.", "Say what will become of what they tell you.",
          "Pay their costs before they ask.", "Tell them afterwards what has changed."},
         1},
    };
}

std::vector<Tool> posters_and_templates() {
    using access::Role;
    return {
        {"safety-comes-first-poster",
         "Poster: ask me what could harm you today",
         "poster",
         "cc-by",
         "For the door of a ward, A4 or larger.",
         {kCampaign, role(Role::team_member)},
         {"What could harm you here today?", "Ask us. We want to know.",
          "If something worries you, say so at once: to anybody in this team."},
         1,
         true},
        {"days-since-poster",
         "Poster: days since the last infection",
         "poster",
         "cc-by",
         "With room for a number that somebody writes each morning.",
         {intervention("PSF-CC-CVC"), intervention("PSF-CC-VENT")},
         {"Days since our last line infection:", " ", " ", "Our record:"},
         1,
         true},
        {"walk-round-record",
         "Walk-round record (CSV)",
         "template",
         "cc0",
         "A table for what was heard, who answers and by when.",
         {intervention("PSF-LEAD"), role(Role::executive)},
         {"date,ward,what we heard,what we promised,who,by when,answered on\n"
          "2026-04-23,Ward 4B,Observations wait for a machine,A second machine,Director of "
          "nursing,2026-05-20,\n"},
         2},
        {"bundle-audit",
         "Bundle audit sheet (CSV)",
         "template",
         "cc0",
         "Five patients a week, one column for each element; all or nothing at the end.",
         {intervention("PSF-CC"), role(Role::analyst)},
         {"date,unit,patient number of the sample,element 1,element 2,element 3,element 4,element "
          "5,all given\n2026-04-20,Unit A,1,yes,yes,yes,no,yes,no\n"},
         1},
        {"observations-audit",
         "Observations audit sheet (CSV)",
         "template",
         "cc0",
         "Were observations made when they were due, and answered when they had to be?",
         {intervention("PSF-DET"), role(Role::team_member)},
         {"date,ward,due,made,score above the line,answered in time\n2026-04-20,Ward "
          "4B,40,36,4,3\n"},
         1},
        {"action-plan",
         "Action plan for 90 days (CSV)",
         "template",
         "cc0",
         "What, who, by when, how you will know.",
         {kProgramme, role(Role::improvement_lead)},
         {"aim,change,who,first test on,by when,how we will know\n"},
         3},
        {"pdsa-form",
         "Test of change: one line a test (CSV)",
         "template",
         "cc0",
         "Prediction before, result after, decision.",
         {kProgramme, role(Role::team_member)},
         {"number,date,what we try,what we expect,what happened,what we do next\n"},
         1},
        {"board-questions",
         "Ten questions for a board",
         "checklist",
         "cc-by",
         "To be asked one at a meeting, with the answer in a sentence and a chart.",
         {intervention("PSF-LEAD"), role(Role::chief_executive), role(Role::executive)},
         {"Ten questions for a board\n\n1. How many patients did we harm last month?\n2. Is that "
          "better than a year ago, or is it chance?\n3. Whose story did we hear?\n4. What did we "
          "promise on the last walk-round, and is it done?\n5. Which bundle is reliable, and how "
          "do we know?\n6. What do our staff say would harm a patient next?\n7. Which alert is "
          "overdue?\n8. Who in this hospital can lead a change?\n9. What have we stopped doing?\n"
          "10. What have we told our patients?\n"},
         1},
        {"who-checklist",
         "Surgical safety checklist (World Health Organization)",
         "checklist",
         "theirs",
         "The checklist itself, at its owner's place, in many languages.",
         {intervention("PSF-PERI-CHK")},
         {"https://www.who.int/teams/integrated-health-services/patient-safety/research/"
          "safe-surgery/tool-and-resources"}},
        {"ihi-tools",
         "Tools of the Institute for Healthcare Improvement",
         "other",
         "theirs",
         "Their own library; some of it needs an account there.",
         {kCampaign, kProgramme},
         {"https://www.ihi.org/resources/tools"}},
    };
}

Incoming incoming(const Tool& tool, int version, const Sheet& drawn) {
    Incoming incoming;
    incoming.note = version == 1
                        ? ""
                        : (version == 2 ? "Shorter, after wards had used the first version."
                                        : "With examples from last year.");
    if (tool.text.front().starts_with("https://")) {
        incoming.link = tool.text.front();
    } else {
        incoming.file_name = drawn.file_name;
        incoming.media_type = drawn.media_type;
        incoming.content = drawn.bytes;
    }
    return incoming;
}

Sheet drawn(const Tool& tool, int version) {
    const std::string kind = tool.kind;
    if (kind == "template")
        return {std::string(tool.file) + ".csv", "text/csv",
                tool.text.front() + (version > 1 ? "\n" : "")};
    if (kind == "checklist")
        return {std::string(tool.file) + ".txt", "text/plain",
                tool.text.front() + (version > 1 ? "\n" : "")};
    // What came later says more: the first version had the beginning only.
    auto text = tool.text;
    if (version < tool.versions) text.resize(std::max<std::size_t>(1, text.size() - 1));
    return sheet(tool.file, tool.title, "Patient Safety First. Version " + std::to_string(version),
                 text, tool.poster);
}

class Librarian {
public:
    Librarian(store::Store& store, const World& world)
        : store_(store), world_(world), chance_(world.chance("resources")) {}

    void shelve(const std::vector<Tool>& tools) {
        for (const Tool& tool : tools)
            shelve(tool);
    }

private:
    void shelve(const Tool& tool) {
        const auto owner = World::scope().may_write(world_.top());
        const auto office = world_.holder(access::Role::campaign_office, world_.top());
        Day day = world_.began() + days(chance_.below(120));
        const Resource resource{.owner = world_.top(),
                                .title = tool.title,
                                .summary = tool.summary,
                                .kind = tool.kind,
                                .licence = tool.licence};
        const bool link = tool.text.front().starts_with("https://");
        resources::ResourceId id;
        for (int version = 1; version <= tool.versions; ++version) {
            const Sheet file = link ? Sheet{} : drawn(tool, version);
            const auto next = incoming(tool, version, file);
            id = store_.write([&](store::Writer& db) {
                const auto stamp = world_.stamp(day, office);
                if (version == 1)
                    return resources::add_resource(db, owner, stamp, resource, tool.about, next);
                resources::add_version(db, owner, stamp, *resources::find_resource(db, id), next);
                return id;
            });
            day += days(90 + chance_.below(120));
        }
        store_.write([&](store::Writer& db) {
            resources::count_uses(db, id, static_cast<std::int64_t>(8 + chance_.below(400)));
        });
    }

    store::Store& store_;
    const World& world_;
    SeededRandom chance_;
};

}  // namespace

void tell_resources(store::Store& store, const World& world) {
    Librarian librarian(store, world);
    librarian.shelve(guides());
    librarian.shelve(posters_and_templates());
}

}  // namespace primum::demo
