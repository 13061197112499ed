#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/control_chart.h"
#include "chart/from_analysis.h"
#include "chart/icons.h"
#include "chart/key.h"
#include "datasets/gallery_view.h"
#include "datasets/points.h"
#include "datasets/suggestions.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

using html::html;
using html::Html;

class SeriesPage {
public:
    SeriesPage(const GalleryView& gallery, std::size_t position)
        : gallery_(gallery),
          position_(position),
          member_(gallery.order[position]),
          series_(gallery.series[member_]),
          analysis_(gallery.study.analyses[member_]) {}

    Html whole() const {
        const bool alone = gallery_.series.size() == 1;
        const std::string heading = alone ? gallery_.title : series_.name;
        return page(alone ? heading : heading + " – " + gallery_.title,
                    html(R"(
<main id="main" class="pr-main">
<p class="pr-back"><a href="index.html">{}</a></p>
<h1>{}</h1>
<div class="pr-columns">
{}
<div class="pr-aside">
{}
{}
</div>
</div>
{}
{}
{}
{}
{}
</main>
)",
                         alone ? "Overview" : "All series", heading, figure(), icons(), facts(),
                         signals(), suggestions(), data(), downloads(), neighbours()));
    }

private:
    Html icons() const {
        Html list = html(R"(<li>{} {}</li>)", chart::icon(series_.variation, 48),
                         chart::name_of(series_.variation));
        if (gallery_.has_target)
            list.append(R"(<li>{} {}</li>)", chart::icon(series_.assurance, 48),
                        chart::name_of(series_.assurance));
        return html(R"(<ul class="pr-verdict">{}</ul>)", list);
    }

    Html figure() const {
        return html(R"(
<figure class="pr-chart" aria-labelledby="headline">
<p class="pr-headline" id="headline">{}</p>
<p class="pr-subtitle">{}</p>
{}
{}
</figure>
)",
                    series_.sentence, subtitle(), chart::key(series_.chart),
                    chart::control_chart(series_.chart));
    }

    std::string subtitle() const {
        const std::string span = time_span(gallery_.study, member_);
        return fmt::format("{}{}{}. {}.", gallery_.title, span.empty() ? "" : ", ", span,
                           spc::spoken_name_of(gallery_.study.options.chart));
    }

    Html facts() const {
        const auto& summary = series_.summary;
        Html list;
        const auto add = [&](const std::string& term, const std::string& what) {
            list.append(R"(<div><dt>{}</dt><dd>{}</dd></div>)", term, what);
        };
        if (summary.latest)
            add("Latest, " + spoken(*summary.latest), shown(gallery_, summary.value));
        add(std::string(centre_name(gallery_.study)), shown(gallery_, summary.limits.centre));
        if (!std::isnan(summary.limits.upper))
            add("Limits", shown(gallery_, summary.limits.lower) + " to " +
                              shown(gallery_, summary.limits.upper));
        if (gallery_.has_target) add("Target", shown(gallery_, summary.target));
        add("Points", std::to_string(summary.points));
        Html target;
        if (!series_.target_sentence.empty())
            target = html(R"(<p>{}</p>)", series_.target_sentence);
        return html(R"(<dl class="pr-facts">{}</dl>
{})",
                    list, target);
    }

    Html signals() const {
        auto found = spc::signals_of(analysis_);
        if (found.empty()) return {};
        std::reverse(found.begin(), found.end());
        Html list;
        for (const auto& signal : found)
            list.append(R"(<li>{}</li>)", sentence_of(signal));
        return html(R"(
<h2>Signals, latest first</h2>
<ul class="pr-signals">{}</ul>
)",
                    list);
    }

    Html suggestions() const {
        Html list;
        for (const auto& suggestion : suggestions_of(gallery_.study, member_))
            list.append(R"(<li>{}</li>)", datasets::sentence_of(gallery_.study, member_, suggestion,
                                                                gallery_.format));
        if (list.empty()) return {};
        return html(R"(
<h2>New lines?</h2>
<ul class="pr-signals">{}</ul>
)",
                    list);
    }

    std::string sentence_of(const spc::Signal& signal) const {
        spc::PointSignals one;
        one.undirected.add(signal.rule);
        const std::string words = chart::words_of(one, gallery_.study.options.rules);
        const std::string when = signal.first == signal.last
                                     ? spoken(signal.first)
                                     : spoken(signal.first) + " to " + spoken(signal.last);
        return fmt::format("{}: {}{}.", when, words, direction_of(signal.direction));
    }

    static std::string_view direction_of(spc::Signal::Direction direction) {
        switch (direction) {
            case spc::Signal::Direction::high:
                return " (high)";
            case spc::Signal::Direction::low:
                return " (low)";
            default:
                return "";
        }
    }

    Html data() const {
        const bool ratio =
            !gallery_.study.data.denominators.empty() && gallery_.study.data.spreads.empty();
        Html rows;
        for (std::size_t i = 0; i < analysis_.values.size(); ++i)
            rows += data_row(i, ratio);
        Html ratio_headings;
        if (ratio)
            ratio_headings = html(
                R"(<th scope="col" class="pr-number">{}</th><th scope="col" class="pr-number">{}</th>)",
                gallery_.study.data.value_name, gallery_.study.data.denominator_name);
        return html(R"(
<details>
<summary>The data as a table</summary>
<div class="pr-scroll" role="region" aria-label="The data as a table" tabindex="0">
<table class="pr-data">
<thead><tr><th scope="col">Period</th>{}<th scope="col" class="pr-number">Value</th><th scope="col" class="pr-number">{}</th><th scope="col" class="pr-number">Lower limit</th><th scope="col" class="pr-number">Upper limit</th><th scope="col">Reading</th></tr></thead>
<tbody>
{}</tbody>
</table>
</div>
</details>
)",
                    ratio_headings, centre_name(gallery_.study), rows);
    }

    Html data_row(std::size_t i, bool ratio) const {
        const PointView point(gallery_.study, member_, i);
        Html parts;
        if (ratio)
            parts = html(R"(<td class="pr-number">{}</td><td class="pr-number">{}</td>)",
                         plain(point.numerator()), plain(point.denominator()));
        return html(
            R"(<tr><th scope="row">{}</th>{}<td class="pr-number">{}</td><td class="pr-number">{}</td><td class="pr-number">{}</td><td class="pr-number">{}</td><td>{}</td></tr>
)",
            spoken(i), parts, shown(gallery_, point.value()),
            shown(gallery_, point.limits().centre), shown(gallery_, point.limits().lower),
            shown(gallery_, point.limits().upper), reading(point));
    }

    std::string reading(const PointView& point) const {
        if (point.excluded()) return "Excluded";
        if (std::isnan(point.value())) return "Missing";
        const std::string words = chart::words_of(point.signals(), gallery_.study.options.rules);
        const std::string name(spc::name_of(point.reading()));
        if (words.empty()) return "";
        return static_cast<char>(name[0] - 'a' + 'A') + name.substr(1) + ": " + words;
    }

    static std::string plain(double value) {
        return std::isnan(value) ? "–" : chart::number(value, {chart::NumberStyle::plain, 1});
    }

    Html downloads() const {
        Html more;
        if (gallery_.options.png)
            more.append(R"(<li><a href="{}" download="">Chart as a picture (PNG)</a></li>)",
                        html::url("{}.png", series_.file));
        if (gallery_.options.pdf)
            more.append(R"(<li><a href="{}" download="">Chart on paper (PDF)</a></li>)",
                        html::url("{}.pdf", series_.file));
        return html(R"(
<h2 class="pr-takeaway">Take it with you</h2>
<ul class="pr-downloads">
<li><a href="{}" download="">Data and lines (CSV)</a></li>
<li><a href="{}" download="">Chart for Word and PowerPoint (SVG)</a></li>
{}</ul>
)",
                    html::url("{}.csv", series_.file), html::url("{}.svg", series_.file), more);
    }

    Html neighbours() const {
        Html links;
        if (position_ > 0) links += neighbour("Previous", "prev", position_ - 1);
        if (position_ + 1 < gallery_.order.size())
            links += neighbour("Next", "next", position_ + 1);
        if (links.empty()) return {};
        return html(R"(
<nav class="pr-neighbours" aria-label="Other series">{}</nav>
)",
                    links);
    }

    Html neighbour(std::string_view word, std::string_view relation, std::size_t position) const {
        const auto& series = gallery_.series[gallery_.order[position]];
        return html(R"(<a rel="{}" href="{}"><span>{}</span> {}</a>)", relation,
                    html::url("{}.html", series.file), word, series.name);
    }

    std::string spoken(std::size_t point) const {
        const auto& data = gallery_.study.data;
        return data.calendar.spoken(data.keys[data.members[member_].begin + point]);
    }

    const GalleryView& gallery_;
    std::size_t position_;
    std::size_t member_;
    const SeriesView& series_;
    const spc::Analysis& analysis_;
};

}  // namespace

Html series_page(const GalleryView& gallery, std::size_t position_in_order) {
    return SeriesPage(gallery, position_in_order).whole();
}

}  // namespace primum::datasets
