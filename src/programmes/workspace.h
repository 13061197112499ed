#pragma once
// What the pages of an organisation's side have in common.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "design/page.h"
#include "http/message.h"
#include "organisations/here.h"
#include "programmes/enrolment.h"
#include "programmes/programme.h"

namespace primum::programmes {

/// An organisation and a programme, as an address names them.
struct Workspace {
    organisations::Here here;
    Programme programme;
    std::optional<Cohort> cohort;  ///< where the address names one

    bool leader() const;           ///< may prepare what the organisation asks for
    bool chief_executive() const;  ///< holds that role at or above it
};

/// Nothing where one of them is absent, or not to be seen.
std::optional<Workspace> workspace_of(const http::Request& request, const access::Context& context);
/// The same; nothing where the address names no cohort.
std::optional<Workspace> cohort_workspace_of(const http::Request& request,
                                             const access::Context& context);

/// A page of it: breadcrumb, heading with the organisation above it, what is wrong, content.
html::Html workspace_page(const access::Context& context, const Workspace& workspace,
                          std::string_view title, const Problems& problems,
                          const html::Html& content, bool wide = false);

/// Names of who is chief executive of an organisation on a day.
std::vector<std::string> chief_executives_of(const store::Reader& db,
                                             const store::Readable& organisation, Day day);

}  // namespace primum::programmes
