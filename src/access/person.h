#pragma once
// A signed-in person as every room sees them.

#include <string>
#include <vector>

#include "access/role.h"
#include "base/id.h"

namespace primum::access {

struct Person {
    PersonId id;
    std::string name;
    std::string email;
    std::vector<Held> roles;  ///< those held today

    bool holds(RoleSet roles_asked) const {
        for (const Held& held : roles)
            if (roles_asked.has(held.role)) return true;
        return false;
    }
};

}  // namespace primum::access
