#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "app/numbers.h"
#include "app/output.h"
#include "app/progress.h"
#include "crypto/hash.h"
#include "csv/file.h"
#include "csv/in_quotes.h"
#include "imports/carrying.h"
#include "imports/file.h"
#include "imports/mapping.h"
#include "organisations/tree.h"

namespace primum::app {
namespace {

using imports::Import;
using imports::Mapping;
using imports::Plan;
using imports::Saved;

Checked<Mapping> mapping_of(const csv::Table& table, const ImportNumbers& options) {
    Mapping mapping = imports::guess_mapping(table);
    if (!options.shape.empty()) {
        const auto shape = imports::parse_shape(options.shape);
        if (!shape)
            return refuse(
                fmt::format("--shape {} is none of points, wide, across, incidents, observations.",
                            csv::in_quotes(options.shape)));
        mapping = imports::guess_mapping(table, *shape);
    }
    bool named_columns = false;
    for (const std::string& entry : options.map) {
        const auto equals = entry.find('=');
        const std::string key = entry.substr(0, equals);
        const std::string heading = equals == std::string::npos ? "" : entry.substr(equals + 1);
        if (key == "column") {
            if (!std::exchange(named_columns, true)) mapping.values.clear();
            mapping.values.push_back(heading);
        } else if (key == "names" && (heading == "measures" || heading == "organisations")) {
            mapping.names =
                heading == "measures" ? imports::Names::measures : imports::Names::organisations;
        } else if (const auto field = imports::parse_field(key)) {
            std::erase_if(mapping.columns, [&](const auto& one) { return one.second == heading; });
            mapping.columns[*field] = heading;
            if (heading.empty()) mapping.columns.erase(*field);
        } else {
            return refuse(fmt::format(
                "--map {} names no field: write period=, organisation=, measure=, stratum=, "
                "numerator=, denominator=, value=, note=, excluded=, names= or column= and a "
                "heading.",
                csv::in_quotes(entry)));
        }
    }
    return mapping;
}

struct Opened {
    imports::Reading reading;
    Mapping mapping;
};

Checked<Opened> open(const std::string& bytes, const ImportNumbers& options) {
    const auto file = imports::open_file(bytes);
    if (!file) return std::unexpected(file.error());
    Opened opened;
    if (!file->dhis2) {
        const auto table = imports::table_of(*file, options.sheet);
        if (!table) return std::unexpected(table.error());
        auto mapping = mapping_of(*table, options);
        if (!mapping) return std::unexpected(mapping.error());
        opened.mapping = std::move(*mapping);
    }
    auto reading = imports::read_file(*file, options.sheet, opened.mapping);
    if (!reading) return std::unexpected(reading.error());
    opened.reading = std::move(*reading);
    return opened;
}

std::string described(const Plan& plan, const imports::Reading& reading) {
    constexpr std::size_t kMostLines = 100;
    std::string text = fmt::format("{} added, {} changed, {} unchanged, {} rows left out\n",
                                   plan.count(Saved::added), plan.count(Saved::changed),
                                   plan.count(Saved::unchanged), plan.problems.size());
    for (const std::string& note : reading.notes)
        text += note + "\n";
    for (std::size_t i = 0; i < std::min(kMostLines, plan.problems.size()); ++i) {
        const imports::RowProblem& problem = plan.problems[i];
        text += fmt::format("row {}{}: {}\n", problem.row,
                            problem.column.empty()
                                ? ""
                                : fmt::format(", column {}", csv::in_quotes(problem.column)),
                            fmt::format(fmt::runtime(problem.english), problem.what));
    }
    if (plan.problems.size() > kMostLines)
        text += fmt::format("and {} more\n", plan.problems.size() - kMostLines);
    return text;
}

Checked<OrganisationId> find_top(const store::Reader& db, const std::string& code) {
    const auto found = organisations::find_by_code(db, code);
    if (found) return found->id;
    return refuse(
        fmt::format("No organisation has the code {}: see --organisation.", csv::in_quotes(code)));
}

class Importer {
public:
    Importer(store::Store& store, const ImportNumbers& options, const Opened& opened,
             const std::string& digest)
        : store_(store), options_(options), opened_(opened), digest_(digest) {}

