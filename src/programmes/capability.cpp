#include "programmes/capability.h"

#include <algorithm>

#include "json/value.h"
#include "json/writer.h"
#include "library/item.h"

namespace primum::programmes {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"individual", "team", "organisation", "board"};

std::map<std::string, int> read_answers(std::string_view text) {
    std::map<std::string, int> answers;
    const auto json = json::parse(text);
    const auto* members = json ? json->as<json::Value::Object>() : nullptr;
    if (members == nullptr) return answers;
    for (const auto& [code, level] : *members)
        if (const auto* step = level.as<std::int64_t>(); step && *step >= 1 && *step <= kSteps)
            answers[code] = static_cast<int>(*step);
    return answers;
}

std::string written(const std::map<std::string, int>& answers) {
    json::Writer json;
    json.begin_object();
    for (const auto& [code, step] : answers)
        json.member(code, step);
    json.end_object();
    return std::string(json.text());
}

Assessment read_assessment(const store::Row& row) {
    return {.id = row.get<AssessmentId>(0),
            .organisation = row.get<OrganisationId>(1),
            .level = *parse_level(row.get<std::string_view>(2)),
            .made_on = row.get<Day>(3),
            .answers = read_answers(row.get<std::string_view>(4)),
            .finished = row.get<std::string_view>(5) == "finished",
            .shared = row.get<bool>(6),
            .rev = row.get<std::int64_t>(7)};
}

/// That it happened, never what was answered.
void note(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
          std::string_view action, std::string_view object, Level level) {
    json::Writer json;
    json.begin_object();
    json.member("level", name(level));
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = action, .object = object, .before = {}, .after = json.text()});
}

bool may_make(const store::Reader& db, const store::Readable& organisation, Level level,
              const Asker& asker) {
    return level == Level::individual || leads(db, organisation, asker);
}

}  // namespace

std::string_view name(Level level) {
    return kNames[static_cast<std::size_t>(level)];
}

std::optional<Level> parse_level(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return {};
    return static_cast<Level>(found - kNames.begin());
}

std::vector<Capability> capabilities_of(const store::Reader& db, Level level, Day day) {
    std::vector<Capability> all;
    for (const library::Item& item : library::items_of(db, "capability", day)) {
        if (item["level"] != name(level)) continue;
        all.push_back({.code = item.code,
                       .domain = std::string(item["domain"]),
                       .skill = std::string(item["skill"]),
                       .steps = {std::string(item["level_1"]), std::string(item["level_2"]),
                                 std::string(item["level_3"]), std::string(item["level_4"]),
                                 std::string(item["level_5"])}});
    }
    return all;
}

bool leads(const store::Reader& db, const store::Readable& organisation, const Asker& asker) {
    return db.one([](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
                 SELECT count(*) FROM roles_held
                  WHERE organisation_id = $1 AND person_id = $2
                    AND role IN ('chief_executive', 'executive', 'medical_director',
                                 'nursing_director', 'improvement_lead')
                    AND from_day <= $3 AND (until_day IS NULL OR until_day >= $3)
             )sql",
                  organisation, asker.person, asker.today)
               .value_or(0) > 0;
}

std::vector<Assessment> assessments_of(const store::Reader& db, const store::Readable& organisation,
                                       Level level, const Asker& asker) {
    return db.all(read_assessment, R"sql(
        SELECT a.id, a.organisation_id, a.level, a.made_on, a.answers, a.state, a.shared, a.rev
          FROM capability_assessments a
         WHERE a.organisation_id = $1 AND a.level = $2
           AND ((a.level = 'individual' AND a.person_id = $3)
                OR (a.level <> 'individual' AND EXISTS (
                    SELECT 1 FROM roles_held r
                     WHERE r.organisation_id = a.organisation_id AND r.person_id = $3
                       AND r.role IN ('chief_executive', 'executive', 'medical_director',
                                      'nursing_director', 'improvement_lead')
                       AND r.from_day <= $4 AND (r.until_day IS NULL OR r.until_day >= $4))))
         ORDER BY a.made_on, a.id
    )sql",
                  organisation, name(level), asker.person, asker.today);
}

std::optional<Assessment> find_assessment(const store::Reader& db,
                                          const store::Readable& organisation, Level level,
                                          AssessmentId id, const Asker& asker) {
    for (Assessment& one : assessments_of(db, organisation, level, asker))
        if (one.id == id) return std::move(one);
    return {};
}

