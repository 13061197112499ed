#include <fmt/format.h>

#include "chart/icons.h"
#include "chart/sparkline.h"
#include "datasets/gallery_view.h"
#include "datasets/headings.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

using html::html;
using html::Html;

std::string latest_period(const GalleryView& gallery, std::size_t member) {
    const auto& latest = gallery.series[member].summary.latest;
    const auto& data = gallery.study.data;
    if (!latest) return "–";
    return data.calendar.spoken(data.keys[data.members[member].begin + *latest]);
}

/// A cell with its heading inside, which shows where a small screen stacks the cells of a row.
Html cell(std::string_view kind, std::string_view heading, const Html& content) {
    return html(
        R"(<td role="cell" class="{}"><span class="pr-label" aria-hidden="true">{}</span> {}</td>
)",
        kind, heading, content);
}

Html text_cell(std::string_view heading, const std::string& text) {
    return cell("pr-text", heading, html(R"(<span class="pr-nowrap">{}</span>)", text));
}

Html number_cell(const GalleryView& gallery, std::string_view heading, double value) {
    return cell("pr-number", heading, html(R"({})", shown(gallery, value)));
}

Html series_row(const GalleryView& gallery, std::size_t member) {
    const auto& series = gallery.series[member];
    const auto& summary = series.summary;
    Html row = html(R"(<th role="rowheader" scope="row"><a href="{}">{}</a></th>
)",
                    html::url("{}.html", series.file), series.name);
    row +=
        cell("pr-trend", "Trend", chart::sparkline(series.chart, series.name + ", latest points"));
    row += text_cell("Latest", latest_period(gallery, member));
    row += number_cell(gallery, "Value", summary.value);
    if (gallery.has_target) row += number_cell(gallery, "Target", summary.target);
    row += cell("pr-icons", "Variation", chart::icon(series.variation, 40));
    if (gallery.has_target) row += cell("pr-icons", "Assurance", chart::icon(series.assurance, 40));
    row += number_cell(gallery, centre_name(gallery.study), summary.limits.centre);
    if (gallery.has_limits) row += number_cell(gallery, "Lower limit", summary.limits.lower);
    if (gallery.has_limits) row += number_cell(gallery, "Upper limit", summary.limits.upper);
    row += cell("pr-reading", "Reading", html(R"({})", series.sentence));
    return html(R"(<tr role="row">
{}</tr>
)",
                row);
}

Html heading_row(const GalleryView& gallery) {
    Html cells;
    const auto add = [&](std::string_view kind, std::string_view heading) {
        cells.append(R"(<th role="columnheader" scope="col" class="{}">{}</th>)", kind, heading);
    };
    add("pr-name", gallery.study.data.by_name.empty()
                       ? "Series"
                       : capitalised(spoken_heading(gallery.study.data.by_name)));
    add("pr-trend", "Trend");
    add("pr-text", "Latest");
    add("pr-number", "Value");
    if (gallery.has_target) add("pr-number", "Target");
    add("pr-icons", "Variation");
    if (gallery.has_target) add("pr-icons", "Assurance");
    add("pr-number", centre_name(gallery.study));
    if (gallery.has_limits) add("pr-number", "Lower limit");
    if (gallery.has_limits) add("pr-number", "Upper limit");
    add("pr-reading", "Reading");
    return cells;
}

struct Section {
    Standing standing;
    std::vector<std::size_t> members;
};

std::vector<Section> sections_of(const GalleryView& gallery) {
    std::vector<Section> sections;
    for (const auto member : gallery.order) {
        const auto standing = gallery.series[member].standing;
        if (sections.empty() || sections.back().standing != standing)
            sections.push_back({standing, {}});
        sections.back().members.push_back(member);
    }
    return sections;
}

Html section_of(const GalleryView& gallery, const Section& section) {
    Html rows;
    for (const auto member : section.members)
        rows += series_row(gallery, member);
    const auto anchor = anchor_of(section.standing);
    return html(R"(
<section class="pr-section" aria-labelledby="{}">
<h2 id="{}">{} <span class="pr-many">{}</span></h2>
<p>{}</p>
<table class="pr-table" role="table" aria-labelledby="{}">
<thead role="rowgroup"><tr role="row">{}</tr></thead>
<tbody role="rowgroup">
{}</tbody>
</table>
</section>
)",
                anchor, anchor, heading_of(section.standing), section.members.size(),
                meaning_of(section.standing), anchor, heading_row(gallery), rows);
}

Html contents(const std::vector<Section>& sections) {
    Html links;
    for (const auto& section : sections)
        links.append(R"(<li><a href="{}">{} <span class="pr-many">{}</span></a></li>)",
                     html::url("#{}", anchor_of(section.standing)), heading_of(section.standing),
                     section.members.size());
    return html(R"(
<nav class="pr-contents" aria-label="Go to">
<ul>{}</ul>
</nav>
)",
                links);
}

std::string_view direction(spc::Better better) {
    switch (better) {
        case spc::Better::higher:
            return "Higher is better.";
        case spc::Better::lower:
            return "Lower is better.";
        default:
            return "Neither higher nor lower is better.";
    }
}

std::string introduction(const GalleryView& gallery) {
    const auto& study = gallery.study;
    const std::string span = time_span(study);
    std::string text = fmt::format("{} series{}{}. {}", gallery.series.size(),
                                   span.empty() ? "" : ", ", span, direction(study.options.better));
    if (gallery.has_target)
        text += fmt::format(" Target {}.", shown(gallery, study.options.target));
    return text;
}

Html icon_row(const Html& icon, std::string_view name) {
    return html(R"(<li>{} {}</li>)", icon, name);
}

/// Icons in the order in which Making Data Count lists them, those that occur only.
Html icon_key(const GalleryView& gallery) {
    Html icons;
    for (int i = 0; i <= static_cast<int>(spc::Variation::neutral_low); ++i)
        for (const auto& series : gallery.series)
            if (static_cast<int>(series.variation) == i) {
                icons +=
                    icon_row(chart::icon(series.variation, 32), chart::name_of(series.variation));
                break;
            }
    for (int i = 1; i <= static_cast<int>(spc::Assurance::inconsistent); ++i)
        for (const auto& series : gallery.series)
            if (static_cast<int>(series.assurance) == i) {
                icons +=
                    icon_row(chart::icon(series.assurance, 32), chart::name_of(series.assurance));
                break;
            }
    return html(R"(<ul class="pr-iconkey">{}</ul>)", icons);
}

Html method(const GalleryView& gallery) {
    Html notes;
    for (const auto& note : gallery.options.notes)
        notes.append(R"(<li>{}</li>)", note);
    return html(R"(
<details>
<summary>How these charts were made</summary>
<ul>
<li>Data: {}.</li>
<li>Chart: {}. Rules for signals: {}.</li>
{}</ul>
</details>
)",
                gallery.options.source, spc::spoken_name_of(gallery.study.options.chart),
                gallery.study.rules, notes);
}

}  // namespace

Html index_page(const GalleryView& gallery) {
    const auto sections = sections_of(gallery);
    Html body;
    for (const auto& section : sections)
        body += section_of(gallery, section);
    return page(gallery.title, html(R"(
<main id="main" class="pr-main">
<h1>{}</h1>
<p class="pr-lead">{}</p>
{}
{}
<details>
<summary>What the icons mean</summary>
{}
</details>
{}
{}
</main>
)",
                                    gallery.title, introduction(gallery),
                                    gallery.has_target ? grid(gallery) : Html(),
                                    sections.size() > 1 ? contents(sections) : Html(),
                                    icon_key(gallery), method(gallery), body));
}

}  // namespace primum::datasets
