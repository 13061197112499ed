// An assessment is shared with the faculty, and taken back.

#include "programmes/assessing.h"

#include "design/button.h"
#include "design/form.h"
#include "programmes/actions.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

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

}  // namespace primum::programmes
