#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "app/address.h"
#include "app/installation.h"
#include "app/output.h"
#include "app/settings.h"
#include "app/verb.h"
#include "people/joining.h"

namespace primum::app {
namespace {

using Task = Checked<void> (*)(people::Accounts&, const std::string& email);

Checked<void> create(people::Accounts& accounts, const std::string& email) {
    const auto link = people::administrator_link(accounts, email);
    if (!link) return std::unexpected(link.error());
    return print("Open this link once, as " + email + ":\n" + *link + "\n");
}

Checked<void> remove_app(people::Accounts& accounts, const std::string& email) {
    if (auto removed = people::remove_app_of(accounts, email); !removed) return removed;
    return print("From now on " + email + " signs in with a password alone.\n");
}

Checked<void> run(Settings settings, Task task, const std::string& email) {
    const auto address = parse_address(settings.listen, "--listen");
    if (!address) return std::unexpected(address.error());
    settings.settle(address->port);
    Installation installation(settings, {});
    return task(installation.accounts(), email);
}

void add_task(CLI::App& admin, Action& chosen, const char* name, const char* what, Task task) {
    auto* verb = admin.add_subcommand(name, what);
    auto reader = std::make_shared<SettingsReader>(*verb, SettingsReader::Extent::server);
    auto email = std::make_shared<std::string>();
    verb->add_option("EMAIL", *email, "Whose account it is")->required();
    verb->footer(std::string("Example:\n  primum admin ") + name +
                 " ann@example.org --data /var/lib/primum");
    verb->callback([reader, email, task, &chosen] {
        chosen = [reader, email, task]() -> Checked<void> {
            auto settings = reader->finish();
            if (!settings) return std::unexpected(settings.error());
            return run(std::move(*settings), task, *email);
        };
    });
}

}  // namespace

void add_admin(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("admin", "Accounts, from the machine itself");
    verb->require_subcommand(1);
    add_task(*verb, chosen, "create",
             "A link that makes somebody an administrator, or lets one choose a new password",
             create);
    add_task(*verb, chosen, "remove-app",
             "Lets somebody who has lost their phone sign in with a password alone", remove_app);
}

}  // namespace primum::app
