#include "measures/phase_guard.h"

#include <fmt/format.h>

#include <algorithm>

#include "datasets/suggestions.h"
#include "language/language.h"

namespace primum::measures {
namespace {

using language::sentence;

bool takes_part(const Material& material, const Point& point) {
    const bool event = material.measure.on(point.said.period).says.frequency == Frequency::event;
    return point.said.excluded.empty() && (point.said.numerator || event);
}

std::string spoken(const Material& material, Day day) {
    return spoken_period(material.measure.now().frequency, day);
}

/// A shift that begins within so many points of the day.
bool shifts_near(const Material& material, const datasets::Study& study, Day from) {
    const auto at = static_cast<std::size_t>(
        std::ranges::lower_bound(material.points, from, {},
                                 [](const Point& point) { return point.said.period; }) -
        material.points.begin());
    return std::ranges::any_of(datasets::suggestions_of(study, 0),
                               [&](const spc::SuggestedRebase& one) {
                                   return one.begin <= at + kNearby && at <= one.begin + kNearby;
                               });
}

}  // namespace

Sides sides_of(const Material& material, Day from) {
    Day begin = Day::min();
    Day end = Day::max();
    for (const NewPhase& phase : new_phases_of(material)) {
        if (phase.from <= from) begin = phase.from;
        if (phase.from > from) end = std::min(end, phase.from);
    }
    Sides sides;
    for (const Point& point : material.points) {
        const Day period = point.said.period;
        if (!takes_part(material, point) || period < begin || period >= end) continue;
        ++(period < from ? sides.before : sides.after);
    }
    return sides;
}

Checked<void> may_begin_phase(const Material& material, const datasets::Study& study, Day from) {
    for (const NewPhase& phase : new_phases_of(material))
        if (phase.from == from) return refuse(sentence("A phase begins on this day already."));
    const Sides sides = sides_of(material, from);
    if (sides.after < kFewestInAPhase)
        return refuse(fmt::format(
            "There are {} points since {}, and a phase needs at least {}. Decide when there are "
            "{} more.",
            sides.after, spoken(material, from), kFewestInAPhase, kFewestInAPhase - sides.after));
    if (sides.before < kFewestInAPhase)
        return refuse(fmt::format(
            "There are {} points in the phase before {}, and a phase needs at least {}: there is "
            "too little to compare with.",
            sides.before, spoken(material, from), kFewestInAPhase));
    if (!shifts_near(material, study, from))
        return refuse(fmt::format(
            "The chart shows no lasting shift that begins near {}: the lines there are still "
            "describe what happens. Eight points in a row on one side of the centre line, from "
            "about that day on, would be enough.",
            spoken(material, from)));
    return {};
}

Material with(const Material& material, const Decision& decision) {
    Material more = material;
    const auto later = std::ranges::find_if(
        more.decisions, [&](const Decision& one) { return one.from > decision.from; });
    more.decisions.insert(later, decision);
    return more;
}

}  // namespace primum::measures
