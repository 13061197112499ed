// The office says which interventions members can work on.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "design/choices.h"
#include "design/table.h"

namespace primum::campaigns {
namespace {

html::Html interventions_page(const access::Context& context, const Campaign& campaign,
                              const std::vector<std::string>& chosen, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> choices;
    for (const Intervention& one : offered_interventions(context.db, context.today))
        choices.push_back({.value = one.code, .label = one.name, .hint = one.aim});
    return kept_page(
        context, campaign, view.say("Interventions"), problems,
        choices.empty()
            ? design::nothing_yet(view.say("The library has no interventions yet."))
            : kept_form(
                  view, campaign, "choices",
                  design::checkboxes(
                      view, {.name = "interventions",
                             .legend = {view.say("What members can work on"), design::Size::m},
                             .hint = view.say("From the library, with their parts. Which are "
                                              "compulsory stands in the joining rule."),
                             .choices = choices,
                             .values = chosen,
                             .error = problems.about("interventions")})));
}

}  // namespace

Response ask_for_interventions(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::string> chosen;
    for (const Intervention& one : interventions_of(context.db, campaign->id, context.today))
        chosen.push_back(one.code);
    return http::ok(interventions_page(context, *campaign, chosen, {}));
}

Response take_interventions(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::string> chosen;
    Problems problems;
    const auto offered = offered_interventions(context.db, context.today);
    for (const std::string_view code : context.form.all("interventions"))
        if (std::ranges::find(offered, code, &Intervention::code) != offered.end())
            chosen.emplace_back(code);
    for (const Condition& one : conditions_of(context.db, campaign->id))
        if (one.asks == Asks::intervention_compulsory &&
            std::ranges::find(chosen, one.code) == chosen.end())
            problems.add(
                "interventions",
                "The joining rule asks for an intervention that is not ticked here. Change "
                "the rule first.");
    if (!problems.empty())
        return http::unprocessable(interventions_page(context, *campaign, chosen, problems));
    return keep(
        context, *campaign,
        [&](auto& db, const auto& owner, const auto& stamp, const Campaign& seen) {
            return save_interventions(db, owner, stamp, seen, chosen);
        },
        [&](const Problems& overtaken) {
            return interventions_page(context, *campaign, chosen, overtaken);
        });
}

}  // namespace primum::campaigns
