// The office says who sponsors a campaign.

#include <algorithm>
#include <charconv>
#include <utility>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "design/choices.h"
#include "design/input.h"
#include "design/table.h"

namespace primum::campaigns {
namespace {

using html::html;

html::Html sponsors_page(const access::Context& context, const Campaign& campaign,
                         const std::vector<Sponsor>& chosen, const Problems& problems) {
    const design::View& view = context.view;
    html::Html rows;
    const auto all = possible_sponsors(context.db);
    for (const Sponsor& one : all) {
        const auto found = std::ranges::find(chosen, one.code, &Sponsor::code);
        const bool is_chosen = found != chosen.end();
        rows += design::checkboxes(
            view,
            {.name = "sponsor",
             .choices = {{.value = one.code,
                          .label = one.name,
                          .hint = one.country,
                          .then_ask = html(
                              "{}{}",
                              design::input(view, {.name = "role-" + one.code,
                                                   .label = view.say("Its role in this campaign"),
                                                   .value = is_chosen ? found->role : one.role,
                                                   .error = problems.about("role-" + one.code)}),
                              design::input(
                                  view,
                                  {.name = "position-" + one.code,
                                   .label = view.say("Place in the list"),
                                   .value = is_chosen ? std::to_string(found - chosen.begin() + 1)
                                                      : std::string(),
                                   .width = 2,
                                   .inputmode = "numeric"}))}},
             .values = is_chosen ? std::vector<std::string>{one.code} : std::vector<std::string>{},
             .id = "sponsor-" + one.code});
    }
    return kept_page(context, campaign, view.say("Sponsors and partners"), problems,
                     all.empty() ? design::nothing_yet(view.say(
                                       "The directory of partners is empty: add them there "
                                       "first."))
                                 : kept_form(view, campaign, "sponsors", rows));
}

}  // namespace

Response ask_for_sponsors(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(sponsors_page(context, *campaign, sponsors_of(context.db, campaign->id), {}));
}

Response take_sponsors(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto codes = context.form.all("sponsor");
    std::vector<std::pair<int, Sponsor>> placed;
    Problems problems;
    constexpr int kLast = 1000;
    for (Sponsor& one : possible_sponsors(context.db)) {
        if (std::ranges::find(codes, one.code) == codes.end()) continue;
        one.role = context.form.text("role-" + one.code);
        if (one.role.empty()) problems.add("role-" + one.code, "Say what its role is.");
        check_length(problems, "role-" + one.code, one.role, kLongestLine);
        const std::string_view typed = context.form.text("position-" + one.code);
        int position = kLast;
        std::from_chars(typed.data(), typed.data() + typed.size(), position);
        placed.emplace_back(position, std::move(one));
    }
    std::ranges::stable_sort(placed, {}, [](const auto& one) { return one.first; });
    std::vector<Sponsor> sponsors;
    for (auto& one : placed)
        sponsors.push_back(std::move(one.second));
    if (!problems.empty())
        return http::unprocessable(sponsors_page(context, *campaign, sponsors, problems));
    return keep(
        context, *campaign,
        [&](auto& db, const auto& owner, const auto& stamp, const Campaign& seen) {
            return save_sponsors(db, owner, stamp, seen, sponsors);
        },
        [&](const Problems& overtaken) {
            return sponsors_page(context, *campaign, sponsors, overtaken);
        });
}

}  // namespace primum::campaigns
