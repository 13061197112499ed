// Which series others may see: lists of them, and their place in the search.

#include "measures/sharing.h"

#include <algorithm>

#include "language/language.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "organisations/tree.h"
#include "search/search.h"

namespace primum::measures {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system("series that are shown to others, by name");
    return kScope;
}

SharedSeries read_shared(const store::Row& row) {
    return {.series = read_series(row),
            .organisation_name = row.get<std::string>(14),
            .measure_name = row.get<std::string>(15)};
}

}  // namespace

bool may_see(const Series& series, bool signed_in) {
    return series.audience == Audience::everyone ||
           (signed_in && series.audience == Audience::members);
}

void tell_search(store::Writer& db, const Series& series) {
    const std::string path(published_address(series).text());
    const auto measure = find_measure(db, series.measure);
    const auto organisation = organisations::find_organisation(db, series.organisation);
    if (series.audience != Audience::everyone || !measure || measure->status == Status::draft)
        return search::remove(db, path);
    const SharedSeries named{
        .series = series, .organisation_name = {}, .measure_name = measure->name()};
    search::put(db, {.kind = language::sentence("Measure of an organisation"),
                     .path = path,
                     .title = named.name(),
                     .summary = organisation ? organisation->name : std::string(),
                     .body = measure->code + ". " + measure->now().numerator + ". " +
                             measure->now().denominator});
}

std::vector<SharedSeries> shared_by(const store::Reader& db, OrganisationId organisation,
                                    bool signed_in) {
    auto shared = db.all(read_shared, R"sql(
        SELECT s.id, s.organisation_id, s.measure_id, s.code, s.stratum, s.chart, s.rules,
               s.starts_on, s.ends_on, s.due_days, s.keeper_id, s.audience, s.revision, s.rev,
               o.name, v.name
          FROM series s
          JOIN organisations o ON o.id = s.organisation_id
          JOIN measure_versions v ON v.measure_id = s.measure_id
         WHERE s.organisation_id = $1 AND s.audience <> 'organisation'
           AND v.number = (SELECT MAX(number) FROM measure_versions
                            WHERE measure_id = s.measure_id)
         ORDER BY v.name, s.stratum
    )sql",
                         scope().may_read(organisation));
    std::erase_if(shared, [&](const SharedSeries& one) { return !may_see(one.series, signed_in); });
    return shared;
}

std::vector<SharedSeries> shared_of(const store::Reader& db, const MeasureId& measure,
                                    bool signed_in, std::size_t limit) {
    return db.all(read_shared, R"sql(
        SELECT s.id, s.organisation_id, s.measure_id, s.code, s.stratum, s.chart, s.rules,
               s.starts_on, s.ends_on, s.due_days, s.keeper_id, s.audience, s.revision, s.rev,
               o.name, v.name
          FROM series s
          JOIN organisations o ON o.id = s.organisation_id
          JOIN measure_versions v ON v.measure_id = s.measure_id
         WHERE s.measure_id = $1 AND s.stratum = ''
           AND (s.audience = 'public' OR s.audience = $2)
           AND v.number = (SELECT MAX(number) FROM measure_versions
                            WHERE measure_id = s.measure_id)
         ORDER BY o.name, s.organisation_id LIMIT $3
    )sql",
                  measure, name(signed_in ? Audience::members : Audience::everyone),
                  static_cast<std::int64_t>(limit), scope().everywhere());
}

}  // namespace primum::measures
