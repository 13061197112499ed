#include "api/token_actions.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "api/token_pages.h"
#include "api/tokens.h"
#include "base/nhs_number.h"
#include "language/language.h"
#include "organisations/here.h"

namespace primum::api {
namespace {

using access::Context;
using http::Request;
using http::Response;
using language::sentence;

constexpr std::size_t kLongestName = 100;
constexpr std::array<std::string_view, 3> kLives = {"30", "90", "365"};

TokenForm typed(const http::Form& form) {
    TokenForm typed{.name = std::string(form.text("name")),
                    .rights = {},
                    .life = std::string(form.text("life"))};
    for (const std::string_view right : form.all("rights"))
        typed.rights.emplace_back(right);
    return typed;
}

Valid<KeptToken> check(const TokenForm& form, Instant now) {
    Problems problems;
    KeptToken token{.name = form.name};
    if (form.name.empty())
        problems.add("name", sentence("Enter which program the token is for"));
    else if (form.name.size() > kLongestName)
        problems.add("name", sentence("The name must have 100 characters or fewer"));
    else if (find_nhs_number(form.name))
        problems.add("name", sentence("This looks like an NHS number. Remove it."));
    for (const std::string& right : form.rights)
        if (const auto known = parse_right(right)) token.rights.add(*known);
    if (token.rights.empty()) problems.add("rights", sentence("Select what the program may do"));
    if (std::ranges::find(kLives, form.life) == kLives.end()) {
        problems.add("life", sentence("Select how long the token works"));
    } else {
        int days = 0;
        std::from_chars(form.life.data(), form.life.data() + form.life.size(), days);
        token.expires_at = now + std::chrono::days(days);
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return token;
}

Response tokens_answer(const Context& context, const organisations::Here& here,
                       const TokenForm& form, const Problems& problems) {
    auto page = tokens_page(context, here, tokens_of(context.db, context.scope.may_read(here.id())),
                            form, problems);
    return problems.empty() ? http::ok(std::move(page)) : http::unprocessable(std::move(page));
}

}  // namespace

Response show_tokens(const Request& request, Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    return tokens_answer(context, *here, {.rights = {"read"}, .life = "90"}, {});
}

Response make_token(const Request& request, Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const TokenForm form = typed(context.form);
    const auto token = check(form, context.now);
    if (!token) return tokens_answer(context, *here, form, token.error());

    // What is kept with the change is the key, never the secret: the answer that has it is made
    // here, and only where the token that was saved is this one.
    const Secret secret = make_secret();
    Response saved = context.save([&](store::Writer& db) {
        save_token(db, context.scope.may_write(here->id()), context.stamp(), secret, *token);
        return http::text(http::Status::ok, secret.key);
    });
    if (saved.status != http::Status::ok) return saved;
    return http::ok(saved.bytes() == secret.key ? new_token_page(context, *here, secret.text())
                                                : shown_once_page(context, *here));
}

Response end_token_here(const Request& request, Context& context) {
    const auto here = organisations::here(request, context);
    const auto id = TokenId::parse(request.part("token"));
    if (!here || !id) return http::not_found();
    return context.save([&](store::Writer& db) {
        return end_token(db, context.scope.may_write(here->id()), context.stamp(), *id)
                   ? http::see_other(tokens_address(here->id()))
                   : http::not_found();
    });
}

}  // namespace primum::api
