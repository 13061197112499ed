#pragma once
// The import that a request is about, and what its steps have in common.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "access/context.h"
#include "base/problems.h"
#include "http/message.h"
#include "imports/file.h"
#include "imports/import.h"
#include "imports/mapping.h"
#include "imports/plan.h"
#include "organisations/here.h"

namespace primum::imports {

struct Step {
    organisations::Here here;
    Import import;
};

/// Nothing where {id} or {import} name none that this person may see by this route.
std::optional<Step> step(const http::Request& request, const access::Context& context);

/// A file that waits, opened, with the mapping that somebody chose or the likeliest.
struct OpenedStep {
    File file;
    std::optional<csv::Table> table;  ///< absent where DHIS2 says what it means
    Mapping mapping;
    std::string measure;  ///< code; empty where nobody has said
};
/// Refuses only what an earlier program took.
Checked<OpenedStep> opened(const access::Context& context, const Step& step);

/// What an import of it would do.
struct Preview {
    Reading reading;
    std::optional<Directory> directory;  ///< what the plan points into
    Plan plan;
};
/// Refuses a mapping that does not fit, and a measure that there is none of.
Checked<std::unique_ptr<Preview>> preview(const store::Reader& db, const access::Context& context,
                                          const Step& step, const OpenedStep& opened);

// Addresses: the list of imports, the upload, and the steps of one, "rows", "columns", "preview",
// "problems.csv", "undo"; "" is the import itself.
html::Url list_address(OrganisationId organisation);
html::Url upload_address(OrganisationId organisation);
html::Url step_address(const Step& step, std::string_view name);
html::Url step_address(OrganisationId organisation, ImportId import, std::string_view name);

/// A page of the wizard. `number` of five; 0 where it is no step.
html::Html step_page(const access::Context& context, const organisations::Here& here, int number,
                     std::string_view title, const Problems& problems, const html::Html& content,
                     bool wide = false);

}  // namespace primum::imports
