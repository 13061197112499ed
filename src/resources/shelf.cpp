#include "resources/shelf.h"

#include "access/role.h"
#include "library/item.h"

namespace primum::resources {
namespace {

ResourceId read_id(const store::Row& row) {
    return row.get<ResourceId>(0);
}

std::string pattern(std::string_view search) {
    std::string like = "%";
    for (const char c : search)
        like += c == '%' || c == '_' ? ' ' : c;
    return like + '%';
}

}  // namespace

std::vector<Resource> find_resources(const store::Reader& db, const Wanted& wanted,
                                     std::size_t offset, std::size_t limit) {
    const Subject subject = parse_subject(wanted.subject);
    const auto ids = db.all(read_id, R"sql(
        SELECT r.id
          FROM resources r
         WHERE ($1 = 1 OR r.status = 'published')
           AND (lower(r.title) LIKE lower($2) OR lower(r.summary) LIKE lower($2))
           AND ($3 = '' OR r.kind = $3)
           AND ($4 = '' OR EXISTS (SELECT 1 FROM resource_subjects s
                                    WHERE s.resource_id = r.id AND s.about = $4 AND s.code = $5))
         ORDER BY CASE WHEN $6 = 'new' THEN -r.added_at
                       WHEN $6 = 'title' THEN 0
                       ELSE -r.uses END, r.title, r.id
         LIMIT $7 OFFSET $8
    )sql",
                            wanted.all, pattern(wanted.search), wanted.kind, subject.about,
                            subject.code, wanted.sort, limit, offset);
    std::vector<Resource> found;
    for (const ResourceId& id : ids)
        if (auto resource = find_resource(db, id)) found.push_back(std::move(*resource));
    return found;
}

std::size_t count_resources(const store::Reader& db, const Wanted& wanted) {
    const Subject subject = parse_subject(wanted.subject);
    return db
        .one([](const store::Row& row) { return row.get<std::size_t>(0); }, R"sql(
        SELECT COUNT(*)
          FROM resources r
         WHERE ($1 = 1 OR r.status = 'published')
           AND (lower(r.title) LIKE lower($2) OR lower(r.summary) LIKE lower($2))
           AND ($3 = '' OR r.kind = $3)
           AND ($4 = '' OR EXISTS (SELECT 1 FROM resource_subjects s
                                    WHERE s.resource_id = r.id AND s.about = $4 AND s.code = $5))
    )sql",
             wanted.all, pattern(wanted.search), wanted.kind, subject.about, subject.code)
        .value_or(0);
}

Subject parse_subject(std::string_view text) {
    const std::size_t mark = text.find(':');
    if (mark == text.npos) return {};
    return {std::string(text.substr(0, mark)), std::string(text.substr(mark + 1))};
}

std::string text(const Subject& subject) {
    return subject.about + ':' + subject.code;
}

std::vector<design::Option> subject_options(const store::Reader& db,
                                            const language::Language& words, Day day) {
    std::vector<design::Option> options;
    db.each(
        [&](const store::Row& row) {
            options.push_back({.value = "campaign:" + row.get<std::string>(0),
                               .label = words.say("Campaign: {}", row.get<std::string>(1))});
        },
        "SELECT code, name FROM campaigns WHERE status IN ('open', 'closed')"
        " ORDER BY front DESC, name");
    db.each(
        [&](const store::Row& row) {
            options.push_back({.value = "programme:" + row.get<std::string>(0),
                               .label = words.say("Programme: {}", row.get<std::string>(1))});
        },
        "SELECT short_name, name FROM programmes WHERE status <> 'draft' AND short_name <> ''"
        " ORDER BY name");
    for (const library::Item& item : library::items_of(db, "interventions", day))
        options.push_back({.value = "intervention:" + item.code,
                           .label = words.say("Intervention: {}", std::string(item["name"]))});
    for (const access::Role role : access::all_roles())
        options.push_back({.value = "role:" + std::string(access::name(role)),
                           .label = words.say("Role: {}", words.say(access::label(role)))});
    return options;
}

}  // namespace primum::resources
