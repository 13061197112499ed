#pragma once
// Writing down that somebody will speak to an organisation, and what came of it.

#include "base/problems.h"
#include "momentum/frame.h"

namespace primum::momentum {

struct ChaseForm {
    std::string reason;
    std::string act;

    static ChaseForm from(const http::Form& form);
    bool empty() const { return reason.empty() && act.empty(); }
};
Problems check(const ChaseForm& form);

html::Html chase_form(const design::View& view, const Campaign& campaign, const Facts& facts,
                      const ChaseForm& form, const Problems& problems);

/// An organisation's engagement, with the form at its end.
html::Html organisation_page(const http::Request& request, const access::Context& context,
                             const Campaign& campaign, const Facts& facts, const ChaseForm& form,
                             const Problems& problems);

}  // namespace primum::momentum
