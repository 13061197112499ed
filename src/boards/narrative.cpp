#include "boards/narrative.h"

#include "json/writer.h"
#include "store/audit.h"

namespace primum::boards {
namespace {

Narrative read_narrative(const store::Row& row) {
    return {.measure = row.get<measures::MeasureId>(0),
            .stratum = row.get<std::string>(1),
            .period = row.get<Day>(2),
            .words = row.get<std::string>(3),
            .written_by = row.get<std::optional<std::string>>(4).value_or(""),
            .written_at = row.get<Instant>(5)};
}

std::string in_json(const Narrative& narrative, Verdict verdict) {
    json::Writer document;
    document.begin_object();
    document.member("measure", narrative.measure.text());
    document.member("stratum", narrative.stratum);
    document.member("period", iso_day(narrative.period));
    document.member("words", narrative.words);
    document.member("verdict", name(verdict));
    document.end_object();
    return std::string(document.text());
}

}  // namespace

std::vector<Narrative> narratives_of(const store::Reader& db, const store::Readable& organisation,
                                     const measures::MeasureId& measure,
                                     const std::string& stratum) {
    const auto all = db.all(read_narrative, R"sql(
        SELECT n.measure_id, n.stratum, n.period, n.words, p.name, n.written_at
          FROM narratives n LEFT JOIN people p ON p.id = n.written_by
         WHERE n.organisation_id = $1 AND n.measure_id = $2 AND n.stratum = $3
         ORDER BY n.period DESC, n.written_at DESC, n.id DESC
    )sql",
                            organisation, measure, stratum);
    std::vector<Narrative> latest;
    for (const Narrative& one : all)
        if (latest.empty() || latest.back().period != one.period) latest.push_back(one);
    return latest;
}

std::vector<Narrative> history_of(const store::Reader& db, const store::Readable& organisation,
                                  const measures::MeasureId& measure, const std::string& stratum,
                                  Day period) {
    return db.all(read_narrative, R"sql(
        SELECT n.measure_id, n.stratum, n.period, n.words, p.name, n.written_at
          FROM narratives n LEFT JOIN people p ON p.id = n.written_by
         WHERE n.organisation_id = $1 AND n.measure_id = $2 AND n.stratum = $3 AND n.period = $4
         ORDER BY n.written_at DESC, n.id DESC
    )sql",
                  organisation, measure, stratum, period);
}

LatestNarratives latest_narratives(const store::Reader& db, const store::Readable& organisation,
                                   Day until) {
    LatestNarratives latest;
    // Of each measure the first that comes is the one: map::emplace keeps it.
    db.each(
        [&](const store::Row& row) {
            Narrative one = read_narrative(row);
            latest.emplace(std::pair(one.measure, one.stratum), std::move(one));
        },
        R"sql(
        SELECT n.measure_id, n.stratum, n.period, n.words, p.name, n.written_at
          FROM narratives n LEFT JOIN people p ON p.id = n.written_by
         WHERE n.organisation_id = $1 AND n.period <= $2
         ORDER BY n.period DESC, n.written_at DESC, n.id DESC
    )sql",
        organisation, until);
    return latest;
}

void save_narrative(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Narrative& narrative, Verdict verdict) {
    const auto id = db.new_id<Narrative>();
    db.run(R"sql(
        INSERT INTO narratives (organisation_id, id, measure_id, stratum, period, words, verdict,
                                written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    )sql",
           organisation, id, narrative.measure, narrative.stratum, narrative.period,
           narrative.words, name(verdict), stamp.person, stamp.at);
    store::record(db, organisation, stamp,
                  {.action = "boards.save_narrative",
                   .object = id.text(),
                   .before = "",
                   .after = in_json(narrative, verdict)});
}

}  // namespace primum::boards
