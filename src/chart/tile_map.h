#pragma once
// A map without coasts: a tile for each place, in rows by area. Shade and number say how many of
// those there have joined.

#include <string>
#include <vector>

#include "chart/frame.h"

namespace primum::chart {

struct Tile {
    std::string name;
    double joined = 0;
    double all = 0;  ///< as many as there could be
};

struct TileArea {
    std::string name;
    std::vector<Tile> tiles;
};

struct TileMap {
    Caption caption;
    std::vector<TileArea> areas;
};

/// One picture, complete as a file of its own: five shades by share, and in each tile its numbers.
Html tile_map(const TileMap& map, Form form);
/// Both forms.
Html tile_map(const TileMap& map);

/// What the shades mean, as a list to stand above it; `none`, `some` and `all` are the words for
/// the ends: "None", "Under a quarter", …, one a shade, from none to all.
Html tile_key(const std::vector<std::string>& words);
inline constexpr std::size_t kTileShades = 5;

}  // namespace primum::chart
