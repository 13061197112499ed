#include "measures/series_view.h"

#include <algorithm>
#include <cmath>

#include "chart/from_analysis.h"
#include "chart/icons.h"
#include "datasets/points.h"
#include "datasets/suggestions.h"
#include "datasets/summary.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/links.h"
#include "design/table.h"
#include "measures/address.h"
#include "measures/questions.h"
#include "measures/typed_number.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;

const spc::Analysis& analysis_of(const SeriesView& series) {
    return series.drawn->study->analyses[0];
}

Html verdict_of(const design::View& view, const SeriesView& series) {
    const spc::Analysis& analysis = analysis_of(series);
    Html items = html("<li>{} <span>{}</span></li>", chart::icon(analysis.variation, 48),
                      view.said(std::string(chart::name_of(analysis.variation))));
    if (analysis.assurance != spc::Assurance::none)
        items.append("<li>{} <span>{}.<br>{}</span></li>", chart::icon(analysis.assurance, 48),
                     view.said(std::string(chart::name_of(analysis.assurance))),
                     series.drawn->target_sentence);
    return html(R"(<ul class="pr-readings">{}</ul>)", items);
}

std::string subtitle(const design::View& view, const SeriesView& series) {
    const Definition& says = series.place.measure.now();
    const datasets::Study& study = *series.drawn->study;
    const std::string unit = says.unit.empty() ? datasets::unit_of(study) : says.unit;
    return view.say("{}, {}. {}, {}.", unit, datasets::time_span(study, 0),
                    view.said(label(says.frequency)), spc::spoken_name_of(study.options.chart));
}

Html list_of(const design::View& view, const std::vector<const char*>& sentences) {
    Html items;
    for (const char* sentence : sentences)
        items.append("<li>{}</li>", view.say(sentence));
    return html("<ul>{}</ul>", items);
}

std::string words_of(const SeriesView& series, spc::Rule rule) {
    spc::PointSignals one;
    one.undirected.add(rule);
    return chart::words_of(one, series.drawn->study->options.rules);
}

/// "Concern, Jan 2026 to Mar 2026: 7 or more points in a row below the centre line".
std::string found_words(const design::View& view, const SeriesView& series,
                        const spc::Signal& signal, spc::Reading reading) {
    const std::string when =
        signal.first == signal.last
            ? series.spoken(signal.first)
            : view.say("{} to {}", series.spoken(signal.first), series.spoken(signal.last));
    const std::string what = words_of(series, signal.rule);
    if (reading == spc::Reading::improvement) return view.say("Improvement, {}: {}", when, what);
    if (reading == spc::Reading::concern) return view.say("Concern, {}: {}", when, what);
    if (reading == spc::Reading::high) return view.say("Higher, {}: {}", when, what);
    if (reading == spc::Reading::low) return view.say("Lower, {}: {}", when, what);
    return view.say("{}: {}", when, what);
}

Html signal_item(const design::View& view, const SeriesView& series, const spc::Signal& signal) {
    const auto reading = reading_of(signal, series.place.measure.now().better);
    const Questions questions = questions_for(signal.rule, reading);
    return html(R"(<li><p class="pr-signal">{}</p><p>{}</p>{}</li>)",
                found_words(view, series, signal, reading), view.say(questions.means),
                list_of(view, questions.ask));
}

std::string numbers_of(const design::View& view, const Said& said) {
    if (!said.numerator) return "–";
    if (!said.denominator) return in_form(said.numerator);
    return view.say("{} of {}", in_form(said.numerator), in_form(said.denominator));
}

std::string entered_words(const design::View& view, const SeriesView& series, const Point& point) {
    std::string words = view.words->day(std::chrono::floor<std::chrono::days>(point.entered_at));
    if (!point.entered_by.empty()) words = point.entered_by + ", " + words;
    const auto changes = std::ranges::count_if(series.revisions, [&](const Revision& one) {
        return one.before.said.period == point.said.period;
    });
    if (changes > 0)
        words += "; " + view.words->count(changes, "changed {} time", "changed {} times");
    return words;
}

}  // namespace

Html headline(const design::View& view, const SeriesView& series) {
    if (!series.drawn->study) {
        if (series.material.points.empty())
            return html(R"(<p class="nhsuk-body-l">{}</p>)",
                        view.say("There are no numbers yet. The chart begins with the first."));
        return design::inset_text(
            view, html("<p>{}</p>", view.said(series.drawn->study.error().sentence)));
    }
    Html since;
    if (series.days_since)
        since = html(R"(<p><strong>{}</strong></p>)",
                     view.words->count(*series.days_since, "{} day since the last event",
                                       "{} days since the last event"));
    return html(R"({}
<figure class="pr-chart" aria-labelledby="headline">
<p class="nhsuk-body-l pr-headline" id="headline">{}</p>
<p class="pr-aside">{}</p>
{}{}
</figure>
{})",
                since, series.drawn->sentence, subtitle(view, series), series.drawn->key,
                series.drawn->picture, verdict_of(view, series));
}

