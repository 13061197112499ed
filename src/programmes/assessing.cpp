// Self-assessment: what somebody can do, over time, and the plan to close the gaps.

#include <algorithm>

#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/page.h"
#include "design/select.h"
#include "design/table.h"
#include "design/tag.h"
#include "design/textarea.h"
#include "organisations/frame.h"
#include "organisations/here.h"
#include "organisations/typed_day.h"
#include "programmes/actions.h"
#include "programmes/capability.h"
#include "programmes/words.h"

namespace primum::programmes {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

/// Whose abilities a page is about.
struct Subject {
    organisations::Here here;
    Level level = Level::individual;
    Asker asker;

    store::Readable readable(const access::Context& context) const {
        return context.scope.may_read(here.id());
    }
};

Asker asker_of(const access::Context& context) {
    return {context.person().id, context.today};
}

/// Nothing for whoever may not read that level of this organisation.
std::optional<Subject> subject_of(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    const auto level = parse_level(request.part("level"));
    if (!here || !level) return {};
    const Asker asker = asker_of(context);
    if (*level != Level::individual &&
        !leads(context.db, context.scope.may_read(here->id()), asker))
        return {};
    return Subject{std::move(*here), *level, asker};
}

std::optional<Assessment> assessment_of(const http::Request& request,
                                        const access::Context& context, const Subject& subject) {
    const auto id = AssessmentId::parse(request.part("assessment"));
    if (!id) return {};
    return find_assessment(context.db, subject.readable(context), subject.level, *id,
                           subject.asker);
}

std::string title_of(const design::View& view, Level level) {
    switch (level) {
        case Level::individual:
            return std::string(view.say("What you can do"));
        case Level::team:
            return std::string(view.say("What your team can do"));
        case Level::organisation:
            return std::string(view.say("What your organisation can do"));
        case Level::board:
            return std::string(view.say("What your board can do"));
    }
    return {};
}

std::string privacy(const design::View& view, Level level) {
    if (level == Level::individual)
        return std::string(
            view.say("This is yours. No page here shows it to anybody else, whatever their role: "
                     "not to your leaders, not to the faculty, not to administrators."));
    return std::string(
        view.say("This belongs to those who lead your organisation: its chief executive, "
                 "executives, medical and nursing directors and improvement lead. Nobody above "
                 "your organisation sees it, unless you share one with the faculty of your "
                 "programme. You can take that back at any time."));
}

html::Url level_address(const Subject& subject) {
    return url("/organisations/{}/capability/{}", subject.here.id().text(), name(subject.level));
}

html::Html page_of(const access::Context& context, const organisations::Here& here,
                   std::string_view title, const Problems& problems, const html::Html& content,
                   const Subject* above = nullptr) {
    const design::View& view = context.view;
    auto way = organisations::crumbs(view, context, here, true);
    if (view.path != url("/organisations/{}/capability", here.id().text()).text())
        way.push_back(
            {view.say("What we can do"), url("/organisations/{}/capability", here.id().text())});
    if (above) way.push_back({title_of(view, above->level), level_address(*above)});
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        html("{}{}{}", design::error_summary(view, problems),
                             design::page_heading(title, here.organisation.name), content));
}

// The picture over time
// ----------------------------------------------------------------------------

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

// The plan
// -------------------------------------------------------------------------------------------

std::string domain_of(const std::vector<Capability>& capabilities, std::string_view code) {
    for (const Capability& one : capabilities)
        if (one.code == code) return one.domain;
    return std::string(code);
}

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

struct GapForm {
    std::string capability;
    std::string to_level;
    std::string action;
    TypedDay by;

