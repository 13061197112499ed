#pragma once
// What people of an organisation say of a measure in a period, and what they said before.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "boards/verdict.h"
#include "measures/series.h"

namespace primum::boards {

inline constexpr int kMostNarrative = 2000;  ///< characters

struct Narrative {
    measures::MeasureId measure;
    std::string stratum;  ///< as of series
    Day period;
    std::string words;
    std::string written_by;  ///< a name; empty where nobody knows
    Instant written_at;
};

/// What holds of a measure: the latest of each period, the latest period first.
std::vector<Narrative> narratives_of(const store::Reader& db, const store::Readable& organisation,
                                     const measures::MeasureId& measure,
                                     const std::string& stratum);

/// Everything that was written of a period, the latest first.
std::vector<Narrative> history_of(const store::Reader& db, const store::Readable& organisation,
                                  const measures::MeasureId& measure, const std::string& stratum,
                                  Day period);

/// For a board: of each measure and stratum what holds of the latest period not after a day.
using LatestNarratives = std::map<std::pair<measures::MeasureId, std::string>, Narrative>;
LatestNarratives latest_narratives(const store::Reader& db, const store::Readable& organisation,
                                   Day until);

/// Writes another; what was there stays in the history.
void save_narrative(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Narrative& narrative, Verdict verdict);

}  // namespace primum::boards
