#include "measures/questions.h"

#include "language/language.h"

namespace primum::measures {
namespace {

using language::sentence;
using spc::Reading;
using spc::Rule;

const char* kCounted =
    sentence("Was it counted as before: the same source, the same people, all cases?");
const char* kPatients = sentence("Were the patients like those of other periods?");

Questions of_a_point(Reading reading) {
    const char* means = sentence(
        "This one point lies further out than ordinary variation reaches: something was different "
        "then.");
    if (reading == Reading::improvement)
        return {means,
                {sentence("What was different then, and who can tell? It may be worth repeating."),
                 kCounted}};
    return {means,
            {sentence("What was different then? Ask those who were there, soon and without "
                      "blame."),
             kCounted, kPatients}};
}

Questions of_a_shift(Reading reading) {
    const char* means = sentence(
        "The level has changed and stayed: so many points in a row on one side of the centre line "
        "are hardly ever chance.");
    if (reading == Reading::improvement)
        return {means,
                {sentence("Which change in care began at that time or shortly before?"),
                 sentence("Does its process measure show that it was really done?"),
                 sentence("What would hold it? If you know why and it lasts, consider a new "
                          "phase."),
                 kCounted}};
    return {means,
            {sentence("What changed at that time or shortly before: in care, in staff, in demand, "
                      "in equipment?"),
             kCounted, kPatients}};
}

Questions of_a_trend(Reading reading) {
    const char* means = sentence(
        "The points drift in one direction for longer than chance explains: something works "
        "gradually.");
    if (reading == Reading::improvement)
        return {
            means,
            {sentence("What spreads or grows step by step, and where does it stand?"), kCounted}};
    return {means,
            {sentence("What wears out, fills up or is done a little less each time?"), kCounted,
             kPatients}};
}

Questions of_an_early_word(Reading reading) {
    const char* means = sentence(
        "Several points lie near one limit: an early word of a change that may be under way.");
    if (reading == Reading::improvement)
        return {
            means,
            {sentence("What did those periods have in common that is worth keeping?"), kCounted}};
    return {means,
            {sentence("What do those periods have in common?"),
             sentence("What will you look at when the next number comes?"), kCounted}};
}

}  // namespace

Questions questions_for(Rule rule, Reading reading) {
    switch (rule) {
        case Rule::outside_limits:
            return of_a_point(reading);
        case Rule::shift:
        case Rule::long_run:
            return of_a_shift(reading);
        case Rule::trend:
            return of_a_trend(reading);
        case Rule::two_of_three:
        case Rule::four_of_five:
            return of_an_early_word(reading);
        case Rule::few_crossings:
            return {sentence("The points cross the centre line less often than chance would: they "
                             "stay on one side for long."),
                    {sentence("Are there two levels on one chart, before and after something?"),
                     kCounted}};
        case Rule::within_one_sigma:
            return {sentence("The points vary less than their limits say: the limits may not fit "
                             "them."),
                    {sentence("Are different things averaged in each number?"),
                     sentence("Do the limits still rest on an older, wider phase?"), kCounted}};
        case Rule::beyond_one_sigma:
            return {sentence("The points keep away from the centre: two processes may share one "
                             "chart."),
                    {sentence("Are there two kinds of patients, places or shifts in it?")}};
        case Rule::alternating:
            break;
    }
    return {sentence("The points go up and down in turn: something alternates."),
            {sentence("Do two sources, teams or ways of counting take turns?")}};
}

Questions questions_for_ordinary_variation() {
    return {sentence("No single number here needs an explanation: they differ as chance lets "
                     "them."),
            {sentence("Is this level good enough? If not, what in the way of working would have to "
                      "change?"),
             sentence("Which change do you test next, and when would the chart show it?")}};
}

spc::Reading reading_of(const spc::Signal& signal, spc::Better better) {
    using Direction = spc::Signal::Direction;
    if (signal.direction == Direction::undirected) return Reading::common;
    const bool high = signal.direction == Direction::high;
    if (better == spc::Better::neutral) return high ? Reading::high : Reading::low;
    return high == (better == spc::Better::higher) ? Reading::improvement : Reading::concern;
}

}  // namespace primum::measures
