#include "boards/board.h"

#include <algorithm>
#include <iterator>

#include "boards/sums.h"
#include "library/item.h"
#include "measures/dictionary.h"

namespace primum::boards {
namespace {

/// Leaves out what was not known yet.
void cut_off(measures::Material& material, Day until) {
    std::erase_if(material.points, [&](const auto& point) { return point.said.period > until; });
}

class Gathering {
public:
    Gathering(const store::Reader& db, const store::Readable& key, Board& board)
        : db_(db),
          key_(key),
          board_(board),
          below_(measures::standings_below(db, key)),
          narratives_(latest_narratives(db, key, board.until)) {
        for (const library::Item& item : library::items_of(db, "measures", board.until))
            interventions_.emplace(item.code, item["intervention"]);
    }

    void gather() {
        std::map<measures::MeasureId, std::vector<measures::Series>> own;
        std::vector<measures::MeasureId> order = chosen_measures(db_, key_);
        const bool chosen = !order.empty();
        for (measures::Series& series : measures::series_of(db_, key_)) {
            if (series.ends && *series.ends < board_.until) continue;
            auto& of_measure = own[series.measure];
            if (!chosen && of_measure.empty()) order.push_back(series.measure);
            of_measure.push_back(std::move(series));
        }
        if (!chosen)
            for (const auto& id : measures_below(db_, key_))
                if (!own.contains(id)) order.push_back(id);
        for (const auto& id : order) {
            const auto measure = measures::find_measure(db_, id);
            if (measure) add(*measure, own[id]);
        }
    }

private:
    void add(const measures::Measure& measure, const std::vector<measures::Series>& own) {
        const std::size_t before = board_.rows.size();
        for (const measures::Series& series : own) {
            measures::Material material = measures::material_of(db_, key_, measure, series);
            cut_off(material, board_.until);
            if (!material.points.empty()) finish({.material = std::move(material)});
        }
        const bool speaks = std::ranges::any_of(
            own, [](const measures::Series& series) { return series.stratum.empty(); });
        if (!speaks)
            if (auto sums = sums_of(db_, key_, board_.organisation.id, measure, board_.until))
                finish({.sums = true,
                        .reported = sums->reported,
                        .most = sums->most,
                        .material = std::move(sums->material)});
        if (board_.rows.size() == before) board_.silent.push_back(measure.name());
    }

    void finish(Row row) {
        const measures::Material& material = row.material;
        row.name = material.measure.name();
        if (!material.series.stratum.empty()) row.name += ", " + material.series.stratum;
        const auto found = interventions_.find(material.measure.library_code);
        if (found != interventions_.end()) row.intervention = found->second;
        std::ranges::replace_copy(material.series.code, std::back_inserter(row.chart_id), '.', '_');
        row.drawn = measures::draw(material, row.chart_id);
        row.reading = measures::reading_of(material, row.drawn.study);
        for (const auto& count : below_)
            if (count.measure == material.measure.id) row.below.push_back(count);
        const auto said = narratives_.find({material.measure.id, material.series.stratum});
        if (said != narratives_.end()) {
            row.narrative = said->second;
            row.judgement =
                judge(material, row.drawn.study, said->second.words, said->second.period);
        }
        board_.rows.push_back(std::move(row));
    }

    const store::Reader& db_;
    const store::Readable& key_;
    Board& board_;
    std::vector<measures::StandingCount> below_;
    LatestNarratives narratives_;
    std::map<std::string, std::string, std::less<>> interventions_;  // by code of a measure
};

constexpr std::array kShown = {Shown::all, Shown::signal, Shown::failing, Shown::improving};
constexpr std::array kOrders = {Order::signal, Order::chosen, Order::name};

template <class Value, std::size_t N>
std::optional<Value> named(std::string_view text, const std::array<Value, N>& all) {
    for (const Value value : all)
        if (name(value) == text) return value;
    return {};
}

bool lets_through(const Filter& filter, const Row& row) {
    if (filter.kind && row.says().kind != *filter.kind) return false;
    if (!filter.intervention.empty() && row.intervention != filter.intervention) return false;
    const auto variation = row_of(row.reading.variation);
    switch (filter.shown) {
        case Shown::signal:
            return variation && *variation != GridRow::ordinary;
        case Shown::failing:
            return row.reading.assurance == spc::Assurance::fail;
        case Shown::improving:
            return variation == GridRow::improving;
        default:
            return true;
    }
}

}  // namespace

std::string Row::latest() const {
    return reading.latest ? measures::spoken_period(says().frequency, *reading.latest)
                          : std::string();
}

bool Row::is_flagged() const {
    using enum datasets::Standing;
    return reading.standing != common && reading.standing != unknown;
}

Board::Words Board::words_of(GridCell cell) const {
    const auto own = words.find(cell);
    if (own != words.end()) return {own->second, true};
    return {default_words(cell), false};
}

Board board_of(const store::Reader& db, const store::Readable& key,
               const organisations::Organisation& organisation, Day until) {
    Board board{.organisation = organisation, .until = until, .words = grid_words(db, key)};
    Gathering(db, key, board).gather();
    return board;
}

std::string_view name(Shown shown) {
    constexpr std::array<std::string_view, 4> kNames = {"all", "signal", "failing", "improving"};
    return kNames[static_cast<std::size_t>(shown)];
}

std::string_view name(Order order) {
    constexpr std::array<std::string_view, 3> kNames = {"signal", "chosen", "name"};
    return kNames[static_cast<std::size_t>(order)];
}

std::optional<Shown> parse_shown(std::string_view text) {
    return named(text, kShown);
}

std::optional<Order> parse_order(std::string_view text) {
    return named(text, kOrders);
}

std::vector<const Row*> rows_of(const Board& board, const Filter& filter) {
    std::vector<const Row*> rows;
    for (const Row& row : board.rows)
        if (lets_through(filter, row)) rows.push_back(&row);
    if (filter.order == Order::signal)
        std::ranges::stable_sort(rows, {}, [](const Row* row) { return row->reading.standing; });
    if (filter.order == Order::name)
        std::ranges::stable_sort(rows, {}, [](const Row* row) { return row->name; });
    return rows;
}

}  // namespace primum::boards
