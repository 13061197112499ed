#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <filesystem>
#include <memory>

#include "app/database.h"
#include "app/move.h"
#include "app/numbers.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/settings.h"
#include "app/verb.h"
#include "csv/file.h"
#include "organisations/import.h"
#include "organisations/tree.h"
#include "store/store.h"

namespace primum::app {
namespace {

using organisations::Plan;
using Fate = organisations::Step::Fate;

// One transaction for so many: SQLite walks a transaction's journal after each statement.
constexpr std::size_t kAtOnce = 100;

struct ImportOptions {
    std::string file;
    std::string kind;
    std::string below;  ///< a code; empty where there is one organisation at the top
    bool dry_run = false;
    bool all = false;  ///< a whole installation
};

Checked<organisations::Organisation> find_top(const store::Reader& db, const std::string& code) {
    if (!code.empty()) {
        auto named = organisations::find_by_code(db, code);
        if (named) return std::move(*named);
        return refuse(fmt::format("No organisation has the code {}: see --below.", code));
    }
    const auto tops = organisations::tops(db);
    if (tops.empty())
        return refuse("There is no organisation yet: set the installation up in a browser first.");
    if (tops.size() > 1)
        return refuse(
            "Several organisations stand at the top: name one by its code, --below CODE.");
    return *organisations::find_organisation(db, tops.front());
}

std::string described(const Plan& plan) {
    std::string text =
        fmt::format("{} new, {} changed, {} unchanged, {} left out\n", plan.count(Fate::added),
                    plan.count(Fate::changed), plan.count(Fate::unchanged), plan.problems.size());
    for (const auto* notes : {&plan.problems, &plan.notes})
        for (const organisations::RowNote& note : *notes)
            text += fmt::format("row {}: {}\n", note.row,
                                fmt::format(fmt::runtime(note.english), note.first, note.second));
    return text;
}

class Importer {
public:
    Importer(store::Store& store, const organisations::Reading& reading,
             const organisations::Kinds& kinds, OrganisationId top)
        : store_(store), reading_(reading), kinds_(kinds), top_(top) {}

    Plan plan(const store::Reader& db) const {
        const Day today = std::chrono::floor<std::chrono::days>(db.now());
        return organisations::plan_import(reading_, organisations::register_of(db, top_, today),
                                          kinds_, top_, today);
    }

