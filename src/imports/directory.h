#pragma once
// Whom and what the names in a file mean.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/measure.h"
#include "store/db.h"
#include "store/scope.h"

namespace primum::imports {

/// Codes and names as files spell them: capitals and spaces at the ends do not matter.
class Directory {
public:
    /// The organisations at or below one as the tree is on a day, and all measures.
    Directory(const store::Reader& db, const store::Scope& scope, OrganisationId top, Day day);

    /// By code, else by name; nothing where none or several have it.
    std::optional<OrganisationId> organisation(std::string_view text) const;
    /// By code, by that of the library, else by name; nothing where none or several have it.
    const measures::Measure* measure(std::string_view text) const;

    const OrganisationId& top() const { return top_; }
    const std::vector<measures::Measure>& measures() const { return measures_; }

private:
    OrganisationId top_;
    std::vector<measures::Measure> measures_;
    // Nothing where several have the name.
    std::map<std::string, std::optional<OrganisationId>, std::less<>> organisation_codes_;
    std::map<std::string, std::optional<OrganisationId>, std::less<>> organisation_names_;
    std::map<std::string, const measures::Measure*, std::less<>> measure_codes_;
    std::map<std::string, const measures::Measure*, std::less<>> measure_names_;
};

}  // namespace primum::imports
