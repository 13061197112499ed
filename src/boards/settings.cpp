#include "boards/settings.h"

#include "json/writer.h"
#include "language/language.h"
#include "store/audit.h"

namespace primum::boards {
namespace {

using language::sentence;

template <class Value, std::size_t N>
std::optional<Value> named(std::string_view text, const std::array<Value, N>& all) {
    for (const Value value : all)
        if (name(value) == text) return value;
    return {};
}

std::string in_json(const std::vector<measures::MeasureId>& chosen) {
    json::Writer document;
    document.begin_array();
    for (const auto& id : chosen)
        document.value(id.text());
    document.end_array();
    return std::string(document.text());
}

std::string in_json(const GridWords& words) {
    json::Writer document;
    document.begin_object();
    for (const auto& [cell, said] : words)
        document.member(std::string(name(cell.first)) + "/" + std::string(name(cell.second)), said);
    document.end_object();
    return std::string(document.text());
}

}  // namespace

std::vector<measures::MeasureId> chosen_measures(const store::Reader& db,
                                                 const store::Readable& organisation) {
    const auto read = [](const store::Row& row) { return row.get<measures::MeasureId>(0); };
    return db.all(read, R"sql(
        SELECT measure_id FROM board_measures WHERE organisation_id = $1 ORDER BY position
    )sql",
                  organisation);
}

void save_chosen(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const std::vector<measures::MeasureId>& chosen) {
    const auto before = chosen_measures(db, organisation);
    db.run(R"sql(
        DELETE FROM board_measures WHERE organisation_id = $1
    )sql",
           organisation);
    std::int64_t position = 0;
    for (const auto& id : chosen)
        db.run(R"sql(
            INSERT INTO board_measures (organisation_id, measure_id, position) VALUES ($1, $2, $3)
        )sql",
               organisation, id, position++);
    store::record(db, organisation, stamp,
                  {.action = "boards.choose_measures",
                   .object = organisation.text(),
                   .before = in_json(before),
                   .after = in_json(chosen)});
}

std::string_view name(GridRow row) {
    constexpr std::array<std::string_view, 4> kNames = {"improving", "ordinary", "concerning",
                                                        "changing"};
    return kNames[static_cast<std::size_t>(row)];
}

std::string_view name(GridColumn column) {
    constexpr std::array<std::string_view, 4> kNames = {"passes", "varies", "fails", "no-target"};
    return kNames[static_cast<std::size_t>(column)];
}

const char* label(GridRow row) {
    constexpr std::array kLabels = {sentence("Improving"), sentence("Ordinary variation"),
                                    sentence("Concerning"), sentence("Changing, neither better")};
    return kLabels[static_cast<std::size_t>(row)];
}

const char* label(GridColumn column) {
    constexpr std::array kLabels = {sentence("Passes the target"), sentence("Hit and miss"),
                                    sentence("Falls short"), sentence("No target")};
    return kLabels[static_cast<std::size_t>(column)];
}

std::optional<GridRow> row_of(spc::Variation variation) {
    using enum spc::Variation;
    switch (variation) {
        case common:
            return GridRow::ordinary;
        case improvement_high:
        case improvement_low:
            return GridRow::improving;
        case concern_high:
        case concern_low:
            return GridRow::concerning;
        case neutral_high:
        case neutral_low:
            return GridRow::changing;
        default:
            return {};
    }
}

GridColumn column_of(spc::Assurance assurance) {
    switch (assurance) {
        case spc::Assurance::pass:
            return GridColumn::passes;
        case spc::Assurance::fail:
            return GridColumn::fails;
        case spc::Assurance::inconsistent:
            return GridColumn::varies;
        default:
            return GridColumn::no_target;
    }
}

const char* default_words(GridCell cell) {
    constexpr std::array<std::array<const char*, 4>, 4> kWords = {{
        {sentence("Better than before, and the target is met month after month. What was done, and "
                  "who could learn from it?"),
         sentence("Better than before, while the target is met in some months only. Is it enough "
                  "to go on as now?"),
         sentence("Better than before, and not yet good enough for the target. How long will it "
                  "take at this pace?"),
         sentence("Better than before. Is there a target that would be worth having?")},
        {sentence("Nothing has changed, and the target is met month after month. Could it be "
                  "looked at less often?"),
         sentence("Nothing has changed: chance decides whether the target is met. What in the "
                  "process would have to change?"),
         sentence("Nothing has changed, and as it is the target cannot be met. What in the process "
                  "would have to change?"),
         sentence("Nothing has changed. Is that what was hoped for?")},
        {sentence("Worse than before, though the target is still met. What is different?"),
         sentence("Worse than before, and chance decides whether the target is met. What is "
                  "different?"),
         sentence("Worse than before, and the target cannot be met as it is. What is different, "
                  "and who needs help?"),
         sentence("Worse than before. What is different?")},
        {sentence("Something has changed. Does it matter, and to whom?"),
         sentence("Something has changed. Does it matter, and to whom?"),
         sentence("Something has changed. Does it matter, and to whom?"),
         sentence("Something has changed. Does it matter, and to whom?")},
    }};
    return kWords[static_cast<std::size_t>(cell.first)][static_cast<std::size_t>(cell.second)];
}

GridWords grid_words(const store::Reader& db, const store::Readable& organisation) {
    GridWords words;
    db.each(
        [&](const store::Row& row) {
            const auto line = named(row.get<std::string>(0), kGridRows);
            const auto column = named(row.get<std::string>(1), kGridColumns);
            if (line && column) words[{*line, *column}] = row.get<std::string>(2);
        },
        R"sql(
        SELECT variation, assurance, words FROM board_words WHERE organisation_id = $1
    )sql",
        organisation);
    return words;
}

void save_grid_words(store::Writer& db, const store::Writable& organisation,
                     const store::Stamp& stamp, const GridWords& words) {
    const auto before = grid_words(db, organisation);
    db.run(R"sql(
        DELETE FROM board_words WHERE organisation_id = $1
    )sql",
           organisation);
    for (const auto& [cell, said] : words)
        db.run(R"sql(
            INSERT INTO board_words (organisation_id, variation, assurance, words, set_by, set_at)
            VALUES ($1, $2, $3, $4, $5, $6)
        )sql",
               organisation, name(cell.first), name(cell.second), said, stamp.person, stamp.at);
    store::record(db, organisation, stamp,
                  {.action = "boards.save_words",
                   .object = organisation.text(),
                   .before = in_json(before),
                   .after = in_json(words)});
}

}  // namespace primum::boards
