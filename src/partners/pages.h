#pragma once
// What people see of partners.

#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "base/problems.h"
#include "partners/links.h"
#include "partners/partner.h"
#include "partners/partner_form.h"

namespace primum::partners {

struct Listed {
    Partner partner;
    std::vector<Relative> successors;
};
html::Html list_page(const access::Context& context, const std::vector<Listed>& partners,
                     bool may_add);

struct Portrait {
    Partner partner;
    std::vector<Relative> successors;
    std::vector<Relative> predecessors;
    std::vector<Relative> heirs;
    std::vector<Sponsored> campaigns;
    std::optional<Check> check;
    bool may_edit = false;
    std::string done;
};
html::Html partner_page(const access::Context& context, const Portrait& portrait);

html::Html new_page(const access::Context& context, const PartnerForm& form,
                    const Problems& problems);
html::Html details_page(const access::Context& context, const Partner& partner,
                        const PartnerForm& form, const Problems& problems);

struct SuccessorForm {
    std::string successor;  ///< a code
    std::string what;
};
html::Html successor_page(const access::Context& context, const Partner& partner,
                          const std::vector<Partner>& others,
                          const std::vector<Relative>& successors, const SuccessorForm& form,
                          const Problems& problems);

struct CheckedLink {
    Link link;
    std::optional<Check> check;
};
html::Html links_page(const access::Context& context, const std::vector<CheckedLink>& links);

}  // namespace primum::partners
