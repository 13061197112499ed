#include <fmt/format.h>

#include <chrono>

#include "app/numbers.h"
#include "app/output.h"
#include "csv/file.h"
#include "csv/in_quotes.h"
#include "imports/export.h"
#include "measures/dictionary.h"
#include "organisations/tree.h"

namespace primum::app {

Checked<void> export_numbers(store::Store& store, const ExportNumbers& options) {
    const auto db = store.read();
    const auto scope = store::Scope::system("a person at the command line exports numbers");
    const auto top = organisations::find_by_code(*db, options.organisation);
    if (!top)
        return refuse(fmt::format("No organisation has the code {}: see --organisation.",
                                  csv::in_quotes(options.organisation)));
    imports::Wanted wanted{
        .top = top->id, .measure = {}, .day = std::chrono::floor<std::chrono::days>(db->now())};
    if (!options.measure.empty()) {
        const auto measure = measures::find_measure_by_code(*db, options.measure);
        if (!measure)
            return refuse(fmt::format("No measure has the code {}: see --measure.",
                                      csv::in_quotes(options.measure)));
        wanted.measure = measure->id;
    }
    if (!options.file.ends_with(".xlsx")) {
        const auto text = imports::long_csv(*db, scope, wanted);
        return options.file.empty() ? print(text) : csv::write_file(options.file, text);
    }
    const auto book = imports::workbook(*db, scope, wanted, db->now());
    if (!book) return std::unexpected(book.error());
    return csv::write_file(options.file, *book);
}

}  // namespace primum::app
