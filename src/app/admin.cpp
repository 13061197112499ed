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

Checked<void> create(Settings settings, const std::string& email) {
    const auto address = parse_address(settings.listen, "--listen");
    if (!address) return std::unexpected(address.error());
    settings.settle(address->port);
    Installation installation(settings, {});
    const auto link = people::administrator_link(installation.accounts(), email);
    if (!link) return std::unexpected(link.error());
    return print("Open this link once, as " + email + ":\n" + *link + "\n");
}

}  // namespace

void add_admin(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("admin", "Administrators, from the machine itself");
    verb->require_subcommand(1);
    auto* make = verb->add_subcommand(
        "create", "A link that makes somebody an administrator, or lets one choose a new password");
    auto reader = std::make_shared<SettingsReader>(*make, SettingsReader::Extent::server);
    auto email = std::make_shared<std::string>();
    make->add_option("EMAIL", *email, "Whose account it is")->required();
    make->footer("Example:\n  primum admin create ann@example.org --data /var/lib/primum");
    make->callback([reader, email, &chosen] {
        chosen = [reader, email]() -> Checked<void> {
            auto settings = reader->finish();
            if (!settings) return std::unexpected(settings.error());
            return create(std::move(*settings), *email);
        };
    });
}

}  // namespace primum::app
