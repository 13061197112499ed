#include "api/routes.h"

#include <algorithm>

#include "access/policy.h"
#include "api/contract.h"
#include "api/help_page.h"
#include "api/token_actions.h"
#include "api/token_pages.h"
#include "design/heading.h"
#include "design/links.h"

namespace primum::api {
namespace {

bool lets_in(const organisations::Here& here) {
    return std::ranges::any_of(here.roles, [](access::Role role) {
        return access::policy::token_keepers.roles.has(role);
    });
}

html::Html organisation_panel(const access::Context& context, const organisations::Here& here) {
    if (!lets_in(here)) return {};
    const design::View& view = context.view;
    return html::html("{}<p>{}</p>", design::heading({.words = view.say("Programs")}),
                      design::link(tokens_address(here.id()), view.say("Tokens for programs")));
}

html::Html data_door(const access::Context& context, const organisations::Here& here) {
    if (!lets_in(here)) return {};
    return design::link(html::url("/api"), context.view.say("How programs use this data"));
}

http::Response show_help(disclosure::Mode outside, const http::Request& request,
                         access::Context& context) {
    const std::string here = std::string(request.peer.secure ? "https://" : "http://") +
                             request.peer.host + std::string(html::base_path());
    return http::ok(help_page(context.view, here, outside));
}

http::Response show_contract(disclosure::Mode outside, const http::Request&, access::Context&) {
    return http::json(http::Status::ok, openapi_document(outside));
}

void add_operation(access::Routes& routes, const Operation& operation, access::Action action) {
    std::string path(operation.path);
    switch (operation.method) {
        case http::Method::get:
            return routes.get(std::move(path), operation.policy, std::move(action));
        case http::Method::post:
            return routes.post(std::move(path), operation.policy, std::move(action));
        case http::Method::put:
            return routes.put(std::move(path), operation.policy, std::move(action));
        default:
            return routes.remove(std::move(path), operation.policy, std::move(action));
    }
}

}  // namespace

void add_routes(access::Routes& routes, disclosure::Mode outside) {
    using namespace access::policy;
    const auto with = [outside](auto* action) -> access::Action {
        return [outside, action](const http::Request& request, access::Context& context) {
            return action(outside, request, context);
        };
    };
    routes.get("/organisations/{id}/tokens", token_keepers, show_tokens);
    routes.post("/organisations/{id}/tokens", token_keepers, make_token);
    routes.post("/organisations/{id}/tokens/{token}/end", token_keepers, end_token_here);
    routes.get("/api", everyone, with(show_help));
    routes.get("/api/openapi.json", public_page, with(show_contract));
    for (const Operation& operation : operations())
        add_operation(routes, operation, with(operation.action));
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.push_back(organisation_panel);
}

void add_neighbours(measures::Neighbours& neighbours) {
    neighbours.doors.push_back(data_door);
}

}  // namespace primum::api
