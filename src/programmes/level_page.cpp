// What is known of a level: the picture over time, the plan, the assessments.

#include "access/context.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/tag.h"
#include "programmes/actions.h"
#include "programmes/assessing.h"
#include "programmes/capability.h"
#include "programmes/gaps.h"
#include "programmes/levels_over_time.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

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
                        done_banner(view, done), privacy(view, subject.level), begin,
                        view.say("Over time"), over_time(context, capabilities, finished), plan,
                        assessment_list(context, subject, all)));
}

}  // namespace

http::Response show_level(const http::Request& request, access::Context& context) {
    const auto subject = subject_of(request, context);
    if (!subject) return http::not_found();
    return http::ok(level_page(context, *subject, request.parameter("done").value_or(""), {}, {}));
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

}  // namespace primum::programmes
