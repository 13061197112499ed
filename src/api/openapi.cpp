// The OpenAPI document, made of the table of operations.

#include <algorithm>
#include <map>

#include "api/contract.h"
#include "html/url.h"
#include "json/writer.h"
#include "measures/rule_words.h"

namespace primum::api {
namespace {

using http::Status;

constexpr std::string_view kParameters = R"json({
"code": {"name": "code", "in": "path", "required": true, "description": "Of the organisation, such as RR8", "schema": {"type": "string"}},
"series": {"name": "series", "in": "path", "required": true, "description": "Code of the series, such as core-01", "schema": {"type": "string"}},
"period": {"name": "period", "in": "path", "required": true, "description": "2026-03, 2026-W05, 2026-Q1, 2026 or 2026-03-31", "schema": {"type": "string"}},
"limit": {"name": "limit", "in": "query", "description": "How many at most", "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 100}},
"cursor": {"name": "cursor", "in": "query", "description": "From the Link header of the part before", "schema": {"type": "string"}},
"reason": {"name": "reason", "in": "query", "required": true, "description": "Why: it is kept", "schema": {"type": "string", "minLength": 1, "maxLength": 500}},
"If-Match": {"name": "If-Match", "in": "header", "description": "The ETag of the point that is changed", "schema": {"type": "string"}},
"If-None-Match": {"name": "If-None-Match", "in": "header", "description": "* where only a new point is meant", "schema": {"type": "string"}},
"Idempotency-Key": {"name": "Idempotency-Key", "in": "header", "description": "The same request with the same key is done once, and answered alike, for seven days", "schema": {"type": "string", "maxLength": 255}}
})json";

constexpr std::string_view kHead = R"json("openapi": "3.1.0",
"info": {"title": "Primum", "version": "1.0.0",
  "description": "Measures of patient safety: read series, points and what their charts say; enter points. Dates are YYYY-MM-DD, moments RFC 3339 in UTC. Refusals are RFC 9457 documents. A token asks 300 times at once and ten times a second from then on; above that the answer is 429 with Retry-After.",
  "contact": {"name": "The people who run this installation"}},
"security": [{"bearer": []}, {"basic": []}],
"tags": [
  {"name": "measures", "description": "What is counted and how"},
  {"name": "series", "description": "A measure as an organisation keeps it"},
  {"name": "points", "description": "The numbers of a series, one a period. Of other organisations: RULE"},
  {"name": "analysis", "description": "The chart of a series, in numbers"}],
)json";

constexpr std::string_view kSecurity = R"json("securitySchemes": {
  "bearer": {"type": "http", "scheme": "bearer", "description": "A token of an organisation; its scopes are read, data:write and public"},
  "basic": {"type": "http", "scheme": "basic", "description": "The token as the password, for spreadsheets"}})json";

std::string in_quotes(std::string_view text) {
    json::Writer json;
    json.value(text);
    return std::string(json.text());
}

const char* words_for(Status status) {
    static const std::map<Status, const char*> kWords = {
        {Status::ok, "Done"},
        {Status::created, "It was not there, and is now"},
        {Status::no_content, "Taken away"},
        {Status::bad_request, "The request could not be read"},
        {Status::unauthorised, "No token, or one that does not work"},
        {Status::forbidden, "The token is not for this"},
        {Status::not_found, "Not there, or not yours to see"},
        {Status::conflict, "Somebody else has changed it, or does so now"},
        {Status::precondition_failed, "It has changed since it was read"},
        {Status::unsupported_media_type, "The body is not application/json"},
        {Status::unprocessable,
         "What was sent makes no sense here; or another request had its key"},
        {Status::precondition_required, "If-Match is missing"},
        {Status::too_many_requests, "The token asks too often"}};
    return kWords.at(status);
}

std::string number(Status status) {
    return std::to_string(static_cast<int>(status));
}

std::string reference(std::string_view kind, std::string_view name) {
    return "{\"$ref\": " +
           in_quotes("#/components/" + std::string(kind) + "/" + std::string(name)) + "}";
}

