#pragma once
// What the pages of those who keep a programme have in common.

#include <optional>
#include <string>
#include <string_view>

#include "access/context.h"
#include "base/problems.h"
#include "html/html.h"
#include "http/message.h"
#include "programmes/programme.h"
#include "store/scope.h"

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
/// The part of the cohort that the address names.
std::optional<Part> cohort_part_of(const http::Request& request, const access::Context& context,
                                   const Keeping& keeping);

/// How many days after a cohort begins its template may still plan something.
inline constexpr int kLongestTemplateDays = 4000;

/// Its faculty reads the teams of a programme, whatever organisation they belong to.
store::Scope faculty_scope();

/// The desk of the cohort, or else of the programme.
html::Url desk_of(const Keeping& keeping);
/// The same, where it says what has just been done.
html::Url after(const Keeping& keeping, std::string_view done);

html::Html keeping_page(const access::Context& context, const Keeping& keeping,
                        std::string_view title, const Problems& problems, const html::Html& content,
                        bool wide = false);
html::Html cancel_to(const access::Context& context, const html::Url& where);

/// A form about something that has been there before.
struct KeepingForm {
    html::Url where;
    std::string rev;  ///< of what was seen
    html::Html fields;
    html::Html buttons = {};  ///< instead of "Save"
    html::Html above = {};    ///< what to know before it is filled in
};
/// A page of that form, with the way back to the desk.
html::Html keeping_form_page(const access::Context& context, const Keeping& keeping,
                             std::string_view title, const Problems& problems,
                             const KeepingForm& form);
/// "Save"; and once it is there, a button that takes it out.
html::Html save_or_remove(const access::Context& context, bool fresh, std::string_view remove);

}  // namespace primum::programmes
