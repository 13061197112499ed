#include "programmes/gaps.h"

#include <algorithm>

#include "design/button.h"
#include "design/date_input.h"
#include "design/form.h"
#include "design/input.h"
#include "design/select.h"
#include "design/table.h"
#include "design/tag.h"
#include "programmes/actions.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

GapForm GapForm::from_fields(const http::Form& form) {
    return {.capability = std::string(form.text("capability")),
            .to_level = std::string(form.text("to_level")),
            .action = std::string(form.text("action")),
            .by = organisations::TypedDay::from(form, "by")};
}

Valid<Gap> check(const GapForm& form, const std::vector<Capability>& capabilities,
                 const Assessment& assessment) {
    Problems problems;
    Gap gap{.capability = form.capability, .action = form.action};
    if (std::ranges::find(capabilities, form.capability, &Capability::code) == capabilities.end())
        problems.add("capability", "Choose what you want to get better at.");
    const auto step = number_of(form.to_level, 1, kSteps);
    if (!step) {
        problems.add("to_level", "Choose the level that you want to reach.");
    } else {
        gap.to_level = *step;
        const auto now = assessment.answers.find(form.capability);
        if (now != assessment.answers.end() && *step <= now->second)
            problems.add("to_level", "Choose a level above the one that you have now.");
    }
    check_text(form.action, "action", kShortText, "Say what you will do.", problems);
    gap.by =
        organisations::check_day(form.by, "by", "Enter the day by which it is done.", problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return gap;
}

namespace {

std::string domain_of(const std::vector<Capability>& capabilities, std::string_view code) {
    for (const Capability& one : capabilities)
        if (one.code == code) return one.domain;
    return std::string(code);
}

}  // namespace

html::Html plan_list(const access::Context& context, const Subject& subject,
                     const std::vector<Capability>& capabilities, const std::vector<Gap>& gaps) {
    const design::View& view = context.view;
    if (gaps.empty())
        return design::nothing_yet(
            view.say("Nothing is planned yet. Choose one or two gaps; few are better than many."));
    html::Html items;
    for (const Gap& gap : gaps) {
        html::Html when;
        if (gap.done_on)
            when = html("{} {}", design::tag(view.say("Done"), design::Colour::green),
                        view.words->day(*gap.done_on));
        else if (gap.by && *gap.by < context.today)
            when = html("{} {}", design::tag(view.say("A little late"), design::Colour::yellow),
                        view.say("was planned for {}", view.words->day(*gap.by)));
        else if (gap.by)
            when = html("{}", view.say("by {}", view.words->day(*gap.by)));
        const auto button = design::form(
            view,
            {.action = url("/organisations/{}/capability/{}/{}/gaps/{}", subject.here.id().text(),
                           name(subject.level), gap.assessment.text(), gap.id.text()),
             .id = {},
             .classes = "pr-todo__form"},
            html("{}{}{}", design::hidden("rev", std::to_string(gap.rev)),
                 design::hidden("done", gap.done_on ? "no" : "yes"),
                 design::button(
                     {.label = html(R"({}<span class="nhsuk-u-visually-hidden">: {}</span>)",
                                    gap.done_on ? view.say("Open again") : view.say("Tick off"),
                                    gap.action),
                      .look = design::ButtonLook::secondary,
                      .small = true})));
        items.append(
            R"(<li class="pr-todo__item"><div class="pr-todo__words"><strong>{}</strong><span>{}</span><span>{}</span></div>{}</li>)",
            gap.action,
            view.say("{}, to level {}", domain_of(capabilities, gap.capability), gap.to_level),
            when, button);
    }
    return html(R"(<ul class="pr-todo">{}</ul>)", items);
}

html::Html gap_form(const access::Context& context, const Subject& subject,
                    const std::vector<Capability>& capabilities, const Assessment& latest,
                    const GapForm& typed, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> options{{.value = "", .label = view.say("Choose")}};
    for (const Capability& one : capabilities) {
        const auto now = latest.answers.find(one.code);
        options.push_back({.value = one.code,
                           .label = now == latest.answers.end()
                                        ? one.domain
                                        : view.say("{} (now level {})", one.domain, now->second)});
    }
    std::vector<design::Option> levels{{.value = "", .label = view.say("Choose")}};
    for (int step = 2; step <= kSteps; ++step)
        levels.push_back({.value = std::to_string(step), .label = std::to_string(step)});
    auto by = organisations::date_fields("by", view.say("By which day?"), typed.by, problems);
    return html(
        R"(<h3 class="nhsuk-heading-s">{}</h3>{})", view.say("Add to the plan"),
        design::form(
            view,
            {.action = url("/organisations/{}/capability/{}/{}/gaps", subject.here.id().text(),
                           name(subject.level), latest.id.text()),
             .id = {},
             .classes = {}},
            html("{}{}{}{}{}",
                 design::select(view, {.name = "capability",
                                       .label = view.say("What do you want to get better at?"),
                                       .options = std::move(options),
                                       .value = typed.capability,
                                       .error = problems.about("capability")}),
                 design::select(view, {.name = "to_level",
                                       .label = view.say("To which level?"),
                                       .options = std::move(levels),
                                       .value = typed.to_level,
                                       .error = problems.about("to_level")}),
                 design::input(view, {.name = "action",
                                      .label = view.say("What will you do?"),
                                      .value = typed.action,
                                      .error = problems.about("action")}),
                 design::date_input(view, by),
                 design::button({.label = view.say("Add"),
                                 .look = design::ButtonLook::secondary,
                                 .once = true}))));
}

http::Response tick_gap_done(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    const auto id = GapId::parse(request.part("gap"));
    if (!subject || !id) return http::not_found();
    const auto gaps =
        gaps_of(context.db, subject->readable(context), subject->level, subject->asker);
    const auto found = std::ranges::find(gaps, *id, &Gap::id);
    if (found == gaps.end() || found->assessment.text() != request.part("assessment"))
        return http::not_found();
    Gap gap = *found;
    gap.rev = rev_of(context.form);
    const bool done = context.form.text("done") == "yes";
    const auto owner = context.scope.may_write(subject->here.id());
    return context.save([&](store::Writer& db) {
        const bool ticked = tick_gap(db, owner, context.stamp(), gap,
                                     done ? std::optional(context.today) : std::nullopt);
        return http::see_other(after(*subject, !ticked ? "" : done ? "ticked" : "unticked"));
    });
}

}  // namespace primum::programmes
