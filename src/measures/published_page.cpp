// What others see of a series: everything on these pages is made of published numbers.

#include <algorithm>

#include "design/details.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/page.h"
#include "design/table.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/dictionary_pages.h"
#include "measures/rule_words.h"
#include "measures/series_view.h"
#include "measures/shared_place.h"
#include "measures/sharing.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;

std::vector<design::Crumb> way_to(const design::View& view,
                                  const organisations::Organisation& organisation) {
    return {{view.say("Measures"), dictionary_address()},
            {organisation.name, published_address(organisation.id)}};
}

class Page {
public:
    Page(const Around& around, const access::Context& context, const SharedPlace& one)
        : around_(around),
          context_(context),
          view_(context.view),
          shown_(one.shown),
          series_{.place = one.place,
                  .material = one.shown.material,
                  .drawn = std::make_shared<const Drawn>(draw(one.shown.material))} {}

    Html whole() const {
        const std::string name = series_.place.name();
        const auto& organisation = series_.place.here.organisation;
        return design::page(
            view_,
            {.title = name + " – " + organisation.name,
             .breadcrumb = way_to(view_, organisation),
             .latest = true},
            html("{}{}{}{}{}{}{}{}", design::page_heading(name, organisation.name), headline_part(),
                 rule(), signals(), points(), definition(), panels(), files()));
    }

private:
    bool shows_a_number() const {
        return std::ranges::any_of(shown_.points, [](const PublishedPoint& point) {
            return point.value.number().has_value();
        });
    }

    Html headline_part() const {
        if (series_.frequency() == Frequency::event)
            return html(R"(<p class="nhsuk-body-l">{}</p>)",
                        view_.say("Each of these events happened to one person, so that their days "
                                  "are not shown to others."));
        if (!shown_.points.empty() && !shows_a_number())
            return html(R"(<p class="nhsuk-body-l">{}</p>)",
                        view_.say("Its numbers are too small to be shown."));
        if (too_many_hidden(shown_))
            return html(R"(<p class="nhsuk-body-l">{}</p>)",
                        view_.say("Too many of its numbers are small and hidden. A chart of the "
                                  "others would show a level that is not true, so that there is "
                                  "none here."));
        Html gaps;
        if (const std::int64_t hidden = hidden_points(shown_); hidden > 0)
            gaps = html("<p>{}</p>",
                        view_.words->count(hidden,
                                           "{} point is hidden and leaves a gap. The lines are "
                                           "those of the others, which are larger.",
                                           "{} points are hidden and leave gaps. The lines are "
                                           "those of the others, which are larger."));
        return html("{}{}", headline(view_, series_), gaps);
    }

    Html signals() const {
        return too_many_hidden(shown_) ? Html() : signals_section(view_, series_);
    }

    Html rule() const {
        const Html own =
            context_.scope_under(access::policy::members).can_read(series_.place.here.id())
                ? html(" {}", design::link(series_address(series_.place.series),
                                           view_.say("What your own people see")))
                : Html();
        return html("<p>{}{}</p>", view_.say(rule_in_words(around_.outside)), own);
    }

    std::string numbers_of(const PublishedPoint& point) const {
        if (point.numerator.is_missing()) return "–";
        if (point.denominator.is_missing()) return point.numerator.text();
        return view_.say("{} of {}", point.numerator.text(), point.denominator.text());
    }

    Html points() const {
        if (!series_.drawn->study) return {};
        design::TableWriter table(
            {.caption = view_.say("All points, the latest first"),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("Period")},
                         {.heading = view_.say("Numbers"), .numeric = true},
                         {.heading = view_.say("Value"), .numeric = true},
                         {.heading = view_.say("Centre (limits)"), .numeric = true},
                         {.heading = view_.say("Reading")}},
             .first_cell_is_heading = true,
             .compact = true});
        for (std::size_t i = shown_.points.size(); i-- > 0;) {
            const PublishedPoint& point = shown_.points[i];
            PointRow row = row_of(view_, series_, i);
            if (point.excluded) row.reading = view_.say("Left out of the lines");
            if (too_many_hidden(shown_)) row.reading = "–";
            if (point.value.is_hidden()) row.reading = view_.say("Not shown");
            table.row(series_.spoken(i), numbers_of(point),
                      point.value.is_hidden()
                          ? std::string(disclosure::kHidden)
                          : series_.drawn->number(series_.drawn->study->analyses[0].values[i]),
                      too_many_hidden(shown_) ? std::string("–") : row.lines, row.reading);
        }
        return design::details({.summary = view_.say("The points as a table"), .expander = true},
                               std::move(table).done());
    }

    Html definition() const {
        const Measure& measure = series_.place.measure;
        return design::details(
            {.summary = view_.say("What is counted, and how"), .expander = true},
            html("{}<p>{}</p>", definition_list(view_, measure.on(context_.today).says),
                 design::link(measure_address(measure.code), view_.say("The whole definition"))));
    }

    Html panels() const {
        Html all;
        for (const Panel& panel : around_.neighbours.published)
            all += panel(context_, series_.place.here, series_.material);
        return all;
    }

    Html files() const {
        if (!series_.drawn->study || too_many_hidden(shown_)) return {};
        const auto item = [&](std::string_view file, std::string_view words) {
            return html("<li>{}</li>",
                        design::link(published_address(series_.place.series, file), words));
        };
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}{}</ul>)",
                    view_.say("Take it with you"),
                    item("points.csv", view_.say("Points with lines and readings (CSV)")),
                    item("chart.svg", view_.say("The chart for Word and PowerPoint (SVG)")));
    }

    const Around& around_;
    const access::Context& context_;
    const design::View& view_;
    const PublishedSeries& shown_;
    SeriesView series_;
};

}  // namespace

http::Response show_published(const Around& around, const http::Request& request,
                              access::Context& context) {
    const auto one = shared_place_of(request, context, around.outside);
    if (!one) return http::not_found();
    return http::ok(Page(around, context, *one).whole());
}

http::Response show_shared(const Around& around, const http::Request& request,
                           access::Context& context) {
    const auto here = anybodys_place(request, context);
    if (!here) return http::not_found();
    const auto shared = shared_by(context.db, here->id(), context.session.has_value());
    // An organisation that shows nothing looks like one that does not exist.
    if (shared.empty()) return http::not_found();
    const design::View& view = context.view;
    Html items;
    for (const SharedSeries& one : shared)
        items.append("<li>{}</li>", design::link(published_address(one.series), one.name()));
    const std::string_view title = view.say("Measures that it shows to others");
    return http::ok(
        design::page(view,
                     {.title = std::string(title) + " – " + here->organisation.name,
                      .breadcrumb = {{view.say("Measures"), dictionary_address()}},
                      .latest = true},
                     design::two_thirds(html(R"({}<ul class="nhsuk-list">{}</ul><p>{}</p>)",
                                             design::page_heading(here->organisation.name, title),
                                             items, view.say(rule_in_words(around.outside))))));
}

}  // namespace primum::measures
