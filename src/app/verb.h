#pragma once
// What the first word of a command line may be.

#include <functional>

#include "base/checked.h"

namespace CLI {
class App;
}

namespace primum::app {

/// What to do once the command line is read: nothing, or why it could not be done.
using Action = std::function<Checked<void>()>;

/// Each adds a verb with its options and example to the program; `chosen` becomes its action when
/// the command line names it.
void add_admin(CLI::App& program, Action& chosen);
void add_analyse(CLI::App& program, Action& chosen);
void add_audit(CLI::App& program, Action& chosen);
void add_backup(CLI::App& program, Action& chosen);
void add_chart(CLI::App& program, Action& chosen);
void add_demo(CLI::App& program, Action& chosen);
void add_detect(CLI::App& program, Action& chosen);
void add_doctor(CLI::App& program, Action& chosen);
void add_export(CLI::App& program, Action& chosen);
void add_import(CLI::App& program, Action& chosen);
void add_links(CLI::App& program, Action& chosen);
void add_migrate(CLI::App& program, Action& chosen);
void add_report(CLI::App& program, Action& chosen);
void add_restore(CLI::App& program, Action& chosen);
void add_routes(CLI::App& program, Action& chosen);
void add_serve(CLI::App& program, Action& chosen);

}  // namespace primum::app
