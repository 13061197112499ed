#include "access/problem_page.h"

#include "design/page.h"
#include "json/writer.h"

namespace primum::access {
namespace {

using http::Status;

struct Words {
    Status status;
    const char* title;
    const char* advice;
};

// The last serves every other status.
constexpr Words kWords[] = {
    {Status::bad_request, "The request could not be read",
     "Go back, reload the page and try again."},
    {Status::unauthorised, "Sign in first", "Sign in, then try again."},
    {Status::forbidden, "You cannot do this",
     "Your role does not include this. If you think that it should, ask the person who looks after "
     "your organisation here."},
    {Status::not_found, "Page not found",
     "If you typed the address, check that it is correct. If you followed a link, what it led to "
     "may have moved, or may not be yours to see."},
    {Status::method_not_allowed, "This cannot be done here",
     "Go back, reload the page and try again."},
    {Status::conflict, "Somebody else changed this at the same time",
     "Go back and reload the page to see what has changed, then make your change again."},
    {Status::too_large, "What you sent is too large", "Choose a smaller file and try again."},
    {Status::too_many_requests, "Too many attempts", "Wait a few minutes, then try again."},
    {Status::unavailable, "Very many people are here just now",
     "Nothing was lost. Wait a few seconds, then try again. If you were sending something, send it "
     "again: it will not be done twice."},
    {Status::out_of_space, "Nothing can be saved just now",
     "Nothing was changed. You can still read everything. The people who run this service have "
     "been "
     "told."},
    {Status::broken, "Something went wrong on our side",
     "Try again later. If it goes on, tell the people who run this service, and give them the "
     "reference below."},
};

const Words& words_for(Status status) {
    for (const Words& words : kWords)
        if (words.status == status) return words;
    return static_cast<int>(status) < 500 ? kWords[0] : std::end(kWords)[-1];
}

}  // namespace

html::Html problem_page(const design::View& view, Status status) {
    const Words& words = words_for(status);
    std::optional<html::Html> reference;
    if (static_cast<int>(status) >= 500)
        reference = html::html("<p>{} <code>{}</code></p>", view.say("Reference:"), view.request);
    const auto main = html::html(R"(
        <h1 class="nhsuk-heading-l">{}</h1>
        <p>{}</p>
        {}
        <p><a href="{}">{}</a></p>)",
                                 view.say(words.title), view.say(words.advice), reference,
                                 html::url("/"), view.say("Go to the home page"));
    return design::page(view, {.title = std::string(view.say(words.title))}, main);
}

html::Html unreadable_page(const design::View& view, const Refused& why) {
    const auto title = view.say("The form could not be read");
    const auto main = html::html(R"(
        <h1 class="nhsuk-heading-l">{}</h1>
        <p>{}</p>)",
                                 title, why.sentence);
    return design::page(view, {.title = std::string(title)}, main);
}

std::string problem_document(Status status, std::string_view request_id) {
    const Words& words = words_for(status);
    json::Writer document;
    document.begin_object()
        .member("type", "about:blank")
        .member("title", words.title)
        .member("status", static_cast<int>(status))
        .member("detail", words.advice)
        .member("instance", "urn:primum:request:" + std::string(request_id))
        .end_object();
    return std::string(document.text());
}

}  // namespace primum::access
