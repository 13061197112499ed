#pragma once
// What the pages of self-assessment have in common.

#include <optional>
#include <string>
#include <string_view>

#include "access/context.h"
#include "base/problems.h"
#include "html/html.h"
#include "http/message.h"
#include "organisations/here.h"
#include "programmes/capability.h"
#include "store/scope.h"

namespace primum::programmes {

/// Whose abilities a page is about.
struct Subject {
    organisations::Here here;
    Level level = Level::individual;
    Asker asker;

    store::Readable readable(const access::Context& context) const {
        return context.scope.may_read(here.id());
    }
};

Asker asker_of(const access::Context& context);
/// Nothing for whoever may not read that level of this organisation.
std::optional<Subject> subject_of(const http::Request& request, const access::Context& context);
/// The assessment that the address names.
std::optional<Assessment> assessment_of(const http::Request& request,
                                        const access::Context& context, const Subject& subject);

/// "What your team can do".
std::string title_of(const design::View& view, Level level);
/// Who sees it.
html::Html privacy(const design::View& view, Level level);
html::Url level_address(const Subject& subject);
/// The same, where it says what has just been done.
html::Url after(const Subject& subject, std::string_view done);

/// A page of self-assessment; `above` where it lies below the page of a level.
html::Html page_of(const access::Context& context, const organisations::Here& here,
                   std::string_view title, const Problems& problems, const html::Html& content,
                   const Subject* above = nullptr);

/// A button that shares an assessment with the faculty, or takes that back; nothing where there is
/// nothing to share.
html::Html sharing(const access::Context& context, const Subject& subject,
                   const Assessment& assessment);

}  // namespace primum::programmes
