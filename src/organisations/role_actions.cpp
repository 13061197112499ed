// Giving people roles, inviting them, and ending roles.

#include <algorithm>
#include <charconv>

#include "organisations/actions.h"
#include "organisations/frame.h"
#include "organisations/role_form.h"
#include "people/joining.h"
#include "people/one_time_token.h"
#include "people/store.h"

namespace primum::organisations {
namespace {

/// The person's own language is not known yet: they are written to in the inviter's.
http::Response invite(const people::Accounts& accounts, const access::Context& context,
                      const Here& here, store::Writer& db, const store::Writable& owner,
                      Invitation invitation) {
    invitation.expires_at = context.now + *people::lifetime(people::Purpose::invitation);
    const auto id = save_invitation(db, owner, context.stamp(), invitation);
    const auto link = people::invite(accounts, db, *context.view.words,
                                     {.email = invitation.email,
                                      .inviter = context.person().name,
                                      .organisation = here.organisation.name},
                                     here.id(), id.text(), context.now);
    if (accounts.settings.sends_mail) return done(here.id(), "invited");
    return http::ok(link_page(context, here, invitation.email, link));
}

std::optional<Membership> membership(const http::Request& request, const access::Context& context,
                                     const Here& here) {
    const auto id = MembershipId::parse(request.part("role"));
    if (!id) return {};
    return find_membership(context.db, context.scope.may_read(here.id()), *id);
}

bool may_end(const Here& here, const Membership& member) {
    return std::ranges::find(here.roles_to_give, member.role) != here.roles_to_give.end();
}

}  // namespace

http::Response ask_for_role(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    RoleForm form;
    form.from = TypedDay::of(context.today);
    return http::ok(role_page(context, *found, form, {}));
}

http::Response give_new_role(const people::Accounts& accounts, const http::Request& request,
                             access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto form = RoleForm::from_fields(context.form);
    const auto wanted = check(form, found->roles_to_give);
    if (!wanted) return http::unprocessable(role_page(context, *found, form, wanted.error()));

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        const auto person = people::find_person_by_email(db, wanted->email);
        if (!person) return invite(accounts, context, *found, db, owner, *wanted);
        const auto given = give_role(db, owner, context.stamp(), person->id, wanted->role,
                                     wanted->from, wanted->until);
        if (given) return done(found->id(), "given");
        Problems problems;
        problems.add("role", given.error().sentence);
        return http::unprocessable(role_page(context, *found, form, problems));
    });
}

http::Response ask_for_end(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto member = membership(request, context, *found);
    if (!member) return http::not_found();
    if (!may_end(*found, *member)) return http::forbidden();
    return http::ok(end_page(context, *found, *member, {}, {}));
}

http::Response save_end(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    auto member = membership(request, context, *found);
    if (!member) return http::not_found();
    if (!may_end(*found, *member)) return http::forbidden();
    const auto typed = TypedDay::from(context.form, "last");
    Problems problems;
    const Day yesterday = context.today - std::chrono::days(1);
    const Day last = check_day(typed, "last", "", problems).value_or(yesterday);
    if (!problems.empty())
        return http::unprocessable(end_page(context, *found, *member, typed, problems));

    const std::string_view rev = context.form.text("rev");
    member->rev = 0;
    std::from_chars(rev.data(), rev.data() + rev.size(), member->rev);
    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        const auto ended = end_role(db, owner, context.stamp(), *member, last);
        if (ended) return done(found->id(), "ended");
        Problems refused;
        refused.add("last-day", ended.error().sentence);
        return http::unprocessable(end_page(context, *found, *member, typed, refused));
    });
}

http::Response withdraw_invitation(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    const auto id = InvitationId::parse(request.part("invitation"));
    if (!found || !id) return http::not_found();
    const auto owner = context.scope.may_write(found->id());
    const auto invitation = find_invitation(context.db, owner, *id, context.now);
    if (!invitation) return http::not_found();
    if (std::ranges::find(found->roles_to_give, invitation->role) == found->roles_to_give.end())
        return http::forbidden();
    return context.save([&](store::Writer& db) {
        if (!withdraw(db, owner, context.stamp(), *id)) return http::bare(http::Status::conflict);
        return done(found->id(), "withdrawn");
    });
}

}  // namespace primum::organisations
