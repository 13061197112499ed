#include "organisations/candidates.h"

#include <algorithm>

#include "design/button.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/input.h"
#include "design/table.h"
#include "organisations/pages.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

constexpr std::size_t kMost = 20;

}  // namespace

Candidates candidates(const access::Context& context, const Here& here, Among among,
                      std::string search) {
    Candidates result{.search = std::move(search), .found = {}};
    for (const OrganisationId& root : context.scope.roots()) {
        const auto tree = context.scope.may_read_below(root);
        const auto find = among == Among::same_kind ? of_kind : of_greater_kind;
        for (Organisation& one : find(context.db, tree, here.organisation.kind, result.search,
                                      context.today, kMost + 1)) {
            const bool known =
                one.id == here.id() ||
                std::ranges::find(result.found, one.id, &Organisation::id) != result.found.end();
            if (!known && result.found.size() < kMost) result.found.push_back(std::move(one));
        }
    }
    return result;
}

html::Html candidate_search(const access::Context& context, const html::Url& page,
                            std::string_view label, const Candidates& candidates) {
    const design::View& view = context.view;
    return design::search_form(
        {.action = page, .id = {}, .classes = {}},
        html::html(
            "{}{}",
            design::input(view, {.name = "search",
                                 .label = label,
                                 .hint = view.say("Part of its name or code"),
                                 .value = candidates.search,
                                 .type = "search",
                                 .width = 20}),
            design::button({.label = view.say("Search"), .look = design::ButtonLook::secondary})));
}

html::Html candidate_choice(const access::Context& context, const Here& here,
                            std::string_view legend, const Candidates& candidates,
                            std::string_view chosen, const Problems& problems) {
    const design::View& view = context.view;
    if (candidates.found.empty())
        return design::nothing_yet(
            view.say("Nothing was found. Try a shorter part of its name or code."));
    std::vector<design::Choice> choices;
    for (const Organisation& one : candidates.found)
        choices.push_back({.value = one.id.text(),
                           .label = one.name,
                           .hint = kind_label(view, here.kinds, one.kind) +
                                   (one.code.empty() ? "" : ", " + one.code)});
    const bool more = candidates.found.size() == kMost;
    return html::html(
        "{}{}", design::hidden("search", candidates.search),
        design::radios(view, {.name = "other",
                              .legend = {legend, design::Size::m},
                              .hint = more ? design::Content(view.say(
                                                 "These are the first twenty. Search for others."))
                                           : design::Content(),
                              .choices = std::move(choices),
                              .value = chosen,
                              .error = problems.about("other")}));
}

std::optional<Organisation> check_candidate(const access::Context& context, const http::Form& form,
                                            Problems& problems) {
    auto chosen = readable(context, form.text("other"));
    if (chosen && context.scope.can_write(chosen->id)) return chosen;
    problems.add("other", "Choose one of the organisations.");
    return {};
}

}  // namespace primum::organisations
