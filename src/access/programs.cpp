// How the front door answers programs: by their token, without cookies or pages.

#include <exception>

#include "access/front_door.h"
#include "access/problem_page.h"
#include "crypto/hash.h"

namespace primum::access {
namespace {

using http::Request;
using http::Response;
using http::Status;

constexpr std::size_t kLongestKey = 255;

/// Basic as well, so that spreadsheets ask their person for the token.
Response ask_for_token(const Request& request, std::string_view error, std::string_view detail) {
    Response response = problem(Status::unauthorised, detail, request.id);
    std::string bearer = "Bearer realm=\"api\"";
    if (!error.empty()) (bearer += ", error=\"").append(error) += '"';
    response.headers.add("WWW-Authenticate", bearer);
    response.headers.add("WWW-Authenticate", "Basic realm=\"api\", charset=\"UTF-8\"");
    return response;
}

Response wait(const Request& request, std::chrono::seconds how_long) {
    Response response =
        problem(Status::too_many_requests,
                "This token asks too often. Wait as long as Retry-After says.", request.id);
    response.headers.add("Retry-After", std::to_string(how_long.count()));
    return response;
}

std::string_view what_it_takes(Rights rights) {
    return rights.has(Right::read) ? "This token may not read. Make one that may."
                                   : "This token may not change data. Make one that may.";
}

/// The same for the same thing asked in the same words.
std::string fingerprint(const Request& request) {
    std::string all(http::name(request.method));
    ((all += ' ') += request.path) += '?';
    (all += request.query) += '\n';
    return crypto::sha256_hex(all + request.body);
}

}  // namespace

Response FrontDoor::answer_program(const Request& request, const Route& route) {
    const store::Lease db = store_.read();
    Context context(*db, store_);
    context.now = settings_.clock->now();
    context.today = std::chrono::floor<std::chrono::days>(context.now);
    context.secure = is_secure();
    context.request_ = request.id;
    context.view = view_of(request, {});
    Response response =
        explain(check_token_and_act(request, route, context), request, context.view);
    if (!response.headers.find("Cache-Control"))
        response.headers.add("Cache-Control", "private, no-cache");
    return response;
}

Response FrontDoor::check_token_and_act(const Request& request, const Route& route,
                                        Context& context) {
    const auto header = request.headers.find("Authorization");
    if (!header) return ask_for_token(request, "", "Send a token: Authorization: Bearer TOKEN.");
    const auto given = token_in(*header);
    if (given && settings_.recognise_token)
        context.token = settings_.recognise_token(context.db, *given, context.now);
    if (!context.token)
        return ask_for_token(request, "invalid_token",
                             "This token is not one of ours, has expired or was ended.");
    if (const auto seconds = pace_.wait(context.token->id, context.now))
        return wait(request, *seconds);
    if (!context.token->rights.has_any(route.policy.rights))
        return problem(Status::forbidden, what_it_takes(route.policy.rights), request.id);
    if (const auto key = request.headers.find("Idempotency-Key")) {
        if (key->empty() || key->size() > kLongestKey)
            return problem(Status::bad_request, "An Idempotency-Key has 1 to 255 characters.",
                           request.id);
        context.repeatable_ = {.actor = "token " + context.token->id,
                               .key = crypto::sha256_hex(*key),
                               .fingerprint = fingerprint(request)};
    }
    context.request_ += " token " + context.token->id;  // for the audit: no person did it
    context.scope = context.scope_under(route.policy);
    return route.action(request, context);
}

}  // namespace primum::access