    static GapForm from_fields(const http::Form& form) {
        return {.capability = std::string(form.text("capability")),
                .to_level = std::string(form.text("to_level")),
                .action = std::string(form.text("action")),
                .by = TypedDay::from(form, "by")};
    }
};

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
    check_text(form.action, "action", 200, "Say what you will do.", problems);
    gap.by =
        organisations::check_day(form.by, "by", "Enter the day by which it is done.", problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return gap;
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

// The list of assessments
// --------------------------------------------------------------------------

html::Html sharing(const access::Context& context, const Subject& subject,
                   const Assessment& assessment) {
    const design::View& view = context.view;
    if (subject.level == Level::individual || !assessment.finished) return {};
    return design::form(
        view,
        {.action = url("/organisations/{}/capability/{}/{}/sharing", subject.here.id().text(),
                       name(subject.level), assessment.id.text()),
         .id = {},
         .classes = "pr-todo__form"},
        html("{}{}{}", design::hidden("rev", std::to_string(assessment.rev)),
             design::hidden("shared", assessment.shared ? "no" : "yes"),
             design::button({.label = html(R"({}<span class="nhsuk-u-visually-hidden"> {}</span>)",
                                           assessment.shared ? view.say("Stop sharing")
                                                             : view.say("Share with the faculty"),
                                           view.say("the assessment of {}",
                                                    view.words->day(assessment.made_on))),
                             .look = design::ButtonLook::secondary,
                             .small = true})));
}

html::Html assessment_list(const access::Context& context, const Subject& subject,
                           const std::vector<Assessment>& all) {
    const design::View& view = context.view;
    if (all.empty()) return {};
    html::Html items;
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
        html::Html state;
        if (!one->finished)
            state = design::tag(view.say("Draft"), design::Colour::grey);
        else if (one->shared)
            state = design::tag(view.say("Shared with the faculty"), design::Colour::blue);
        else
            state = design::tag(view.say("Private"), design::Colour::white);
        items.append(
            R"(<li class="pr-todo__item"><div class="pr-todo__words"><a class="nhsuk-link" href="{}">{}</a><span>{}</span></div>{}</li>)",
            url("/organisations/{}/capability/{}/{}", subject.here.id().text(), name(subject.level),
                one->id.text()),
            view.words->day(one->made_on), state, sharing(context, subject, *one));
    }
    return html(
        R"(<h2 class="nhsuk-heading-m" id="assessments">{}</h2><ul class="pr-todo">{}</ul>)",
        view.say("Assessments"), items);
}

html::Html level_page(const access::Context& context, const Subject& subject, std::string_view done,
                      const GapForm& typed, const Problems& problems) {
    const design::View& view = context.view;
    const auto readable = subject.readable(context);
    const auto capabilities = capabilities_of(context.db, subject.level, context.today);
    const auto all = assessments_of(context.db, readable, subject.level, subject.asker);
    std::vector<Assessment> finished;
    const Assessment* draft = nullptr;
    for (const Assessment& one : all)
        if (one.finished)
            finished.push_back(one);
        else
            draft = &one;

    html::Html begin;
    if (draft)
        begin = design::button(
            {.label = view.say("Go on with your draft"),
             .where = url("/organisations/{}/capability/{}/{}", subject.here.id().text(),
                          name(subject.level), draft->id.text())});
    else if (!capabilities.empty())
        begin = design::button(
            {.label = finished.empty() ? view.say("Begin") : view.say("Assess again"),
             .look = finished.empty() ? design::ButtonLook::primary : design::ButtonLook::secondary,
             .where = url("/organisations/{}/capability/{}/new", subject.here.id().text(),
                          name(subject.level))});
    html::Html plan;
    if (!finished.empty())
        plan = html(R"(<h2 class="nhsuk-heading-m" id="plan">{}</h2>{}{})",
                    view.say("The plan to close the gaps"),
                    plan_list(context, subject, capabilities,
                              gaps_of(context.db, readable, subject.level, subject.asker)),
                    gap_form(context, subject, capabilities, finished.back(), typed, problems));
    return page_of(context, subject.here, title_of(view, subject.level), problems,
                   html(R"({}{}{}<h2 class="nhsuk-heading-m" id="picture">{}</h2>{}{}{})",
                        done_banner(view, done),
                        design::inset_text(view, html("<p>{}</p>", privacy(view, subject.level))),
                        begin, view.say("Over time"), over_time(context, capabilities, finished),
                        plan, assessment_list(context, subject, all)));
}

// The questions
// ------------------------------------------------------------------------------------

std::map<std::string, int> answers_in(const http::Form& form,
                                      const std::vector<Capability>& capabilities) {
    std::map<std::string, int> answers;
    for (const Capability& one : capabilities)
        if (const auto step = number_of(form.text("level-" + one.code), 1, kSteps))
            answers[one.code] = *step;
    return answers;
}

