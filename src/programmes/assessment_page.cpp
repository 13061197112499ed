// One assessment: its questions, and once they are answered what was said.

#include <map>

#include "access/context.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/page.h"
#include "design/table.h"
#include "programmes/actions.h"
#include "programmes/assessing.h"
#include "programmes/capability.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

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
            privacy(view, subject.level),
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
    return page_of(context, subject.here, title_of(view, subject.level), {},
                   html("{}{}{}", privacy(view, subject.level), std::move(table).done(),
                        sharing(context, subject, assessment)),
                   &subject);
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

}  // namespace primum::programmes
