#include "boards/shared_list.h"

#include "design/links.h"
#include "measures/address.h"
#include "measures/sharing.h"

namespace primum::boards {
namespace {

using html::html;

constexpr std::size_t kMost = 30;

}  // namespace

html::Html shared_list(const access::Context& context, const measures::Measure& measure) {
    const auto shared =
        measures::shared_of(context.db, measure.id, context.session.has_value(), kMost + 1);
    html::Html items;
    for (std::size_t i = 0; i < shared.size() && i < kMost; ++i)
        items.append("<li>{}</li>", design::link(measures::published_address(shared[i].series),
                                                 shared[i].organisation_name));
    if (shared.size() > kMost)
        items.append("<li>{}</li>", context.view.say("And others: search for their names."));
    return items.empty() ? items : html(R"(<ul class="nhsuk-list">{}</ul>)", items);
}

}  // namespace primum::boards
