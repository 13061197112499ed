#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <map>
#include <memory>

#include "app/data_options.h"
#include "app/output.h"
#include "app/verb.h"
#include "datasets/report.h"

namespace primum::app {
namespace {

struct AnalyseOptions {
    DataOptions data;
    std::string format = "table";
};

std::string report(const datasets::Study& study, const std::string& format) {
    if (format == "csv") return datasets::csv_report(study);
    return format == "json" ? datasets::json_report(study) : datasets::table_report(study);
}

Checked<void> analyse(const AnalyseOptions& options) {
    datasets::Notes notes;
    const auto study = study_of(options.data, notes);
    if (!study) return std::unexpected(study.error());
    const std::string text = report(*study, options.format);
    say(notes);
    return print(text);
}

}  // namespace

void add_analyse(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("analyse", "The statistics of one CSV file");
    auto options = std::make_shared<AnalyseOptions>();
    add_data_options(*verb, options->data);
    verb->add_option("--format", options->format, "table, csv or json")
        ->check([](const std::string& word) -> std::string {
            const bool known = word == "table" || word == "csv" || word == "json";
            return known ? "" : "takes one of table, csv, json, not '" + word + "'";
        })
        ->type_name("WORD");
    verb->footer(
        "Example:\n"
        "  primum analyse falls.csv --date month --numerator falls --denominator bed_days \\\n"
        "      --by ward --multiply 1000 --better lower --format csv");
    verb->callback([options, &chosen] { chosen = [options] { return analyse(*options); }; });
}

}  // namespace primum::app
