#include "openid/provider.h"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <string_view>

#include "openid/fetch.h"

namespace primum::openid {
namespace {

constexpr std::string_view kKeyLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";

// Parameters that are ours to choose: an operator who sets one takes a check away.
constexpr std::string_view kOurs[] = {
    "response_type", "client_id", "redirect_uri",   "scope",
    "state",         "nonce",     "code_challenge", "code_challenge_method",
    "response_mode", "request",   "request_uri",    "prompt",
    "max_age",       "acr_values"};

std::string objection(const RoleRule& rule) {
    if (rule.claim.empty() || rule.value.empty() || rule.role.empty())
        return "has a role rule without `claim`, `value` or `role`";
    if (rule.organisation.empty() == rule.organisation_field.empty())
        return "has a role rule that needs either `organisation` or `organisation_field`";
    if (!rule.organisation_field.empty() && rule.field.empty())
        return "has a role rule with `organisation_field` that needs `field` as well";
    if (rule.chosen_claim.empty() != rule.chosen_field.empty())
        return "has a role rule with only one of `chosen_claim` and `chosen_field`";
    return {};
}

std::string objection(const Provider& provider) {
    if (provider.key.empty() || provider.key.find_first_not_of(kKeyLetters) != std::string::npos)
        return "needs a `key` of small letters, digits and hyphens";
    if (provider.label.empty()) return "needs a `label` for the sign-in page";
    if (provider.client_id.empty()) return "needs the `client_id` that it was registered with";
    if (const auto outside = outside_of(provider.issuer); !outside)
        return "has an `issuer` that " + outside.error();
    if (provider.secret.empty() == provider.secret_file.empty())
        return "needs either `secret` or `secret_file`";
    if (std::ranges::find(provider.scopes, "openid") == provider.scopes.end())
        return "needs \"openid\" among its `scopes`";
    if (provider.person.empty()) return "needs a claim in `person`";
    for (const auto& [name, value] : provider.parameters)
        if (std::ranges::find(kOurs, name) != std::end(kOurs))
            return fmt::format("may not set `{}` in `parameters`", name);
    for (const std::string& network : provider.networks)
        if (!Network::parse(network)) return fmt::format("has no network in \"{}\"", network);
    for (const RoleRule& rule : provider.roles)
        if (auto objects = objection(rule); !objects.empty()) return objects;
    return {};
}

}  // namespace

Checked<Provider> complete(Provider provider) {
    const auto refused = [&](std::string_view why) {
        return primum::refuse(fmt::format(
            "The sign-in provider \"{}\" {}. Correct it in the settings file.", provider.key, why));
    };
    if (const auto objects = objection(provider); !objects.empty()) return refused(objects);
    if (provider.secret.empty()) {
        std::ifstream file(provider.secret_file);
        std::getline(file, provider.secret);
        if (!provider.secret.empty() && provider.secret.back() == '\r') provider.secret.pop_back();
        if (provider.secret.empty())
            return refused(fmt::format("has no secret in {}", provider.secret_file));
    }
    return provider;
}

}  // namespace primum::openid
