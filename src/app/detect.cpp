#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <cmath>
#include <memory>
#include <optional>

#include "app/output.h"
#include "app/verb.h"
#include "spc/detection.h"
#include "spc/names.h"

namespace primum::app {
namespace {

struct DetectOptions {
    std::string chart;
    std::string rules = "mdc";
    double level = 0;
    double becomes = 0;
    double denominator = 0;
    double sigma = 0;
    double multiply = 1;
    std::size_t within = 12;
    double chance = 0.8;
};

/// What is asked, in the engine's own units: before `multiply`.
struct Question {
    spc::Options options;
    double level;
    double changed;
    std::vector<double> denominators;

    spc::Outlook outlook() const { return {options, level, denominators}; }
    spc::Direction direction() const {
        return changed < level ? spc::Direction::fall : spc::Direction::rise;
    }
};

bool can_be_foreseen(spc::Chart chart) {
    return chart == spc::Chart::p || chart == spc::Chart::np || chart == spc::Chart::u ||
           chart == spc::Chart::c || chart == spc::Chart::individuals;
}

Checked<Question> question_of(const DetectOptions& asked) {
    const std::string name = !asked.chart.empty()    ? asked.chart
                             : asked.sigma > 0       ? "i"
                             : asked.denominator > 0 ? "u"
                                                     : "c";
    const auto chart = spc::chart_named(name);
    if (!chart || !can_be_foreseen(*chart))
        return refuse("--chart takes one of p, np, u, c, i, not '" + name + "'.");
    const auto rules = spc::rules_named(asked.rules, *chart);
    if (!rules)
        return refuse("--rules takes one of mdc, ihi, western-electric, nelson, none, not '" +
                      asked.rules + "'.");
    if (!(asked.multiply > 0)) return refuse("--multiply takes a number above 0.");
    const bool individuals = *chart == spc::Chart::individuals;
    if (individuals && !(asked.sigma > 0))
        return refuse("An individuals chart needs --sigma, the ordinary spread of its values.");
    const bool counts = *chart != spc::Chart::c && !individuals;
    if (counts && !(asked.denominator > 0))
        return refuse("A " + name +
                      " chart needs --denominator, how many cases or bed days a point has.");
    if (asked.level == asked.becomes)
        return refuse("--level and --becomes are the same: say what the level changes to.");

    Question question;
    question.options = {.chart = *chart, .rules = *rules};
    if (individuals) question.options.given_sigma = asked.sigma / asked.multiply;
    question.level = asked.level / asked.multiply;
    question.changed = asked.becomes / asked.multiply;
    if (counts) question.denominators = {asked.denominator};
    return question;
}

std::string in_percent(double chance) {
    return fmt::format("{:.0f} %", 100 * chance);
}

std::string points_in_words(std::optional<std::size_t> points) {
    return points ? fmt::format("{} points", *points) : "never";
}

std::string average_in_words(double average) {
    return std::isfinite(average) ? fmt::format("{:.1f} points", average) : "never";
}

std::string answer_in_words(const DetectOptions& asked, const Question& question,
                            const spc::RunLength& seen, const spc::RunLength& unchanged) {
    const bool fall = question.direction() == spc::Direction::fall;
    std::string text = fmt::format(
        "{}, {} rules, from {} to {}. A point is one value on the chart: a month, say.\n\n",
        spc::spoken_name_of(question.options.chart), asked.rules, asked.level, asked.becomes);
    text += fmt::format("Chance that a signal shows the {} within\n", fall ? "fall" : "rise");
    for (const std::size_t points : {6U, 12U, 24U, 36U})
        text +=
            fmt::format("  {:>3} points   {:>5}\n", points, in_percent(seen.chance_within(points)));
    text += fmt::format("Half of the time   {}\n", points_in_words(seen.points_until(0.5)));
    text += fmt::format("Nine times in ten  {}\n", points_in_words(seen.points_until(0.9)));
    text += fmt::format("On average         {}\n", average_in_words(seen.average()));
    text += fmt::format("False alarm that way, nothing having changed: on average after {}\n",
                        average_in_words(unchanged.average()));
    const auto smallest = spc::smallest_change_seen(question.outlook(), question.direction(),
                                                    asked.within, asked.chance);
    if (smallest)
        text += fmt::format("Smallest {} seen within {} points with a chance of {}: to {:.4g}\n",
                            fall ? "fall" : "rise", asked.within, in_percent(asked.chance),
                            *smallest * asked.multiply);
    else
        text += fmt::format("No {} at all is seen within {} points with a chance of {}.\n",
                            fall ? "fall" : "rise", asked.within, in_percent(asked.chance));
    return text;
}

Checked<void> detect(const DetectOptions& asked) {
    const auto question = question_of(asked);
    if (!question) return std::unexpected(question.error());
    const auto seen = spc::time_to_see(question->outlook(), question->changed);
    // The same rules that would show the change, asked of the level as it is.
    const double hardly =
        question->level * (question->direction() == spc::Direction::fall ? 1 - 1e-9 : 1 + 1e-9);
    const auto unchanged = spc::time_to_see(question->outlook(), hardly);
    if (!seen || !unchanged)
        return refuse(
            "There is no exact answer for this: check that levels are possible (a proportion "
            "between "
            "0 and 1), denominators of p and np charts whole, and the rules not anhoej.");
    const std::string text = answer_in_words(asked, *question, *seen, *unchanged);
    return print(text);
}

}  // namespace

void add_detect(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("detect", "How long until a chart would show a change");
    auto options = std::make_shared<DetectOptions>();
    verb->add_option("--chart", options->chart,
                     "p, np, u, c or i; u with a denominator and c without if left out")
        ->type_name("WORD");
    verb->add_option("--rules", options->rules, "mdc, ihi, western-electric, nelson or none")
        ->type_name("WORD");
    verb->add_option("--level", options->level, "The level now, in the unit of the chart")
        ->type_name("X")
        ->required();
    verb->add_option("--becomes", options->becomes, "The level that is hoped for, or feared")
        ->type_name("X")
        ->required();
    verb->add_option("--denominator", options->denominator, "Cases or bed days of one point")
        ->type_name("N");
    verb->add_option("--sigma", options->sigma, "Ordinary spread, for an individuals chart")
        ->type_name("X");
    verb->add_option("--multiply", options->multiply, "1000 when levels are 'per 1,000'")
        ->type_name("K");
    verb->add_option("--within", options->within, "Points in which the smallest change is sought")
        ->type_name("N")
        ->check(CLI::Range(1, 1000));
    verb->add_option("--chance", options->chance, "… and with which chance, 0.8 if left out")
        ->type_name("P")
        ->check(CLI::Range(0.01, 0.99));
    verb->footer(
        "Example: falls of 4 per 1,000 bed days are to become 2, with 900 bed days a month\n"
        "  primum detect --level 4 --becomes 2 --multiply 1000 --denominator 900");
    verb->callback([options, &chosen] { chosen = [options] { return detect(*options); }; });
}

}  // namespace primum::app