std::vector<Gap> gaps_of(const store::Reader& db, const store::Readable& organisation, Level level,
                         const Asker& asker) {
    return db.all(
        [](const store::Row& row) {
            return Gap{.id = row.get<GapId>(0),
                       .assessment = row.get<AssessmentId>(1),
                       .capability = row.get<std::string>(2),
                       .to_level = row.get<int>(3),
                       .action = row.get<std::string>(4),
                       .by = row.get<std::optional<Day>>(5),
                       .done_on = row.get<std::optional<Day>>(6),
                       .rev = row.get<std::int64_t>(7)};
        },
        R"sql(
            SELECT g.id, g.assessment_id, g.capability, g.to_level, g.action, g.by_day, g.done_on,
                   g.rev
              FROM capability_gaps g
              JOIN capability_assessments a ON a.organisation_id = g.organisation_id
                                           AND a.id = g.assessment_id
             WHERE g.organisation_id = $1 AND a.level = $2
               AND ((a.level = 'individual' AND a.person_id = $3)
                    OR (a.level <> 'individual' AND EXISTS (
                        SELECT 1 FROM roles_held r
                         WHERE r.organisation_id = a.organisation_id AND r.person_id = $3
                           AND r.role IN ('chief_executive', 'executive', 'medical_director',
                                          'nursing_director', 'improvement_lead')
                           AND r.from_day <= $4
                           AND (r.until_day IS NULL OR r.until_day >= $4))))
             ORDER BY CASE WHEN g.done_on IS NULL THEN 0 ELSE 1 END,
                      coalesce(g.by_day, '9999-12-31'), g.id
        )sql",
        organisation, name(level), asker.person, asker.today);
}

bool has_assessed(const store::Reader& db, const store::Readable& organisation, Level level) {
    return db.one([](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
                 SELECT count(*) FROM capability_assessments
                  WHERE organisation_id = $1 AND level = $2 AND level <> 'individual'
                    AND state = 'finished'
             )sql",
                  organisation, name(level))
               .value_or(0) > 0;
}

std::vector<SharedAssessment> shared_with(const store::Reader& db, CohortId cohort, Day day) {
    return db.all(
        [](const store::Row& row) {
            return SharedAssessment{row.get<std::string>(8), read_assessment(row)};
        },
        R"sql(
            SELECT a.id, a.organisation_id, a.level, a.made_on, a.answers, a.state, a.shared,
                   a.rev, o.name
              FROM capability_assessments a
              JOIN organisations o ON o.id = a.organisation_id
             WHERE a.level <> 'individual' AND a.shared = 1 AND a.state = 'finished'
               AND EXISTS (SELECT 1 FROM programme_enrolments e
                            WHERE e.organisation_id = a.organisation_id AND e.cohort_id = $1
                              AND e.from_day <= $2 AND e.to_day >= $2)
             ORDER BY o.name, a.level, a.made_on, a.id
        )sql",
        cohort, day,
        store::Scope::system("what organisations share with the faculty").everywhere());
}

std::optional<AssessmentId> save_assessment(store::Writer& db, const store::Writable& organisation,
                                            const store::Stamp& stamp, const Asker& asker,
                                            const Assessment& assessment) {
    if (!may_make(db, organisation, assessment.level, asker)) return {};
    const std::string_view state = assessment.finished ? "finished" : "draft";
    const bool own = assessment.level == Level::individual;
    AssessmentId id = assessment.id;
    if (id.is_nil()) {
        id = db.new_id<Assessment>();
        db.run(R"sql(
            INSERT INTO capability_assessments (organisation_id, id, level, person_id, made_on,
                                                answers, state, made_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
               organisation, id, name(assessment.level),
               own ? std::optional(asker.person) : std::nullopt, asker.today,
               written(assessment.answers), state, asker.person);
    } else {
        if (!find_assessment(db, organisation, assessment.level, id, asker)) return {};
        const bool saved = db.run(R"sql(
            UPDATE capability_assessments
               SET answers = $4, state = $5, made_on = $6, rev = rev + 1
             WHERE organisation_id = $1 AND id = $2 AND rev = $3 AND state = 'draft'
        )sql",
                                  organisation, id, assessment.rev, written(assessment.answers),
                                  state, asker.today) == 1;
        if (!saved) return {};
    }
    note(db, organisation, stamp,
         assessment.finished ? "programmes.finish_assessment" : "programmes.save_assessment",
         id.text(), assessment.level);
    return id;
}

bool share(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
           const Asker& asker, const Assessment& assessment, bool shared) {
    if (assessment.level == Level::individual) return false;
    if (!may_make(db, organisation, assessment.level, asker)) return false;
    const bool saved = db.run(R"sql(
        UPDATE capability_assessments SET shared = $4, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3 AND level <> 'individual'
    )sql",
                              organisation, assessment.id, assessment.rev, shared) == 1;
    if (saved)
        note(db, organisation, stamp,
             shared ? "programmes.share_assessment" : "programmes.unshare_assessment",
             assessment.id.text(), assessment.level);
    return saved;
}

void add_gap(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Assessment& assessment, const Gap& gap) {
    const auto id = db.new_id<Gap>();
    db.run(R"sql(
        INSERT INTO capability_gaps (organisation_id, id, assessment_id, capability, to_level,
                                     action, by_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
    )sql",
           organisation, id, assessment.id, gap.capability, gap.to_level, gap.action, gap.by);
    note(db, organisation, stamp, "programmes.plan_gap", id.text(), assessment.level);
}

bool tick_gap(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Gap& gap, std::optional<Day> done_on) {
    const bool ticked = db.run(R"sql(
        UPDATE capability_gaps SET done_on = $4, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                               organisation, gap.id, gap.rev, done_on) == 1;
    if (ticked)
        store::record(db, organisation, stamp,
                      {.action = done_on ? "programmes.gap_done" : "programmes.gap_not_done",
                       .object = gap.id.text(),
                       .before = {},
                       .after = {}});
    return ticked;
}

}  // namespace primum::programmes
