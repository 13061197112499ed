#pragma once
// The form about an organisation itself, when it is added and when it is corrected.

#include <string>

#include "base/problems.h"
#include "design/view.h"
#include "organisations/changes.h"
#include "organisations/here.h"
#include "organisations/typed_day.h"

namespace primum::organisations {

struct OrganisationForm {
    std::string name;
    std::string kind;
    std::string code;
    TypedDay opened;
    TypedDay closed;

    static OrganisationForm from(const http::Form& form);
    static OrganisationForm of(const Organisation& organisation);
};

/// What is to be added below an organisation of that kind.
Valid<Draft> check_new(const OrganisationForm& form, const Kinds& kinds,
                       std::string_view parent_kind);

/// What the organisation is to become: name, code and days of the form.
Valid<Organisation> check_correction(const OrganisationForm& form, const Organisation& before);

html::Html name_field(const design::View& view, const OrganisationForm& form,
                      const Problems& problems);
/// Those kinds that may lie below `here`.
html::Html kind_field(const design::View& view, const Here& here, const OrganisationForm& form,
                      const Problems& problems);
/// The rest of the form with its button.
html::Html code_and_opening(const design::View& view, const OrganisationForm& form,
                            const Problems& problems);
html::Html closing_field(const design::View& view, const OrganisationForm& form,
                         const Problems& problems);

/// What is wrong with a name, or nothing.
void check_name(std::string_view name, Problems& problems);

}  // namespace primum::organisations
