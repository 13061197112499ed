#include "access/front_door.h"

#include <chrono>
#include <exception>
#include <span>
#include <utility>

#include "access/assets.h"
#include "access/cookies.h"
#include "access/problem_page.h"
#include "access/send_again.h"
#include "crypto/hash.h"
#include "crypto/mac.h"
#include "crypto/token.h"
#include "http/etag.h"

namespace primum::access {
namespace {

using http::Request;
using http::Response;
using http::Status;

constexpr std::chrono::minutes kFreshFor{5};

bool is_for_programs(const Request& request) {
    return request.path.starts_with("/api/") || request.path.starts_with("/fhir/");
}

std::string path_and_query(const Request& request) {
    return request.query.empty() ? request.path : request.path + '?' + request.query;
}

Response wrong_method(const Routes::Match& match) {
    std::string allowed;
    for (const http::Method method : match.allowed) {
        if (!allowed.empty()) allowed += ", ";
        allowed += http::name(method);
    }
    Response response = http::bare(Status::method_not_allowed);
    response.headers.add("Allow", allowed);
    return response;
}

Response come_back_soon(Status status) {
    Response response = http::bare(status);
    response.headers.add("Retry-After", "5");
    return response;
}

/// The same for the same form filled in alike.
std::string fingerprint(const Request& request, const http::Form& form, const std::string& key) {
    std::string all = request.path;
    const auto add = [&all](std::string_view text) {
        (all += '\n') += std::to_string(text.size()) + ':';
        all += text;
    };
    for (const auto& [name, value] : form.fields) {
        if (name == "token" || name == "once") continue;
        add(name);
        add(value);
    }
    for (const http::Upload& upload : form.files)
        add(upload.bytes);
    if (form.fields.empty()) add(request.body);
    // With a key that is not in the database: a plain hash of a form with a password would let
    // whoever has the database try passwords quickly.
    const std::string keyed = crypto::hmac_sha256(key, all);
    return crypto::hex(std::as_bytes(std::span(keyed)));
}

/// Names a page in the cache.
std::string cache_key(const Request& request, const language::Language& language) {
    return std::string(language.code()) + request.path;
}

/// Pages of people with a session stay out of every cache; those of visitors have their tokens.
void forbid_keeping(Response& response, bool signed_in) {
    if (response.headers.find("Cache-Control")) return;
    response.headers.add("Cache-Control", signed_in ? "no-store" : "private, no-cache");
}

void allow_keeping(Response& response) {
    response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
    response.headers.set("Vary", "Cookie, Accept-Language");
    response.headers.set("ETag", http::entity_tag(response.bytes()));
}

}  // namespace

FrontDoor::FrontDoor(store::Store& store, const Routes& routes,
                     const language::Languages& languages, Recognise recognise, Furnish furnish,
                     Complain complain, DoorSettings settings)
    : store_(store),
      routes_(routes),
      languages_(languages),
      recognise_(std::move(recognise)),
      furnish_(std::move(furnish)),
      complain_(std::move(complain)),
      settings_(std::move(settings)),
      tokens_(settings_.form_key),
      pace_(settings_.token_burst, settings_.token_pace) {}

std::optional<Response> FrontDoor::answer_quickly(const Request& request) {
    if (request.method != http::Method::get && request.method != http::Method::head)
        return std::nullopt;
    if (auto asset = answer_asset(request)) return asset;
    if (!request.query.empty()) return std::nullopt;
    if (request.cookie(cookie_name(kSessionCookie, is_secure()))) return std::nullopt;
    return cache_.find(cache_key(request, language_of(request, {})), settings_.clock->now());
}

Response FrontDoor::answer(Request& request) {
    try {
        auto match = routes_.find(request.method, request.path);
        if (!match) return answer_problem(http::not_found(), request);
        if (!match->route) return answer_problem(wrong_method(*match), request);
        request.parts = std::move(match->parts);
        if (match->route->policy.audience == Audience::programs)
            return answer_program(request, *match->route);
        return answer_route(request, *match->route);
    } catch (const store::Busy&) {
        return explain(come_back_soon(Status::unavailable), request, view_of(request, {}));
    } catch (const store::OutcomeUnknown& error) {
        complain_(request, error.what());
        return explain(come_back_soon(Status::unavailable), request, view_of(request, {}));
    } catch (const store::ReadOnly& error) {
        complain_(request, error.what());
        return explain(http::bare(Status::out_of_space), request, view_of(request, {}));
    } catch (const std::exception& error) {
        complain_(request, error.what());
        return explain(http::bare(Status::broken), request, view_of(request, {}));
    }
}

Response FrontDoor::answer_route(const Request& request, const Route& route) {
    const store::Lease db = store_.read();
    Context context(*db, store_);
    context.now = settings_.clock->now();
    context.today = std::chrono::floor<std::chrono::days>(context.now);
    context.secure = is_secure();
    context.session = recognise_(*db, request, context.now);
    context.request_ = request.id;
    context.view = view_of(request, context.session);
    if (settings_.latest)
        context.view.latest = [&, now = context.now](const design::View& view) {
            return settings_.latest(*db, view, now);
        };

    const bool alike = route.policy.cached && !context.session;
    std::optional<http::Header> new_visit;
    if (!alike) {
        const auto visit = request.cookie(cookie_name(kVisitCookie, is_secure()));
        context.visit = visit.value_or(crypto::random_token());
        if (!visit) new_visit = cookie(kVisitCookie, context.visit, is_secure());
        context.view.token = tokens_.make(context.session ? context.session->id : context.visit);
        context.view.once = crypto::random_token();
    }

    Response response = explain(check_and_act(request, route, context), request, context.view);
    if (new_visit && !context.session) response.headers.add(new_visit->name, new_visit->value);
    if (!alike || response.status != Status::ok) {
        forbid_keeping(response, context.session.has_value());
        return response;
    }
    allow_keeping(response);
    if (request.query.empty())
        cache_.keep(cache_key(request, *context.view.words), response, context.now);
    return response;
}

Response FrontDoor::check_and_act(const Request& request, const Route& route, Context& context) {
    if (!http::is_safe(request.method)) {
        if (!route.policy.signed_link && !comes_from_us(request, settings_.public_url))
            return http::forbidden();
        auto form = http::read_form(request);
        if (!form)
            return http::page(Status::bad_request, unreadable_page(context.view, form.error()));
        context.form = std::move(*form);
        // Whoever must sign in first is told so at once: then the form gets a new token anyway.
        const bool open_to_visitors = route.policy.audience == Audience::everyone ||
                                      route.policy.audience == Audience::visitors;
        if (!route.policy.signed_link && (open_to_visitors || context.session))
            if (auto refused = refuse_form(request, context)) return std::move(*refused);
    }
    if (auto refused = refuse_person(request, route, context)) return std::move(*refused);
    context.scope = context.scope_under(route.policy);
    return route.action(request, context);
}

/// Why this person is not let in, or nothing.
std::optional<Response> FrontDoor::refuse_person(const Request& request, const Route& route,
                                                 const Context& context) const {
    const Policy& policy = route.policy;
    if (policy.audience == Audience::everyone) return std::nullopt;
    if (policy.audience == Audience::visitors) {
        if (!context.session) return std::nullopt;
        return http::see_other(html::url("/"));
    }
    const auto where = path_and_query(request);
    if (!context.session) {
        if (is_for_programs(request)) return http::bare(Status::unauthorised);
        if (http::is_safe(request.method))
            return http::see_other(html::url("/sign-in?return={}", where));
        return http::page(Status::forbidden,
                          send_again_page(context.view, request, context.form, Missing::session));
    }
    if (policy.audience == Audience::role_holders && !context.session->person.holds(policy.roles))
        return http::forbidden();
    if (policy.fresh && context.now - context.session->signed_in_at > kFreshFor) {
        if (http::is_safe(request.method))
            return http::see_other(html::url("/reauthenticate?return={}", where));
        return http::page(Status::forbidden,
                          send_again_page(context.view, request, context.form, Missing::freshness));
    }
    return std::nullopt;
}

/// A form that our own page did not make for this browser and session: shown again whole, so that
/// nothing typed is lost, with a token of today.
std::optional<Response> FrontDoor::refuse_form(const Request& request, Context& context) const {
    const std::string_view holder = context.session ? context.session->id : context.visit;
    const auto header = request.headers.find("X-CSRF-Token");
    const std::string_view token = header ? *header : context.form.text("token");
    if (!tokens_.valid(token, holder))
        return http::page(Status::forbidden,
                          send_again_page(context.view, request, context.form, Missing::token));

    if (auto once = context.form.text("once"); !once.empty()) {
        const std::string print = fingerprint(request, context.form, settings_.form_key);
        // A form that is corrected after "back" and sent again is another request.
        context.repeatable_ = {.actor = std::string(holder),
                               .key = crypto::sha256_hex(std::string(once) + print),
                               .fingerprint = print};
    }
    return std::nullopt;
}

/// For a path that no room knows: still in the frame of whoever asks.
Response FrontDoor::answer_problem(Response problem, const Request& request) {
    const store::Lease db = store_.read();
    const auto session = recognise_(*db, request, settings_.clock->now());
    design::View view = view_of(request, session);
    if (session) {  // for the button with which they sign out
        view.token = tokens_.make(session->id);
        view.once = crypto::random_token();
    }
    Response response = explain(std::move(problem), request, view);
    forbid_keeping(response, session.has_value());
    return response;
}

/// Gives an answer without a body what to say.
Response FrontDoor::explain(Response response, const Request& request,
                            const design::View& view) const {
    const bool is_problem = static_cast<int>(response.status) >= 400;
    if (!is_problem || !response.bytes().empty()) return response;
    if (is_for_programs(request)) {
        response.headers.set("Content-Type", "application/problem+json");
        response.body = problem_document(response.status, request.id);
        return response;
    }
    Response explained = http::page(response.status, problem_page(view, response.status));
    for (const http::Header& header : response.headers)
        explained.headers.add(header.name, header.value);
    return explained;
}

const language::Language& FrontDoor::language_of(const Request& request,
                                                 const std::optional<Session>& session) const {
    if (const auto code = request.cookie(cookie_name(kLanguageCookie, is_secure())))
        if (const auto* chosen = languages_.find(*code)) return *chosen;
    if (session && !session->language.empty())
        if (const auto* chosen = languages_.find(session->language)) return *chosen;
    return languages_.choose(request.headers.find("Accept-Language").value_or(""));
}

design::View FrontDoor::view_of(const Request& request,
                                const std::optional<Session>& session) const {
    design::View view;
    view.words = &language_of(request, session);
    view.languages = &languages_.all();
    view.zone = settings_.zone;
    view.service = settings_.service;
    view.theme = settings_.theme;
    view.path = path_and_query(request);
    view.request = request.id;
    if (session) view.who = session->person.name;
    furnish_(view, session);
    return view;
}

}  // namespace primum::access
