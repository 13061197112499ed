#include "measures/definition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/nhs_number.h"
#include "language/language.h"

namespace primum::measures {
namespace {

using language::sentence;

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestText = 2000;
constexpr double kGreatestMultiplier = 1e9;

constexpr std::array<OfferedChart, 9> kCharts = {{
    {spc::Chart::run, sentence("Run chart"),
     sentence("Any numbers, and the right one while there are fewer than 12 points: a median and "
              "rules about runs, without limits.")},
    {spc::Chart::individuals, sentence("Individuals (XmR) chart"),
     sentence("Measurements, times, scores; any single value a period.")},
    {spc::Chart::p, sentence("p chart"),
     sentence("The share of patients or occasions, out of a number that you know.")},
    {spc::Chart::p_prime, sentence("p′ chart"),
     sentence("Shares out of thousands, where limits of a p chart are too tight.")},
    {spc::Chart::u, sentence("u chart"),
     sentence("Events per bed days, hours or other opportunities.")},
    {spc::Chart::u_prime, sentence("u′ chart"),
     sentence("Rates out of very many opportunities, where limits of a u chart are too tight.")},
    {spc::Chart::c, sentence("c chart"),
     sentence("Counts where the opportunities stay about the same.")},
    {spc::Chart::g, sentence("g chart"),
     sentence("Rare events: how many cases went well between two of them.")},
    {spc::Chart::t, sentence("t chart"),
     sentence("Rare events: how many days passed between two of them.")},
}};

/// The words of a text with one space between.
std::string plain(std::string_view text) {
    std::string words;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

struct TextOf {
    const char* field;
    const std::string Definition::* text;
};
constexpr std::array<TextOf, 9> kTexts = {{{"name", &Definition::name},
                                           {"numerator", &Definition::numerator},
                                           {"denominator", &Definition::denominator},
                                           {"exclusions", &Definition::exclusions},
                                           {"source", &Definition::source},
                                           {"sampling", &Definition::sampling},
                                           {"unit", &Definition::unit},
                                           {"goal", &Definition::goal},
                                           {"steward", &Definition::steward}}};

void check_texts(const Definition& says, Problems& problems) {
    if (says.name.empty())
        problems.add("name", sentence("Enter a name by which people know the measure."));
    if (says.numerator.empty())
        problems.add("numerator", sentence("Enter what is counted or measured."));
    for (const auto& [field, text] : kTexts) {
        const std::string& words = says.*text;
        if (words.size() > (text == &Definition::name ? kLongestName : kLongestText))
            problems.add(field, text == &Definition::name
                                    ? sentence("Shorten the name to 200 characters or fewer.")
                                    : sentence("Shorten this to 2,000 characters or fewer."));
        if (find_nhs_number(words))
            problems.add(field,
                         sentence("Take the NHS number out: a definition names no patient."));
    }
}

void check_chart(const Definition& says, Problems& problems) {
    const auto offered = std::ranges::find(kCharts, says.chart, &OfferedChart::chart);
    if (offered == kCharts.end())
        problems.add("chart", sentence("Choose one of the charts in the list."));
    else if (needs_denominator(says.chart) && !says.divides())
        problems.add("denominator",
                     sentence("Enter out of how many, or choose a chart that does not divide."));
    else if (says.chart == spc::Chart::t && says.frequency != Frequency::event)
        problems.add("frequency", sentence("Choose “At every event”: a t chart shows the days "
                                           "between events."));
    else if ((says.chart == spc::Chart::t || says.chart == spc::Chart::c ||
              says.chart == spc::Chart::g) &&
             says.divides())
        problems.add("denominator",
                     sentence("Leave this empty, or choose a chart that divides: this one counts "
                              "without a denominator."));
    else if (says.frequency == Frequency::event && needs_denominator(says.chart))
        problems.add("chart", sentence("Choose a t or a g chart: single events have no share."));
}

}  // namespace

std::span<const OfferedChart> offered_charts() {
    return kCharts;
}

const char* label(spc::Chart chart) {
    const auto found = std::ranges::find(kCharts, chart, &OfferedChart::chart);
    return found == kCharts.end() ? sentence("Another chart") : found->label;
}

bool needs_denominator(spc::Chart chart) {
    return chart == spc::Chart::p || chart == spc::Chart::p_prime || chart == spc::Chart::u ||
           chart == spc::Chart::u_prime;
}

bool counts_differently(const Definition& before, const Definition& after) {
    return plain(before.numerator) != plain(after.numerator) ||
           plain(before.denominator) != plain(after.denominator) ||
           plain(before.exclusions) != plain(after.exclusions) ||
           before.multiplier != after.multiplier;
}

void check_definition(const Definition& says, Problems& problems) {
    check_texts(says, problems);
    if (!std::isfinite(says.multiplier) || says.multiplier <= 0 ||
        says.multiplier > kGreatestMultiplier)
        problems.add("multiplier",
                     sentence("Enter a number above 0: 100 for percent, 1000 for a rate per "
                              "1,000, 1 to leave it as it is."));
    check_chart(says, problems);
}

}  // namespace primum::measures
