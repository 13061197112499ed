#include "app/data_options.h"

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <cstdio>
#include <map>

#include "csv/file.h"
#include "csv/text.h"
#include "datasets/rows.h"
#include "spc/names.h"

namespace primum::app {
namespace {

/// An option that is one of several words; help lists them.
template <class T>
CLI::Option* add_choice(CLI::App& verb, const std::string& name, T& place,
                        const std::map<std::string, T>& words, const std::string& help) {
    std::string list;
    for (const auto& [word, value] : words)
        list += (list.empty() ? "" : ", ") + word;
    return verb
        .add_option_function<std::string>(
            name,
            [&place, words, list, name](const std::string& word) {
                const auto found = words.find(word);
                if (found == words.end())
                    throw CLI::ValidationError(name + " takes one of " + list + ", not '" + word +
                                               "'");
                place = found->second;
            },
            help + ": " + list)
        ->type_name("WORD");
}

void add_columns(CLI::App& verb, datasets::WantedColumns& columns) {
    const auto add = [&](const std::string& name, std::string& place, const std::string& help) {
        verb.add_option(name, place, help)->type_name("COL")->group("Columns");
    };
    add("--date", columns.date, "Dates, or running numbers");
    add("--value", columns.value, "Measurements or counts; with --denominator, averages");
    add("--numerator", columns.numerator, "Counts, to be divided by --denominator");
    add("--denominator", columns.denominator, "Cases, bed days or the like");
    verb.add_option("--by", columns.by,
                    "One series for each value of these columns; none for one series")
        ->type_name("COL[,COL]")
        ->delimiter(',')
        ->group("Columns");
    add("--phase", columns.phase, "A label; new lines begin where it changes");
    add("--exclude", columns.exclude,
        "1: the point is drawn, but sets no line and makes no signal");
}

void add_rows(CLI::App& verb, DataOptions& options) {
    verb.add_option("--where", options.where, "Only rows with this value; repeat for more")
        ->type_name("COL=VALUE")
        ->group("Rows")
        ->allow_extra_args(false);
    verb.add_option("--rebase", options.question.rebases,
                    "New lines from this date on; repeat for more")
        ->type_name("DATE")
        ->group("Rows")
        ->allow_extra_args(false);
    verb.add_option("--baseline", options.question.baseline,
                    "The first N points of each phase set its lines")
        ->type_name("N")
        ->group("Rows");
}

void add_method(CLI::App& verb, DataOptions& options) {
    auto& method = options.method;
    auto& spc = method.options;
    std::map<std::string, std::string> charts;
    for (const auto* name :
         {"run", "i", "mr", "ip", "xbar", "s", "p", "pp", "u", "up", "c", "np", "g", "t"})
        charts[name] = name;
    add_choice(verb, "--chart", options.chart, charts,
               "Kind of chart, chosen from the data if left out");
    std::map<std::string, std::string> rules;
    for (const auto* name : {"mdc", "anhoej", "ihi", "western-electric", "nelson", "none"})
        rules[name] = name;
    add_choice(verb, "--rules", method.rules, rules, "What counts as a signal, mdc if left out");
    add_choice(verb, "--better", spc.better,
               {{"higher", spc::Better::higher},
                {"lower", spc::Better::lower},
                {"neutral", spc::Better::neutral}},
               "Which way is better");
    verb.add_option("--target", spc.target, "Target, in the unit of the chart")->type_name("X");
    verb.add_option("--multiply", spc.multiply,
                    "Multiply values and lines, by 1000 for 'per 1,000'")
        ->type_name("K");
    add_choice(verb, "--factor", spc.factor,
               {{"mdc", spc::Factor::mdc_2_66},
                {"textbook", spc::Factor::textbook},
                {"exact", spc::Factor::exact}},
               "Reach of XmR limits in mean moving ranges, 2.66, 3/1.128 or 3/d2")
        ->group("Finer points");
    add_choice(verb, "--screening", spc.screening,
               {{"on", spc::Screening::once}, {"off", spc::Screening::off}},
               "Leave out moving ranges that are too large, on if left out")
        ->group("Finer points");
    add_choice(verb, "--gaps", spc.gaps,
               {{"dropped", spc::Gaps::dropped}, {"bridged", spc::Gaps::bridged}},
               "Moving ranges across missing values, dropped if left out")
        ->group("Finer points");
    verb.add_option(
            "--confidence", spc.probability,
            "Exact limits of p, np, c, u and g charts that hold this share of points, 0.9973 say")
        ->type_name("P")
        ->check(CLI::Range(0.5, 0.999999))
        ->group("Finer points");
}

/// What depends on two options at once.
Checked<void> complete(DataOptions& options) {
    auto& question = options.question;
    for (const auto& text : options.where) {
        auto condition = datasets::parse_condition(text);
        if (!condition) return std::unexpected(condition.error());
        question.where.push_back(std::move(*condition));
    }
    if (question.columns.by == std::vector<std::string>{"none"}) {
        question.columns.by.clear();
        question.columns.one_series = true;
    }
    if (options.chart.empty()) return {};
    const auto chart = spc::chart_named(options.chart);
    options.method.chart = chart;
    question.subgroups = datasets::takes_subgroups(*chart);
    question.events = chart == spc::Chart::g || chart == spc::Chart::t;
    question.columns.no_denominator = !datasets::takes_denominators(*chart);
    return {};
}

Checked<csv::Table> table_of(const std::string& file, datasets::Notes& notes) {
    auto bytes = csv::read_file(file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto text = csv::to_text(std::move(*bytes));
    if (!text) return std::unexpected(text.error());
    if (text->encoding == csv::Encoding::windows_1252)
        notes.emplace_back("The file is not UTF-8 and was read as Windows-1252.");
    return csv::parse_table(text->utf8);
}

}  // namespace

void add_data_options(CLI::App& verb, DataOptions& options) {
    verb.add_option("file", options.file, "A CSV file with headings, as Excel saves it")
        ->type_name("FILE.csv")
        ->required();
    add_columns(verb, options.question.columns);
    add_rows(verb, options);
    add_method(verb, options);
}

Checked<datasets::Study> study_of(const DataOptions& given, datasets::Notes& notes) {
    DataOptions options = given;
    if (const auto completed = complete(options); !completed)
        return std::unexpected(completed.error());
    const auto table = table_of(options.file, notes);
    if (!table) return std::unexpected(table.error());
    auto data = datasets::dataset_of(*table, options.question, notes);
    if (!data) return std::unexpected(data.error());
    return datasets::study_of(std::move(*data), options.method, notes);
}

void say(const datasets::Notes& notes) {
    for (const auto& note : notes)
        std::fprintf(stderr, "%s\n", note.c_str());
}

}  // namespace primum::app
