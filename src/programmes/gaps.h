#pragma once
// The plan to close the gaps that an assessment shows.

#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "html/html.h"
#include "http/form.h"
#include "organisations/typed_day.h"
#include "programmes/assessing.h"
#include "programmes/capability.h"

namespace primum::programmes {

/// A gap as it was typed.
struct GapForm {
    std::string capability;
    std::string to_level;
    std::string action;
    organisations::TypedDay by;

    static GapForm from_fields(const http::Form& form);
};
Valid<Gap> check(const GapForm& form, const std::vector<Capability>& capabilities,
                 const Assessment& assessment);

/// What is planned, with a button each to tick it off.
html::Html plan_list(const access::Context& context, const Subject& subject,
                     const std::vector<Capability>& capabilities, const std::vector<Gap>& gaps);
/// Adds to the plan.
html::Html gap_form(const access::Context& context, const Subject& subject,
                    const std::vector<Capability>& capabilities, const Assessment& latest,
                    const GapForm& typed, const Problems& problems);

}  // namespace primum::programmes
