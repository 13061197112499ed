#pragma once
// What somebody wants a definition to say.

#include <optional>
#include <string>

#include "access/context.h"
#include "base/problems.h"
#include "http/form.h"
#include "library/item.h"
#include "measures/definition.h"
#include "organisations/typed_day.h"

namespace primum::measures {

struct DefinitionForm {
    std::string code;          ///< of a new measure only
    std::string owner;         ///< the same: the id of its organisation
    std::string copied_from;   ///< the code of a measure, or empty
    std::string library_code;  ///< of the library's row that the words come from, or empty
    Definition says;
    std::string multiplier;  ///< as typed
    organisations::TypedDay from;
    std::string reason;
    std::string counts;  ///< "same" or "other"; empty where the words decide
    std::string why_same;
    std::int64_t rev = 0;  ///< of the measure when the form was made

    static DefinitionForm from_request(const http::Form& form);
    /// The latest words of a measure, to be changed from a day on.
    static DefinitionForm of(const Measure& measure, Day from);
    /// The words of a version, for a measure that is still to be made.
    static DefinitionForm like(const Version& version, Day from);
};

/// Codes are kept in capitals: "FALLS-RX7".
std::string normal_measure_code(std::string_view typed);

/// The first version of a new measure, or what to correct.
Valid<Version> check_new(const store::Reader& db, const store::Scope& scope,
                         const DefinitionForm& form);
/// The next version of a measure, or what to correct.
Valid<Version> check_change(const Measure& before, const DefinitionForm& form);
/// A draft that nothing is counted by yet says this instead.
Valid<Version> check_draft(const Measure& before, const DefinitionForm& form);

/// The questions. With `before`, of a change: also whether it changes what is counted.
html::Html definition_inputs(const design::View& view, const DefinitionForm& form,
                             const Problems& problems, const Measure* before);
/// The same unseen, for a page on which the answers are checked.
html::Html carried(const DefinitionForm& form);

}  // namespace primum::measures
