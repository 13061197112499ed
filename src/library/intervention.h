#pragma once
// What belongs to an intervention: its parts, and the drivers, measures and bundles that carry it.
// Where an intervention says that it has the same content as another, what that one has is its own.

#include <string>
#include <string_view>
#include <vector>

#include "library/item.h"

namespace primum::library {

/// The whole of what hospitals need to take an intervention up. Agreed rows only, on the day.
struct Package {
    std::vector<Item> parts;  ///< interventions whose parent it is
    std::vector<Item> drivers;
    std::vector<Item> measures;
    std::vector<Item> bundles;  ///< elements, in their order
    std::string alias;          ///< the code of the intervention whose content it has, or empty
};

/// Of an intervention alone; what its parts have is in their own packages.
Package package_of(const store::Reader& db, const Item& intervention, Day day);

/// The same with everything that its parts have behind its own.
Package whole_package_of(const store::Reader& db, const Item& intervention, Day day);

}  // namespace primum::library
