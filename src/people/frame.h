#pragma once
// What the pages and actions of this room have in common.

#include <optional>
#include <string>
#include <string_view>

#include "access/context.h"
#include "access/routes.h"
#include "base/problems.h"
#include "design/page.h"
#include "design/view.h"
#include "html/html.h"
#include "people/accounts.h"
#include "people/session.h"

namespace primum::people {

/// A page with one question or a few: problems first, then the heading, then the rest.
html::Html form_page(const design::View& view, std::string_view title, const Problems& problems,
                     const html::Html& content, std::optional<html::Url> back = {});

/// The same without questions.
html::Html plain_page(const design::View& view, std::string_view title, const html::Html& content,
                      std::optional<html::Url> back = {});

/// For whoever came with a link that is used, out of date or mistyped.
http::Response link_is_used(const access::Context& context);

/// The same to a form; but where the link was used by this very form, sent twice, its first answer.
http::Response earlier_or_link_is_used(access::Context& context);

/// For whoever must wait: 429, with the time.
http::Response too_many_attempts(const access::Context& context, Instant until);

/// Says that letters cannot be sent, where that is so.
html::Html mail_notice(const Accounts& accounts, const design::View& view);

/// For pages whose address has a token: nobody else is told where the reader came from.
http::Response without_referrer(http::Response response);

/// The problem with a field, where there is one.
void add_fault(Problems& problems, const char* field, std::optional<const char*> fault);

using Action = http::Response (*)(Accounts&, const http::Request&, access::Context&);

/// For the table of routes: the action with the accounts that it works on.
inline access::Action with(Accounts& accounts, Action action) {
    return [&accounts, action](const http::Request& request, access::Context& context) {
        return action(accounts, request, context);
    };
}

}  // namespace primum::people
