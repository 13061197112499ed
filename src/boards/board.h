#pragma once
// An organisation's board: what each of its measures says today, or said at the end of a month.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "boards/narrative.h"
#include "boards/settings.h"
#include "measures/drawn.h"
#include "measures/totals.h"
#include "organisations/kind.h"
#include "organisations/organisation.h"

namespace primum::boards {

/// One measure. Where the organisation keeps no series of it, of the sums of what lies below.
struct Row {
    std::string name;          ///< "Falls with harm", with a stratum "Falls with harm, women"
    std::string chart_id;      ///< unique on a page: "core-01", "core-01_women"
    std::string intervention;  ///< code of the library's; empty where it belongs to none
    bool sums = false;
    std::int64_t reported = 0;  ///< of sums: how many series are in the latest period
    std::int64_t most = 0;      ///< and how many in the fullest
    measures::Material material;
    measures::Drawn drawn;
    measures::Reading reading;
    std::vector<measures::StandingCount> below;  ///< where the series below stand, by kind
    std::optional<Narrative> narrative;
    Judgement judgement;  ///< of the narrative

    const measures::Definition& says() const { return material.measure.now(); }
    /// "September 2026", or as its periods are spoken of; empty without a point.
    std::string latest() const;
    /// A special cause, or a target that is not met: what a board should look at.
    bool is_flagged() const;
};

struct Board {
    organisations::Organisation organisation;
    Day until;              ///< periods that begin later are left out
    std::vector<Row> rows;  ///< as the organisation orders them: chosen ones, or its own and then
                            ///< those of campaigns
    std::vector<std::string> silent;  ///< chosen measures of which there is no number
    GridWords words;

    /// The sentence of a cell of the grid, in the organisation's words or ours (English for a
    /// catalogue, where `own` is false).
    struct Words {
        std::string said;
        bool own = false;
    };
    Words words_of(GridCell cell) const;
};

/// Reads only series, sums and counts of the organisation itself, never the points below it, so
/// that a national board costs no more than a ward's.
Board board_of(const store::Reader& db, const store::Readable& key,
               const organisations::Organisation& organisation, Day until);

enum class Shown : std::uint8_t { all, signal, failing, improving };
enum class Order : std::uint8_t { signal, chosen, name };
struct Filter {
    Shown shown = Shown::all;
    std::optional<measures::Kind> kind;
    std::string intervention;  ///< code; empty for all
    Order order = Order::signal;
};
std::optional<Shown> parse_shown(std::string_view name);
std::optional<Order> parse_order(std::string_view name);
std::string_view name(Shown shown);
std::string_view name(Order order);

/// Those that the filter lets through, in its order. Borrowed.
std::vector<const Row*> rows_of(const Board& board, const Filter& filter);

}  // namespace primum::boards
