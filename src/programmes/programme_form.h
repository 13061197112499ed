#pragma once
// What is said of a programme, as those who keep it write it: when it is made, and later.

#include "access/context.h"
#include "base/problems.h"
#include "html/html.h"
#include "http/form.h"
#include "programmes/programme.h"

namespace primum::programmes {

/// `programme` with what was typed, whether or not it can be used.
Programme from_form(const http::Form& form, Programme programme);
Problems check(const store::Reader& db, const Programme& programme, const http::Form& form);
html::Html words_fields(const access::Context& context, const Programme& programme,
                        const Problems& problems);

}  // namespace primum::programmes
