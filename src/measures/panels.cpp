// What this room says on an organisation's page and on "Your organisations".

#include <algorithm>

#include "chart/icons.h"
#include "design/links.h"
#include "measures/address.h"
#include "measures/moving.h"
#include "measures/reading.h"
#include "measures/routes.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;

constexpr std::size_t kMost = 6;  // the rest is on the list

bool needs_attention(const Line& line) {
    using enum datasets::Standing;
    const auto standing = line.reading.standing;
    return standing == concern_and_fail || standing == concern;
}

Html item_of(const Line& line, bool with_organisation) {
    std::string name = line.measure_name;
    if (!line.series.stratum.empty()) name += ", " + line.series.stratum;
    if (with_organisation) name = line.organisation_name + ": " + name;
    return html("<li>{} {}</li>", chart::icon(line.reading.variation, 24),
                design::link(series_address(line.series), name));
}

/// The first of them that still run.
Html items_of(const std::vector<Line>& lines, Day today) {
    Html items;
    std::size_t shown = 0;
    for (const Line& line : lines)
        if ((!line.series.ends || *line.series.ends >= today) && shown < kMost) {
            items += item_of(line, false);
            ++shown;
        }
    return items;
}

Html organisation_panel(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    const auto lines = lines_of(context.db, context.scope.may_read(here.id()));
    Html items = items_of(lines, context.today);
    if (items.empty())
        items.append("<li>{}</li>", view.say("No measures have been set up here yet."));
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list pr-measures">{}</ul><p>{}</p>)",
        view.say("Measures"), items,
        design::link(list_address(here.id()), view.say("All measures and their charts")));
}

Html mine_panel(const access::Context& context,
                const std::vector<organisations::Organisation>& mine) {
    const design::View& view = context.view;
    Html items;
    for (const organisations::Organisation& organisation : mine)
        for (const Line& line : lines_of(context.db, context.scope.may_read(organisation.id)))
            if (needs_attention(line)) items += item_of(line, true);
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list pr-measures">{}</ul>)",
                view.say("Measures that show a cause for concern"), items);
}

}  // namespace

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.push_back(organisation_panel);
    neighbours.mine.push_back(mine_panel);
    neighbours.moving.emplace_back(moving);
}

}  // namespace primum::measures
