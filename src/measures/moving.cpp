#include "measures/moving.h"

#include <memory>
#include <utility>
#include <vector>

#include "measures/totals.h"

namespace primum::measures {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system("sums follow what moves in the tree");
    return kScope;
}

/// At it, or below it on any day.
std::vector<Series> series_ever_below(const store::Reader& db, OrganisationId organisation) {
    const auto read = [](const store::Row& row) {
        return std::pair{row.get<OrganisationId>(0), row.get<SeriesId>(1)};
    };
    std::vector<Series> all;
    for (const auto& [owner, id] : db.all(read, R"sql(
            SELECT DISTINCT s.organisation_id, s.id
              FROM organisation_closure c JOIN series s ON s.organisation_id = c.descendant_id
             WHERE c.ancestor_id = $1
        )sql",
                                          scope().may_read_below(organisation)))
        if (auto series = find_series(db, scope().may_read(owner), id))
            all.push_back(std::move(*series));
    return all;
}

}  // namespace

std::function<void()> moving(store::Writer& db, OrganisationId organisation) {
    const Day today = std::chrono::floor<std::chrono::days>(db.now());
    const auto all =
        std::make_shared<const std::vector<Series>>(series_ever_below(db, organisation));
    const auto changes = std::make_shared<TotalChanges>(db);
    for (const Series& series : *all)
        changes->remove(series, today);
    return [&db, today, all, changes] {
        changes->tree_changed();
        for (const Series& series : *all)
            changes->add(series, today);
        changes->write(db);
    };
}

}  // namespace primum::measures
