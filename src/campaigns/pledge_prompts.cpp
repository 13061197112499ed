#include "campaigns/pledge_prompts.h"

#include <algorithm>

namespace primum::campaigns {
namespace {

bool has(const std::vector<std::string>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

/// What it starts with: the chosen parts, or the intervention itself.
std::string start_of(const Intervention& one, const std::vector<std::string>& chosen) {
    std::string names;
    for (const Intervention& part : one.parts)
        if (has(chosen, part.code)) names += (names.empty() ? "" : ", ") + part.name;
    return names.empty() ? one.name : names;
}

}  // namespace

std::vector<Prompt> prompts_of(const design::View& view,
                               const std::vector<Intervention>& interventions,
                               const std::vector<std::string>& chosen) {
    std::vector<Prompt> prompts;
    for (const Intervention& one : interventions) {
        if (!has(chosen, one.code)) continue;
        if (one.kind == "leadership")
            prompts.push_back({one.name, std::string(view.say(
                                             "What will the board do differently, how often, and "
                                             "who will see it?"))});
        else
            prompts.push_back(
                {one.name, view.say("{}: in which wards do you start, and how will patients "
                                    "notice?",
                                    start_of(one, chosen))});
        prompts.push_back({one.name, std::string(view.say("Which number will show it, from where "
                                                          "to where, by which day?"))});
    }
    return prompts;
}

std::string first_words(const design::View& view, std::string_view organisation,
                        const std::vector<Intervention>& interventions,
                        const std::vector<std::string>& chosen) {
    std::string words;
    for (const Intervention& one : interventions)
        if (has(chosen, one.code))
            words +=
                "– " +
                view.say("{}: we will … by … ({} answers for it)", start_of(one, chosen), "…") +
                "\n";
    if (words.empty()) return {};
    return view.say("{} puts the safety of patients first. We will:", organisation) + "\n\n" +
           words;
}

}  // namespace primum::campaigns
