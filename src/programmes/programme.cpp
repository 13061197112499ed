#include "programmes/programme.h"

#include <algorithm>

#include "json/writer.h"
#include "language/language.h"
#include "programmes/numeral.h"
#include "programmes/template.h"
#include "search/search.h"
#include "store/audit.h"

namespace primum::programmes {
namespace {

using language::sentence;

Programme read_programme(const store::Row& row) {
    return {.id = row.get<ProgrammeId>(0),
            .code = row.get<std::string>(1),
            .owner = row.get<OrganisationId>(2),
            .campaign = row.get<std::optional<Uuid>>(3),
            .name = row.get<std::string>(4),
            .short_name = row.get<std::string>(5),
            .summary = row.get<std::string>(6),
            .supports = row.get<std::string>(7),
            .criteria = row.get<std::string>(8),
            .asked = row.get<std::string>(9),
            .waiting_rule = row.get<std::string_view>(10) == "order" ? WaitingRule::order
                                                                     : WaitingRule::complete_first,
            .status = row.get<std::string>(11),
            .rev = row.get<std::int64_t>(12)};
}

std::string_view name(WaitingRule rule) {
    return rule == WaitingRule::order ? "order" : "complete_first";
}

Part read_template_part(const store::Row& row) {
    return {.position = row.get<int>(0),
            .part = row.get<std::string>(1),
            .title = row.get<std::string>(2),
            .who = row.get<std::string>(3),
            .kind = row.get<std::string>(4),
            .length_days = row.get<double>(5),
            .starts_after_days = row.get<int>(6),
            .output = row.get<std::string>(7),
            .prepare = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

Part read_part(const store::Row& row) {
    return {.position = row.get<int>(0),
            .part = row.get<std::string>(1),
            .title = row.get<std::string>(2),
            .who = row.get<std::string>(3),
            .kind = row.get<std::string>(4),
            .starts = row.get<Day>(5),
            .ends = row.get<Day>(6),
            .output = row.get<std::string>(7),
            .prepare = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

Cohort read_cohort(const store::Row& row) {
    return {.id = row.get<CohortId>(0),
            .programme = row.get<ProgrammeId>(1),
            .number = row.get<int>(2),
            .starts = row.get<Day>(3),
            .ends = row.get<std::optional<Day>>(4),
            .opens = row.get<Day>(5),
            .closes = row.get<Day>(6),
            .places = row.get<int>(7),
            .status = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

store::Writable chain_of(const Programme& programme) {
    return store::Scope::system("the caller may change the owner of the programme")
        .may_write(programme.owner);
}

void note(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
          std::string_view action, std::string_view object, std::string_view after) {
    store::record(db, chain_of(programme), stamp,
                  {.action = action, .object = object, .before = {}, .after = after});
}

std::string described(const Programme& programme) {
    json::Writer json;
    json.begin_object();
    json.member("code", std::string_view(programme.code));
    json.member("name", std::string_view(programme.name));
    json.member("status", std::string_view(programme.status));
    json.member("waiting_rule", name(programme.waiting_rule));
    json.end_object();
    return std::string(json.text());
}

std::string described(const Part& part, bool dated) {
    json::Writer json;
    json.begin_object();
    json.member("position", part.position);
    json.member("title", std::string_view(part.title));
    if (dated) {
        json.member("starts", std::string_view(iso_day(part.starts)));
        json.member("ends", std::string_view(iso_day(part.ends)));
    } else {
        json.member("starts_after_days", part.starts_after_days);
    }
    json.end_object();
    return std::string(json.text());
}

std::string described(const Task& task, bool dated) {
    json::Writer json;
    json.begin_object();
    json.member("position", task.position);
    json.member("title", std::string_view(task.title));
    if (dated)
        json.member("due", std::string_view(iso_day(task.due)));
    else
        json.member("due_after_days", task.due_after_days);
    json.end_object();
    return std::string(json.text());
}

std::string described(const Cohort& cohort) {
    json::Writer json;
    json.begin_object();
    json.member("number", cohort.number);
    json.member("starts", std::string_view(iso_day(cohort.starts)));
    json.member("opens", std::string_view(iso_day(cohort.opens)));
    json.member("closes", std::string_view(iso_day(cohort.closes)));
    json.member("places", cohort.places);
    json.member("status", std::string_view(cohort.status));
    json.end_object();
    return std::string(json.text());
}

bool raise_rev(store::Writer& db, const Programme& programme) {
    return db.run("UPDATE programmes SET rev = rev + 1 WHERE id = $1 AND rev = $2", programme.id,
                  programme.rev) == 1;
}

void insert(store::Writer& db, ProgrammeId programme, const Part& part) {
    db.run(R"sql(
        INSERT INTO programme_parts (programme_id, position, part, title, who, kind, length_days,
                                     starts_after_days, output, prepare)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    )sql",
           programme, part.position, part.part, part.title, part.who, part.kind, part.length_days,
           part.starts_after_days, part.output, part.prepare);
}

void insert(store::Writer& db, ProgrammeId programme, const Task& task) {
    db.run(R"sql(
        INSERT INTO programme_tasks (programme_id, position, title, help, due_after_days)
        VALUES ($1, $2, $3, $4, $5)
    )sql",
           programme, task.position, task.title, task.help, task.due_after_days);
}

void insert(store::Writer& db, ProgrammeId programme, const std::vector<TeamRole>& roles) {
    int position = 0;
    for (const TeamRole& role : roles)
        db.run(R"sql(
            INSERT INTO programme_team_roles (programme_id, role, least, most, position)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
               programme, role.role, role.least, role.most, ++position);
}

void insert(store::Writer& db, ProgrammeId programme, const Check& check) {
    db.run(R"sql(
        INSERT INTO programme_checks (programme_id, position, kind, code, weight)
        VALUES ($1, $2, $3, $4, $5)
    )sql",
           programme, check.position, check.kind, check.code, check.weight);
}

int next_position(const std::vector<Part>& parts) {
    return parts.empty() ? 1 : parts.back().position + 1;
}
int next_position(const std::vector<Task>& tasks) {
    return tasks.empty() ? 1 : tasks.back().position + 1;
}

/// The last day of the last part of a cohort.
void renew_end(store::Writer& db, CohortId cohort) {
    db.run(R"sql(
        UPDATE cohorts SET ends = (SELECT max(ends) FROM cohort_parts WHERE cohort_id = $1)
         WHERE id = $1
    )sql",
           cohort);
}

struct Labelled {
    const char* name;
    const char* label;
};

constexpr Labelled kPartKinds[] = {
    {"prework", "Pre-work"},        {"academy", "Executive academy"},
    {"module", "Core module"},      {"followup", "Follow-up day"},
    {"masterclass", "Masterclass"}, {"session", "Learning session"},
    {"action", "Action period"},    {"hold", "Holding the gains"},
};

constexpr Labelled kTeamRoles[] = {
    {"chief_executive", "Chief executive"},
    {"executive", "Another executive"},
    {"medical_director", "Medical director"},
    {"nursing_director", "Nursing director"},
    {"safety_manager", "Patient safety manager"},
    {"improvement_lead", "Improvement lead"},
    {"doctor", "Senior doctor"},
    {"nurse", "Senior nurse"},
    {"clinician", "Another clinician"},
    {"patient_partner", "Patient partner"},
};

// bin/words finds what stands in a table by this mark.
[[maybe_unused]] const char* const kSaid[] = {
    sentence("Pre-work"),
    sentence("Executive academy"),
    sentence("Core module"),
    sentence("Follow-up day"),
    sentence("Masterclass"),
    sentence("Learning session"),
    sentence("Action period"),
    sentence("Holding the gains"),
    sentence("Chief executive"),
    sentence("Another executive"),
    sentence("Medical director"),
    sentence("Nursing director"),
    sentence("Patient safety manager"),
    sentence("Improvement lead"),
    sentence("Senior doctor"),
    sentence("Senior nurse"),
    sentence("Another clinician"),
    sentence("Patient partner"),
};

template <std::size_t N>
std::vector<std::string> names_of(const Labelled (&all)[N]) {
    std::vector<std::string> names;
    for (const Labelled& one : all)
        names.emplace_back(one.name);
    return names;
}

template <std::size_t N>
const char* label_of(const Labelled (&all)[N], std::string_view name) {
    for (const Labelled& one : all)
        if (name == one.name) return one.label;
    return "";
}

}  // namespace

const std::vector<std::string>& part_kinds() {
    static const auto kNames = names_of(kPartKinds);
    return kNames;
}
const char* part_kind_label(std::string_view kind) {
    return label_of(kPartKinds, kind);
}
const std::vector<std::string>& team_roles() {
    static const auto kNames = names_of(kTeamRoles);
    return kNames;
}
const char* team_role_label(std::string_view role) {
    return label_of(kTeamRoles, role);
}

std::string cohort_name(const Programme& programme, const Cohort& cohort) {
    return programme.called() + " " + roman(cohort.number);
}

std::vector<Programme> programmes_of(const store::Reader& db) {
    return db.all(read_programme, R"sql(
        SELECT id, code, owner_id, campaign_id, name, short_name, summary, supports, criteria,
               asked, waiting_rule, status, rev
          FROM programmes
         ORDER BY name, code
    )sql");
}

std::optional<Programme> find_programme(const store::Reader& db, std::string_view code) {
    return db.one(read_programme, R"sql(
        SELECT id, code, owner_id, campaign_id, name, short_name, summary, supports, criteria,
               asked, waiting_rule, status, rev
          FROM programmes
         WHERE lower(code) = lower($1)
    )sql",
                  code);
}

std::optional<Programme> find_programme(const store::Reader& db, ProgrammeId id) {
    return db.one(read_programme, R"sql(
        SELECT id, code, owner_id, campaign_id, name, short_name, summary, supports, criteria,
               asked, waiting_rule, status, rev
          FROM programmes
         WHERE id = $1
    )sql",
                  id);
}

std::vector<Part> template_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(read_template_part, R"sql(
        SELECT position, part, title, who, kind, length_days, starts_after_days, output, prepare,
               rev
          FROM programme_parts
         WHERE programme_id = $1
         ORDER BY position
    )sql",
                  programme);
}

