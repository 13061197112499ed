#include "measures/decision.h"

#include "json/writer.h"
#include "store/audit.h"

namespace primum::measures {
namespace {

Decision read_decision(const store::Row& row) {
    return {.id = row.get<DecisionId>(0),
            .kind = parse_decision(row.get<std::string>(1)).value_or(Decision::Kind::rebase),
            .from = row.get<Day>(2),
            .baseline = static_cast<int>(row.get<std::int64_t>(3)),
            .change = row.get<std::string>(4),
            .reason = row.get<std::string>(5),
            .decided_by = row.get<std::optional<std::string>>(6).value_or(""),
            .decided_at = row.get<Instant>(7),
            .withdrawn_by = row.get<std::optional<std::string>>(8).value_or(""),
            .withdrawn_at = row.get<std::optional<Instant>>(9),
            .withdrawn_why = row.get<std::string>(10),
            .rev = row.get<std::int64_t>(11)};
}

Target read_target(const store::Row& row) {
    return {.from = row.get<Day>(0),
            .value = row.get<std::optional<double>>(1),
            .reason = row.get<std::string>(2),
            .set_by = row.get<std::optional<std::string>>(3).value_or(""),
            .set_at = row.get<Instant>(4)};
}

std::string in_json(const SeriesId& series, const Decision& decision) {
    json::Writer document;
    document.begin_object()
        .member("series", series.text())
        .member("kind", name(decision.kind))
        .member("from", iso_day(decision.from))
        .member("baseline", decision.baseline)
        .member("change", decision.change)
        .member("reason", decision.reason)
        .end_object();
    return std::string(document.text());
}

std::string in_json(const Target& target) {
    json::Writer document;
    document.begin_object().member("from", iso_day(target.from));
    if (target.value) document.member("target", *target.value);
    document.member("reason", target.reason).end_object();
    return std::string(document.text());
}

}  // namespace

std::string_view name(Decision::Kind kind) {
    return kind == Decision::Kind::rebase ? "rebase" : "baseline";
}

std::optional<Decision::Kind> parse_decision(std::string_view text) {
    for (const auto kind : {Decision::Kind::rebase, Decision::Kind::baseline})
        if (name(kind) == text) return kind;
    return std::nullopt;
}

std::vector<Decision> decisions_of(const store::Reader& db, const store::Readable& organisation,
                                   SeriesId series) {
    return db.all(read_decision, R"sql(
        SELECT d.id, d.kind, d.from_day, d.baseline, d.change, d.reason, b.name, d.decided_at,
               w.name, d.withdrawn_at, d.withdrawn_why, d.rev
          FROM series_decisions d
          LEFT JOIN people b ON b.id = d.decided_by
          LEFT JOIN people w ON w.id = d.withdrawn_by
         WHERE d.organisation_id = $1 AND d.series_id = $2
         ORDER BY d.from_day, d.decided_at, d.id
    )sql",
                  organisation, series);
}

DecisionId add_decision(store::Writer& db, const store::Writable& organisation,
                        const store::Stamp& stamp, SeriesId series, const Decision& decision) {
    const auto id = db.new_id<Decision>();
    db.run(R"sql(
        INSERT INTO series_decisions (organisation_id, id, series_id, kind, from_day, baseline,
                                      change, reason, decided_by, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    )sql",
           organisation, id, series, name(decision.kind), decision.from, decision.baseline,
           decision.change, decision.reason, stamp.person, stamp.at);
    store::record(db, organisation, stamp,
                  {.action = "measures.add_decision",
                   .object = id.text(),
                   .before = "",
                   .after = in_json(series, decision)});
    return id;
}

bool withdraw_decision(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, const Decision& decision,
                       const std::string& why) {
    const auto changed = db.run(R"sql(
        UPDATE series_decisions
           SET withdrawn_by = $3, withdrawn_at = $4, withdrawn_why = $5, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND withdrawn_at IS NULL
    )sql",
                                organisation, decision.id, stamp.person, stamp.at, why);
    if (changed == 0) return false;
    json::Writer document;
    document.begin_object().member("why", why).end_object();
    store::record(db, organisation, stamp,
                  {.action = "measures.withdraw_decision",
                   .object = decision.id.text(),
                   .before = "",
                   .after = document.text()});
    return true;
}

std::vector<Target> targets_of(const store::Reader& db, const store::Readable& organisation,
                               SeriesId series) {
    return db.all(read_target, R"sql(
        SELECT t.from_day, t.target, t.reason, p.name, t.set_at
          FROM series_targets t LEFT JOIN people p ON p.id = t.set_by
         WHERE t.organisation_id = $1 AND t.series_id = $2 ORDER BY t.from_day
    )sql",
                  organisation, series);
}

void save_target(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 SeriesId series, const Target& target) {
    db.run(R"sql(
        INSERT INTO series_targets (organisation_id, series_id, from_day, target, reason, set_by,
                                    set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (organisation_id, series_id, from_day) DO UPDATE
           SET target = excluded.target, reason = excluded.reason, set_by = excluded.set_by,
               set_at = excluded.set_at, rev = series_targets.rev + 1
    )sql",
           organisation, series, target.from, target.value, target.reason, stamp.person, stamp.at);
    store::record(db, organisation, stamp,
                  {.action = "measures.save_target",
                   .object = series.text(),
                   .before = "",
                   .after = in_json(target)});
}

std::optional<double> target_on(const std::vector<Target>& targets, Day day) {
    std::optional<double> value;
    for (const Target& target : targets)
        if (target.from <= day) value = target.value;
    return value;
}

}  // namespace primum::measures
