#pragma once
// The form in which a ward says what a period's numbers are.

#include <optional>
#include <string>

#include "base/problems.h"
#include "http/form.h"
#include "measures/material.h"
#include "organisations/typed_day.h"

namespace primum::measures {

struct PointForm {
    std::string period;           ///< as iso_period writes it; chosen from a list
    organisations::TypedDay day;  ///< instead of it, where periods are days or events
    std::string numerator;
    std::string denominator;
    std::string note;
    std::string checked;  ///< what explains a number that is far from the usual
    std::string rev;      ///< of the point that the form was filled in for; empty for a new one

    static PointForm from(const http::Form& form);
    static PointForm of(const Measure& measure, const Point& point);
};

/// Whether a new period of this measure is typed as a day rather than chosen from a list.
bool asks_for_a_day(Frequency frequency);

/// What the form says, or what to correct in it; `period` where the point is there already. The
/// explanation becomes part of the note.
Valid<Said> check(const PointForm& form, const Material& material, std::optional<Day> period,
                  Day today);

/// What makes somebody look twice, in a sentence: a number that is many times the usual, or a small
/// part of it. Nothing where there are too few points to know what is usual.
std::optional<std::string> unusual(const design::View& view, const Material& material,
                                   const Said& said);

/// Whole periods up to a day of which nobody has said anything, the latest first; none of events.
std::vector<Day> missing_periods(const Material& material, Day today);

}  // namespace primum::measures