std::vector<Task> template_tasks_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(
        [](const store::Row& row) {
            return Task{.position = row.get<int>(0),
                        .title = row.get<std::string>(1),
                        .help = row.get<std::string>(2),
                        .due_after_days = row.get<int>(3),
                        .rev = row.get<std::int64_t>(4)};
        },
        R"sql(
            SELECT position, title, help, due_after_days, rev
              FROM programme_tasks
             WHERE programme_id = $1
             ORDER BY position
        )sql",
        programme);
}

std::vector<TeamRole> team_roles_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(
        [](const store::Row& row) {
            return TeamRole{
                .role = row.get<std::string>(0), .least = row.get<int>(1), .most = row.get<int>(2)};
        },
        R"sql(
            SELECT role, least, most FROM programme_team_roles
             WHERE programme_id = $1 ORDER BY position
        )sql",
        programme);
}

std::vector<Check> checks_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(
        [](const store::Row& row) {
            return Check{.position = row.get<int>(0),
                         .kind = row.get<std::string>(1),
                         .code = row.get<std::string>(2),
                         .weight = row.get<std::string>(3)};
        },
        R"sql(
            SELECT position, kind, code, weight FROM programme_checks
             WHERE programme_id = $1 ORDER BY position
        )sql",
        programme);
}

