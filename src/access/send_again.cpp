#include "access/send_again.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "design/page.h"

namespace primum::access {
namespace {

using html::html;

bool is_ours(std::string_view field) {
    return field == "token" || field == "once";
}

/// Fields of one-time codes have this very name, which others must not have.
bool is_secret(std::string_view field) {
    return field.find("password") != field.npos || field == "code";
}

bool must_be_given_again(const http::Form& form) {
    return !form.files.empty() || std::ranges::any_of(form.fields, [](const auto& field) {
        return is_secret(field.first);
    });
}

std::string_view explanation(const design::View& view, Missing missing) {
    switch (missing) {
        case Missing::token:
            return view.say(
                "This page had been open for a long time, or you have signed in or out "
                "since you opened it.");
        case Missing::session:
            return view.say(
                "You have been signed out, because you were away for a while. Sign in "
                "again in a new tab, then come back here.");
        case Missing::freshness:
            return view.say(
                "Before this change we ask for your password again. Give your password "
                "in a new tab, then come back here.");
    }
    return {};
}

/// Where to put right what is missing; it opens beside this page, which holds what was filled in.
std::optional<html::Html> remedy(const design::View& view, Missing missing) {
    if (missing == Missing::session)
        return html(R"(<p><a href="{}" target="_blank">{}</a></p>)", html::url("/sign-in"),
                    view.say("Sign in (opens in a new tab)"));
    if (missing == Missing::freshness)
        return html(R"(<p><a href="{}" target="_blank">{}</a></p>)", html::url("/reauthenticate"),
                    view.say("Give your password (opens in a new tab)"));
    return std::nullopt;
}

html::Html kept(const design::View& view, const http::Request& request, const http::Form& form) {
    std::vector<html::Html> fields;
    for (const auto& [name, value] : form.fields)
        if (!is_ours(name))
            fields.push_back(html(R"(<input type="hidden" name="{}" value="{}">)", name, value));
    return html(R"(
        <form method="post" action="{}">
          <input type="hidden" name="token" value="{}">
          <input type="hidden" name="once" value="{}">
          {}
          <button class="nhsuk-button" type="submit">{}</button>
        </form>)",
                html::Url::parse(request.path).value_or(html::url("/")), view.token, view.once,
                fields, view.say("Send again"));
}

}  // namespace

html::Html send_again_page(const design::View& view, const http::Request& request,
                           const http::Form& form, Missing missing) {
    const auto title = view.say("Your form has not been sent yet");
    html::Html end;
    if (must_be_given_again(form)) {
        end = html("<p>{}</p>",
                   view.say("It holds a password, a code or a file, and these are not kept, for "
                            "your safety. Go back to the form and fill it in again."));
    } else {
        end = html("<p>{}</p>{}",
                   view.say("What you filled in has been kept: you need not type it again."),
                   kept(view, request, form));
    }
    const auto main = html(R"(
        <h1 class="nhsuk-heading-l">{}</h1>
        <p>{}</p>
        {}
        {})",
                           title, explanation(view, missing), remedy(view, missing), end);
    return design::page(view, {.title = std::string(title)}, main);
}

}  // namespace primum::access
