#pragma once
// Verbs that need the settings of an installation and nothing else of the command line.

#include <CLI/App.hpp>
#include <functional>
#include <memory>

#include "app/settings.h"
#include "app/verb.h"

namespace primum::app {

/// Gives a verb the options of the database; `operation` is what it does with them.
template <class Operation>
void add_operation(CLI::App& verb, Action& chosen, Operation operation) {
    auto reader = std::make_shared<SettingsReader>(verb, SettingsReader::Extent::database);
    verb.callback([reader, operation, &chosen] {
        chosen = [reader, operation]() -> Checked<void> {
            const auto settings = reader->finish();
            if (!settings) return std::unexpected(settings.error());
            return operation(*settings);
        };
    });
}

}  // namespace primum::app
