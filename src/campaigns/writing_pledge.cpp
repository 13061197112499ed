// An organisation writes its pledge.

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/pledge_prompts.h"
#include "campaigns/workspace.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/textarea.h"

namespace primum::campaigns {
namespace {

using html::html;

html::Html words_page(const access::Context& context, const Joining& joining,
                      std::string_view words, bool is_public, const Problems& problems) {
    const design::View& view = context.view;
    html::Html prompts;
    for (const Prompt& prompt : prompts_of(view, joining.interventions, joining.candidate.choices))
        prompts.append("<li><strong>{}</strong> {}</li>", prompt.about, prompt.words);
    const html::Html help =
        prompts.empty()
            ? html("<p>{}</p>", view.say("Choose your interventions first, and prompts for them "
                                         "stand here."))
            : design::details(
                  {.summary = view.say("Prompts for what you chose"), .open = true},
                  html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", prompts));
    const std::string begun(words.empty()
                                ? first_words(view, joining.here.organisation.name,
                                              joining.interventions, joining.candidate.choices)
                                : std::string(words));
    return task_page(
        context, joining, view.say("Write your pledge"), problems,
        html(
            "<p>{}</p>{}{}",
            view.say("Say in your own words what will be different for patients, by when, and who "
                     "answers for it. Short is good."),
            help,
            task_form(
                view, joining, "pledge",
                html("{}{}{}",
                     design::textarea(
                         view, {.name = "pledge",
                                .label = {view.say("Your pledge"), design::Size::m},
                                .hint = words.empty()
                                            ? view.say("We have begun with what you chose: make it "
                                                       "yours.")
                                            : std::string_view(),
                                .value = begun,
                                .error = problems.about("pledge"),
                                .rows = 12,
                                .most_characters = static_cast<int>(kLongestPledge)}),
                     design::checkboxes(
                         view,
                         {.name = "public",
                          .choices = {{.value = "yes",
                                       .label = view.say("Everybody may read it"),
                                       .hint = view.say("It is shown once the organisation has "
                                                        "joined, never before.")}},
                          .values = is_public ? std::vector<std::string>{"yes"}
                                              : std::vector<std::string>{},
                          .error = problems.about("public")}),
                     save_button(view)))));
}

}  // namespace

Response ask_for_words(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(words_page(context, *joining, joining->membership.pledge,
                               joining->membership.pledge_public || !joining->begun() ||
                                   joining->membership.pledge.empty(),
                               {}));
}

Response take_words(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const std::string words(context.form.text("pledge"));
    const bool is_public = context.form.text("public") == "yes";
    Problems problems;
    if (words.empty()) problems.add("pledge", "Write what your organisation pledges.");
    check_length(problems, "pledge", words, kLongestPledge);
    if (joining->membership.state == State::sent)
        problems.add("", "It has been signed: take the signature back to change it.");
    if (joining->membership.takes_part()) {
        if (!joining->signs())
            problems.add("", "The pledge of a member is changed by its chief executive.");
        if (!is_public && asked(*joining, Asks::pledge_public))
            problems.add("public", "The campaign asks members for a public pledge: tick it.");
    }
    if (!problems.empty())
        return http::unprocessable(words_page(context, *joining, words, is_public, problems));
    return save_task(
        context, *joining, "saved",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return save_pledge(db, owner, stamp, seen, words, is_public);
        },
        [&](const Problems& overtaken) {
            return words_page(context, *joining, words, is_public, overtaken);
        });
}

}  // namespace primum::campaigns
