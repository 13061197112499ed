#pragma once
// What of a measure may be shown to others: every number of an organisation that pages, charts,
// files and answers for others hold comes from here.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/published.h"
#include "measures/material.h"

namespace primum::measures {

class PublicTree;

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

/// The sum of one period over what lies below an organisation, as a campaign shows it.
struct PublishedSum {
    PublishedPoint point;
    std::int64_t places = 0;  ///< how many series are in it
};

/// A sum of fewer series is not shown to others at all.
inline constexpr std::int64_t kFewestInASum = 3;

/// What others see of a measure. Counts are decided together: all series of it that others may see,
/// the sums that campaigns show of it, and what is a part of what, so that none is found by
/// subtraction. What is no whole number is an average of nobody knows how many people, and hidden.
/// Days of events are about one person each: no points at all. A part of the patients (stratum) is
/// hidden where its organisation is shown by units as well: two ways to divide one sum are not
/// decided together.
class Publication {
public:
    /// Of everybody; or of one series and what its numbers are decided with, which is read faster.
    Publication(const store::Reader& db, const Measure& measure, disclosure::Mode outside,
                std::optional<SeriesId> only = {});
    ~Publication();

    /// The material is that of a series that others may see.
    PublishedSeries of(const Material& material);

    /// In order of time; nothing where no campaign shows sums over what lies below.
    std::vector<PublishedSum> sums_below(OrganisationId organisation);

private:
    PublishedPoint point(std::size_t node, Day period, bool excluded);

    const Measure measure_;
    const disclosure::Mode outside_;
    std::unique_ptr<PublicTree> tree_;
};

/// One series. Inside (Mode::none), everything as it is.
PublishedSeries publish(const store::Reader& db, const Material& material, disclosure::Mode mode);

}  // namespace primum::measures
