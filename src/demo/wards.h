#pragma once

#include <cstddef>
#include <string>

#include "base/random.h"

namespace primum::demo {

/// What the wards of one site are called, the first of them first: departments that every hospital
/// has, then numbered wards with a speciality.
std::string ward_name(SeededRandom& random, std::size_t number, bool large_site);

}  // namespace primum::demo
