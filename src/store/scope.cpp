#include "store/scope.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "store/db.h"

namespace primum::store {
namespace {

bool lies_below(const Reader& db, OrganisationId ancestor, OrganisationId descendant) {
    const Day today = std::chrono::floor<std::chrono::days>(db.now());
    return db
        .one([](const Row&) { return true; }, R"sql(
            SELECT 1
              FROM organisation_closure
             WHERE ancestor_id = $1 AND descendant_id = $2
               AND valid_from <= $3 AND valid_to >= $3
        )sql",
             ancestor, descendant, today)
        .has_value();
}

// The UUID that is all ones: no id of ours. (All zeros is the installation's own, in audit.h.)
OrganisationId nobody() {
    return *OrganisationId::parse("ffffffff-ffff-ffff-ffff-ffffffffffff");
}

}  // namespace

Writable::operator Readable() const {
    return Readable(id_);
}

Scope::Scope(const Reader& db, std::vector<OrganisationId> roots, Reach reach)
    : db_(&db), roots_(std::move(roots)), reach_(reach) {}

Scope Scope::system(std::string_view) {
    Scope scope;
    scope.reach_ = Reach::write;
    scope.system_ = true;
    return scope;
}

bool Scope::can_read(OrganisationId organisation) const {
    if (system_) return true;
    if (std::ranges::find(roots_, organisation) != roots_.end()) return true;
    return std::ranges::any_of(
        roots_, [&](OrganisationId root) { return lies_below(*db_, root, organisation); });
}

bool Scope::can_write(OrganisationId organisation) const {
    return reach_ == Reach::write && can_read(organisation);
}

Readable Scope::may_read(OrganisationId organisation) const {
    return Readable(can_read(organisation) ? organisation : nobody());
}

ReadableTree Scope::may_read_below(OrganisationId organisation) const {
    return ReadableTree(can_read(organisation) ? organisation : nobody());
}

Writable Scope::may_write(OrganisationId organisation) const {
    if (!can_write(organisation))
        throw std::logic_error("A change was tried outside the organisations it may reach.");
    return Writable(organisation);
}

Everywhere Scope::everywhere() const {
    if (!system_) throw std::logic_error("Only a job's scope reaches everywhere.");
    return {};
}

}  // namespace primum::store
