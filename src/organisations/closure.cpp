#include "organisations/closure.h"

#include <algorithm>

namespace primum::organisations {
namespace {

void add_link(store::Writer& db, OrganisationId child, const ParentLink& link) {
    db.run(R"sql(
        INSERT INTO organisation_parents (child_id, parent_id, valid_from, valid_to)
        VALUES ($1, $2, $3, $4)
    )sql",
           child, link.parent, link.when.from, link.when.until);
}

void remove_link(store::Writer& db, OrganisationId child, const ParentLink& link) {
    db.run(R"sql(
        DELETE FROM organisation_parents
         WHERE child_id = $1 AND parent_id = $2 AND valid_from = $3
    )sql",
           child, link.parent, link.when.from);
}

// A chain through the link: one from an ancestor to the parent, the link, and one from the child
// down. It is valid from the latest of their first days to the earliest of their last.
void add_chains(store::Writer& db, OrganisationId child, const ParentLink& link) {
    db.run(R"sql(
        INSERT INTO organisation_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
        SELECT ancestor_id, descendant_id, depth, valid_from, valid_to
          FROM (SELECT upper.ancestor_id, lower.descendant_id,
                       upper.depth + lower.depth + 1 AS depth,
                       CASE WHEN upper.valid_from >= lower.valid_from AND upper.valid_from >= $3
                            THEN upper.valid_from
                            WHEN lower.valid_from >= $3 THEN lower.valid_from
                            ELSE $3 END AS valid_from,
                       CASE WHEN upper.valid_to <= lower.valid_to AND upper.valid_to <= $4
                            THEN upper.valid_to
                            WHEN lower.valid_to <= $4 THEN lower.valid_to
                            ELSE $4 END AS valid_to
                  FROM organisation_closure upper
                  CROSS JOIN organisation_closure lower
                 WHERE upper.descendant_id = $1 AND lower.ancestor_id = $2) AS chain
         WHERE valid_from <= valid_to
    )sql",
           link.parent, child, link.when.from, link.when.until);
}

void remove_chains(store::Writer& db, OrganisationId child, const ParentLink& link) {
    db.run(R"sql(
        DELETE FROM organisation_closure
         WHERE (ancestor_id, descendant_id, valid_from) IN
               (SELECT ancestor_id, descendant_id, valid_from
                  FROM (SELECT upper.ancestor_id, lower.descendant_id,
                               CASE WHEN upper.valid_from >= lower.valid_from
                                     AND upper.valid_from >= $3 THEN upper.valid_from
                                    WHEN lower.valid_from >= $3 THEN lower.valid_from
                                    ELSE $3 END AS valid_from,
                               CASE WHEN upper.valid_to <= lower.valid_to
                                     AND upper.valid_to <= $4 THEN upper.valid_to
                                    WHEN lower.valid_to <= $4 THEN lower.valid_to
                                    ELSE $4 END AS valid_to
                          FROM organisation_closure upper
                          CROSS JOIN organisation_closure lower
                         WHERE upper.descendant_id = $1 AND lower.ancestor_id = $2) AS chain
                 WHERE valid_from <= valid_to)
    )sql",
           link.parent, child, link.when.from, link.when.until);
}

bool has(const std::vector<ParentLink>& links, const ParentLink& link) {
    return std::ranges::find(links, link) != links.end();
}

}  // namespace

void plant(store::Writer& db, OrganisationId organisation) {
    db.run(R"sql(
        INSERT INTO organisation_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
        VALUES ($1, $1, 0, $2, $3)
    )sql",
           organisation, kSinceEver, kForEver);
}

void replace_links(store::Writer& db, OrganisationId child, const std::vector<ParentLink>& before,
                   const std::vector<ParentLink>& after) {
    for (const ParentLink& link : before) {
        if (has(after, link)) continue;
        remove_chains(db, child, link);
        remove_link(db, child, link);
    }
    for (const ParentLink& link : after) {
        if (has(before, link)) continue;
        add_link(db, child, link);
        add_chains(db, child, link);
    }
}

}  // namespace primum::organisations
