#include "programmes/programme.h"

#include "json/writer.h"
#include "language/language.h"
#include "programmes/programme_rows.h"
#include "programmes/template.h"
#include "search/search.h"

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

}  // namespace

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

}  // namespace primum::programmes
