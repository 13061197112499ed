// What campaigns have to do with a measure of the dictionary.

#include <algorithm>

#include "campaigns/campaign.h"
#include "campaigns/panels.h"
#include "design/links.h"
#include "library/item.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

bool has(const Intervention& intervention, std::string_view code) {
    return intervention.code == code ||
           std::ranges::find(intervention.parts, code, &Intervention::code) !=
               intervention.parts.end();
}

}  // namespace

html::Html measure_panel(const access::Context& context, const measures::Measure& measure) {
    if (measure.library_code.empty()) return {};
    const auto row =
        library::find_item(context.db, "measures", measure.library_code, context.today);
    if (!row) return {};
    html::Html items;
    for (const Campaign& campaign : campaigns_of(context.db)) {
        if (campaign.status != Status::open) continue;
        for (const Intervention& one : interventions_of(context.db, campaign.id, context.today))
            if (has(one, (*row)["intervention"]))
                items.append("<li>{}</li>",
                             design::link(url("/campaigns/{}/interventions/{}#measure-{}",
                                              campaign.code, one.code, measure.library_code),
                                          campaign.name + ": " + one.name));
    }
    if (items.empty()) return {};
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
        context.view.say("Change packages that it belongs to"), items);
}

}  // namespace primum::campaigns
