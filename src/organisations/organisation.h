#pragma once
// Hospitals, their parts, and what they belong to: a tree that remembers how it was.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "base/id.h"
#include "base/instant.h"
#include "organisations/kind.h"
#include "organisations/period.h"

namespace primum::organisations {

struct Organisation {
    OrganisationId id;
    std::string code;  ///< by which files and the API name it: "RX7"; empty where it has none
    std::string name;  ///< today's
    std::string kind;  ///< code of a Kind
    std::optional<Day> opened;  ///< first day; absent where nobody knows
    std::optional<Day> closed;  ///< last day; absent while it goes on
    std::int64_t rev = 1;       ///< counts changes: who changes an older one is told so

    bool open_on(Day day) const {
        return (!opened || *opened <= day) && (!closed || day <= *closed);
    }
};

/// Under whom it was, and when.
struct ParentLink {
    OrganisationId parent;
    Period when;
    friend bool operator==(const ParentLink&, const ParentLink&) = default;
};

/// What it was called before.
struct FormerName {
    std::string name;
    Day until;  ///< the last day of that name
};

/// One went on as another. A merger has one succession for each that was merged.
struct Succession {
    OrganisationId predecessor;
    OrganisationId successor;
    Day on;  ///< the first day of the successor in this role
};

/// What others call it: {"ods", "RX7"}, {"charity", "1234567"}.
struct Identifier {
    std::string system;
    std::string value;
    friend auto operator<=>(const Identifier&, const Identifier&) = default;
};

/// Codes are kept as they are compared: in capitals, without spaces around them.
std::string normal_code(std::string_view typed);

/// At most 20 letters, digits, and - . / _ between them. Refuses others.
Checked<std::string> check_code(std::string_view typed);

/// Refuses a parent that is no greater kind, or that the child itself is above.
Checked<void> check_parent(const Kinds& kinds, std::string_view child_kind,
                           std::string_view parent_kind, bool parent_lies_below_child);

/// Refuses periods that end before they begin, and two parents on one day. In any order.
Checked<void> check_links(std::vector<ParentLink> links);

/// The links once `child` lies below `parent` from that day on: what was planned for later is
/// dropped, what went before ends the day before. Nothing is changed where it lies there already.
std::vector<ParentLink> moved(std::vector<ParentLink> links, OrganisationId parent, Day from);

/// The parent on a day; nothing where it stands at the top.
std::optional<OrganisationId> parent_on(const std::vector<ParentLink>& links, Day day);

}  // namespace primum::organisations
