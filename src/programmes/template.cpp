#include "programmes/template.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "library/item.h"

namespace primum::programmes {
namespace {

using std::chrono::days;

int whole(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

double real(std::string_view text) {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool has(std::string_view text, std::string_view word) {
    return text.find(word) != text.npos;
}

std::string kind_of(std::string_view part) {
    if (has(part, "Pre-work")) return "prework";
    if (has(part, "Academy")) return "academy";
    if (has(part, "module")) return "module";
    if (has(part, "Follow")) return "followup";
    if (has(part, "Masterclass")) return "masterclass";
    if (has(part, "Action")) return "action";
    if (has(part, "gains")) return "hold";
    return "session";
}

/// How parts of a kind follow each other.
struct Rhythm {
    std::string_view kind;
    int before;    ///< days free after a part of another kind
    int between;   ///< days free after one of the same kind
    int at_least;  ///< days that it lasts
};
constexpr Rhythm kRhythms[] = {
    {"prework", 0, 0, 21},   {"academy", 7, 28, 1},      {"module", 21, 0, 1},
    {"followup", 50, 50, 1}, {"masterclass", 50, 50, 1}, {"session", 14, 14, 1},
    {"action", 0, 0, 75},    {"hold", 0, 0, 90},
};

const Rhythm& rhythm_of(std::string_view kind) {
    return *std::ranges::find(kRhythms, kind, &Rhythm::kind);
}

bool people_travel(std::string_view kind) {
    return kind != "prework" && kind != "action" && kind != "hold";
}

constexpr int kWeek = 7;

int length_of(const Part& part) {
    return std::max(1, static_cast<int>(std::ceil(part.length_days)));
}

/// Distances from the first day: a block begins with a week.
void place(std::vector<Part>& parts) {
    int free = 0;  // the first day after the part before
    std::string_view kind;
    for (Part& part : parts) {
        const Rhythm& rhythm = rhythm_of(part.kind);
        part.length_days = std::max<double>(part.length_days, rhythm.at_least);
        const bool same = part.kind == kind;
        int starts = free + (same ? rhythm.between : rhythm.before);
        if (!(same && rhythm.between == 0)) starts = (starts + kWeek - 1) / kWeek * kWeek;
        part.starts_after_days = starts;
        free = starts + length_of(part);
        kind = part.kind;
    }
}

std::vector<Task> tasks_for(const std::vector<Part>& parts, bool assesses) {
    constexpr int kTwoWeeks = 14;
    std::vector<Task> tasks;
    const auto add = [&tasks](std::string title, std::string help, int due) {
        tasks.push_back({.position = static_cast<int>(tasks.size()) + 1,
                         .title = std::move(title),
                         .help = std::move(help),
                         .due_after_days = due});
    };
    add("Name somebody for every place of the team",
        "Whoever comes needs an account here as well: ask your improvement lead.", 0);
    if (assesses)
        add("Assess your skills as people, team, organisation and board",
            "What you write stays yours. You see the gap, and you plan how to close it.",
            kTwoWeeks);
    for (const Part& part : parts) {
        if (part.output.empty()) continue;
        const int end = part.starts_after_days + length_of(part) - 1;
        add(part.output, part.part + ": " + part.title,
            people_travel(part.kind) ? end + kTwoWeeks : end);
    }
    return tasks;
}

std::vector<TeamRole> roles_for(std::string_view code) {
    if (code == "BTS")
        return {{"chief_executive", 1, 1}, {"improvement_lead", 1, 1}, {"doctor", 1, 2},
                {"nurse", 1, 2},           {"clinician", 0, 2},        {"patient_partner", 0, 1}};
    return {{"chief_executive", 1, 1},  {"executive", 0, 3},      {"medical_director", 1, 1},
            {"nursing_director", 1, 1}, {"safety_manager", 1, 2}, {"improvement_lead", 1, 1},
            {"doctor", 1, 3},           {"nurse", 1, 3},          {"clinician", 0, 3},
            {"patient_partner", 0, 1}};
}

std::vector<Check> first_checks() {
    std::vector<Check> checks = {{0, "role", "chief_executive", "required"},
                                 {0, "campaign", "", "advisory"},
                                 {0, "role", "medical_director", "advisory"},
                                 {0, "role", "nursing_director", "advisory"},
                                 {0, "role", "improvement_lead", "advisory"},
                                 {0, "assessment", "organisation", "advisory"},
                                 {0, "named", "", "advisory"}};
    int position = 0;
    for (Check& check : checks)
        check.position = ++position;
    return checks;
}

}  // namespace

Day store_day(const store::Stamp& stamp) {
    return std::chrono::floor<days>(stamp.at);
}

std::vector<std::string> template_codes(const store::Reader& db, Day day) {
    std::vector<std::string> codes;
    for (const library::Item& item : library::items_of(db, "programme-templates", day)) {
        const std::string code(item["programme"]);
        if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
    }
    return codes;
}

Template find_template(const store::Reader& db, std::string_view code, Day day) {
    Template found{.code = std::string(code), .parts = {}, .tasks = {}, .roles = {}, .checks = {}};
    for (const library::Item& item : library::items_of(db, "programme-templates", day)) {
        if (item["programme"] != code) continue;
        Part part{.position = whole(item["order"]),
                  .part = std::string(item["part"]),
                  .title = std::string(item["session"]),
                  .who = std::string(item["who"]),
                  .kind = kind_of(item["part"]),
                  .length_days = real(item["length_days"]),
                  .output = std::string(item["output"])};
        // The library's row names an example of one cohort.
        if (part.kind == "masterclass") part.title = "Masterclass";
        if (people_travel(part.kind))
            part.prepare = "Read the papers for this day before you come.";
        if (part.kind == "prework") part.prepare = "Read the introduction and assess your skills.";
        found.parts.push_back(std::move(part));
    }
    std::ranges::stable_sort(found.parts, {}, &Part::position);
    place(found.parts);
    // The day on which plans are signed off is for everybody.
    for (Part& part : found.parts)
        if (part.kind == "module" && has(part.who, "chief executive")) part.kind = "session";
    found.tasks = tasks_for(found.parts, code != "BTS");
    found.roles = roles_for(code);
    found.checks = first_checks();
    return found;
}

std::vector<Part> dated(std::vector<Part> parts, Day first) {
    Day free = first;
    for (Part& part : parts) {
        part.starts = first + days(part.starts_after_days);
        if (people_travel(part.kind)) {
            part.starts = std::max(part.starts, free);
            const auto on_weekend = [](Day day) {
                const std::chrono::weekday weekday(day);
                return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
            };
            // A long part passes over a weekend wherever it begins.
            const int checked = std::min(length_of(part), 5);
            const auto falls_badly = [&] {
                for (int i = 0; i < checked; ++i)
                    if (on_weekend(part.starts + days(i))) return true;
                return false;
            };
            while (falls_badly())
                part.starts += days(1);
        }
        part.ends = part.starts + days(length_of(part) - 1);
        if (people_travel(part.kind)) free = part.ends + days(1);
    }
    return parts;
}

}  // namespace primum::programmes