Problems missing(const std::map<std::string, int>& answers,
                 const std::vector<Capability>& capabilities) {
    Problems problems;
    for (const Capability& one : capabilities)
        if (!answers.contains(one.code))
            problems.add("level-" + one.code, "Choose the level that fits today.");
    return problems;
}

html::Html questions_page(const access::Context& context, const Subject& subject,
                          const Assessment& assessment, const Problems& problems) {
    const design::View& view = context.view;
    html::Html questions;
    for (const Capability& one : capabilities_of(context.db, subject.level, context.today)) {
        std::vector<design::Choice> steps;
        for (int step = 1; step <= kSteps; ++step)
            steps.push_back(
                {.value = std::to_string(step),
                 .label = view.say("{}: {}", step, one.steps[static_cast<std::size_t>(step - 1)])});
        const auto answer = assessment.answers.find(one.code);
        const std::string field = "level-" + one.code;
        questions += design::radios(
            view, {.name = field,
                   .legend = {one.domain, design::Size::s},
                   .hint = one.skill,
                   .choices = std::move(steps),
                   .value = answer == assessment.answers.end() ? std::string()
                                                               : std::to_string(answer->second),
                   .error = problems.about(field),
                   .small = true});
    }
    const bool fresh = assessment.id.is_nil();
    const auto where = fresh ? url("/organisations/{}/capability/{}/new", subject.here.id().text(),
                                   name(subject.level))
                             : url("/organisations/{}/capability/{}/{}", subject.here.id().text(),
                                   name(subject.level), assessment.id.text());
    const auto buttons = design::button_group(
        html("{}{}",
             design::button(
                 {.label = view.say("Finish"), .name = "step", .value = "finish", .once = true}),
             design::button({.label = view.say("Save as draft"),
                             .look = design::ButtonLook::secondary,
                             .name = "step",
                             .value = "draft",
                             .once = true})));
    return page_of(
        context, subject.here, view.say("Assess: {}", title_of(view, subject.level)), problems,
        design::two_thirds(html(
            R"({}<p>{}</p>{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            design::inset_text(view, html("<p>{}</p>", privacy(view, subject.level))),
            view.say("Choose what is true today, not what should be. A low level is where learning "
                     "begins."),
            design::form(view, {.action = where, .id = {}, .classes = {}},
                         html("{}{}{}", design::hidden("rev", std::to_string(assessment.rev)),
                              questions, buttons)),
            level_address(subject), view.say("Cancel and go back"))),
        &subject);
}

html::Html result_page(const access::Context& context, const Subject& subject,
                       const Assessment& assessment) {
    const design::View& view = context.view;
    design::TableWriter table(
        {.caption = view.say("Assessed on {}", view.words->day(assessment.made_on)),
         .columns = {{.heading = view.say("Ability")},
                     {.heading = view.say("Level")},
                     {.heading = view.say("In words")}},
         .first_cell_is_heading = true});
    for (const Capability& one : capabilities_of(context.db, subject.level, context.today)) {
        const auto answer = assessment.answers.find(one.code);
        if (answer == assessment.answers.end()) continue;
        table.row(html("{}<br>{}", one.domain, one.skill), answer->second,
                  one.steps[static_cast<std::size_t>(answer->second - 1)]);
    }
    return page_of(
        context, subject.here, title_of(view, subject.level), {},
        html("{}{}{}", design::inset_text(view, html("<p>{}</p>", privacy(view, subject.level))),
             std::move(table).done(), sharing(context, subject, assessment)),
        &subject);
}

html::Url after(const Subject& subject, std::string_view done) {
    return url("/organisations/{}/capability/{}?done={}", subject.here.id().text(),
               name(subject.level), done);
}

http::Response save_answers(access::Context& context, const Subject& subject,
                            Assessment assessment) {
    const auto capabilities = capabilities_of(context.db, subject.level, context.today);
    assessment.level = subject.level;
    assessment.answers = answers_in(context.form, capabilities);
    assessment.finished = context.form.text("step") == "finish";
    assessment.rev = rev_of(context.form);
    if (assessment.finished) {
        const Problems problems = missing(assessment.answers, capabilities);
        if (!problems.empty())
            return http::unprocessable(questions_page(context, subject, assessment, problems));
    }
    const auto owner = context.scope.may_write(subject.here.id());
    return context.save([&](store::Writer& db) {
        if (!save_assessment(db, owner, context.stamp(), subject.asker, assessment))
            return http::page(http::Status::conflict,
                              questions_page(context, subject, assessment, overtaken()));
        return http::see_other(after(subject, assessment.finished ? "finished" : "saved"));
    });
}

}  // namespace

