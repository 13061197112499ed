#include "partners/actions.h"

#include "access/policy.h"
#include "organisations/tree.h"
#include "partners/pages.h"

namespace primum::partners {
namespace {

constexpr std::size_t kLongestWhat = 200;

std::optional<Partner> find_mine(const http::Request& request, const access::Context& context) {
    auto partner = find_partner(context.db, request.part("partner"));
    if (!partner || !may_edit(context.db, context.scope, *partner)) return std::nullopt;
    return partner;
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this partner since you opened the form. Check what you "
                 "entered and send it again.");
    return problems;
}

http::Response done(const Partner& partner, std::string_view what) {
    return http::see_other(html::url("/partners/{}?done={}", partner.code, what));
}

/// New partners are kept at the top of the tree by those who keep that, else where somebody's role
/// is.
std::optional<OrganisationId> owner_for(const access::Context& context) {
    for (const OrganisationId top : organisations::tops(context.db))
        if (context.scope.can_write(top)) return top;
    const auto& roots = context.scope.roots();
    return roots.empty() ? std::nullopt : std::optional(roots.front());
}

http::Response successor_form(http::Status status, const access::Context& context,
                              const Partner& partner, const SuccessorForm& form,
                              const Problems& problems) {
    return http::page(status,
                      successor_page(context, partner, all_partners(context.db),
                                     successors_of(context.db, partner.id), form, problems));
}

}  // namespace

http::Response show_partners(const http::Request&, access::Context& context) {
    std::vector<Listed> listed;
    for (Partner& partner : all_partners(context.db)) {
        auto successors = successors_of(context.db, partner.id);
        listed.push_back({std::move(partner), std::move(successors)});
    }
    const bool may_add = !context.scope_under(access::policy::content_keepers).roots().empty();
    return http::ok(list_page(context, listed, may_add));
}

http::Response show_partner(const http::Request& request, access::Context& context) {
    auto partner = find_partner(context.db, request.part("partner"));
    if (!partner) return http::not_found();
    const auto id = partner->id;
    const auto keeping = context.scope_under(access::policy::content_keepers);
    Portrait portrait{.partner = std::move(*partner),
                      .successors = successors_of(context.db, id),
                      .predecessors = predecessors_of(context.db, id),
                      .heirs = heirs_of(context.db, id),
                      .campaigns = sponsored_by(context.db, id),
                      .check = {},
                      .done = request.parameter("done").value_or("")};
    portrait.check = find_check(context.db, portrait.partner.link);
    portrait.may_edit = may_edit(context.db, keeping, portrait.partner);
    return http::ok(partner_page(context, portrait));
}

http::Response show_links(const http::Request&, access::Context& context) {
    std::vector<CheckedLink> checked;
    for (Link& link : links(context.db)) {
        auto check = find_check(context.db, link.address);
        checked.push_back({std::move(link), std::move(check)});
    }
    return http::ok(links_page(context, checked));
}

http::Response ask_for_new(const http::Request&, access::Context& context) {
    return http::ok(new_page(context, {}, {}));
}

http::Response add_new(const http::Request&, access::Context& context) {
    const auto owner = owner_for(context);
    if (!owner) return http::not_found();
    const auto form = PartnerForm::from(context.form);
    auto partner = check(form, {});
    if (!partner) return http::unprocessable(new_page(context, form, partner.error()));
    partner->owner = owner;
    return context.save([&](store::Writer& db) {
        if (!add(db, context.scope, context.stamp(), *partner)) {
            Problems taken;
            taken.add("code", "Another partner has this short name: choose a different one.");
            return http::unprocessable(new_page(context, form, taken));
        }
        return done(*partner, "added");
    });
}

http::Response ask_for_details(const http::Request& request, access::Context& context) {
    const auto partner = find_mine(request, context);
    if (!partner) return http::not_found();
    return http::ok(details_page(context, *partner, PartnerForm::of(*partner), {}));
}

http::Response save_details(const http::Request& request, access::Context& context) {
    const auto partner = find_mine(request, context);
    if (!partner) return http::not_found();
    auto form = PartnerForm::from(context.form);
    const auto after = check(form, *partner);
    if (!after) return http::unprocessable(details_page(context, *partner, form, after.error()));
    return context.save([&](store::Writer& db) {
        if (!save(db, context.scope, context.stamp(), *after)) {
            form.rev = partner->rev;  // who sends it again has seen that it was changed
            return http::page(http::Status::conflict,
                              details_page(context, *partner, form, overtaken()));
        }
        return done(*partner, "saved");
    });
}

http::Response ask_for_successor(const http::Request& request, access::Context& context) {
    const auto partner = find_mine(request, context);
    if (!partner) return http::not_found();
    return successor_form(http::Status::ok, context, *partner, {}, {});
}

http::Response save_successor(const http::Request& request, access::Context& context) {
    const auto partner = find_mine(request, context);
    if (!partner) return http::not_found();
    const SuccessorForm form{.successor = std::string(context.form.text("successor")),
                             .what = std::string(context.form.text("what"))};
    Problems problems;
    const auto successor = find_partner(context.db, form.successor);
    if (!successor) problems.add("successor", "Choose the body that came after it.");
    if (form.what.size() > kLongestWhat)
        problems.add("what", "Shorten this to 200 characters or fewer.");
    if (!problems.empty())
        return successor_form(http::Status::unprocessable, context, *partner, form, problems);
    return context.save([&](store::Writer& db) {
        if (!add_successor(db, context.scope, context.stamp(), *partner, *successor, form.what)) {
            Problems circle;
            circle.add("successor",
                       "Choose another body: this one is itself, or comes before it already.");
            return successor_form(http::Status::unprocessable, context, *partner, form, circle);
        }
        return done(*partner, "succession");
    });
}

http::Response take_successor_back(const http::Request& request, access::Context& context) {
    const auto partner = find_mine(request, context);
    const auto successor =
        partner ? find_partner(context.db, context.form.text("successor")) : std::nullopt;
    if (!successor) return http::not_found();
    return context.save([&](store::Writer& db) {
        remove_successor(db, context.scope, context.stamp(), *partner, *successor);
        return done(*partner, "succession");
    });
}

}  // namespace primum::partners
