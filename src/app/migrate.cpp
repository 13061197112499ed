#include <fmt/format.h>

#include <CLI/App.hpp>

#include "app/content.h"
#include "app/database.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/verb.h"
#include "measures/health.h"

namespace primum::app {
namespace {

Checked<void> say_what_was_done(std::size_t steps) {
    if (steps == 0) return print("The schema is up to date.\n");
    return print(fmt::format("The schema is up to date after {} {}.\n", steps,
                             steps == 1 ? "migration" : "migrations"));
}

}  // namespace

void add_migrate(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand(
        "migrate", "Makes the database, or brings its schema to this version; serve does it too");
    verb->footer(
        "A SQLite file is copied beside itself before its schema changes. Sums and readings of\n"
        "measures that are not what their points say are made anew.\n"
        "Example:\n"
        "  primum migrate --data /var/lib/primum");
    add_operation(*verb, chosen, [](const Settings& settings) {
        std::size_t steps = 0;
        const auto count = [&](store::Store& store) -> Checked<void> {
            steps = store.steps_to_migrate();
            store.migrate();
            const Day today = std::chrono::floor<std::chrono::days>(system_clock().now());
            bring_content(store, today);
            measures::mend(store, today);
            return {};
        };
        const auto done = with_any_database(settings, count);
        return done ? say_what_was_done(steps) : done;
    });
}

}  // namespace primum::app
