#include "organisations/changes.h"

#include <algorithm>

#include "json/writer.h"
#include "organisations/closure.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

using std::chrono::days;

void member(json::Writer& json, std::string_view name, const std::optional<Day>& day) {
    if (day) json.member(name, std::string_view(iso_day(*day)));
}

std::string described(const Organisation& organisation) {
    json::Writer json;
    json.begin_object();
    json.member("name", std::string_view(organisation.name));
    json.member("kind", std::string_view(organisation.kind));
    if (!organisation.code.empty()) json.member("code", std::string_view(organisation.code));
    member(json, "opened", organisation.opened);
    member(json, "closed", organisation.closed);
    json.end_object();
    return std::string(json.text());
}

std::string described(const std::vector<ParentLink>& links) {
    json::Writer json;
    json.begin_object().key("parents").begin_array();
    for (const ParentLink& link : links) {
        json.begin_object().member("parent", link.parent.text());
        if (link.when.from != kSinceEver) member(json, "from", link.when.from);
        if (link.when.until != kForEver) member(json, "until", link.when.until);
        json.end_object();
    }
    json.end_array().end_object();
    return std::string(json.text());
}

/// For what the person who asked may change because they may change something else.
store::Writable chain_of(OrganisationId organisation) {
    return store::Scope::system("changes that follow from another").may_write(organisation);
}

bool has_rev(store::Writer& db, const Organisation& before) {
    return db.run("UPDATE organisations SET rev = rev + 1 WHERE id = $1 AND rev = $2", before.id,
                  before.rev) == 1;
}

void write(store::Writer& db, const Organisation& after) {
    db.run("UPDATE organisations SET name = $2, opened = $3, closed = $4 WHERE id = $1", after.id,
           after.name, after.opened, after.closed);
}

struct Child {
    OrganisationId id;
    Day from;  ///< when it came to lie below its parent
};

/// What lies directly below on that day or comes to later.
std::vector<Child> children_from(const store::Reader& db, OrganisationId parent, Day day) {
    return db.all(
        [](const store::Row& row) { return Child{row.get<OrganisationId>(0), row.get<Day>(1)}; },
        R"sql(
            SELECT child_id, valid_from
              FROM organisation_parents
             WHERE parent_id = $1 AND valid_to >= $2
             ORDER BY child_id, valid_from
        )sql",
        parent, day);
}

}  // namespace

OrganisationId add(store::Writer& db, const store::Stamp& stamp, const Draft& draft,
                   const std::optional<ParentLink>& below) {
    const auto id = db.new_id<Organisation>();
    db.run(R"sql(
        INSERT INTO organisations (id, kind, name, opened, closed) VALUES ($1, $2, $3, $4, $5)
    )sql",
           id, draft.kind, draft.name, draft.opened, draft.closed);
    plant(db, id);
    if (below) replace_links(db, id, {}, {*below});
    if (draft.identifier)
        db.run(R"sql(
            INSERT INTO organisation_identifiers (system, value, organisation_id)
            VALUES ($1, $2, $3)
        )sql",
               draft.identifier->system, draft.identifier->value, id);
    const Organisation added{.id = id,
                             .code = draft.identifier ? draft.identifier->value : "",
                             .name = draft.name,
                             .kind = draft.kind,
                             .opened = draft.opened,
                             .closed = draft.closed};
    store::record(db, chain_of(id), stamp,
                  {.action = "organisations.add",
                   .object = id.text(),
                   .before = {},
                   .after = described(added)});
    return id;
}

bool correct(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Organisation& before, const Organisation& after) {
    if (!has_rev(db, before)) return false;
    write(db, after);
    store::record(db, owner, stamp,
                  {.action = "organisations.correct",
                   .object = before.id.text(),
                   .before = described(before),
                   .after = described(after)});
    return true;
}

bool rename(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Organisation& before, std::string_view name, Day from) {
    if (!has_rev(db, before)) return false;
    db.run(R"sql(
        INSERT INTO organisation_names (id, organisation_id, name, valid_to)
        VALUES ($1, $2, $3, $4)
    )sql",
           db.new_id<FormerName>(), before.id, before.name, from - days(1));
    Organisation after = before;
    after.name = name;
    write(db, after);
    store::record(db, owner, stamp,
                  {.action = "organisations.rename",
                   .object = before.id.text(),
                   .before = described(before),
                   .after = described(after)});
    return true;
}

bool place(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Organisation& before, const std::vector<ParentLink>& links) {
    if (!has_rev(db, before)) return false;
    const auto earlier = links_of(db, before.id);
    replace_links(db, before.id, earlier, links);
    store::record(db, owner, stamp,
                  {.action = "organisations.move",
                   .object = before.id.text(),
                   .before = described(earlier),
                   .after = described(links)});
    return true;
}

bool close(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Organisation& before, Day last_day) {
    if (!has_rev(db, before)) return false;
    Organisation after = before;
    after.closed = last_day;
    write(db, after);
    store::record(db, owner, stamp,
                  {.action = "organisations.close",
                   .object = before.id.text(),
                   .before = described(before),
                   .after = described(after)});
    return true;
}

bool merge(store::Writer& db, const store::Writable& owner, const store::Writable& successor,
           const store::Stamp& stamp, const Organisation& before, Day on) {
    if (!close(db, owner, stamp, before, on - days(1))) return false;
    for (const Child& child : children_from(db, before.id, on))
        place(db, chain_of(child.id), stamp, *find_organisation(db, child.id),
              moved(links_of(db, child.id), successor.organisation(), std::max(on, child.from)));
    db.run(R"sql(
        INSERT INTO organisation_successions (predecessor_id, successor_id, on_day, kind)
        VALUES ($1, $2, $3, 'merger')
    )sql",
           before.id, successor.organisation(), on);

    json::Writer json;
    json.begin_object();
    json.member("predecessor", before.id.text());
    json.member("successor", successor.text());
    json.member("on", std::string_view(iso_day(on)));
    json.end_object();
    for (const store::Writable* side : {&owner, &successor})
        store::record(db, *side, stamp,
                      {.action = "organisations.merge",
                       .object = before.id.text(),
                       .before = {},
                       .after = json.text()});
    return true;
}

bool identify(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
              const Identifier& identifier) {
    const auto other = db.one(
        [](const store::Row& row) { return row.get<OrganisationId>(0); },
        "SELECT organisation_id FROM organisation_identifiers WHERE system = $1 AND value = $2",
        identifier.system, identifier.value);
    if (other) return *other == owner.organisation();
    db.run("DELETE FROM organisation_identifiers WHERE system = $1 AND organisation_id = $2",
           identifier.system, owner.organisation());
    if (!identifier.value.empty())
        db.run(R"sql(
            INSERT INTO organisation_identifiers (system, value, organisation_id)
            VALUES ($1, $2, $3)
        )sql",
               identifier.system, identifier.value, owner.organisation());
    json::Writer json;
    json.begin_object();
    json.member(identifier.system, std::string_view(identifier.value));
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = "organisations.identify",
                   .object = owner.text(),
                   .before = {},
                   .after = json.text()});
    return true;
}

}  // namespace primum::organisations
