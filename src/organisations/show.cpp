#include <algorithm>
#include <charconv>

#include "organisations/actions.h"
#include "organisations/frame.h"
#include "organisations/pages.h"
#include "organisations/typed_day.h"

namespace primum::organisations {
namespace {

constexpr std::size_t kMostFound = 50;

std::vector<Mine> mine_of(const access::Context& context) {
    std::vector<Mine> mine;
    for (const access::Held& held : context.person().roles) {
        const auto known = std::ranges::find(mine, held.organisation,
                                             [](const Mine& one) { return one.organisation.id; });
        if (known != mine.end()) {
            known->roles.push_back(held.role);
        } else if (auto organisation = find_organisation(context.db, held.organisation)) {
            mine.push_back({std::move(*organisation), {held.role}});
        }
    }
    std::ranges::stable_sort(mine, {}, [](const Mine& one) { return one.organisation.name; });
    return mine;
}

/// At or below any of mine, each once.
std::vector<Organisation> found_in(const access::Context& context, const std::vector<Mine>& mine,
                                   const std::string& search) {
    std::vector<Organisation> found;
    for (const Mine& one : mine)
        for (Organisation& organisation :
             below(context.db, context.scope.may_read_below(one.organisation.id),
                   {.day = context.today, .search = search}, 0, kMostFound))
            if (std::ranges::find(found, organisation.id, &Organisation::id) == found.end())
                found.push_back(std::move(organisation));
    return found;
}

std::size_t page_number(const http::Request& request) {
    const std::string text = request.parameter("page").value_or("1");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    constexpr std::size_t kLast = 1'000'000;
    return std::clamp<std::size_t>(page, 1, kLast);
}

std::string parameter(const http::Request& request, std::string_view name) {
    return request.parameter(name).value_or("");
}

Wanted wanted(const http::Request& request, const access::Context& context) {
    const TypedDay on{parameter(request, "on-day"), parameter(request, "on-month"),
                      parameter(request, "on-year")};
    return {.day = on.read().value_or(context.today),
            .search = parameter(request, "search"),
            .closed_too = parameter(request, "closed") == "yes"};
}

}  // namespace

http::Response show_mine(const Neighbours& neighbours, const http::Request& request,
                         access::Context& context) {
    const auto mine = mine_of(context);
    std::vector<Organisation> organisations;
    for (const Mine& one : mine)
        organisations.push_back(one.organisation);
    html::Html waiting;
    for (const MinePanel& panel : neighbours.mine)
        waiting += panel(context, organisations);
    const std::string search = parameter(request, "search");
    return http::ok(
        mine_page(context, kinds_of(context.db), mine, waiting, search,
                  search.empty() ? std::vector<Organisation>() : found_in(context, mine, search)));
}

http::Response show_organisation(const Neighbours& neighbours, const http::Request& request,
                                 access::Context& context) {
    auto found = here(request, context);
    if (!found) return http::not_found();
    const OrganisationId id = found->id();
    const auto readable = context.scope.may_read(id);
    const auto tree = context.scope.may_read_below(id);

    Portrait portrait{.here = std::move(*found),
                      .name = {},
                      .identifiers = identifiers_of(context.db, id),
                      .former_names = former_names_of(context.db, id),
                      .successors = successors_of(context.db, id),
                      .predecessors = predecessors_of(context.db, id),
                      .members = members_of(context.db, readable, context.today),
                      .invitations = {},
                      .wanted = wanted(request, context),
                      .below = {},
                      .page = page_number(request),
                      .done = parameter(request, "done")};
    if (!portrait.here.roles_to_give.empty())
        portrait.invitations = invitations_of(context.db, readable, context.now);
    portrait.searched = !portrait.wanted.search.empty();
    portrait.name = name_on(portrait.former_names, portrait.here.organisation, portrait.wanted.day);
    portrait.here.path = path_to(context.db, id, portrait.wanted.day);
    portrait.count = count_below(context.db, tree, portrait.wanted);
    portrait.below =
        below(context.db, tree, portrait.wanted, (portrait.page - 1) * kOnAPage, kOnAPage);
    for (const Panel& panel : neighbours.panels)
        portrait.panels += panel(context, portrait.here);
    return http::ok(organisation_page(context, portrait));
}

}  // namespace primum::organisations
