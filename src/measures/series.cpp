#include "measures/series.h"

#include <array>
#include <cctype>

#include "json/writer.h"
#include "measures/sharing.h"
#include "measures/totals.h"
#include "spc/names.h"
#include "store/audit.h"

namespace primum::measures {
namespace {

std::string chart_text(const Series& series) {
    return series.chart ? std::string(spc::name_of(*series.chart)) : "";
}

std::string in_json(const Series& series) {
    json::Writer document;
    document.begin_object()
        .member("code", series.code)
        .member("chart", chart_text(series))
        .member("rules", series.rules)
        .member("starts_on", iso_day(series.starts))
        .member("ends_on", series.ends ? iso_day(*series.ends) : "")
        .member("due_days", series.due_days)
        .member("keeper", series.keeper ? series.keeper->text() : std::string_view())
        .member("audience", name(series.audience))
        .end_object();
    return std::string(document.text());
}

constexpr std::array<std::string_view, 3> kAudiences = {"organisation", "members", "public"};

}  // namespace

Series read_series(const store::Row& row) {
    return {.id = row.get<SeriesId>(0),
            .organisation = row.get<OrganisationId>(1),
            .measure = row.get<MeasureId>(2),
            .code = row.get<std::string>(3),
            .stratum = row.get<std::string>(4),
            .chart = spc::chart_named(row.get<std::string>(5)),
            .rules = row.get<std::string>(6),
            .starts = row.get<Day>(7),
            .ends = row.get<std::optional<Day>>(8),
            .due_days = static_cast<int>(row.get<std::int64_t>(9)),
            .keeper = row.get<std::optional<PersonId>>(10),
            .audience = parse_audience(row.get<std::string>(11)).value_or(Audience::organisation),
            .revision = row.get<std::int64_t>(12),
            .rev = row.get<std::int64_t>(13)};
}

std::string_view name(Audience audience) {
    return kAudiences[static_cast<std::size_t>(audience)];
}

std::optional<Audience> parse_audience(std::string_view name) {
    for (std::size_t i = 0; i < kAudiences.size(); ++i)
        if (kAudiences[i] == name) return static_cast<Audience>(i);
    return std::nullopt;
}

const char* label(Audience audience) {
    switch (audience) {
        case Audience::members:
            return "Everybody who is signed in";
        case Audience::everyone:
            return "Everybody";
        case Audience::organisation:
            break;
    }
    return "This organisation only";
}

std::vector<Series> series_of(const store::Reader& db, const store::Readable& organisation) {
    return db.all(read_series, R"sql(
        SELECT id, organisation_id, measure_id, code, stratum, chart, rules, starts_on, ends_on,
               due_days, keeper_id, audience, revision, rev
          FROM series WHERE organisation_id = $1 ORDER BY code
    )sql",
                  organisation);
}

std::vector<Series> series_below(const store::Reader& db, const store::ReadableTree& top,
                                 const MeasureId& measure, Day today) {
    return db.all(read_series, R"sql(
        SELECT s.id, s.organisation_id, s.measure_id, s.code, s.stratum, s.chart, s.rules,
               s.starts_on, s.ends_on, s.due_days, s.keeper_id, s.audience, s.revision, s.rev
          FROM organisation_closure c JOIN series s ON s.organisation_id = c.descendant_id
         WHERE c.ancestor_id = $1 AND c.valid_from <= $3 AND c.valid_to >= $3
           AND s.measure_id = $2
         ORDER BY c.depth, s.code, s.organisation_id
    )sql",
                  top, measure, today);
}

std::vector<Series> all_series_of(const store::Reader& db, const store::Scope& system,
                                  const MeasureId& measure) {
    return db.all(read_series, R"sql(
        SELECT id, organisation_id, measure_id, code, stratum, chart, rules, starts_on, ends_on,
               due_days, keeper_id, audience, revision, rev
          FROM series WHERE measure_id = $1 ORDER BY organisation_id, id
    )sql",
                  measure, system.everywhere());
}

std::optional<Series> find_series(const store::Reader& db, const store::Readable& organisation,
                                  SeriesId id) {
    return db.one(read_series, R"sql(
        SELECT id, organisation_id, measure_id, code, stratum, chart, rules, starts_on, ends_on,
               due_days, keeper_id, audience, revision, rev
          FROM series WHERE organisation_id = $1 AND id = $2
    )sql",
                  organisation, id);
}

std::optional<Series> find_series_by_code(const store::Reader& db,
                                          const store::Readable& organisation,
                                          std::string_view code) {
    return db.one(read_series, R"sql(
        SELECT id, organisation_id, measure_id, code, stratum, chart, rules, starts_on, ends_on,
               due_days, keeper_id, audience, revision, rev
          FROM series WHERE organisation_id = $1 AND code = $2
    )sql",
                  organisation, code);
}

std::string series_code(std::string_view measure_code, std::string_view stratum) {
    std::string code;
    for (const char c : measure_code)
        code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (stratum.empty()) return code;
    code += '.';
    for (const char c : stratum) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (plain)
            code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (code.back() != '-')
            code += '-';
    }
    return code.substr(0, 60);
}

Series open_series(store::Writer& db, const store::Writable& organisation,
                   const store::Stamp& stamp, const Measure& measure, Series series) {
    series.id = db.new_id<Series>();
    series.organisation = organisation.organisation();
    series.measure = measure.id;
    series.code = series_code(measure.code, series.stratum);
    series.revision = 0;
    series.rev = 1;
    db.run(R"sql(
        INSERT INTO series (organisation_id, id, measure_id, code, stratum, chart, rules, starts_on,
                            ends_on, due_days, keeper_id, audience, opened_by, opened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    )sql",
           organisation, series.id, series.measure, series.code, series.stratum, chart_text(series),
           series.rules, series.starts, series.ends, series.due_days, series.keeper,
           name(series.audience), stamp.person, stamp.at);
    store::record(db, organisation, stamp,
                  {.action = "measures.open_series",
                   .object = series.id.text(),
                   .before = "",
                   .after = in_json(series)});
    if (series.audience == Audience::everyone) tell_search(db, series);
    if (series.stratum.empty() && has_totals(db, organisation, measure.id))
        rebuild_totals(db, measure);
    return series;
}

bool save_series(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Series& before, const Series& after) {
    const auto changed =
        db.run(R"sql(
        UPDATE series SET chart = $4, rules = $5, starts_on = $6, ends_on = $7, due_days = $8,
                          keeper_id = $9, audience = $10, revision = revision + 1, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
               organisation, before.id, before.rev, chart_text(after), after.rules, after.starts,
               after.ends, after.due_days, after.keeper, name(after.audience));
    if (changed == 0) return false;
    if (before.audience != after.audience) tell_search(db, after);
    store::record(db, organisation, stamp,
                  {.action = "measures.save_series",
                   .object = before.id.text(),
                   .before = in_json(before),
                   .after = in_json(after)});
    return true;
}

}  // namespace primum::measures
