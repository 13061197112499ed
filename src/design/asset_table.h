#pragma once
// Every asset, as web/pack.mjs lists them while building.

#include <vector>

#include "design/assets.h"

namespace primum::design {

const std::vector<Asset>& asset_table();

}  // namespace primum::design