std::vector<Cohort> cohorts_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(read_cohort, R"sql(
        SELECT id, programme_id, number, starts, ends, opens, closes, places, status, rev
          FROM cohorts
         WHERE programme_id = $1
         ORDER BY number
    )sql",
                  programme);
}

std::optional<Cohort> find_cohort(const store::Reader& db, ProgrammeId programme, int number) {
    return db.one(read_cohort, R"sql(
        SELECT id, programme_id, number, starts, ends, opens, closes, places, status, rev
          FROM cohorts
         WHERE programme_id = $1 AND number = $2
    )sql",
                  programme, number);
}

std::optional<Cohort> find_cohort(const store::Reader& db, CohortId id) {
    return db.one(read_cohort, R"sql(
        SELECT id, programme_id, number, starts, ends, opens, closes, places, status, rev
          FROM cohorts
         WHERE id = $1
    )sql",
                  id);
}

std::vector<Part> parts_of(const store::Reader& db, CohortId cohort) {
    return db.all(read_part, R"sql(
        SELECT position, part, title, who, kind, starts, ends, output, prepare, rev
          FROM cohort_parts
         WHERE cohort_id = $1
         ORDER BY starts, position
    )sql",
                  cohort);
}

std::vector<Task> tasks_of(const store::Reader& db, CohortId cohort) {
    return db.all(
        [](const store::Row& row) {
            return Task{.position = row.get<int>(0),
                        .title = row.get<std::string>(1),
                        .help = row.get<std::string>(2),
                        .due = row.get<Day>(3),
                        .rev = row.get<std::int64_t>(4)};
        },
        R"sql(
            SELECT position, title, help, due_on, rev
              FROM cohort_tasks
             WHERE cohort_id = $1
             ORDER BY due_on, position
        )sql",
        cohort);
}

