#include "programmes/levels_over_time.h"

#include "design/table.h"

namespace primum::programmes {

using html::html;

namespace {

constexpr int kWidth = 168;
constexpr int kHeight = 64;
constexpr int kEdge = 10;

int height_of(int step) {
    return kHeight - kEdge - (step - 1) * (kHeight - 2 * kEdge) / (kSteps - 1);
}

int across(std::size_t i, std::size_t count) {
    if (count < 2) return kWidth / 2;
    return kEdge + static_cast<int>(i) * (kWidth - 2 * kEdge) / static_cast<int>(count - 1);
}

/// One capability: its level at each assessment, with its lines from 1 to 5.
html::Html small_multiple(const std::vector<std::optional<int>>& steps) {
    html::Html grid;
    for (int step = 1; step <= kSteps; ++step)
        grid.append(R"(<path d="M0 {}H{}"/>)", height_of(step), kWidth);
    std::string line;
    html::Html dots;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!steps[i]) continue;
        const int x = across(i, steps.size());
        const int y = height_of(*steps[i]);
        line += (line.empty() ? "M" : " L") + std::to_string(x) + ' ' + std::to_string(y);
        const bool last = i + 1 == steps.size();
        dots.append(R"(<circle class="pr-levels__dot{}" cx="{}" cy="{}" r="{}"/>)",
                    last ? " pr-levels__dot--last" : "", x, y, last ? 6 : 5);
    }
    return html(R"(
        <svg class="pr-levels__picture" viewBox="0 0 {} {}" focusable="false" aria-hidden="true">
        <g class="pr-levels__grid">{}</g><path class="pr-levels__line" d="{}"/>{}</svg>)",
                kWidth, kHeight, grid, line, dots);
}

std::string step_in_words(const Capability& capability, int step) {
    return std::to_string(step) + " (" + capability.steps[static_cast<std::size_t>(step - 1)] + ")";
}

}  // namespace

html::Html over_time(const access::Context& context, const std::vector<Capability>& capabilities,
                     const std::vector<Assessment>& finished) {
    const design::View& view = context.view;
    if (finished.empty()) return design::nothing_yet(view.say("Nothing has been assessed yet."));
    html::Html rows;
    for (const Capability& capability : capabilities) {
        std::vector<std::optional<int>> steps;
        std::string words;
        for (const Assessment& one : finished) {
            const auto found = one.answers.find(capability.code);
            if (found == one.answers.end()) {
                steps.push_back(std::nullopt);
                continue;
            }
            steps.emplace_back(found->second);
            if (!words.empty()) words += "; ";
            words += view.say("{}: level {}", view.words->month(one.made_on),
                              step_in_words(capability, found->second));
        }
        rows.append(R"(
            <li class="pr-levels__row"><div class="pr-levels__name"><h3 class="nhsuk-heading-xs">{}</h3><p>{}</p></div>
            {}<p class="pr-levels__words">{}</p></li>)",
                    capability.domain, capability.skill, small_multiple(steps), words);
    }
    return html(R"(<p>{}</p><ul class="pr-levels">{}</ul>)",
                view.words->count(static_cast<std::int64_t>(finished.size()),
                                  "One assessment. Each line of a picture is a level, 1 at the "
                                  "bottom and 5 at the top.",
                                  "{} assessments, the latest with the full dot. Each line of a "
                                  "picture is a level, 1 at the bottom and 5 at the top."),
                rows);
}

}  // namespace primum::programmes
