#pragma once
// Where Primum answers otherwise than a peer because the peer is wrong. Our convenience is no
// reason; a convention that is merely another one becomes an option of the engine instead.

#include <string_view>
#include <vector>

#include "case.h"
#include "compare.h"

namespace primum::golden {

/// A fault of a peer.
struct Reason {
    std::string_view heading;  ///< in docs/statistics.md, where it is told
    std::string_view peer;
    bool (*holds)(const Case&);             ///< looks at chart, options and data, never at the id
    std::vector<std::string_view> columns;  ///< which may differ; "summary.*" is all of a part
    /// Which rows of expected.csv may differ, from 0; null where the fault is not one of rows.
    bool (*spoils)(const Table& expected, std::size_t row) = nullptr;
};

/// Every reason there is.
const std::vector<Reason>& all_reasons();

/// The reasons that together explain all the differences; empty when any is left unexplained.
std::vector<const Reason*> reasons_for(const Case& golden, const std::vector<Difference>& found);

}  // namespace primum::golden