bool code_is_taken(const store::Reader& db, std::string_view code) {
    return find_programme(db, code).has_value();
}

std::string code_of(std::string_view name) {
    constexpr std::size_t kLongest = 60;
    std::string code;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            code += c;
        else if (!code.empty() && code.back() != '-')
            code += '-';
        if (code.size() == kLongest) break;
    }
    while (code.ends_with('-'))
        code.pop_back();
    return code.empty() ? "programme" : code;
}

ProgrammeId make_programme(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                           std::string_view template_code) {
    Programme made = programme;
    made.id = db.new_id<Programme>();
    db.run(R"sql(
        INSERT INTO programmes (id, code, owner_id, campaign_id, name, short_name, summary,
                                supports, criteria, asked, waiting_rule, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    )sql",
           made.id, made.code, made.owner, made.campaign, made.name, made.short_name, made.summary,
           made.supports, made.criteria, made.asked, name(made.waiting_rule), made.status);
    const Template shape = find_template(db, template_code, store_day(stamp));
    for (const Part& part : shape.parts)
        insert(db, made.id, part);
    for (const Task& task : shape.tasks)
        insert(db, made.id, task);
    insert(db, made.id, shape.roles);
    for (const Check& check : shape.checks)
        insert(db, made.id, check);
    note(db, stamp, made, "programmes.make", made.id.text(), described(made));
    index(db, made.id);
    return made.id;
}

void index(store::Writer& db, ProgrammeId id) {
    const auto programme = find_programme(db, id);
    if (!programme) return;
    const std::string path = "/programmes/" + programme->code;
    if (programme->status == "draft") return search::remove(db, path);
    std::string body = programme->supports + "\n" + programme->criteria;
    for (const Part& part : template_of(db, id))
        body += "\n" + part.part + ": " + part.title;
    search::put(db, {.kind = sentence("Programme"),
                     .path = path,
                     .title = programme->short_name.empty()
                                  ? programme->name
                                  : programme->name + " (" + programme->short_name + ")",
                     .summary = programme->summary,
                     .body = body});
}

