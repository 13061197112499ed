#pragma once
// What the pages of this room have in common.

#include "access/context.h"
#include "base/problems.h"
#include "design/form.h"
#include "design/page.h"
#include "organisations/here.h"

namespace primum::organisations {

/// Of an organisation: /organisations/ID.
html::Url address(OrganisationId id);

/// The way down to an organisation's own page; without those above it that may not be seen.
std::vector<design::Crumb> crumbs(const design::View& view, const access::Context& context,
                                  const Here& here, bool and_itself);

/// A page about one thing to do in an organisation: its form below its heading.
html::Html task_page(const access::Context& context, const Here& here, std::string_view title,
                     const Problems& problems, const html::Html& content);

/// The way back from a form to the organisation, without a change.
html::Html cancel_link(const design::View& view, const Here& here);

/// Carries the version of the organisation that the form was filled in for.
html::Html rev_field(const Organisation& organisation);

/// The organisation as the form's person saw it: with the version that the form names.
Organisation as_seen(const Here& here, const http::Form& form);

/// Said where somebody else has changed the organisation in the meantime.
Problems overtaken();

/// After a change: the organisation's page, which says what was done ("moved").
http::Response done(OrganisationId id, std::string_view what);

}  // namespace primum::organisations