    /// False where a person has stopped it: what is done stays, and the next run goes on there.
    bool carry_out(std::size_t all) {
        stop_requested();
        ProgressBar bar("Importing");
        for (std::size_t left = all; left > 0;) {
            const std::size_t before = left;
            left = store_.write([&](store::Writer& db) {
                const store::Stamp stamp{.person = {}, .at = db.now(), .request = "import"};
                return organisations::carry_out(db, plan(db), stamp, kAtOnce);
            });
            bar.show(all - left, all);
            if (stop_requested()) return left == 0;
            if (left >= before) break;
        }
        return true;
    }

private:
    store::Store& store_;
    const organisations::Reading& reading_;
    const organisations::Kinds& kinds_;
    OrganisationId top_;
};

Checked<void> import(store::Store& store, const ImportOptions& options) {
    auto bytes = csv::read_file(options.file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto kinds = organisations::kinds_of(*store.read());
    const auto reading = organisations::read_incoming(
        std::move(*bytes), std::filesystem::path(options.file).filename().string(), options.kind,
        kinds);
    if (!reading) return std::unexpected(reading.error());
    const auto top = find_top(*store.read(), options.below);
    if (!top) return std::unexpected(top.error());

    Importer importer(store, *reading, kinds, top->id);
    const Plan plan = importer.plan(*store.read());
    const std::string what = described(plan);
    if (options.dry_run)
        return print(what + "Nothing was changed: leave out --dry-run to import.\n");
    if (!importer.carry_out(plan.count(Fate::added) + plan.count(Fate::changed)))
        return refuse("Stopped: run it again to go on from there.");
    return print(what);
}

}  // namespace

void add_import(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("import",
                                        "Numbers of measures, organisations from a register or a "
                                        "CSV file, or a whole installation");
    auto numbers = std::make_shared<ImportNumbers>();
    auto options = std::make_shared<ImportOptions>();
    auto* all = verb->add_flag("--all", options->all,
                               "The file is what primum export --all has written; the database "
                               "must be empty");
    verb->add_option("FILE", options->file,
                     "With --organisation, numbers: CSV, Excel (.xlsx) or DHIS2 JSON. Without, "
                     "organisations: CSV with code, name, kind, parent_code, opened, closed; or "
                     "etr/ets of the Organisation Data Service, as CSV or ZIP")
        ->required();
    verb->add_option("--kind", options->kind,
                     "What a register lists, where its name does not say so: trust, site")
        ->type_name("KIND")
        ->excludes(all);
    verb->add_option("--below", options->below,
                     "Code of the organisation below which everything lies")
        ->type_name("CODE")
        ->excludes(all);
    verb->add_flag("--dry-run", options->dry_run, "Say what would happen, and change nothing")
        ->excludes(all);
    auto* organisation =
        verb->add_option("--organisation", numbers->organisation,
                         "The file holds numbers of this organisation, or of those below it")
            ->type_name("CODE")
            ->excludes(all);
    verb->add_option("--measure", numbers->measure, "What the numbers count, where no column says")
        ->type_name("CODE")
        ->needs(organisation);
    verb->add_option("--shape", numbers->shape,
                     "What a row is: points, wide, across, incidents or observations")
        ->type_name("SHAPE")
        ->needs(organisation);
    verb->add_option("--map", numbers->map,
                     "Which heading stands over what: period=Month. Fields are period, "
                     "organisation, measure, stratum, numerator, denominator, value, note and "
                     "excluded; column=HEADING for each column of numbers in a wide table, and "
                     "names=organisations or names=measures for what their headings are")
        ->type_name("FIELD=HEADING")
        ->expected(1)
        ->take_all()
        ->needs(organisation);
    verb->add_option("--sheet", numbers->sheet, "Of a workbook")
        ->type_name("NAME")
        ->needs(organisation);
    auto* resume = verb->add_flag("--resume", numbers->resume,
                                  "Bring in the rest of an import that was broken off")
                       ->needs(organisation);
    verb->add_flag("--undo", numbers->undo,
                   "Take back what the latest import of this very file brought")
        ->needs(organisation)
        ->excludes(resume);
    verb->footer(
        "The same file again changes nothing. Rows that cannot be taken are left out and named; a "
        "file with NHS numbers is refused.\n"
        "With --all, the master key is not in the file: copy it as well, or second factors must be "
        "set up again.\n"
        "Examples:\n"
        "  primum import falls.xlsx --organisation RX7 --measure CORE-01 --dry-run\n"
        "  primum import falls.csv --organisation RX7 --measure CORE-01 \\\n"
        "      --map period=Month --map numerator=Harm --map denominator='Bed days'\n"
        "  primum import falls.csv --organisation RX7 --undo\n"
        "  primum import ets.zip --data /var/lib/primum --dry-run\n"
        "  primum import --all primum.jsonl --data /srv/primum \\\n"
        "      --database postgresql://primum@db.example/primum");
    add_operation(*verb, chosen, [options, numbers](const Settings& settings) {
        if (options->all)
            return with_any_database(settings, [&](store::Store& store) {
                return import_everything(store, options->file);
            });
        if (!numbers->organisation.empty()) {
            numbers->file = options->file;
            numbers->dry_run = options->dry_run;
            return with_database(
                settings, [&](store::Store& store) { return import_numbers(store, *numbers); });
        }
        return with_database(settings,
                             [&](store::Store& store) { return import(store, *options); });
    });
}

}  // namespace primum::app