bool save_programme(store::Writer& db, const store::Stamp& stamp, const Programme& programme) {
    const bool saved =
        db.run(R"sql(
        UPDATE programmes
           SET name = $3, short_name = $4, summary = $5, supports = $6, criteria = $7, asked = $8,
               waiting_rule = $9, status = $10, campaign_id = $11, rev = rev + 1
         WHERE id = $1 AND rev = $2
    )sql",
               programme.id, programme.rev, programme.name, programme.short_name, programme.summary,
               programme.supports, programme.criteria, programme.asked,
               name(programme.waiting_rule), programme.status, programme.campaign) == 1;
    if (!saved) return false;
    note(db, stamp, programme, "programmes.save", programme.id.text(), described(programme));
    index(db, programme.id);
    return true;
}

bool save_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                        const Part& part) {
    const bool saved =
        db.run(R"sql(
        UPDATE programme_parts
           SET part = $4, title = $5, who = $6, kind = $7, length_days = $8,
               starts_after_days = $9, output = $10, prepare = $11, rev = rev + 1
         WHERE programme_id = $1 AND position = $2 AND rev = $3
    )sql",
               programme.id, part.position, part.rev, part.part, part.title, part.who, part.kind,
               part.length_days, part.starts_after_days, part.output, part.prepare) == 1;
    if (saved)
        note(db, stamp, programme, "programmes.save_part", programme.id.text(),
             described(part, false));
    return saved;
}

bool save_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                        const Task& task) {
    const bool saved = db.run(R"sql(
        UPDATE programme_tasks SET title = $4, help = $5, due_after_days = $6, rev = rev + 1
         WHERE programme_id = $1 AND position = $2 AND rev = $3
    )sql",
                              programme.id, task.position, task.rev, task.title, task.help,
                              task.due_after_days) == 1;
    if (saved)
        note(db, stamp, programme, "programmes.save_task", programme.id.text(),
             described(task, false));
    return saved;
}

void add_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                       Part part) {
    part.position = next_position(template_of(db, programme.id));
    insert(db, programme.id, part);
    note(db, stamp, programme, "programmes.add_part", programme.id.text(), described(part, false));
}

void add_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                       Task task) {
    task.position = next_position(template_tasks_of(db, programme.id));
    insert(db, programme.id, task);
    note(db, stamp, programme, "programmes.add_task", programme.id.text(), described(task, false));
}

bool remove_template_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                          const Part& part) {
    const bool removed =
        db.run("DELETE FROM programme_parts WHERE programme_id = $1 AND position = $2 AND rev = $3",
               programme.id, part.position, part.rev) == 1;
    if (removed)
        note(db, stamp, programme, "programmes.remove_part", programme.id.text(),
             described(part, false));
    return removed;
}

bool remove_template_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                          const Task& task) {
    const bool removed =
        db.run("DELETE FROM programme_tasks WHERE programme_id = $1 AND position = $2 AND rev = $3",
               programme.id, task.position, task.rev) == 1;
    if (removed)
        note(db, stamp, programme, "programmes.remove_task", programme.id.text(),
             described(task, false));
    return removed;
}

bool save_team_roles(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const std::vector<TeamRole>& roles) {
    if (!raise_rev(db, programme)) return false;
    db.run("DELETE FROM programme_team_roles WHERE programme_id = $1", programme.id);
    insert(db, programme.id, roles);
    json::Writer json;
    json.begin_object();
    for (const TeamRole& role : roles)
        json.key(role.role).begin_array().value(role.least).value(role.most).end_array();
    json.end_object();
    note(db, stamp, programme, "programmes.save_roles", programme.id.text(), json.text());
    return true;
}

