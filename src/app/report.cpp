#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <filesystem>
#include <memory>

#include "app/database.h"
#include "app/operation.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/verb.h"
#include "boards/pack.h"
#include "csv/file.h"
#include "language/language.h"
#include "measures/frequency.h"
#include "organisations/tree.h"
#include "store/store.h"

namespace primum::app {
namespace {

namespace fs = std::filesystem;

struct ReportOptions {
    std::string organisation;  ///< its code
    std::string folder;
    std::string month;  ///< "2026-10"; empty for today
};

Checked<Day> until(const ReportOptions& options, Instant now) {
    using namespace std::chrono;
    if (options.month.empty()) return floor<days>(now);
    const auto month = measures::parse_period(measures::Frequency::month, options.month);
    if (!month) return refuse("Write --month as year and month: 2026-10.");
    return measures::next_period(measures::Frequency::month, *month) - days(1);
}

Checked<void> report(store::Store& store, const Settings& settings, const ReportOptions& options) {
    const auto db = store.read();
    const auto organisation = organisations::find_by_code(*db, options.organisation);
    if (!organisation)
        return refuse("No organisation has the code " + options.organisation +
                      ": see --organisation.");
    const auto day = until(options, db->now());
    if (!day) return std::unexpected(day.error());

    const language::Languages languages;
    const design::View view{.words = &languages.english(), .zone = settings.time_zone};
    const auto scope = store::Scope::system("whoever may run commands here may read everything");
    const boards::Board board =
        boards::board_of(*db, scope.may_read(organisation->id), *organisation, *day);
    const auto kinds = organisations::kinds_of(*db);
    const boards::Pack pack = boards::pack_of(view, board, kinds);

    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        return refuse("The folder " + options.folder + " cannot be made: choose another --out.");
    const fs::path folder = options.folder;
    ProgressBar bar("Drawing");
    const auto progress = [&](std::size_t done, std::size_t all) { bar.show(done, all); };
    const auto pdf = boards::pack_pdf(view, board, pack, progress);
    if (!pdf) return std::unexpected(pdf.error());
    const auto xlsx = boards::pack_xlsx(view, pack, db->now(), progress);
    if (!xlsx) return std::unexpected(xlsx.error());
    const std::pair<const char*, std::string> files[] = {
        {"board-pack.pdf", *pdf},
        {"board-pack.xlsx", *xlsx},
        {"board-pack.csv", boards::pack_csv(pack)}};
    std::string said;
    for (const auto& [name, bytes] : files) {
        const std::string place = (folder / name).string();
        if (auto written = csv::write_file(place, bytes); !written)
            return std::unexpected(written.error());
        said += place + "\n";
    }
    return print(said);
}

}  // namespace

void add_report(CLI::App& program, Action& chosen) {
    auto* verb =
        program.add_subcommand("report", "The board pack of an organisation: PDF, XLSX and CSV");
    auto options = std::make_shared<ReportOptions>();
    verb->add_option("--organisation", options->organisation, "Its code")
        ->type_name("CODE")
        ->required();
    verb->add_option("--out", options->folder, "The folder for the files; made where it is missing")
        ->type_name("DIR")
        ->required();
    verb->add_option("--month", options->month, "As things stood at its end: 2026-10")
        ->type_name("MONTH");
    verb->footer(
        "The files say what the organisation’s board page says.\n"
        "Example:\n"
        "  primum report --data /var/lib/primum --organisation RX7 --out packs --month 2026-10");
    add_operation(*verb, chosen, [options](const Settings& settings) {
        return with_database(
            settings, [&](store::Store& store) { return report(store, settings, *options); });
    });
}

}  // namespace primum::app
