#include <algorithm>
#include <cmath>

#include "chart/expected_chart.h"
#include "claims/pages.h"
#include "claims/words.h"
#include "design/details.h"
#include "design/table.h"

namespace primum::claims {
namespace {

using html::html;

html::Html table_of(const design::View& view, const Sight& sight) {
    design::TableWriter table(
        {.caption = view.say("Sums up to the end of each period"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Up to")},
                     {.heading = view.say("Observed"), .numeric = true},
                     {.heading = view.say("Expected"), .numeric = true},
                     {.heading = view.say("Expected with the earlier trend"), .numeric = true},
                     {.heading = view.say("Had nothing changed, 95%"), .numeric = true}},
         .first_cell_is_heading = true,
         .compact = true});
    const auto mode = sight.shown.mode;
    for (const ShownSoFar& one : sight.shown.so_far)
        table.row(measures::spoken_period(sight.measure.now().frequency, one.period),
                  number(one.observed, mode), number(one.expected, mode),
                  number(one.with_trend, mode),
                  view.say("{} to {}", number(one.unchanged.lower, mode),
                           number(one.unchanged.upper, mode)));
    return std::move(table).done();
}

}  // namespace

html::Html picture(const design::View& view, const Sight& sight) {
    chart::ExpectedChart chart;
    chart.caption.id = "so-far";
    chart.caption.title = view.say("Observed and expected so far: {}", sight.measure.name());
    chart.unit = view.say("Counted so far");
    chart.observed_name = view.say("Observed");
    chart.expected_name = view.say("Expected");
    chart.with_trend_name = view.say("With trend");
    for (const ShownSoFar& one : sight.shown.so_far)
        chart.points.push_back({.day = one.period,
                                .observed = one.observed,
                                .expected = one.expected,
                                .with_trend = one.with_trend,
                                .lower = one.unchanged.lower,
                                .upper = one.unchanged.upper});
    if (const ShownEstimate* raw = sight.shown.find(Version::raw))
        chart.caption.description = estimate_sentence(view, *raw, sight.shown.mode);
    const bool hides = std::ranges::any_of(
        sight.shown.so_far, [](const ShownSoFar& one) { return std::isnan(one.observed); });
    html::Html note;
    if (hides)
        note = html("<p>{}</p>",
                    view.say("A period with few events is hidden, so the line ends before it."));
    return html(
        R"(
        <h2 class="nhsuk-heading-m">{}</h2>
        <figure class="pr-chart">{}<figcaption>{}</figcaption></figure>{}{})",
        view.say("So far"), chart::expected_chart(chart),
        view.say("The band holds 95% of what would have been counted had care stayed as "
                 "in the year before."),
        note, design::details({.summary = view.say("The same as a table")}, table_of(view, sight)));
}

}  // namespace primum::claims
