#pragma once
// The series that a request is about, and what its pages have in common.

#include <optional>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "design/page.h"
#include "http/message.h"
#include "measures/material.h"
#include "organisations/here.h"

namespace primum::measures {

struct Place {
    organisations::Here here;
    Measure measure;
    Series series;

    /// "Falls with harm", with its stratum "Falls with harm, women".
    std::string name() const;
};

/// Nothing where {id} or {series} name none that this person may see by this route.
std::optional<Place> place_of(const http::Request& request, const access::Context& context);

/// The way down to the list of series; and_itself with the series as the last crumb.
std::vector<design::Crumb> crumbs(const access::Context& context, const organisations::Here& here);
std::vector<design::Crumb> crumbs(const access::Context& context, const Place& place,
                                  bool and_itself);

/// Whether this person may do in the organisation what a policy allows.
bool may(const access::Context& context, const access::Policy& policy,
         const OrganisationId& organisation);

}  // namespace primum::measures
