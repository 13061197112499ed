#pragma once
// What of a series may be shown, and to whom: every number of an organisation that pages, charts,
// files and answers for others hold comes from here.

#include <optional>
#include <string>
#include <vector>

#include "disclosure/published.h"
#include "measures/material.h"

namespace primum::measures {

struct PublishedPoint {
    Day period;
    disclosure::Published numerator;
    disclosure::Published denominator;  ///< missing where nothing divides
    disclosure::Published value;        ///< as plotted: multiplier × numerator / denominator
    bool excluded = false;
};

struct PublishedSeries {
    std::vector<PublishedPoint> points;  ///< in order of time
    /// The same for the engine (study.h): a hidden number is a gap, and for others there are no
    /// notes, names or reasons, in which numbers may stand. Lines, signals and words made of it
    /// tell nothing that the points do not.
    Material material;
};

/// Inside (Mode::none), everything as it is. For others, counts are decided together with those of
/// all series of the measure that others may see above and below the organisation, so that none is
/// found by subtraction; what is no whole number is an average of nobody knows how many people, and
/// hidden. Days of events are about one person each: no points at all. A part of the patients
/// (stratum) is hidden where its organisation's parts are shown as well: two ways to divide one sum
/// are not decided together.
PublishedSeries publish(const store::Reader& db, const Material& material, disclosure::Mode mode);

/// Whether somebody without a role in the organisation may see it, through publish().
bool may_see(const Series& series, bool signed_in);

}  // namespace primum::measures