    Checked<void> run() {
        const auto top = find_top(*store_.read(), options_.organisation);
        if (!top) return std::unexpected(top.error());
        const imports::Directory directory(*store_.read(), scope_, *top, today());
        const auto* measure =
            options_.measure.empty() ? nullptr : directory.measure(options_.measure);
        if (!options_.measure.empty() && measure == nullptr)
            return refuse(fmt::format("No measure has the code {}: see --measure.",
                                      csv::in_quotes(options_.measure)));
        const auto begun = imports::latest_of_file(*store_.read(), scope_.may_read(*top), digest_,
                                                   imports::State::running);
        if (begun && !options_.resume && !options_.dry_run)
            return refuse(
                "An import of this file was broken off: add --resume to bring in the rest.");
        const auto plan_now = [&] {
            return imports::plan_import(*store_.read(), scope_, directory, opened_.reading,
                                        {.organisation = *top, .measure = measure}, today());
        };
        const Plan plan = plan_now();
        if (options_.dry_run)
            return print(described(plan, opened_.reading) +
                         "Nothing was changed: leave out --dry-run to import.\n");
        const bool nothing_new =
            plan.count(Saved::added) + plan.count(Saved::changed) == 0 && !begun;
        if (nothing_new) return print(described(plan, opened_.reading));
        Import import = begun ? *begun : begin(*top);
        if (!carry_out(plan, import))
            return refuse("Stopped: run it again with --resume to bring in the rest.");
        return print(described(plan, opened_.reading));
    }

private:
    Day today() const { return std::chrono::floor<std::chrono::days>(store_.read()->now()); }

    static store::Stamp stamp(const store::Writer& db) {
        return {.person = {}, .at = db.now(), .request = "import"};
    }

    Import begin(OrganisationId top) {
        Import import{.organisation = top,
                      .file_name = std::filesystem::path(options_.file).filename().string(),
                      .digest = digest_,
                      .sheet = options_.sheet,
                      .mapping = imports::written(opened_.mapping),
                      .measure = options_.measure,
                      .state = imports::State::running};
        import.id = store_.write([&](store::Writer& db) {
            return imports::add_import(db, scope_.may_write(top), stamp(db), import);
        });
        return import;
    }

    /// False where a person has stopped it.
    bool carry_out(const Plan& plan, Import& import) {
        stop_requested();
        ProgressBar bar("Importing");
        const auto all = plan.series.size();
        while (import.state == imports::State::running) {
            import = store_.write([&](store::Writer& db) {
                Import next = import;
                imports::carry_on(db, scope_, stamp(db), plan, opened_.reading, next,
                                  imports::kMostOfACommand, today());
                return next;
            });
            bar.show(static_cast<std::size_t>(import.done), all);
            if (stop_requested()) return import.state != imports::State::running;
        }
        return true;
    }

    store::Store& store_;
    const ImportNumbers& options_;
    const Opened& opened_;
    const std::string& digest_;
    store::Scope scope_ = store::Scope::system("a person at the command line imports numbers");
};

Checked<void> undo(store::Store& store, const ImportNumbers& options, const std::string& digest) {
    const auto scope = store::Scope::system("a person at the command line undoes an import");
    const auto top = find_top(*store.read(), options.organisation);
    if (!top) return std::unexpected(top.error());
    const auto import =
        imports::latest_of_file(*store.read(), scope.may_read(*top), digest, imports::State::done);
    if (!import)
        return refuse(fmt::format("This file has not been imported into {}, or was undone already.",
                                  options.organisation));
    if (options.dry_run)
        return print(
            fmt::format("{} points would be taken away, {} would be as before. Nothing "
                        "was changed: leave out --dry-run to undo it.\n",
                        import->counts.added, import->counts.changed));
    const auto touched = store.write([&](store::Writer& db) {
        return imports::undo(db, scope, {.person = {}, .at = db.now(), .request = "import"},
                             *import, std::chrono::floor<std::chrono::days>(db.now()));
    });
    if (touched.empty())
        return print(fmt::format("{} taken away, {} as before\n", import->counts.added,
                                 import->counts.changed));
    std::string lines;
    for (const imports::Touched& point : touched)
        lines += fmt::format("\n  {} {}", point.series, iso_day(point.period));
    return refuse(
        "Nothing was undone, for these points were changed since. Correct them one by "
        "one:" +
        lines);
}

}  // namespace

Checked<void> import_numbers(store::Store& store, const ImportNumbers& options) {
    auto bytes = csv::read_file(options.file);
    if (!bytes) return std::unexpected(bytes.error());
    const std::string digest = crypto::sha256_hex(*bytes);
    if (options.undo) return undo(store, options, digest);
    const auto opened = open(*bytes, options);
    if (!opened) return std::unexpected(opened.error());
    return Importer(store, options, *opened, digest).run();
}

}  // namespace primum::app
