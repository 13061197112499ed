#include "collection/tally.h"

#include <algorithm>
#include <map>

#include "json/writer.h"
#include "language/language.h"
#include "library/intervention.h"
#include "store/audit.h"

namespace primum::collection {
namespace {

using language::sentence;

std::string in_json(const Observation& observation) {
    json::Writer document;
    document.begin_object()
        .member("day", iso_day(observation.day))
        .member("answers", observation.answers)
        .member("reasons", observation.reasons)
        .end_object();
    return std::string(document.text());
}

Observation read_observation(const store::Row& row) {
    return {.id = row.get<ObservationId>(0),
            .day = row.get<Day>(1),
            .version = row.get<int>(2),
            .answers = row.get<std::string>(3),
            .reasons = row.get<std::string>(4)};
}

struct Period {
    Day first;
    Day last;
};
Period period_on(const Kept& kept, Day day) {
    const auto frequency = kept.measure.now().frequency;
    const Day first = period_of(frequency, day);
    return {first, end_of(frequency, first)};
}

TallySum sum_in(const store::Reader& db, const store::Readable& organisation, const Kept& kept,
                const Period& period) {
    return sum_of(observations_of(db, organisation, kept.series.id, period.first, period.last));
}

bool is_of_tally(const measures::Point& point, const TallySum& sum) {
    return point.said.numerator == sum.met && point.said.denominator == sum.patients;
}

void put_sum(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Kept& kept, Day period, const TallySum& sum) {
    measures::Saving saving(db, stamp, std::chrono::floor<std::chrono::days>(stamp.at));
    const auto before = find_point(db, organisation, kept.series.id, period);
    if (sum.patients == 0) {
        saving.remove(organisation, kept.series, period, "The tally has no patient any more");
    } else {
        measures::Said said = before ? before->said : measures::Said{.period = period};
        said.numerator = sum.met;
        said.denominator = sum.patients;
        saving.put(organisation, kept.series, said, "Tally");
    }
    saving.finish();
}

}  // namespace

bool is_tallied(const measures::Definition& definition) {
    const bool share = definition.chart == spc::Chart::p || definition.chart == spc::Chart::p_prime;
    return definition.kind == measures::Kind::process && definition.divides() && share;
}

std::vector<Sheet> library_sheets(const store::Reader& db, const measures::Measure& measure,
                                  Day day) {
    std::vector<Sheet> sheets;
    if (measure.library_code.empty()) return sheets;
    const auto item = library::find_item(db, "measures", measure.library_code, day);
    if (!item) return sheets;
    const auto intervention = library::find_item(db, "interventions", (*item)["intervention"], day);
    if (!intervention) return sheets;
    for (const library::Item& row : library::package_of(db, *intervention, day).bundles) {
        const std::string bundle((row)["bundle_id"]);
        auto sheet = std::ranges::find(sheets, bundle, &Sheet::bundle);
        if (sheet == sheets.end()) sheet = sheets.insert(sheets.end(), Sheet{.bundle = bundle});
        // "not applicable if no diabetes" is an exception, too.
        sheet->elements.push_back({.words = std::string(row["element"]),
                                   .evidence = std::string(row["evidence_of_compliance"]),
                                   .exception = row["exception_allowed"] != "no"});
    }
    return sheets;
}

Sheet sheet_version(const store::Reader& db, const store::Readable& organisation,
                    measures::SeriesId series, int version) {
    Sheet sheet{.version = version};
    const auto take = [&](const store::Row& row) {
        sheet.bundle = row.get<std::string>(0);
        sheet.elements.push_back({.words = row.get<std::string>(1),
                                  .evidence = row.get<std::string>(2),
                                  .exception = row.get<bool>(3)});
    };
    db.each(take, R"sql(
        SELECT bundle, element, evidence, exception FROM tally_elements
         WHERE organisation_id = $1 AND series_id = $2 AND version = $3 ORDER BY number
    )sql",
            organisation, series, version);
    return sheet;
}

std::optional<Sheet> sheet_of(const store::Reader& db, const store::Readable& organisation,
                              const Kept& kept, Day day) {
    const auto read = [](const store::Row& row) { return row.get<std::optional<int>>(0); };
    const auto latest = db.one(read, R"sql(
        SELECT MAX(version) FROM tally_elements WHERE organisation_id = $1 AND series_id = $2
    )sql",
                               organisation, kept.series.id);
    if (latest && *latest) return sheet_version(db, organisation, kept.series.id, **latest);
    const auto item = library::find_item(db, "measures", kept.measure.library_code, day);
    if (!item || (*item)["bundle"].empty()) return {};
    for (Sheet& sheet : library_sheets(db, kept.measure, day))
        if (sheet.bundle == (*item)["bundle"]) return std::move(sheet);
    return {};
}

