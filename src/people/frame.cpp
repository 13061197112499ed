#include "people/frame.h"

#include <algorithm>
#include <chrono>

#include "design/callouts.h"
#include "design/error_summary.h"
#include "design/heading.h"

namespace primum::people {

using html::html;

html::Html form_page(const design::View& view, std::string_view title, const Problems& problems,
                     const html::Html& content, std::optional<html::Url> back) {
    return design::page(
        view, {.title = design::Text(title), .error = !problems.empty(), .back = std::move(back)},
        design::two_thirds(html("{}{}{}", design::error_summary(view, problems),
                                design::page_heading(title), content)));
}

html::Html plain_page(const design::View& view, std::string_view title, const html::Html& content,
                      std::optional<html::Url> back) {
    return form_page(view, title, {}, content, std::move(back));
}

http::Response link_is_used(const access::Context& context) {
    const design::View& view = context.view;
    return without_referrer(http::page(
        http::Status::not_found,
        plain_page(
            view, view.say("This link no longer works"),
            html("<p>{}</p><p>{}</p>", view.say("It has been used already, or it is out of date."),
                 view.say("Check that you opened the whole link from the latest email, or "
                          "ask for another one.")))));
}

http::Response earlier_or_link_is_used(access::Context& context) {
    return context.save([&](store::Writer&) { return link_is_used(context); });
}

http::Response too_many_attempts(const access::Context& context, Instant until) {
    using std::chrono::seconds;
    const auto wait = std::max(seconds(1), std::chrono::ceil<seconds>(until - context.now));
    const design::View& view = context.view;
    const bool minutes = wait > seconds(90);
    const auto number =
        minutes ? std::chrono::ceil<std::chrono::minutes>(wait).count() : wait.count();
    const std::string time = minutes ? view.words->count(number, "{} minute", "{} minutes")
                                     : view.words->count(number, "{} second", "{} seconds");
    http::Response response =
        http::page(http::Status::too_many_requests,
                   plain_page(view, view.say("Too many attempts"),
                              html("<p>{}</p>", view.say("Wait {}, then try again.", time)),
                              html::url("/sign-in")));
    response.headers.set("Retry-After", std::to_string(wait.count()));
    return response;
}

html::Html mail_notice(const Accounts& accounts, const design::View& view) {
    if (accounts.settings.sends_mail) return {};
    return design::inset_text(
        view,
        html("<p>{}</p>", view.say("This service cannot send email yet. Ask the people who run "
                                   "it to give you a link instead.")));
}

http::Response without_referrer(http::Response response) {
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

void add_fault(Problems& problems, const char* field, std::optional<const char*> fault) {
    if (fault) problems.add(field, *fault);
}

}  // namespace primum::people
