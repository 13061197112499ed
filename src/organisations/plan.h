#pragma once
// What an import would do, found out before anything is done.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "organisations/incoming.h"
#include "organisations/organisation.h"

namespace primum::organisations {

/// What the database has already, by its codes.
class Register {
public:
    struct Entry {
        Organisation organisation;
        std::optional<ParentLink> parent;  ///< the latest
        bool within = true;                ///< lies where the import may change things
    };

    void add(Entry entry);
    /// A code of a system names an organisation.
    void name(std::string_view system, std::string_view code, OrganisationId organisation);

    /// By a code of this system, or of any other where this one does not have it.
    const Entry* find(std::string_view system, std::string_view code) const;
    const Entry* find(OrganisationId id) const;

private:
    std::unordered_map<OrganisationId, Entry> entries_;
    std::unordered_map<std::string, OrganisationId> by_system_;  // "ods RX7"
    std::unordered_map<std::string, OrganisationId> by_code_;
};

struct Step {
    enum class Fate : std::uint8_t { added, changed, unchanged };

    Incoming row;
    Fate fate = Fate::added;
    std::optional<OrganisationId> known;  ///< absent where it is new
    /// Of its parent once the step is done: an organisation, or a code of another step before this
    /// one. Neither where the file says nothing of a known one's parent.
    std::optional<OrganisationId> parent;
    std::string parent_code;
};

struct Plan {
    std::string system;
    std::vector<Step> steps;        ///< parents before what lies below them
    std::vector<RowNote> problems;  ///< rows that are left out
    std::vector<RowNote> notes;     ///< worth a look, but done all the same

    std::size_t count(Step::Fate fate) const;
};

/// What lacks a known parent goes below `top`, an entry of the register.
Plan plan_import(const Reading& reading, const Register& known, const Kinds& kinds,
                 OrganisationId top, Day today);

}  // namespace primum::organisations