Html signals_section(const design::View& view, const SeriesView& series) {
    if (!series.drawn->study) return {};
    auto found = spc::signals_of(analysis_of(series));
    std::ranges::reverse(found);
    constexpr std::size_t kOpen = 2;
    Html recent;
    Html earlier;
    for (std::size_t i = 0; i < found.size(); ++i)
        (i < kOpen ? recent : earlier) += signal_item(view, series, found[i]);
    if (found.empty()) {
        const Questions questions = questions_for_ordinary_variation();
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{})",
                    view.say("What to ask next"), view.say(questions.means),
                    list_of(view, questions.ask));
    }
    Html section = html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="pr-signals">{}</ul>)",
                        view.say("What the rules found, and what to ask next"), recent);
    if (!earlier.empty())
        section += design::details(
            {.summary = view.words->count(static_cast<std::int64_t>(found.size() - kOpen),
                                          "{} earlier signal", "{} earlier signals")},
            html(R"(<ul class="pr-signals">{}</ul>)", earlier));
    return section;
}

Html new_lines_section(const design::View& view, const SeriesView& series) {
    if (!series.drawn->study) return {};
    Html items;
    for (const auto& one : datasets::suggestions_of(*series.drawn->study, 0)) {
        const Day day = series.material.points[one.begin].said.period;
        items.append(
            "<li>{} {}</li>",
            view.say("Since {}, {} points average {}, where the centre line says {}.",
                     series.spoken(one.begin), one.points, series.drawn->number(one.new_centre),
                     series.drawn->number(one.old_centre)),
            series.may_decide
                ? design::link(
                      url("/organisations/{}/measures/{}/decisions/phase?from={}",
                          series.place.here.id().text(), series.place.series.code, iso_day(day)),
                      view.say("Consider a new phase"))
                : Html());
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p><ul>{}</ul>)",
                view.say("Do the lines still fit?"),
                view.say("If you know what changed in care, new lines from there would show what "
                         "comes next better. They are never moved without a decision."),
                items);
}

Html missing_section(const design::View& view, const SeriesView& series) {
    constexpr std::size_t kMost = 12;
    Html items;
    const auto add = [&](Day period, const std::string& why) {
        const std::string iso = iso_period(series.frequency(), period);
        items.append(
            "<li>{} {} {}</li>", view.say("No number for {}.", series.spoken(period)), why,
            !series.may_enter || !why.empty()
                ? Html()
                : design::link(url("/organisations/{}/measures/{}/points/new?period={}",
                                   series.place.here.id().text(), series.place.series.code, iso),
                               view.say("Enter it"), " " + series.spoken(period)));
    };
    std::size_t shown = 0;
    for (const Day period : series.missing)
        if (shown++ < kMost) add(period, "");
    for (const Point& point : series.material.points)
        if (!point.said.numerator && series.frequency() != Frequency::event)
            add(point.said.period, point.said.note);
    if (items.empty()) return {};
    if (series.missing.size() > kMost)
        items.append("<li>{}</li>",
                     view.words->count(static_cast<std::int64_t>(series.missing.size() - kMost),
                                       "And {} earlier period.", "And {} earlier periods."));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul>{}</ul>)", view.say("What is missing"),
                items);
}

PointRow row_of(const design::View& view, const SeriesView& series, std::size_t i) {
    const datasets::PointView point(*series.drawn->study, 0, i);
    const Drawn& drawn = *series.drawn;
    PointRow row;
    const auto& limits = point.limits();
    row.lines = drawn.number(limits.centre);
    if (!std::isnan(limits.upper))
        row.lines += " (" + drawn.number(limits.lower) + " – " + drawn.number(limits.upper) + ")";
    const std::string words = chart::words_of(point.signals(), drawn.study->options.rules);
    if (point.excluded())
        row.reading = view.say("Excluded: {}", series.material.points[i].said.excluded);
    else if (std::isnan(point.value()))
        row.reading = view.say("No number");
    else if (words.empty())
        row.reading = view.say("Ordinary variation");
    else
        row.reading =
            view.say("{}: {}", view.said(std::string(spc::name_of(point.reading()))), words);
    return row;
}

Html points_section(const design::View& view, const SeriesView& series) {
    if (!series.drawn->study) return {};
    design::TableWriter table(
        {.caption = view.say("All points, the latest first"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Period")},
                     {.heading = view.say("Numbers"), .numeric = true},
                     {.heading = view.say("Value"), .numeric = true},
                     {.heading = view.say("Centre (limits)"), .numeric = true},
                     {.heading = view.say("Reading")},
                     {.heading = view.say("Note")},
                     {.heading = view.say("Entered")}},
         .first_cell_is_heading = true,
         .compact = true});
    for (std::size_t i = series.material.points.size(); i-- > 0;) {
        const Point& point = series.material.points[i];
        const PointRow row = row_of(view, series, i);
        table.row(design::link(point_address(series.place.series,
                                             iso_period(series.frequency(), point.said.period)),
                               series.spoken(i)),
                  numbers_of(view, point.said), series.drawn->number(analysis_of(series).values[i]),
                  row.lines, row.reading, point.said.note, entered_words(view, series, point));
    }
    return design::details({.summary = view.say("The points as a table"), .expander = true},
                           std::move(table).done());
}

}  // namespace primum::measures
