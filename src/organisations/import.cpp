#include "organisations/import.h"

#include <algorithm>
#include <unordered_map>

#include "organisations/changes.h"
#include "organisations/read_organisation.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

using std::chrono::days;

/// Carries out one step after the other; later ones may lie below what earlier ones added.
class Import {
public:
    Import(store::Writer& db, const Plan& plan, const store::Stamp& stamp,
           const Neighbours& neighbours)
        : db_(db), plan_(plan), stamp_(stamp), neighbours_(neighbours) {}

    std::size_t run(std::size_t most) {
        std::size_t left = 0;
        for (const Step& step : plan_.steps) {
            if (step.known) by_code_.emplace(step.row.code, *step.known);
            if (step.fate == Step::Fate::unchanged) continue;
            if (most == 0) {
                ++left;
                continue;
            }
            --most;
            step.known ? change(step) : add_new(step);
        }
        return left;
    }

private:
    OrganisationId parent_of(const Step& step) const {
        return step.parent ? *step.parent : by_code_.at(step.parent_code);
    }

    void add_new(const Step& step) {
        const Incoming& row = step.row;
        const Day until = row.left.value_or(kForEver);
        const Day from = std::min(row.joined.value_or(row.opened.value_or(kSinceEver)), until);
        const auto id = add(db_, stamp_,
                            {.name = row.name,
                             .kind = row.kind,
                             .identifier = Identifier{plan_.system, row.code},
                             .opened = row.opened,
                             .closed = row.closed},
                            ParentLink{parent_of(step), {from, until}});
        by_code_.emplace(row.code, id);
    }

    void change(const Step& step) {
        const Incoming& row = step.row;
        auto now = *find_organisation(db_, *step.known);
        const auto owner =
            store::Scope::system("an import reaches what its file names").may_write(now.id);
        if (row.name != now.name) {
            rename(db_, owner, stamp_, now, row.name, today());
            now = *find_organisation(db_, now.id);
        }
        Organisation dated = now;
        if (row.opened) dated.opened = row.opened;
        if (row.closed) dated.closed = row.closed;
        if (dated.opened != now.opened || dated.closed != now.closed) {
            correct(db_, owner, stamp_, now, dated);
            now = *find_organisation(db_, now.id);
        }
        if (step.parent || !step.parent_code.empty()) move(step, owner, now);
    }

    void move(const Step& step, const store::Writable& owner, const Organisation& now) {
        const Incoming& row = step.row;
        const auto before = links_of(db_, now.id);
        auto after = before;
        const OrganisationId parent = parent_of(step);
        const bool there = !before.empty() && before.back().parent == parent;
        if (!there) after = moved(before, parent, row.joined.value_or(today()));
        if (row.left && after.back().when.from <= *row.left) after.back().when.until = *row.left;
        if (after != before)
            move_with(neighbours_, db_, now.id,
                      [&] { return place(db_, owner, stamp_, now, after); });
    }

    Day today() const { return std::chrono::floor<days>(stamp_.at); }

    store::Writer& db_;
    const Plan& plan_;
    const store::Stamp& stamp_;
    const Neighbours& neighbours_;
    std::unordered_map<std::string, OrganisationId> by_code_;
};

void read_links(const store::Reader& db, std::unordered_map<OrganisationId, ParentLink>& latest) {
    db.each(
        [&](const store::Row& row) {
            latest.insert_or_assign(
                row.get<OrganisationId>(0),
                ParentLink{row.get<OrganisationId>(1), {row.get<Day>(2), row.get<Day>(3)}});
        },
        R"sql(
            SELECT child_id, parent_id, valid_from, valid_to
              FROM organisation_parents
             ORDER BY valid_from
        )sql");
}

}  // namespace

Register register_of(const store::Reader& db, OrganisationId top, Day today) {
    std::unordered_map<OrganisationId, ParentLink> latest;
    read_links(db, latest);
    Register known;
    db.each(
        [&](const store::Row& row) {
            Organisation organisation = read_organisation(row);
            const auto link = latest.find(organisation.id);
            known.add({std::move(organisation),
                       link == latest.end() ? std::nullopt : std::optional(link->second),
                       row.get<bool>(7)});
        },
        R"sql(
            SELECT o.id, '', o.name, o.kind, o.opened, o.closed, o.rev,
                   CASE WHEN EXISTS (SELECT 1 FROM organisation_closure c
                                      WHERE c.ancestor_id = $1 AND c.descendant_id = o.id
                                        AND c.valid_from <= $2 AND c.valid_to >= $2)
                        THEN 1
                        WHEN EXISTS (SELECT 1 FROM organisation_parents p
                                      WHERE p.child_id = o.id
                                        AND p.valid_from <= $2 AND p.valid_to >= $2)
                        THEN 0
                        WHEN EXISTS (SELECT 1 FROM organisation_closure c
                                      WHERE c.ancestor_id = $1 AND c.descendant_id = o.id)
                        THEN 1
                        ELSE 0 END
              FROM organisations o
        )sql",
        top, today);
    db.each(
        [&](const store::Row& row) {
            known.name(row.get<std::string_view>(0), row.get<std::string_view>(1),
                       row.get<OrganisationId>(2));
        },
        R"sql(
            SELECT system, value, organisation_id
              FROM organisation_identifiers
             ORDER BY system = 'ods' DESC, system
        )sql");
    return known;
}

std::size_t carry_out(store::Writer& db, const Plan& plan, const store::Stamp& stamp,
                      std::size_t most, const Neighbours& neighbours) {
    return Import(db, plan, stamp, neighbours).run(most);
}

}  // namespace primum::organisations