int save_sheet(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               measures::SeriesId series, const Sheet& sheet) {
    const auto read = [](const store::Row& row) { return row.get<std::optional<int>>(0); };
    const auto latest = db.one(read, R"sql(
        SELECT MAX(version) FROM tally_elements WHERE organisation_id = $1 AND series_id = $2
    )sql",
                               organisation, series);
    const int version = (latest ? latest->value_or(0) : 0) + 1;
    json::Writer document;
    document.begin_object().member("version", version).member("bundle", sheet.bundle);
    int number = 0;
    for (const Element& element : sheet.elements) {
        ++number;
        db.run(R"sql(
            INSERT INTO tally_elements (organisation_id, series_id, version, number, bundle,
                                        element, evidence, exception)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
               organisation, series, version, number, sheet.bundle, element.words, element.evidence,
               element.exception);
        document.member(std::to_string(number), element.words);
    }
    document.end_object();
    store::record(db, organisation, stamp,
                  {.action = "collection.save_tally_sheet",
                   .object = series.text(),
                   .before = "",
                   .after = document.text()});
    return version;
}

std::vector<Observation> observations_of(const store::Reader& db,
                                         const store::Readable& organisation,
                                         measures::SeriesId series, Day from, Day until) {
    return db.all(read_observation, R"sql(
        SELECT id, day, version, answers, reasons FROM tally_observations
         WHERE organisation_id = $1 AND series_id = $2 AND day >= $3 AND day <= $4
         ORDER BY made_at, id
    )sql",
                  organisation, series, from, until);
}

TallySum sum_of(const std::vector<Observation>& observations) {
    return {.patients = static_cast<int>(observations.size()),
            .met = static_cast<int>(std::ranges::count_if(observations, &Observation::met))};
}

Checked<void> observe(store::Writer& db, const store::Writable& organisation,
                      const store::Stamp& stamp, const Kept& kept, const Sheet& sheet,
                      const Observation& observation, const std::string& once) {
    const Period period = period_on(kept, observation.day);
    TallySum sum = sum_in(db, organisation, kept, period);
    const auto point = find_point(db, organisation, kept.series.id, period.first);
    if (point && !is_of_tally(*point, sum))
        return refuse(
            sentence("This period has a number that was not tallied. Take it away on the "
                     "page of its chart, then tally."));
    const int version = sheet.version > 0
                            ? sheet.version
                            : save_sheet(db, organisation, stamp, kept.series.id, sheet);
    const auto id = db.new_id<Observation>();
    const auto added =
        db.run(R"sql(
        INSERT INTO tally_observations (organisation_id, id, series_id, day, version, answers,
                                        reasons, once, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (organisation_id, once) DO NOTHING
    )sql",
               organisation, id, kept.series.id, observation.day, version, observation.answers,
               observation.reasons, once, stamp.person, stamp.at);
    if (added == 0) return {};
    store::record(db, organisation, stamp,
                  {.action = "collection.observe",
                   .object = kept.series.id.text(),
                   .before = "",
                   .after = in_json(observation)});
    ++sum.patients;
    if (observation.met()) ++sum.met;
    put_sum(db, organisation, stamp, kept, period.first, sum);
    return {};
}

bool undo_last(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               const Kept& kept, Day day) {
    const auto last = db.one(read_observation, R"sql(
        SELECT id, day, version, answers, reasons FROM tally_observations
         WHERE organisation_id = $1 AND series_id = $2 AND day = $3 AND made_by = $4
         ORDER BY made_at DESC, id DESC LIMIT 1
    )sql",
                             organisation, kept.series.id, day, stamp.person);
    if (!last) return false;
    db.run("DELETE FROM tally_observations WHERE organisation_id = $1 AND id = $2", organisation,
           last->id);
    store::record(db, organisation, stamp,
                  {.action = "collection.undo_observation",
                   .object = kept.series.id.text(),
                   .before = in_json(*last),
                   .after = ""});
    const Period period = period_on(kept, day);
    put_sum(db, organisation, stamp, kept, period.first, sum_in(db, organisation, kept, period));
    return true;
}

std::vector<Missed> missed_in(const store::Reader& db, const store::Readable& organisation,
                              measures::SeriesId series, Day from, Day until) {
    std::vector<Missed> all;
    std::map<int, Sheet> sheets;
    for (const Observation& one : observations_of(db, organisation, series, from, until)) {
        auto sheet = sheets.find(one.version);
        if (sheet == sheets.end())
            sheet =
                sheets.emplace(one.version, sheet_version(db, organisation, series, one.version))
                    .first;
        const auto& elements = sheet->second.elements;
        for (std::size_t i = 0; i < std::min(elements.size(), one.answers.size()); ++i) {
            auto missed = std::ranges::find(all, elements[i].words, &Missed::element);
            if (missed == all.end()) missed = all.insert(all.end(), {elements[i].words, 0});
            if (one.answers[i] == 'n') ++missed->times;
        }
    }
    return all;
}

}  // namespace primum::collection