std::string answer(const Answer& answer) {
    std::string text = in_quotes(number(answer.status)) +
                       ": {\"description\": " + in_quotes(words_for(answer.status));
    if (!answer.schema.empty())
        text += ", \"content\": {" + in_quotes(answer.media) +
                ": {\"schema\": " + reference("schemas", answer.schema) + "}}";
    return text + "}";
}

std::string answers(const Operation& operation) {
    std::string text;
    for (const Answer& one : operation.answers)
        text += answer(one) + ", ";
    auto refusals = operation.refusals;
    for (const Status always : {Status::unauthorised, Status::forbidden, Status::too_many_requests})
        refusals.push_back(always);
    std::ranges::sort(refusals);
    for (std::size_t i = 0; i < refusals.size(); ++i)
        text += (i == 0 ? "" : ", ") + in_quotes(number(refusals[i])) + ": " +
                reference("responses", number(refusals[i]));
    return "{" + text + "}";
}

std::string parameters(const Operation& operation) {
    std::string text;
    const auto add = [&](std::string_view name) {
        text += (text.empty() ? "" : ", ") + reference("parameters", name);
    };
    for (const std::string_view name : {"code", "series", "period"})
        if (operation.path.find("{" + std::string(name) + "}") != operation.path.npos) add(name);
    for (const std::string_view name : operation.parameters)
        add(name);
    return "[" + text + "]";
}

std::string in_json(const Operation& operation) {
    std::string method(http::name(operation.method));
    std::ranges::transform(method, method.begin(),
                           [](char letter) { return static_cast<char>(letter + 'a' - 'A'); });
    std::string text = in_quotes(method) + ": {\"operationId\": " + in_quotes(operation.id) +
                       ", \"tags\": [" + in_quotes(operation.subject) +
                       "], \"summary\": " + in_quotes(operation.summary) +
                       ", \"description\": " + in_quotes(operation.description) +
                       ", \"parameters\": " + parameters(operation);
    if (!operation.takes.empty())
        text +=
            ", \"requestBody\": {\"required\": true, \"content\": {\"application/json\": "
            "{\"schema\": " +
            reference("schemas", operation.takes) + "}}}";
    return text + ", \"responses\": " + answers(operation) + "}";
}

std::string paths() {
    std::vector<std::string_view> order;
    std::map<std::string_view, std::string> methods;
    for (const Operation& operation : operations()) {
        std::string& text = methods[operation.path];
        if (text.empty()) order.push_back(operation.path);
        text += (text.empty() ? "" : ", ") + in_json(operation);
    }
    std::string all;
    for (const std::string_view path : order)
        all += (all.empty() ? "" : ",\n") + in_quotes(path) + ": {" + methods[path] + "}";
    return "{" + all + "}";
}

std::string responses() {
    std::string all;
    for (const Status status :
         {Status::bad_request, Status::unauthorised, Status::forbidden, Status::not_found,
          Status::conflict, Status::precondition_failed, Status::unsupported_media_type,
          Status::unprocessable, Status::precondition_required, Status::too_many_requests})
        all += (all.empty() ? "" : ",\n") + answer({status, "Problem", "application/problem+json"});
    return "{" + all + "}";
}

}  // namespace

std::string openapi_document(disclosure::Mode outside) {
    const std::string base(html::base_path());
    std::string head(kHead);
    constexpr std::string_view kRule = "RULE";
    head.replace(head.find(kRule), kRule.size(), measures::rule_in_words(outside));
    return "{" + head + "\"servers\": [{\"url\": " + in_quotes(base.empty() ? "/" : base) +
           "}],\n\"paths\": " + paths() + ",\n\"components\": {" + std::string(kSecurity) +
           ",\n\"parameters\": " + std::string(kParameters) + ",\n\"responses\": " + responses() +
           ",\n\"schemas\": " + std::string(schemas()) + "}}";
}

}  // namespace primum::api
