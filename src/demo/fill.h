#pragma once
// From the fictional country to a database, by the same ways as people's own changes.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/country.h"
#include "demo/staff.h"
#include "store/store.h"

namespace primum::demo {

/// Called now and then with how much of the work is done; false stops it.
using Progress = std::function<bool(std::size_t done, std::size_t all)>;

/// Fills an empty database. Everybody has the same password, hashed already: a hash takes long, on
/// purpose. False where it was stopped, with some of it done.
bool fill(store::Store& store, const Country& country, const std::vector<Colleague>& staff,
          std::string_view password_hash, Day today, std::uint64_t seed, const Progress& progress);

}  // namespace primum::demo
