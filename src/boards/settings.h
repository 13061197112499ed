#pragma once
// What an organisation has chosen for its board: which measures, in what order, and its own words.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "measures/measure.h"
#include "spc/analysis.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::boards {

/// The chosen measures in their order; empty where a board shows what there is.
std::vector<measures::MeasureId> chosen_measures(const store::Reader& db,
                                                 const store::Readable& organisation);
/// Replaces them; none: back to what there is.
void save_chosen(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const std::vector<measures::MeasureId>& chosen);

// The grid of Making Data Count: rows by variation, columns by assurance.

enum class GridRow : std::uint8_t { improving, ordinary, concerning, changing };
enum class GridColumn : std::uint8_t { passes, varies, fails, no_target };
inline constexpr std::array kGridRows = {GridRow::improving, GridRow::ordinary, GridRow::concerning,
                                         GridRow::changing};
inline constexpr std::array kGridColumns = {GridColumn::passes, GridColumn::varies,
                                            GridColumn::fails, GridColumn::no_target};

std::string_view name(GridRow row);
std::string_view name(GridColumn column);
const char* label(GridRow row);
const char* label(GridColumn column);

/// Where a series stands; nothing where there are too few points to say.
std::optional<GridRow> row_of(spc::Variation variation);
GridColumn column_of(spc::Assurance assurance);

using GridCell = std::pair<GridRow, GridColumn>;
/// What standing there means: English for a catalogue. Neutral: it asks, and praises nobody.
const char* default_words(GridCell cell);

using GridWords = std::map<GridCell, std::string>;
/// Those that the organisation has replaced.
GridWords grid_words(const store::Reader& db, const store::Readable& organisation);
/// Replaces all of them.
void save_grid_words(store::Writer& db, const store::Writable& organisation,
                     const store::Stamp& stamp, const GridWords& words);

}  // namespace primum::boards