http::Response show_capability(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    const auto readable = context.scope.may_read(here->id());
    const Asker asker = asker_of(context);
    const bool leader = leads(context.db, readable, asker);
    std::vector<html::Html> cards;
    for (const Level level : kLevels) {
        if (level != Level::individual && !leader) continue;
        const auto all = assessments_of(context.db, readable, level, asker);
        std::string state(view.say("Not assessed yet."));
        if (!all.empty())
            state = all.back().finished
                        ? view.say("Last assessed on {}.", view.words->day(all.back().made_on))
                        : std::string(view.say("A draft waits to be finished."));
        std::int64_t open = 0;
        for (const Gap& gap : gaps_of(context.db, readable, level, asker))
            open += gap.done_on ? 0 : 1;
        if (open > 0)
            state +=
                " " + view.words->count(open, "{} thing is planned.", "{} things are planned.");
        cards.push_back(design::card(
            {.heading = title_of(view, level),
             .where = url("/organisations/{}/capability/{}", here->id().text(), name(level)),
             .text = state}));
    }
    return http::ok(page_of(
        context, *here, view.say("What we can do"), {},
        html(R"(<p class="nhsuk-body-l">{}</p>{}{})",
             view.say("A programme develops knowledge and skills. Look honestly at what is there, "
                      "plan for what is not, and look again later."),
             design::card_group(cards, 2),
             leader ? html::Html()
                    : design::inset_text(
                          view, html("<p>{}</p>",
                                     view.say("What the team, the organisation and the board "
                                              "can do is assessed by those who lead this "
                                              "organisation, and is theirs to read."))))));
}

http::Response show_level(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    if (!subject) return http::not_found();
    return http::ok(level_page(context, *subject, request.parameter("done").value_or(""), {}, {}));
}

http::Response ask_for_assessment(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    if (!subject) return http::not_found();
    return http::ok(questions_page(context, *subject, {}, {}));
}

http::Response save_new_assessment(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    if (!subject) return http::not_found();
    return save_answers(context, *subject, {});
}

http::Response show_assessment(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    const auto assessment = subject ? assessment_of(request, context, *subject) : std::nullopt;
    if (!assessment) return http::not_found();
    return http::ok(assessment->finished ? result_page(context, *subject, *assessment)
                                         : questions_page(context, *subject, *assessment, {}));
}

http::Response save_more_of_assessment(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    const auto assessment = subject ? assessment_of(request, context, *subject) : std::nullopt;
    if (!assessment) return http::not_found();
    if (assessment->finished) return http::see_other(level_address(*subject));
    return save_answers(context, *subject, *assessment);
}

http::Response save_sharing(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    auto assessment = subject ? assessment_of(request, context, *subject) : std::nullopt;
    if (!assessment || subject->level == Level::individual || !assessment->finished)
        return http::not_found();
    assessment->rev = rev_of(context.form);
    const bool shared = context.form.text("shared") == "yes";
    const auto owner = context.scope.may_write(subject->here.id());
    return context.save([&](store::Writer& db) {
        const bool saved = share(db, owner, context.stamp(), subject->asker, *assessment, shared);
        return http::see_other(after(*subject, !saved ? "" : shared ? "shared" : "unshared"));
    });
}

http::Response save_gap(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    const auto assessment = subject ? assessment_of(request, context, *subject) : std::nullopt;
    if (!assessment || !assessment->finished) return http::not_found();
    const auto typed = GapForm::from_fields(context.form);
    const auto gap =
        check(typed, capabilities_of(context.db, subject->level, context.today), *assessment);
    if (!gap) return http::unprocessable(level_page(context, *subject, "", typed, gap.error()));
    const auto owner = context.scope.may_write(subject->here.id());
    return context.save([&](store::Writer& db) {
        add_gap(db, owner, context.stamp(), *assessment, *gap);
        return http::see_other(after(*subject, "planned"));
    });
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
