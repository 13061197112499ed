#include <chrono>

#include "chart/stacked_columns.h"
#include "design/details.h"
#include "design/table.h"
#include "momentum/hinge.h"
#include "momentum/sections.h"

namespace primum::momentum {
namespace {

using html::html;

std::string quarter_name(Day day) {
    const std::chrono::year_month_day date(day);
    return "Q" + std::to_string((static_cast<unsigned>(date.month()) - 1) / 3 + 1);
}

std::string year_name(Day day) {
    return std::to_string(static_cast<int>(std::chrono::year_month_day(day).year()));
}

html::Html table_of(const design::View& view, std::span<const GroupSizes> all,
                    const std::vector<Day>& days) {
    std::vector<design::Column> columns = {{.heading = view.say("Day")}};
    for (const Group group : kAllGroups)
        columns.push_back({.heading = view.say(label(group)), .numeric = true});
    design::TableWriter table({.caption = view.say("The four groups at the end of each quarter"),
                               .caption_size = design::Size::s,
                               .columns = columns,
                               .first_cell_is_heading = true,
                               .compact = true});
    for (std::size_t i = 0; i < days.size(); ++i) {
        std::vector<design::Content> cells = {view.words->day(days[i])};
        for (const Group group : kAllGroups)
            cells.emplace_back(std::to_string(size_of(all[i], group)));
        table.row(std::span<const design::Content>(cells));
    }
    return std::move(table).done();
}

}  // namespace

html::Html groups_section(const design::View& view, const std::string& plural,
                          std::span<const Facts> all, const Campaign& campaign,
                          const std::vector<Day>& days) {
    chart::StackedColumns picture;
    picture.caption = {
        .id = "groups",
        .title = std::string(view.say("The four groups, quarter by quarter")),
        .description =
            std::string(view.say("Columns of four parts; the table below has the same numbers."))};
    picture.unit = plural;
    for (const Group group : kAllGroups)
        picture.names.emplace_back(view.say(label(group)));
    std::vector<GroupSizes> sizes;
    std::string last_year;
    for (const Day day : days) {
        sizes.push_back(groups_on(all, campaign, day));
        const std::string year = year_name(day);
        chart::StackedColumn column{quarter_name(day), year == last_year ? "" : year, {}};
        last_year = year;
        for (const Group group : kAllGroups)
            column.parts.push_back(size_of(sizes.back(), group));
        picture.columns.push_back(std::move(column));
    }
    return html(R"(<figure class="pr-chart">{}</figure>{})", chart::stacked_columns(picture),
                design::details({.summary = view.say("The numbers of this chart")},
                                table_of(view, sizes, days)));
}

}  // namespace primum::momentum
