#include "base/characters.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/summary_list.h"
#include "design/textarea.h"
#include "language/language.h"
#include "momentum/actions.h"
#include "momentum/chase_form.h"
#include "organisations/typed_day.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

constexpr std::size_t kLongest = 500;

void check_length(Problems& problems, const std::string& field, std::string_view text,
                  const char* missing) {
    if (text.empty())
        problems.add(field, missing);
    else if (characters(text) > kLongest)
        problems.add(field, "Use 500 characters or fewer.");
}

struct ResultForm {
    TypedDay on;
    std::string result;
    std::string rev;
};

html::Html result_page(const access::Context& context, const Campaign& campaign, const Chase& chase,
                       const ResultForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const std::string title(view.say("What came of it?"));
    auto on =
        organisations::date_fields("on", {view.say("Day"), design::Size::s}, form.on, problems);
    on.hint = view.say("Today or earlier");
    const auto back = url("/campaigns/{}/momentum/{}", campaign.code, chase.organisation.text());
    return design::page(
        view,
        {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view, campaign, true)},
        design::two_thirds(html(
            R"({}{}{}{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            design::error_summary(view, problems),
            design::page_heading(title, chase.organisation_name),
            design::summary_list(
                view,
                {.rows = {{.key = view.say("Why"), .value = chase.reason, .actions = {}},
                          {.key = view.say("What to do"), .value = chase.act, .actions = {}}}}),
            design::form(
                view,
                {.action = url("/campaigns/{}/momentum/{}/chases/{}", campaign.code,
                               chase.organisation.text(), chase.id.text()),
                 .id = {},
                 .classes = {}},
                html("{}{}{}{}", design::hidden("rev", form.rev), design::date_input(view, on),
                     design::textarea(view, {.name = "result",
                                             .label = {view.say("Result"), design::Size::s},
                                             .hint = view.say("What they said, and what happens "
                                                              "next"),
                                             .value = form.result,
                                             .error = problems.about("result"),
                                             .most_characters = kLongest}),
                     design::button({.label = view.say("Save"), .once = true}))),
            back, view.say("Cancel and go back"))));
}

std::optional<Chase> chase_of(const http::Request& request, const access::Context& context,
                              const Facts& facts) {
    const auto id = ChaseId::parse(request.part("chase"));
    if (!id || !context.scope.can_write(facts.id)) return {};
    return find_chase(context.db, context.scope.may_read(facts.id), *id);
}

}  // namespace

ChaseForm ChaseForm::from(const http::Form& form) {
    return {std::string(form.text("reason")), std::string(form.text("act"))};
}

Problems check(const ChaseForm& form) {
    Problems problems;
    check_length(problems, "reason", form.reason,
                 language::sentence("Enter why they should be spoken to."));
    check_length(problems, "act", form.act, language::sentence("Enter what somebody will do."));
    return problems;
}

html::Html chase_form(const design::View& view, const Campaign& campaign, const Facts& facts,
                      const ChaseForm& form, const Problems& problems) {
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view.say("Speak to them"),
        design::two_thirds(design::form(
            view,
            {.action = url("/campaigns/{}/momentum/{}/chases", campaign.code, facts.id.text()),
             .id = {},
             .classes = {}},
            html("{}{}{}",
                 design::textarea(view, {.name = "reason",
                                         .label = {view.say("Why"), design::Size::s},
                                         .value = form.reason,
                                         .error = problems.about("reason"),
                                         .rows = 2,
                                         .most_characters = kLongest}),
                 design::textarea(view,
                                  {.name = "act",
                                   .label = {view.say("What somebody will do"), design::Size::s},
                                   .hint = view.say("Something that a person does for "
                                                    "another: ring, visit, introduce"),
                                   .value = form.act,
                                   .error = problems.about("act"),
                                   .rows = 2,
                                   .most_characters = kLongest}),
                 design::button({.label = view.say("Write it down"), .once = true})))));
}

http::Response add_new_chase(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const auto facts = organisation_of(request, context, *campaign);
    if (!facts || !context.scope.can_write(facts->id)) return http::not_found();
    const auto form = ChaseForm::from(context.form);
    if (const Problems problems = check(form); !problems.empty())
        return http::unprocessable(
            organisation_page(request, context, *campaign, *facts, form, problems));
    const auto owner = context.scope.may_write(facts->id);
    return context.save([&](store::Writer& db) {
        add_chase(db, owner, context.stamp(), campaign->id, form.reason, form.act);
        return http::see_other(
            url("/campaigns/{}/momentum/{}?done=chase", campaign->code, facts->id.text()));
    });
}

http::Response ask_for_result(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const auto facts = organisation_of(request, context, *campaign);
    if (!facts) return http::not_found();
    const auto chase = chase_of(request, context, *facts);
    if (!chase) return http::not_found();
    return http::ok(result_page(context, *campaign, *chase,
                                {TypedDay::of(chase->done_on.value_or(context.today)),
                                 chase->result, std::to_string(chase->rev)},
                                {}));
}

http::Response enter_result(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const auto facts = organisation_of(request, context, *campaign);
    if (!facts) return http::not_found();
    const auto chase = chase_of(request, context, *facts);
    if (!chase) return http::not_found();
    const ResultForm form{TypedDay::from(context.form, "on"),
                          std::string(context.form.text("result")),
                          std::string(context.form.text("rev"))};
    Problems problems;
    const auto on = organisations::check_day(form.on, "on", "Enter the day.", problems);
    if (on && *on > context.today) problems.add("on-day", "Enter a day that is not in the future.");
    check_length(problems, "result", form.result, language::sentence("Enter what came of it."));
    if (problems.empty() && form.rev != std::to_string(chase->rev)) {
        ResultForm again = form;
        again.rev = std::to_string(chase->rev);
        return http::page(http::Status::conflict,
                          result_page(context, *campaign, *chase, again, overtaken()));
    }
    if (!problems.empty())
        return http::unprocessable(result_page(context, *campaign, *chase, form, problems));
    const auto owner = context.scope.may_write(facts->id);
    return context.save([&](store::Writer& db) {
        if (!save_result(db, owner, context.stamp(), *chase, *on, form.result))
            return http::page(http::Status::conflict,
                              result_page(context, *campaign, *chase, form, overtaken()));
        return http::see_other(
            url("/campaigns/{}/momentum/{}?done=result", campaign->code, facts->id.text()));
    });
}

}  // namespace primum::momentum
