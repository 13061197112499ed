#include <CLI/App.hpp>
#include <memory>

#include "app/service.h"
#include "app/settings.h"
#include "app/verb.h"

namespace primum::app {

void add_serve(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("serve", "The server that people's browsers talk to");
    auto reader = std::make_shared<SettingsReader>(*verb, SettingsReader::Extent::server);
    verb->footer(
        "Every option is also a PRIMUM_… variable and a setting in primum.toml.\n"
        "Example:\n"
        "  primum serve --data /var/lib/primum --public-url https://primum.example");
    verb->callback([reader, &chosen] {
        chosen = [reader]() -> Checked<void> {
            const auto settings = reader->finish();
            if (!settings) return std::unexpected(settings.error());
            return serve(*settings);
        };
    });
}

}  // namespace primum::app
