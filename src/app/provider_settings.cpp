#include "app/provider_settings.h"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "access/role.h"

namespace primum::app {
namespace {

using openid::Provider;
using openid::RoleRule;

/// Gives each setting of a table to the field it belongs to, and remembers what went wrong first.
class Fields {
public:
    explicit Fields(const toml::table& table, std::string where)
        : table_(table), where_(std::move(where)) {}

    void text(const char* name, std::string& field) {
        if (const toml::node* node = take(name, "text in quotes", &toml::node::is_string))
            field = *node->value<std::string>();
    }

    void truth(const char* name, bool& field) {
        if (const toml::node* node = take(name, "true or false", &toml::node::is_boolean))
            field = *node->value<bool>();
    }

    void seconds(const char* name, std::optional<std::chrono::seconds>& field) {
        const toml::node* node = take(name, "a number of seconds", &toml::node::is_integer);
        if (!node) return;
        const auto count = *node->value<std::int64_t>();
        if (count < 0) return complain(name, "a number of seconds");
        field = std::chrono::seconds(count);
    }

    void texts(const char* name, std::vector<std::string>& field) {
        const toml::node* node = take(name, "a list of texts in quotes", &toml::node::is_array);
        if (!node) return;
        field.clear();
        for (const toml::node& one : *node->as_array()) {
            if (!one.is_string()) return complain(name, "a list of texts in quotes");
            field.push_back(*one.value<std::string>());
        }
    }

    void pairs(const char* name, std::vector<std::pair<std::string, std::string>>& field) {
        const toml::node* node = take(name, "a table of texts", &toml::node::is_table);
        if (!node) return;
        for (const auto& [key, one] : *node->as_table()) {
            if (!one.is_string()) return complain(name, "a table of texts");
            field.emplace_back(key.str(), *one.value<std::string>());
        }
    }

    const toml::array* tables(const char* name) {
        const toml::node* node = take(name, "tables", &toml::node::is_array_of_tables);
        return node ? node->as_array() : nullptr;
    }

    void complain(const char* name, const char* wanted) {
        if (fault_.empty()) fault_ = fmt::format("{}: `{}` takes {}", where_, name, wanted);
    }

    /// What went wrong, once every setting has been asked for.
    std::string fault() const {
        if (!fault_.empty()) return fault_;
        for (const auto& [key, node] : table_)
            if (std::ranges::find(known_, key.str()) == known_.end())
                return fmt::format("{} has a setting `{}` that does not exist", where_, key.str());
        return {};
    }

private:
    using Is = bool (toml::node::*)() const noexcept;

    const toml::node* take(const char* name, const char* wanted, Is is) {
        known_.push_back(name);
        const toml::node* node = table_.get(name);
        if (!node || (node->*is)()) return node;
        complain(name, wanted);
        return nullptr;
    }

    const toml::table& table_;
    std::string where_;
    std::vector<std::string_view> known_;
    std::string fault_;
};

std::unexpected<Refused> refuse_file(const std::string& fault) {
    return refuse(fault + ". Correct it in the settings file.");
}

Checked<RoleRule> read_rule(const toml::table& table, const std::string& provider) {
    RoleRule rule;
    Fields fields(table, "A role of the provider \"" + provider + '"');
    fields.text("claim", rule.claim);
    fields.text("field", rule.field);
    fields.text("value", rule.value);
    fields.text("role", rule.role);
    fields.text("organisation", rule.organisation);
    fields.text("organisation_field", rule.organisation_field);
    fields.text("chosen_claim", rule.chosen_claim);
    fields.text("chosen_field", rule.chosen_field);
    if (const auto fault = fields.fault(); !fault.empty()) return refuse_file(fault);
    if (!access::parse_role(rule.role))
        return refuse_file(fmt::format(
            "The provider \"{}\" gives a role \"{}\" that does not exist", provider, rule.role));
    return rule;
}

Checked<Provider> read_provider(const toml::table& table) {
    Provider provider;
    provider.key = table["key"].value_or(std::string());
    Fields fields(table, "The provider \"" + provider.key + '"');
    fields.text("key", provider.key);
    fields.text("label", provider.label);
    fields.text("issuer", provider.issuer);
    fields.text("client_id", provider.client_id);
    fields.text("secret", provider.secret);
    fields.text("secret_file", provider.secret_file);
    fields.texts("scopes", provider.scopes);
    fields.pairs("parameters", provider.parameters);
    fields.text("prompt", provider.prompt);
    fields.seconds("max_age", provider.max_age);
    fields.texts("acr", provider.acr);
    fields.truth("userinfo", provider.userinfo);
    fields.texts("person", provider.person);
    fields.text("name_claim", provider.name_claim);
    fields.text("email_claim", provider.email_claim);
    fields.text("email_verified_claim", provider.email_verified_claim);
    fields.texts("domains", provider.domains);
    fields.texts("tenants", provider.tenants);
    fields.texts("networks", provider.networks);
    fields.text("ca_file", provider.ca_file);
    std::string secret_by = "post";
    fields.text("secret_by", secret_by);
    if (secret_by == "basic")
        provider.secret_by = openid::SecretBy::basic;
    else if (secret_by != "post")
        fields.complain("secret_by", "\"post\" or \"basic\"");

    if (const toml::array* rules = fields.tables("role"))
        for (const toml::node& one : *rules) {
            auto rule = read_rule(*one.as_table(), provider.key);
            if (!rule) return std::unexpected(rule.error());
            provider.roles.push_back(std::move(*rule));
        }
    if (const auto fault = fields.fault(); !fault.empty()) return refuse_file(fault);
    return openid::complete(std::move(provider));
}

Checked<std::vector<Provider>> read_all(const toml::array& tables) {
    std::vector<Provider> providers;
    for (const toml::node& one : tables) {
        auto provider = read_provider(*one.as_table());
        if (!provider) return std::unexpected(provider.error());
        if (std::ranges::find(providers, provider->key, &Provider::key) != providers.end())
            return refuse_file(fmt::format("Two providers have the key \"{}\"", provider->key));
        providers.push_back(std::move(*provider));
    }
    return providers;
}

}  // namespace

Checked<std::vector<Provider>> read_providers(const std::string& file) {
    try {
        const toml::table settings = toml::parse_file(file);
        const toml::node* tables = settings.get("provider");
        if (!tables) return std::vector<Provider>();
        if (!tables->is_array_of_tables())
            return refuse_file("`provider` takes tables that begin with [[provider]]");
        return read_all(*tables->as_array());
    } catch (const toml::parse_error& error) {
        return refuse_file(
            fmt::format("{}, line {}: {}", file, error.source().begin.line, error.description()));
    }
}

}  // namespace primum::app
