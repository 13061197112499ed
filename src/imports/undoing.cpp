// Taking an import back.

#include <map>
#include <optional>

#include "imports/carrying.h"
#include "language/language.h"
#include "measures/saving.h"
#include "store/audit.h"

namespace primum::imports {
namespace {

using measures::Said;

/// A point of an import, and what it replaced.
struct Brought {
    OrganisationId organisation;
    measures::SeriesId series;
    Day period;
    std::optional<Said> before;
};

std::vector<Touched> touched_since(const store::Reader& db, const store::ReadableTree& tree,
                                   std::string_view import) {
    return db.all(
        [](const store::Row& row) {
            return Touched{row.get<OrganisationId>(0), row.get<std::string>(1), row.get<Day>(2)};
        },
        R"sql(
            SELECT DISTINCT r.organisation_id, s.code, r.period
              FROM point_revisions r
              JOIN organisation_closure c ON c.descendant_id = r.organisation_id
              JOIN series s ON s.organisation_id = r.organisation_id AND s.id = r.series_id
             WHERE c.ancestor_id = $1 AND r.import_id = $2
             ORDER BY r.organisation_id, s.code, r.period
             LIMIT 20
        )sql",
        tree, import);
}

/// Revisions are numbered in order: the last is what the import replaced, unless that was taken
/// away before the import came.
std::vector<Brought> brought_by(const store::Reader& db, const store::ReadableTree& tree,
                                std::string_view import) {
    return db.all(
        [](const store::Row& row) {
            Brought point{row.get<OrganisationId>(0), row.get<measures::SeriesId>(1),
                          row.get<Day>(2), std::nullopt};
            const bool replaced = row.get<std::optional<std::int64_t>>(3) == 0;
            if (replaced)
                point.before = Said{.period = point.period,
                                    .numerator = row.get<std::optional<double>>(4),
                                    .denominator = row.get<std::optional<double>>(5),
                                    .note = row.get<std::string>(6),
                                    .excluded = row.get<std::string>(7)};
            return point;
        },
        R"sql(
            SELECT DISTINCT p.organisation_id, p.series_id, p.period, r.removed, r.numerator,
                   r.denominator, COALESCE(r.note, ''), COALESCE(r.excluded, '')
              FROM points p
              JOIN organisation_closure c ON c.descendant_id = p.organisation_id
              LEFT JOIN point_revisions r
                     ON r.organisation_id = p.organisation_id AND r.series_id = p.series_id
                    AND r.period = p.period
                    AND r.rev = (SELECT MAX(m.rev) FROM point_revisions m
                                  WHERE m.organisation_id = p.organisation_id
                                    AND m.series_id = p.series_id AND m.period = p.period)
             WHERE c.ancestor_id = $1 AND p.import_id = $2
             ORDER BY p.organisation_id, p.series_id, p.period
        )sql",
        tree, import);
}

}  // namespace

std::vector<Touched> undo(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                          const Import& import, Day today) {
    const auto tree = scope.may_read_below(import.organisation);
    if (auto touched = touched_since(db, tree, import.id.text()); !touched.empty()) return touched;

    const std::string why = language::sentence("An import was undone");
    measures::Saving saving(db, stamp, today, "undo " + std::string(import.id.text()));
    std::map<measures::SeriesId, measures::Series> series;
    for (const Brought& point : brought_by(db, tree, import.id.text())) {
        const auto at = scope.may_write(point.organisation);
        auto found = series.find(point.series);
        if (found == series.end())
            found =
                series.emplace(point.series, measures::find_series(db, at, point.series).value())
                    .first;
        if (point.before)
            saving.put(at, found->second, *point.before, why);
        else
            saving.remove(at, found->second, point.period, why);
    }
    saving.finish();
    const auto owner = scope.may_write(import.organisation);
    db.run(R"sql(
        UPDATE imports SET state = 'undone', undone_by = $3, undone_at = $4, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           owner, import.id, stamp.person, stamp.at);
    store::record(db, owner, stamp,
                  {.action = "imports.undo",
                   .object = import.id.text(),
                   .before = import.file_name,
                   .after = ""});
    return {};
}

}  // namespace primum::imports
