#pragma once
// Questions about the tree.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisations/organisation.h"
#include "store/db.h"

namespace primum::organisations {

Kinds kinds_of(const store::Reader& db);

std::optional<Organisation> find_organisation(const store::Reader& db, OrganisationId id);

/// By a code of any system; that of "ods" where several systems have it.
std::optional<Organisation> find_by_code(const store::Reader& db, std::string_view code);

/// Those that never had a parent: one in most installations.
std::vector<OrganisationId> tops(const store::Reader& db);

/// Its parents now, before, and planned, in order of time.
std::vector<ParentLink> links_of(const store::Reader& db, OrganisationId id);

/// Those above it on a day, the top of the tree first; without itself.
std::vector<Organisation> path_to(const store::Reader& db, OrganisationId id, Day day);

/// Whether `lower` lies below `upper` on some day, or is the same.
bool ever_below(const store::Reader& db, OrganisationId upper, OrganisationId lower);

/// What to list below an organisation.
struct Wanted {
    Day day;             ///< how the tree was then
    std::string search;  ///< part of a name or code; then all levels are searched, else the next
    bool closed_too = false;
    bool all_levels = false;  ///< even without a search
};

/// One page of what lies below, greater kinds first, then by name.
std::vector<Organisation> below(const store::Reader& db, const store::ReadableTree& top,
                                const Wanted& wanted, std::size_t offset, std::size_t limit);
std::size_t count_below(const store::Reader& db, const store::ReadableTree& top,
                        const Wanted& wanted);

/// Open ones of a kind, or of any greater kind, at or below one that may be read, found by part of
/// a name or code. At most `limit`.
std::vector<Organisation> of_kind(const store::Reader& db, const store::ReadableTree& top,
                                  std::string_view kind, std::string_view search, Day day,
                                  std::size_t limit);
std::vector<Organisation> of_greater_kind(const store::Reader& db, const store::ReadableTree& top,
                                          std::string_view kind, std::string_view search, Day day,
                                          std::size_t limit);

}  // namespace primum::organisations
