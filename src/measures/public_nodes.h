#pragma once
// Within this room: what others may see of a measure, read from the database.

#include <optional>
#include <vector>

#include "measures/public_tree.h"

namespace primum::measures {

/// Sums come before what they are sums of. With `only`, the tree that its series stands in.
std::vector<PublicTree::Node> public_nodes(const store::Reader& db, MeasureId measure, Day today,
                                           std::optional<SeriesId> only);

}  // namespace primum::measures
