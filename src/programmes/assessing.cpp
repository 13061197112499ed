#include "programmes/assessing.h"

#include "design/callouts.h"
#include "design/error_summary.h"
#include "design/heading.h"
#include "design/page.h"
#include "organisations/frame.h"

namespace primum::programmes {

using html::html;
using html::url;

Asker asker_of(const access::Context& context) {
    return {context.person().id, context.today};
}

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

html::Html privacy(const design::View& view, Level level) {
    const auto who =
        level == Level::individual
            ? view.say(
                  "This is yours. No page here shows it to anybody else, whatever their role: "
                  "not to your leaders, not to the faculty, not to administrators.")
            : view.say(
                  "This belongs to those who lead your organisation: its chief executive, "
                  "executives, medical and nursing directors and improvement lead. Nobody above "
                  "your organisation sees it, unless you share one with the faculty of your "
                  "programme. You can take that back at any time.");
    return design::inset_text(view, html("<p>{}</p>", who));
}

html::Url level_address(const Subject& subject) {
    return url("/organisations/{}/capability/{}", subject.here.id().text(), name(subject.level));
}

html::Url after(const Subject& subject, std::string_view done) {
    return url("/organisations/{}/capability/{}?done={}", subject.here.id().text(),
               name(subject.level), done);
}

html::Html page_of(const access::Context& context, const organisations::Here& here,
                   std::string_view title, const Problems& problems, const html::Html& content,
                   const Subject* above) {
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

}  // namespace primum::programmes