bool save_checks(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                 const std::vector<Check>& checks) {
    if (!raise_rev(db, programme)) return false;
    json::Writer json;
    json.begin_object();
    for (const Check& check : checks) {
        db.run(R"sql(
            UPDATE programme_checks SET weight = $3, rev = rev + 1
             WHERE programme_id = $1 AND position = $2 AND weight <> $3
        )sql",
               programme.id, check.position, check.weight);
        json.member(check.kind + ":" + check.code, std::string_view(check.weight));
    }
    json.end_object();
    note(db, stamp, programme, "programmes.save_checks", programme.id.text(), json.text());
    return true;
}

CohortId open_cohort(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const Cohort& cohort) {
    Cohort made = cohort;
    made.id = db.new_id<Cohort>();
    made.programme = programme.id;
    const auto before = cohorts_of(db, programme.id);
    made.number = before.empty() ? 1 : before.back().number + 1;
    db.run(R"sql(
        INSERT INTO cohorts (id, programme_id, number, starts, opens, closes, places, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           made.id, made.programme, made.number, made.starts, made.opens, made.closes, made.places,
           made.status);
    for (const Part& part : dated(template_of(db, programme.id), made.starts))
        db.run(R"sql(
            INSERT INTO cohort_parts (cohort_id, position, part, title, who, kind, starts, ends,
                                      output, prepare)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        )sql",
               made.id, part.position, part.part, part.title, part.who, part.kind, part.starts,
               part.ends, part.output, part.prepare);
    for (const Task& task : template_tasks_of(db, programme.id))
        db.run(R"sql(
            INSERT INTO cohort_tasks (cohort_id, position, title, help, due_on)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
               made.id, task.position, task.title, task.help,
               made.starts + std::chrono::days(task.due_after_days));
    renew_end(db, made.id);
    note(db, stamp, programme, "programmes.open_cohort", made.id.text(), described(made));
    return made.id;
}

bool save_cohort(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                 const Cohort& cohort) {
    const bool saved = db.run(R"sql(
        UPDATE cohorts
           SET starts = $3, opens = $4, closes = $5, places = $6, status = $7, rev = rev + 1
         WHERE id = $1 AND rev = $2
    )sql",
                              cohort.id, cohort.rev, cohort.starts, cohort.opens, cohort.closes,
                              cohort.places, cohort.status) == 1;
    if (saved)
        note(db, stamp, programme, "programmes.save_cohort", cohort.id.text(), described(cohort));
    return saved;
}

bool save_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
               const Cohort& cohort, const Part& part) {
    const bool saved = db.run(R"sql(
        UPDATE cohort_parts
           SET title = $4, who = $5, starts = $6, ends = $7, output = $8, prepare = $9,
               rev = rev + 1
         WHERE cohort_id = $1 AND position = $2 AND rev = $3
    )sql",
                              cohort.id, part.position, part.rev, part.title, part.who, part.starts,
                              part.ends, part.output, part.prepare) == 1;
    if (!saved) return false;
    renew_end(db, cohort.id);
    note(db, stamp, programme, "programmes.save_cohort_part", cohort.id.text(),
         described(part, true));
    return true;
}

bool save_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
               const Cohort& cohort, const Task& task) {
    const bool saved =
        db.run(R"sql(
        UPDATE cohort_tasks SET title = $4, help = $5, due_on = $6, rev = rev + 1
         WHERE cohort_id = $1 AND position = $2 AND rev = $3
    )sql",
               cohort.id, task.position, task.rev, task.title, task.help, task.due) == 1;
    if (!saved) return false;
    db.run(R"sql(
        UPDATE team_tasks SET title = $3, help = $4, due_on = $5, rev = rev + 1
         WHERE position = $2 AND done_on IS NULL
           AND enrolment_id IN (SELECT id FROM programme_enrolments WHERE cohort_id = $1)
    )sql",
           cohort.id, task.position, task.title, task.help, task.due,
           store::Scope::system("a programme's task is every team's").everywhere());
    note(db, stamp, programme, "programmes.save_cohort_task", cohort.id.text(),
         described(task, true));
    return true;
}

}  // namespace primum::programmes
