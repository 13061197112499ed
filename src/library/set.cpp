#include "library/set.h"

#include <algorithm>

#include "language/language.h"

namespace primum::library {
namespace {

using language::sentence;

constexpr std::string_view kYesNo = "yes;no";

// Where a file says it, a row's provenance stands last.
Field provenance() {
    return {.code = "provenance", .label = sentence("Where it comes from")};
}
Field campaign() {
    return {.code = "campaign", .label = sentence("Campaign"), .list = true};
}
Field intervention() {
    return {.code = "intervention", .label = sentence("Intervention"), .refers = "interventions"};
}

std::vector<Set> all_sets() {
    return {
        {.code = "campaigns",
         .title = sentence("Campaigns of the past"),
         .singular = sentence("Campaign of the past"),
         .about =
             sentence("What earlier campaigns set out to do, how they asked people to join, and "
                      "what they said had come of it."),
         .key = "campaign_id",
         .label = "name",
         .group = {},
         .notice = "",
         .fields = {{.code = "campaign_id", .label = sentence("Code")},
                    {.code = "name", .label = sentence("Name")},
                    {.code = "place", .label = sentence("Where")},
                    {.code = "start", .label = sentence("Began")},
                    {.code = "end", .label = sentence("Ended")},
                    {.code = "cause", .label = sentence("Cause"), .long_ = true},
                    {.code = "aim", .label = sentence("Aim"), .long_ = true},
                    {.code = "sign_up_rule", .label = sentence("How to join"), .long_ = true},
                    {.code = "reach", .label = sentence("Who took part"), .long_ = true},
                    {.code = "result_claimed",
                     .label = sentence("What it said had come of it"),
                     .long_ = true},
                    provenance()}},
        {.code = "interventions",
         .title = sentence("Interventions"),
         .singular = sentence("Intervention"),
         .about = sentence("What a campaign asks hospitals to do, with the parts of each."),
         .key = "intervention_id",
         .label = "name",
         .group = "campaign",
         .notice = sentence("The how-to guides of Patient Safety First could not be read. Aims and "
                            "elements come from the campaign's own pages of 2008."),
         .fields =
             {campaign(),
              {.code = "intervention_id", .label = sentence("Code")},
              {.code = "parent_id", .label = sentence("Part of"), .refers = "interventions"},
              {.code = "name", .label = sentence("Name")},
              {.code = "kind", .label = sentence("Kind"), .one_of = "leadership;clinical;system"},
              {.code = "sign_up_rule", .label = sentence("Who must choose it")},
              {.code = "aim", .label = sentence("Aim"), .long_ = true},
              {.code = "population", .label = sentence("For whom")},
              {.code = "elements", .label = sentence("Elements"), .long_ = true, .list = true},
              provenance(),
              {.code = "source", .label = sentence("Source")},
              {.code = "alias_of",
               .label = sentence("Same content as"),
               .refers = "interventions"}}},
        {.code = "drivers",
         .title = sentence("Drivers and change ideas"),
         .singular = sentence("Change idea"),
         .about = sentence("From an aim to what drives it, to an idea to try, to the measures that "
                           "would show it."),
         .key = "driver_id",
         .label = "change_idea",
         .group = "primary_driver",
         .notice = "",
         .fields = {{.code = "driver_id", .label = sentence("Code")},
                    campaign(),
                    intervention(),
                    {.code = "aim", .label = sentence("Aim"), .long_ = true},
                    {.code = "primary_driver", .label = sentence("Primary driver")},
                    {.code = "secondary_driver", .label = sentence("Secondary driver")},
                    {.code = "change_idea", .label = sentence("Change idea"), .long_ = true},
                    {.code = "measure_ids",
                     .label = sentence("Measures"),
                     .list = true,
                     .refers = "measures"},
                    provenance()}},
        {.code = "measures",
         .title = sentence("Measures"),
         .singular = sentence("Measure"),
         .about = sentence("Definitions that are ready to use: what is counted, out of what, how "
                           "often, and on which chart."),
         .key = "measure_id",
         .label = "name",
         .group = "intervention",
         .notice =
             sentence("Goals are starting points: each organisation sets its own from its own "
                      "baseline. The definitions are those usual in this family of "
                      "programmes, not a copy of any guide."),
         .fields = {campaign(),
                    intervention(),
                    {.code = "measure_id", .label = sentence("Code")},
                    {.code = "name", .label = sentence("Name")},
                    {.code = "type",
                     .label = sentence("Kind of measure"),
                     .one_of = "outcome;process;balancing"},
                    {.code = "numerator", .label = sentence("Numerator"), .long_ = true},
                    {.code = "denominator", .label = sentence("Denominator"), .long_ = true},
                    {.code = "unit", .label = sentence("Unit")},
                    {.code = "multiplier", .label = sentence("Multiplier")},
                    {.code = "frequency",
                     .label = sentence("How often"),
                     .one_of = "weekly;monthly;quarterly;annual;per event"},
                    {.code = "chart_type",
                     .label = sentence("Chart"),
                     .one_of = "p;u;c;t;g;xmr;run"},
                    {.code = "improvement_direction",
                     .label = sentence("Better is"),
                     .one_of = "up;down;neutral"},
                    {.code = "goal", .label = sentence("Goal"), .long_ = true},
                    {.code = "sampling", .label = sentence("Sample"), .long_ = true},
                    {.code = "bundle", .label = sentence("Bundle that it counts")},
                    provenance()}},
        {.code = "bundles",
         .title = sentence("Care bundles"),
         .singular = sentence("Element of a bundle"),
         .about = sentence("The elements of each bundle: all of them or none, for each patient."),
         .key = "bundle_id;element_no",
         .label = "element",
         .group = "bundle_id",
         .notice =
             sentence("The rows for the surgical checklist say in our words what the checklist "
                      "of the World Health Organization asks; it invites local change, and "
                      "has not endorsed this."),
         .fields = {{.code = "bundle_id", .label = sentence("Bundle")},
                    intervention(),
                    {.code = "element_no", .label = sentence("Number")},
                    {.code = "element", .label = sentence("Element"), .long_ = true},
                    {.code = "evidence_of_compliance",
                     .label = sentence("What shows that it was done"),
                     .long_ = true},
                    {.code = "exception_allowed", .label = sentence("Exceptions allowed")}}},
        {.code = "trigger-tool",
         .title = sentence("Triggers for record review"),
         .singular = sentence("Trigger"),
         .about = sentence("Signs in a patient's record that care may have harmed, for two people "
                           "to look into."),
         .key = "trigger_set;code",
         .label = "trigger",
         .group = "module",
         .notice = sentence("This is our own list for record review with triggers. The method is "
                            "that of the Institute for Healthcare Improvement, whose own text is "
                            "not here: load it yourself where you have the right to."),
         .fields = {{.code = "module", .label = sentence("Module")},
                    {.code = "code", .label = sentence("Code in its set")},
                    {.code = "trigger", .label = sentence("Trigger"), .long_ = true},
                    {.code = "threshold", .label = sentence("Threshold")},
                    {.code = "look_for", .label = sentence("Look for"), .long_ = true},
                    {.code = "trigger_set", .label = sentence("Set of triggers")},
                    provenance()}},
        {.code = "harm-categories",
         .title = sentence("Categories of harm"),
         .singular = sentence("Category of harm"),
         .about = sentence("How severe a harm was, in two schemes."),
         .key = "scheme;code",
         .label = "short_name",
         .group = "scheme",
         .notice = sentence("Categories A to I are those of the index of the National Coordinating "
                            "Council for Medication Error Reporting and Prevention (NCC MERP), in "
                            "our words. For real grading with the English national service, use "
                            "the national text."),
         .fields = {{.code = "scheme", .label = sentence("Scheme")},
                    {.code = "code", .label = sentence("Code in its scheme")},
                    {.code = "short_name", .label = sentence("Name")},
                    {.code = "definition", .label = sentence("Definition"), .long_ = true},
                    {.code = "counts_in_trigger_review",
                     .label = sentence("Counts in record review"),
                     .one_of = "yes;no;n/a"},
                    {.code = "group", .label = sentence("Group")},
                    {.code = "order", .label = sentence("Order")}}},
        {.code = "safety-climate",
         .title = sentence("Safety climate survey"),
         .singular = sentence("Question on safety climate"),
         .about = sentence("What staff are asked about how safe it feels to speak, to learn and to "
                           "work here."),
         .key = "item_id",
         .label = "item",
         .group = "domain",
         .notice = sentence("This is a new instrument that nobody has validated. Show nothing for "
                            "fewer than 5 answers."),
         .fields = {{.code = "item_id", .label = sentence("Code")},
                    {.code = "domain", .label = sentence("Subject")},
                    {.code = "item", .label = sentence("Statement"), .long_ = true},
                    {.code = "direction",
                     .label = sentence("Direction"),
                     .one_of = "positive;negative"},
                    {.code = "core_short_form",
                     .label = sentence("In the short form"),
                     .one_of = kYesNo}}},
        {.code = "capability",
         .title = sentence("Capability"),
         .singular = sentence("Capability"),
         .about = sentence("What a person, a team, an organisation and a board need to be able to "
                           "do, at five levels."),
         .key = "domain_id",
         .label = "domain",
         .group = "level",
         .notice = "",
         .fields = {{.code = "level",
                     .label = sentence("Who"),
                     .one_of = "individual;team;organisation;board"},
                    {.code = "domain_id", .label = sentence("Code")},
                    {.code = "domain", .label = sentence("Name")},
                    {.code = "skill", .label = sentence("Skill"), .long_ = true},
                    {.code = "level_1", .label = sentence("Level 1"), .long_ = true},
                    {.code = "level_2", .label = sentence("Level 2"), .long_ = true},
                    {.code = "level_3", .label = sentence("Level 3"), .long_ = true},
                    {.code = "level_4", .label = sentence("Level 4"), .long_ = true},
                    {.code = "level_5", .label = sentence("Level 5"), .long_ = true}}},
        {.code = "assessment-scale",
         .title = sentence("Progress of a team"),
         .singular = sentence("Step of a team's progress"),
         .about = sentence("From an intent to results that last, with what must be true of each "
                           "step."),
         .key = "score",
         .label = "name",
         .group = {},
         .notice = "",
         .fields = {{.code = "score", .label = sentence("Score")},
                    {.code = "name", .label = sentence("Name")},
                    {.code = "meaning", .label = sentence("Meaning"), .long_ = true},
                    {.code = "computable_gate",
                     .label = sentence("What must be true"),
                     .long_ = true}}},
        {.code = "strategy-checks",
         .title = sentence("Checks of a strategy"),
         .singular = sentence("Check of a strategy"),
         .about = sentence("What a patient safety strategy that is clear and can be carried out "
                           "says."),
         .key = "check_id",
         .label = "check",
         .group = "section",
         .notice = "",
         .fields = {{.code = "check_id", .label = sentence("Code")},
                    {.code = "section", .label = sentence("Section")},
                    {.code = "check", .label = sentence("Check"), .long_ = true},
                    {.code = "severity",
                     .label = sentence("Severity"),
                     .one_of = "error;warning;info"},
                    {.code = "how_to_test", .label = sentence("How to test it"), .long_ = true}}},
        {.code = "walkround-prompts",
         .title = sentence("Questions for walkrounds"),
         .singular = sentence("Question for walkrounds"),
         .about = sentence("What executives ask when they walk round a ward to learn about "
                           "safety."),
         .key = "q_id",
         .label = "prompt",
         .group = "phase",
         .notice = "",
         .fields = {{.code = "q_id", .label = sentence("Code")},
                    {.code = "phase", .label = sentence("When")},
                    {.code = "prompt", .label = sentence("Question"), .long_ = true}}},
        {.code = "programme-templates",
         .title = sentence("Plans of programmes"),
         .singular = sentence("Session of a programme"),
         .about =
             sentence("The sessions of a programme in their order, from which a cohort's dates "
                      "are made."),
         .key = "programme;order",
         .label = "session",
         .group = "programme",
         .notice = "",
         .fields = {{.code = "programme", .label = sentence("Programme")},
                    {.code = "part", .label = sentence("Part")},
                    {.code = "order", .label = sentence("Order")},
                    {.code = "session", .label = sentence("Session")},
                    {.code = "who", .label = sentence("For whom"), .long_ = true},
                    {.code = "length_days", .label = sentence("Days")},
                    {.code = "output", .label = sentence("What comes of it"), .long_ = true},
                    provenance()}},
        {.code = "partners",
         .title = sentence("Partners of the first campaign"),
         .singular = sentence("Partner of the first campaign"),
         .about = sentence("The bodies with which the first campaign worked. The directory of "
                           "partners begins with them."),
         .key = "partner_id",
         .label = "name",
         .group = {},
         .notice = "",
         .fields = {{.code = "partner_id", .label = sentence("Code")},
                    {.code = "name", .label = sentence("Name")},
                    {.code = "country", .label = sentence("Country")},
                    {.code = "role_in_seed", .label = sentence("Role"), .long_ = true},
                    {.code = "status_2026", .label = sentence("What became of it")},
                    {.code = "note", .label = sentence("Note"), .long_ = true}}},
    };
}

}  // namespace

const Field* Set::find(std::string_view field) const {
    const auto found = std::ranges::find(fields, field, &Field::code);
    return found == fields.end() ? nullptr : &*found;
}

bool Set::names(std::string_view field) const {
    const auto keys = parts_of(key);
    return std::ranges::find(keys, field) != keys.end();
}

const std::vector<Set>& sets() {
    static const auto kSets = all_sets();
    return kSets;
}

const Set* find_set(std::string_view code) {
    const auto found = std::ranges::find(sets(), code, &Set::code);
    return found == sets().end() ? nullptr : &*found;
}

std::string code_of(const Set& set, const std::map<std::string, std::string, std::less<>>& fields) {
    std::string code;
    for (const std::string& field : parts_of(set.key)) {
        const auto found = fields.find(field);
        if (found == fields.end() || found->second.empty()) return {};
        if (!code.empty()) code += '-';
        code += found->second;
    }
    std::ranges::replace(code, ' ', '-');
    return code;
}

std::vector<std::string> parts_of(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t end = list.find(';');
        std::string_view part = list.substr(0, end);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        list = end == list.npos ? std::string_view() : list.substr(end + 1);
    }
    return parts;
}

}  // namespace primum::library
