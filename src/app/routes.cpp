#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "app/installation.h"
#include "app/output.h"
#include "app/verb.h"
#include "json/writer.h"

namespace primum::app {
namespace {

std::string_view name(access::Audience audience) {
    switch (audience) {
        case access::Audience::everyone:
            return "everyone";
        case access::Audience::visitors:
            return "visitors";
        case access::Audience::signed_in:
            return "signed_in";
        case access::Audience::role_holders:
            return "role_holders";
        case access::Audience::programs:
            return "programs";
    }
    return {};
}

std::string as_json(const access::Routes& routes) {
    json::Writer document;
    document.begin_array();
    for (const access::Route& route : routes.all()) {
        document.begin_object()
            .member("method", http::name(route.method))
            .member("path", std::string_view(route.pattern))
            .member("policy", route.policy.name)
            .member("audience", name(route.policy.audience))
            .member("changes", route.policy.reach == store::Reach::write)
            .member("fresh", route.policy.fresh);
        document.key("roles").begin_array();
        for (const access::Role role : access::all_roles())
            if (route.policy.roles.has(role)) document.value(access::name(role));
        document.end_array().end_object();
    }
    document.end_array();
    return std::string(document.text()) + '\n';
}

std::string as_table(const access::Routes& routes) {
    std::string table;
    for (const access::Route& route : routes.all()) {
        std::string line(http::name(route.method));
        line.resize(6, ' ');
        line += route.pattern;
        if (line.size() < 50) line.resize(50, ' ');
        ((table += line) += ' ') += route.policy.name;
        table += '\n';
    }
    return table;
}

/// A list of addresses asks no database.
class NoStore final : public store::Store {
public:
    store::Engine engine() const override { return store::Engine::sqlite; }
    store::Lease read() override { throw std::logic_error("there is no database here"); }
    void migrate() override {}
    std::size_t steps_to_migrate() override { return 0; }

protected:
    void write_erased(const std::function<void(store::Writer&)>&) override { read(); }
};

std::string listed(bool in_json) {
    NoStore store;
    const language::Languages languages;
    const crypto::Keys keys(std::string(crypto::Keys::kBytes, '\0'));
    people::Accounts accounts(store, languages, keys, {}, {});
    const people::OpenId openid({}, keys, {}, {});
    resources::Uses uses;
    momentum::Sightings sightings;
    measures::ChartCache charts;
    collection::Views views;
    const announcements::Unsubscribing unsubscribing(keys);
    const access::Routes routes = all_routes(accounts, openid, uses, sightings, charts, views,
                                             unsubscribing, Settings().outside());
    return in_json ? as_json(routes) : as_table(routes);
}

}  // namespace

void add_routes(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("routes", "Every address of the server, and for whom");
    auto json = std::make_shared<bool>(false);
    verb->add_flag("--json", *json, "For programs");
    verb->footer("Example:\n  primum routes --json");
    verb->callback([json, &chosen] { chosen = [json] { return print(listed(*json)); }; });
}

}  // namespace primum::app
