#pragma once
// A partner as somebody typed it.

#include <string>

#include "base/problems.h"
#include "design/view.h"
#include "http/form.h"
#include "organisations/typed_day.h"
#include "partners/partner.h"

namespace primum::partners {

struct PartnerForm {
    std::string code;
    std::string name;
    std::string country;
    std::string role;
    std::string link;
    std::string note;
    std::string status = "active";
    organisations::TypedDay closed_on;  ///< its year may stand alone
    std::int64_t rev = 0;

    static PartnerForm from(const http::Form& form);
    static PartnerForm of(const Partner& partner);
};

/// What the form makes of a partner; of a new one where `before` has no code.
Valid<Partner> check(const PartnerForm& form, const Partner& before);

html::Html fields(const design::View& view, const PartnerForm& form, const Problems& problems,
                  bool is_new);

}  // namespace primum::partners
