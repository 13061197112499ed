#include "store/backup.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <memory>
#include <stdexcept>

#include "app/operation.h"
#include "app/output.h"
#include "app/verb.h"

namespace primum::app {
namespace {

Checked<void> say(const char* what, const Checked<store::Manifest>& manifest) {
    if (!manifest) return std::unexpected(manifest.error());
    return print(fmt::format("{}: {} rows, {} audit chains, schema {}, as of {}.\nSHA-256 {}\n",
                             what, manifest->all_rows(), manifest->audit.size(), manifest->schema,
                             manifest->made_at, manifest->sha256));
}

// The store's exceptions here are of the disk, and the operator's to put right.
template <class Action>
Checked<store::Manifest> refusing(const Action& action) {
    try {
        return action();
    } catch (const std::runtime_error& error) {
        return refuse(std::string("The backup was not finished: ") + error.what() + ".");
    }
}

Checked<void> back_up(const Settings& settings, const std::string& file) {
    if (!settings.database.empty())
        return refuse(
            "backup copies a SQLite file: use pg_dump or pgBackRest for PostgreSQL, or"
            " primum export --all.");
    return say("Backed up", refusing([&] {
                   return store::back_up(settings.database_url(), file, system_clock().now());
               }));
}

Checked<void> restore(const Settings& settings, const std::string& file) {
    if (!settings.database.empty())
        return refuse("restore makes a SQLite file: leave --database out.");
    return say("Restored", refusing([&] { return store::restore(file, settings.database_url()); }));
}

}  // namespace

void add_backup(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("backup", "Copies the database while it is in use");
    auto file = std::make_shared<std::string>();
    verb->add_option("FILE", *file, "The copy; FILE.manifest.json describes it")->required();
    verb->footer(
        "The copy is read again before it gets its name. The master key is not in it: keep that\n"
        "elsewhere.\n"
        "Example:\n"
        "  primum backup /backup/primum-2009-04-23.db --data /var/lib/primum");
    add_operation(*verb, chosen,
                  [file](const Settings& settings) { return back_up(settings, *file); });
}

void add_restore(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("restore", "Makes a database from a backup");
    auto file = std::make_shared<std::string>();
    verb->add_option("FILE", *file, "A backup, with its FILE.manifest.json")->required();
    verb->footer(
        "Refuses to overwrite, and a backup that is not what its manifest says.\n"
        "Example:\n"
        "  primum restore /backup/primum-2009-04-23.db --data /var/lib/primum");
    add_operation(*verb, chosen,
                  [file](const Settings& settings) { return restore(settings, *file); });
}

}  // namespace primum::app
