#include "measures/point_rows.h"

#include <cstddef>
#include <tuple>
#include <utility>

namespace primum::measures {
namespace {

// A year of months in one statement: one by one, rows take SQLite half as long again.
constexpr std::size_t kTogether = 12;

void insert(store::Writer& db, const store::Writable& organisation, SeriesId series,
            const store::Stamp& stamp, const std::string& import_id, const Said& said) {
    db.run(R"sql(
        INSERT INTO points (organisation_id, series_id, entered_by, entered_at, import_id, period,
                            numerator, denominator, note, excluded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    )sql",
           organisation, series, stamp.person, stamp.at, import_id, said.period, said.numerator,
           said.denominator, said.note, said.excluded);
}

void insert_together(store::Writer& db, const store::Writable& organisation, SeriesId series,
                     const store::Stamp& stamp, const std::string& import_id,
                     std::span<const Said, kTogether> points) {
    const auto values_of = [](const Said& said) {
        return std::tie(said.period, said.numerator, said.denominator, said.note, said.excluded);
    };
    const auto values = [&]<std::size_t... i>(std::index_sequence<i...>) {
        return std::tuple_cat(values_of(points[i])...);
    }(std::make_index_sequence<kTogether>());
    const auto run = [&](const auto&... value) {
        db.run(R"sql(
            INSERT INTO points (organisation_id, series_id, entered_by, entered_at, import_id,
                                period, numerator, denominator, note, excluded)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10),
                   ($1, $2, $3, $4, $5, $11, $12, $13, $14, $15),
                   ($1, $2, $3, $4, $5, $16, $17, $18, $19, $20),
                   ($1, $2, $3, $4, $5, $21, $22, $23, $24, $25),
                   ($1, $2, $3, $4, $5, $26, $27, $28, $29, $30),
                   ($1, $2, $3, $4, $5, $31, $32, $33, $34, $35),
                   ($1, $2, $3, $4, $5, $36, $37, $38, $39, $40),
                   ($1, $2, $3, $4, $5, $41, $42, $43, $44, $45),
                   ($1, $2, $3, $4, $5, $46, $47, $48, $49, $50),
                   ($1, $2, $3, $4, $5, $51, $52, $53, $54, $55),
                   ($1, $2, $3, $4, $5, $56, $57, $58, $59, $60),
                   ($1, $2, $3, $4, $5, $61, $62, $63, $64, $65)
        )sql",
               organisation, series, stamp.person, stamp.at, import_id, value...);
    };
    std::apply(run, values);
}

}  // namespace

void insert_points(store::Writer& db, const store::Writable& organisation, SeriesId series,
                   const store::Stamp& stamp, const std::string& import_id,
                   std::span<const Said> points) {
    for (; points.size() >= kTogether; points = points.subspan(kTogether))
        insert_together(db, organisation, series, stamp, import_id, points.first<kTogether>());
    for (const Said& said : points)
        insert(db, organisation, series, stamp, import_id, said);
}

}  // namespace primum::measures
