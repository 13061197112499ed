#include "chart/pareto_chart.h"
#include "collection/tally_pages.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/input.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "design/textarea.h"
#include "spc/pareto.h"

namespace primum::collection {
namespace {

using html::html;

html::Html own_elements(const design::View& view, const Choosing& choosing) {
    return design::textarea(
        view, {.name = "own",
               .label = view.say("Your own elements, one a line"),
               .hint = view.say("Write (exception) behind an element that may be left out for a "
                                "reason."),
               .value = choosing.own,
               .error = choosing.problems.about("own"),
               .rows = 6});
}

html::Html elements_of(const Sheet& sheet) {
    std::string words;
    for (const Element& element : sheet.elements)
        words += (words.empty() ? "" : "; ") + element.words;
    return html("{}", words);
}

html::Html choice(const design::View& view, const Choosing& choosing) {
    if (choosing.offered.empty()) return own_elements(view, choosing);
    std::vector<design::Choice> choices;
    for (const Sheet& sheet : choosing.offered)
        choices.push_back({.value = sheet.bundle,
                           .label = view.say("Bundle {} of the library", sheet.bundle),
                           .hint = elements_of(sheet)});
    choices.push_back({.value = "own",
                       .label = view.say("Our own elements"),
                       .then_ask = own_elements(view, choosing)});
    return design::radios(view, {.name = "bundle",
                                 .legend = view.say("Which elements are looked at?"),
                                 .choices = choices,
                                 .value = choosing.chosen,
                                 .error = choosing.problems.about("bundle")});
}

}  // namespace

html::Html sheet_page(const access::Context& context, const Choosing& choosing) {
    const design::View& view = context.view;
    const std::string title = view.say("What is tallied: {}", choosing.place.kept.name());
    html::Html main = design::error_summary(view, choosing.problems);
    main += design::page_heading(title, choosing.place.here.organisation.name);
    main +=
        design::form(view, {.action = elements_address(choosing.place)},
                     html("{}{}", choice(view, choosing),
                          design::button({.label = view.say("Save the elements"), .once = true})));
    main += html("<p>{}</p>", view.say("What has been counted keeps the elements it was counted "
                                       "with."));
    return design::page(view,
                        {.title = title,
                         .error = !choosing.problems.empty(),
                         .breadcrumb = crumbs(context, choosing.place)},
                        design::two_thirds(main));
}

html::Html pareto(const access::Context& context, const Place& place, Day from, Day until) {
    const design::View& view = context.view;
    const auto missed =
        missed_in(context.db, place.readable(context), place.kept.series.id, from, until);
    std::vector<double> counts;
    double all = 0;
    for (const Missed& one : missed) {
        counts.push_back(one.times);
        all += one.times;
    }
    if (counts.empty()) return design::nothing_yet(view.say("Nobody was counted in this time."));
    if (all == 0) return design::nothing_yet(view.say("Nothing was missed in this time."));
    const auto bars = spc::pareto(counts);
    if (!bars) return {};
    chart::ParetoChart chart;
    chart.caption.id = "missed";
    chart.caption.title = view.say("Elements that were missed, {} to {}", view.words->day(from),
                                   view.words->day(until));
    chart.caption.description = view.say("Most often: {}", missed[bars->front().category].element);
    chart.unit = view.say("times missed");
    for (const spc::ParetoBar& bar : *bars)
        chart.bars.push_back({.name = missed[bar.category].element,
                              .count = bar.count,
                              .share = bar.share,
                              .cumulative_share = bar.cumulative_share});
    return html("{}", chart::pareto_chart(chart));
}

html::Html missed_page(const access::Context& context, const MissedElements& missed) {
    const design::View& view = context.view;
    const std::string title = view.say("Which elements are missed: {}", missed.place.kept.name());
    const auto day = [&](const char* name, std::string_view label, Day value) {
        return design::input(view, {.name = name,
                                    .label = label,
                                    .value = iso_day(value),
                                    .error = missed.problems.about(name),
                                    .type = "date",
                                    .width = 10});
    };
    html::Html main = design::error_summary(view, missed.problems);
    main += design::page_heading(title, missed.place.here.organisation.name);
    main += pareto(context, missed.place, missed.from, missed.until);
    main += design::search_form({.action = missed_address(missed.place)},
                                html(R"(<div class="pr-due__fields">{}{}</div>{})",
                                     day("from", view.say("From"), missed.from),
                                     day("until", view.say("Until"), missed.until),
                                     design::button({.label = view.say("Show this time"),
                                                     .look = design::ButtonLook::secondary})));
    main +=
        html("<p>{}</p>", design::link(tally_address(missed.place), view.say("Back to the tally")));
    return design::page(view,
                        {.title = title,
                         .error = !missed.problems.empty(),
                         .breadcrumb = crumbs(context, missed.place)},
                        main);
}

}  // namespace primum::collection
