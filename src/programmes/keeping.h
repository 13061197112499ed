#pragma once
// What the pages of those who keep a programme have in common.

#include <optional>
#include <string>

#include "access/context.h"
#include "base/problems.h"
#include "design/page.h"
#include "http/message.h"
#include "programmes/programme.h"

namespace primum::programmes {

/// A programme that the person who asks may change, and the cohort that the address names.
struct Keeping {
    Programme programme;
    std::optional<Cohort> cohort;
};

/// Nothing where there is none, or where somebody else keeps it.
std::optional<Keeping> keeping_of(const http::Request& request, const access::Context& context);
/// The same; nothing where the address names no cohort.
std::optional<Keeping> cohort_keeping_of(const http::Request& request,
                                         const access::Context& context);

html::Html keeping_page(const access::Context& context, const Keeping& keeping,
                        std::string_view title, const Problems& problems, const html::Html& content,
                        bool wide = false);
html::Html cancel_to(const access::Context& context, const html::Url& where);

}  // namespace primum::programmes
