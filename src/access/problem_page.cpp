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
    {Status::precondition_failed, "It has changed since you read it",
     "Read it again, then make your change again with its new ETag in If-Match."},
    {Status::too_large, "What you sent is too large", "Choose a smaller file and try again."},
    {Status::unsupported_media_type, "This is not JSON",
     "Send the body as application/json, in UTF-8."},
    {Status::unprocessable, "This cannot be saved as it is",
     "Nothing was changed. Where it was sent before with other contents, a program sends a new "
     "Idempotency-Key."},
    {Status::precondition_required, "Say what you are changing",
     "Read it first, then send its ETag in If-Match."},
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

std::string document_of(Status status, std::string_view detail, std::string_view request_id,
                        const std::vector<Fault>& faults) {
    json::Writer document;
    document.begin_object()
        .member("type", "about:blank")
        .member("title", words_for(status).title)
        .member("status", static_cast<int>(status))
        .member("detail", detail)
        .member("instance", "urn:primum:request:" + std::string(request_id));
    if (!faults.empty()) {
        document.key("errors").begin_array();
        for (const Fault& fault : faults)
            document.begin_object()
                .member("pointer", fault.pointer)
                .member("detail", fault.detail)
                .end_object();
        document.end_array();
    }
    document.end_object();
    return std::string(document.text());
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
    return document_of(status, words_for(status).advice, request_id, {});
}

http::Response problem(Status status, std::string_view detail, std::string_view request_id,
                       const std::vector<Fault>& faults) {
    http::Response response = http::bare(status);
    response.headers.set("Content-Type", "application/problem+json");
    response.body = document_of(status, detail, request_id, faults);
    return response;
}

}  // namespace primum::access
