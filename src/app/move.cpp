#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <filesystem>
#include <fstream>
#include <memory>

#include "app/database.h"
#include "app/move.h"
#include "app/numbers.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/verb.h"
#include "store/files.h"
#include "store/portable.h"

namespace primum::app {
namespace {

namespace fs = std::filesystem;

Checked<void> say(const char* what, const store::Contents& contents) {
    return print(fmt::format("{} {} rows.\nContents {}\n", what, contents.rows, contents.digest));
}

Checked<void> export_to(store::Store& store, const std::string& file) {
    if (fs::exists(file)) return refuse(file + " exists already: name another file.");
    const store::Partial partial(file + ".partial");
    std::ofstream out(partial.path(), std::ios::binary);
    fs::permissions(partial.path(), fs::perms::owner_read | fs::perms::owner_write);
    ProgressBar bar("rows");
    const store::Contents contents = store::export_all(
        store, out, [&](std::size_t done, std::size_t all) { bar.show(done, all); });
    if (!out.flush()) return refuse(file + " cannot be written: make room, or name another file.");
    store::put_in_place(partial.path(), file);
    return say("Exported", contents);
}

}  // namespace

Checked<void> import_everything(store::Store& store, const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return refuse(file + " cannot be read: check its name.");
    store.migrate();
    ProgressBar bar("rows");
    const auto contents = store::import_all(
        store, in, [&](std::size_t done, std::size_t all) { bar.show(done, all); });
    if (!contents) return std::unexpected(contents.error());
    return say("Imported", *contents);
}

void add_export(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand(
        "export", "Numbers of measures, or the whole installation, as one file");
    auto numbers = std::make_shared<ExportNumbers>();
    auto file = std::make_shared<std::string>();
    auto all = std::make_shared<bool>(false);
    auto* whole =
        verb->add_flag("--all", *all,
                       "Everything, people and sessions too: keep the file as safe as the "
                       "database");
    auto* organisation = verb->add_option("--organisation", numbers->organisation,
                                          "Numbers of this organisation and of those below it")
                             ->type_name("CODE")
                             ->excludes(whole);
    verb->add_option("--measure", numbers->measure, "Of this measure only")
        ->type_name("CODE")
        ->needs(organisation);
    verb->add_option("FILE", *file,
                     "With --all, a file that must not exist yet; of numbers, CSV, or a workbook "
                     "where it ends with .xlsx. Numbers without a FILE go to standard output");
    verb->footer(
        "With --all: for moving between SQLite and PostgreSQL. Both sides print the digest of the "
        "contents.\n"
        "Examples:\n"
        "  primum export --organisation RX7 --measure CORE-01 falls.xlsx\n"
        "  primum export --all primum.jsonl --data /var/lib/primum");
    add_operation(*verb, chosen, [file, all, numbers](const Settings& settings) -> Checked<void> {
        if (!numbers->organisation.empty()) {
            numbers->file = *file;
            return with_database(
                settings, [&](store::Store& store) { return export_numbers(store, *numbers); });
        }
        if (!*all || file->empty())
            return refuse("Say what to export: --organisation CODE, or --all and a FILE.");
        return with_database(settings,
                             [&](store::Store& store) { return export_to(store, *file); });
    });
}

}  // namespace primum::app
