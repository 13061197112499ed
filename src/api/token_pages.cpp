#include "api/token_pages.h"

#include "api/snippet.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/table.h"
#include "design/tag.h"
#include "organisations/frame.h"

namespace primum::api {
namespace {

using html::html;
using html::url;

std::string day_of(const design::View& view, Instant at) {
    return view.words->day(std::chrono::floor<std::chrono::days>(at));
}

std::string in_words(const design::View& view, access::Rights rights) {
    std::string text;
    const auto add = [&](access::Right right, std::string_view words) {
        if (rights.has(right)) (text += text.empty() ? "" : ", ") += words;
    };
    add(access::Right::read, view.say("read"));
    add(access::Right::write, view.say("enter and change data"));
    add(access::Right::published, view.say("read what is public"));
    return text;
}

html::Html state_of(const access::Context& context, const KeptToken& token) {
    const design::View& view = context.view;
    if (token.ended_at)
        return design::tag(view.say("Ended {}", day_of(view, *token.ended_at)),
                           design::Colour::grey);
    if (!token.works(context.now)) return design::tag(view.say("Expired"), design::Colour::grey);
    return html("{}", view.say("Until {}", day_of(view, token.expires_at)));
}

html::Html end_button(const access::Context& context, const organisations::Here& here,
                      const KeptToken& token) {
    if (!token.works(context.now)) return {};
    const design::View& view = context.view;
    return design::form(
        view, {.action = url("/organisations/{}/tokens/{}/end", here.id().text(), token.id.text())},
        design::button({.label = html(R"({}<span class="nhsuk-u-visually-hidden"> {}</span>)",
                                      view.say("End"), token.name),
                        .look = design::ButtonLook::secondary,
                        .small = true,
                        .once = true}));
}

html::Html list_of(const access::Context& context, const organisations::Here& here,
                   const std::vector<KeptToken>& tokens) {
    const design::View& view = context.view;
    if (tokens.empty()) return design::nothing_yet(view.say("No program has a token yet."));
    design::TableWriter table({.caption = view.say("Tokens of this organisation"),
                               .columns = {{view.say("For")},
                                           {view.say("Begins with")},
                                           {view.say("It may")},
                                           {view.say("Last used")},
                                           {view.say("Works")},
                                           {view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const KeptToken& token : tokens)
        table.row(
            token.name, html("<code>prm_{}</code>", token.key), in_words(view, token.rights),
            token.last_used_at ? day_of(view, *token.last_used_at) : std::string(view.say("never")),
            state_of(context, token), end_button(context, here, token));
    return std::move(table).done();
}

html::Html questions(const access::Context& context, const organisations::Here& here,
                     const TokenForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const auto name =
        design::input(view, {.name = "name",
                             .label = {view.say("Which program is it for?"), design::Size::s},
                             .hint = view.say("For example, the name of the ward system"),
                             .value = form.name,
                             .error = problems.about("name"),
                             .width = 30});
    const auto rights = design::checkboxes(
        view,
        {.name = "rights",
         .legend = {view.say("What may it do?"), design::Size::s},
         .choices = {{.value = "read",
                      .label = view.say("Read everything of {}", here.organisation.name),
                      .hint = view.say("And of what lies below it")},
                     {.value = "data:write", .label = view.say("Read, enter and change data")},
                     {.value = "public",
                      .label = view.say("Read what is public"),
                      .hint = view.say("Small numbers of people are hidden, as for everybody")}},
         .values = form.rights,
         .error = problems.about("rights")});
    const auto life =
        design::radios(view, {.name = "life",
                              .legend = {view.say("How long does it work?"), design::Size::s},
                              .choices = {{.value = "30", .label = view.say("30 days")},
                                          {.value = "90", .label = view.say("90 days")},
                                          {.value = "365", .label = view.say("A year")}},
                              .value = form.life,
                              .error = problems.about("life"),
                              .inline_ = true});
    return design::form(view, {.action = tokens_address(here.id())},
                        html("{}{}{}{}", name, rights, life,
                             design::button({.label = view.say("Make a token"), .once = true})));
}

}  // namespace

html::Url tokens_address(OrganisationId organisation) {
    return url("/organisations/{}/tokens", organisation.text());
}

html::Html tokens_page(const access::Context& context, const organisations::Here& here,
                       const std::vector<KeptToken>& tokens, const TokenForm& form,
                       const Problems& problems) {
    const design::View& view = context.view;
    return organisations::task_page(
        context, here, view.say("Tokens for programs"), problems,
        html("<p>{}</p><p>{}</p>{}{}{}",
             view.say("A program reads and enters data with a token, which stands for this "
                      "organisation. Give each program one of its own, and end it when the program "
                      "is no longer used."),
             design::link(url("/api"), view.say("How programs use the API")),
             list_of(context, here, tokens), design::heading({.words = view.say("Make a token")}),
             questions(context, here, form, problems)));
}

html::Html new_token_page(const access::Context& context, const organisations::Here& here,
                          const std::string& text) {
    const design::View& view = context.view;
    return organisations::task_page(
        context, here, view.say("Copy the token now"), {},
        html(
            "<p>{}</p>{}{}<p>{}</p>",
            view.say("It is shown this once. Nobody can read it here again."),
            snippet(view, "token", text),
            design::warning_callout(
                view, view.say("It is a password"),
                html("<p>{}</p>",
                     view.say("Put it where the program keeps its secrets, never into an e-mail or "
                              "a spreadsheet that others open. Where somebody else has seen it, "
                              "end it and make another."))),
            design::link(tokens_address(here.id()), view.say("I have copied it"))));
}

html::Html shown_once_page(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    return organisations::task_page(
        context, here, view.say("The token was shown once"), {},
        html("<p>{}</p><p>{}</p>",
             view.say("It has been made, and cannot be shown again. If you have not copied it, end "
                      "it and make another."),
             design::link(tokens_address(here.id()), view.say("Tokens for programs"))));
}

}  // namespace primum::api
