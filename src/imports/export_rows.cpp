#include "imports/export_rows.h"

#include <algorithm>
#include <chrono>

#include "measures/dictionary.h"

namespace primum::imports {
namespace {

using measures::Material;
using measures::Measure;

struct Place {
    OrganisationId id;
    std::string name;
    std::string code;
};

std::vector<Place> places(const store::Reader& db, const store::ReadableTree& top, Day day) {
    return db.all(
        [](const store::Row& row) {
            return Place{row.get<OrganisationId>(0), row.get<std::string>(1),
                         row.get<std::string>(2)};
        },
        R"sql(
            SELECT o.id, o.name,
                   COALESCE((SELECT i.value FROM organisation_identifiers i
                              WHERE i.organisation_id = o.id
                              ORDER BY i.system = 'ods' DESC, i.system, i.value LIMIT 1), '')
              FROM organisation_closure c
              JOIN organisations o ON o.id = c.descendant_id
             WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
             ORDER BY o.id
        )sql",
        top, day);
}

void visit_series(const Material& material, const Place& place,
                  const std::function<void(const ExportRow&)>& visit) {
    const auto study = measures::study_of(material);
    for (std::size_t i = 0; i < material.points.size(); ++i) {
        const measures::Point& point = material.points[i];
        const auto frequency = material.measure.on(point.said.period).says.frequency;
        const bool event = frequency == measures::Frequency::event;
        ExportRow row{
            .material = material,
            .point = point,
            .organisation_code = place.code,
            .organisation_name = place.name,
            .period_end =
                event ? point.said.period
                      : measures::next_period(frequency, point.said.period) - std::chrono::days(1),
            .target =
                measures::target_on(material.targets, point.said.period).value_or(spc::kMissing),
            .limits = {}};
        if (study) {
            const datasets::PointView view(*study, 0, i);
            row.value = view.value();
            row.limits = view.limits();
            row.signals = datasets::names_of(view.signals().all());
            row.phase = view.phase_number();
        }
        visit(row);
    }
}

}  // namespace

std::vector<Measure> measures_of(const store::Reader& db, const store::Scope& scope,
                                 const Wanted& wanted) {
    auto all = measures::all_measures(db, scope);
    if (wanted.measure)
        std::erase_if(all, [&](const Measure& measure) { return measure.id != *wanted.measure; });
    return all;
}

void each_row(const store::Reader& db, const store::Scope& scope, const Wanted& wanted,
              const std::vector<Measure>& measures,
              const std::function<void(const ExportRow&)>& visit) {
    for (const Place& place : places(db, scope.may_read_below(wanted.top), wanted.day)) {
        const auto at = scope.may_read(place.id);
        for (const measures::Series& series : measures::series_of(db, at)) {
            const auto measure = std::ranges::find(measures, series.measure, &Measure::id);
            if (measure == measures.end()) continue;
            visit_series(measures::material_of(db, at, *measure, series), place, visit);
        }
    }
}

}  // namespace primum::imports
