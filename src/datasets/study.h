#pragma once
// Every series of a data set, analysed in one way.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "datasets/dataset.h"
#include "datasets/notes.h"
#include "spc/analysis.h"
#include "spc/options.h"

namespace primum::datasets {

/// How series are to be analysed.
struct Method {
    std::optional<spc::Chart> chart;  ///< none: chosen from the data
    std::string rules = "mdc";        ///< the name of a set of rules
    spc::Options options;             ///< everything else; its chart and rules are not read
};

struct Study {
    Dataset data;
    spc::Options options;                 ///< with the chart and the rules that were used
    std::string rules;                    ///< their name
    std::vector<spc::Analysis> analyses;  ///< one a member of the data
};

/// Whether rows with one date are one point of this chart.
bool takes_subgroups(spc::Chart chart);

/// Whether this chart divides by a denominator.
bool takes_denominators(spc::Chart chart);

/// Analyses all series. Where the chart is left open, the one that suits most of them is taken, and
/// a note says why. Refuses numbers that the chart cannot show, by row and column.
Checked<Study> study_of(Dataset data, const Method& method, Notes& notes);

}  // namespace primum::datasets
