#include "measures/advice.h"

#include "language/language.h"

namespace primum::measures {
namespace {

using language::sentence;

constexpr std::int64_t kEnoughPoints = 12;
constexpr double kRare = 1;

bool counts(spc::Chart chart) {
    return needs_denominator(chart) || chart == spc::Chart::c;
}

}  // namespace

std::vector<const char*> advice_on(const Definition& says, const Experience& experience) {
    std::vector<const char*> lines;
    if (experience.points == 0) return lines;
    if (counts(says.chart) && experience.mean < kRare)
        lines.push_back(
            sentence("So far there is less than one event in a period on average. A t chart (days "
                     "between events) or a g chart (cases between events) shows change much "
                     "sooner."));
    if (says.chart != spc::Chart::run && experience.points < kEnoughPoints * experience.series)
        lines.push_back(
            sentence("So far series have fewer than 12 points on average: a run chart says more, "
                     "until there are enough for limits."));
    return lines;
}

}  // namespace primum::measures
