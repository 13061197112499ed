#include "chart/icons.h"
#include "datasets/gallery_view.h"

namespace primum::datasets {
namespace {

using html::html;
using html::Html;

/// A row of the grid: the variation icons that belong together.
struct Band {
    std::string_view heading;
    spc::Variation icon;
    spc::Variation low;  ///< the other icon of the row
};

constexpr Band kBands[] = {
    {"Improving", spc::Variation::improvement_high, spc::Variation::improvement_low},
    {"Changing", spc::Variation::neutral_high, spc::Variation::neutral_low},
    {"No significant change", spc::Variation::common, spc::Variation::common},
    {"Concerning", spc::Variation::concern_high, spc::Variation::concern_low},
};

struct Column {
    std::string_view heading;
    spc::Assurance assurance;
};

constexpr Column kColumns[] = {
    {"Passes", spc::Assurance::pass},
    {"Hit and miss", spc::Assurance::inconsistent},
    {"Fails", spc::Assurance::fail},
};

Html cell(const GalleryView& gallery, const Band& band, const Column& column) {
    Html links;
    std::size_t count = 0;
    for (const auto& series : gallery.series) {
        const bool here = (series.variation == band.icon || series.variation == band.low) &&
                          series.assurance == column.assurance;
        if (!here) continue;
        ++count;
        links.append(R"(<li><a href="{}">{}</a></li>)", html::url("{}.html", series.file),
                     series.name);
    }
    if (count == 0)
        return html(
            R"(<td role="cell"><span class="pr-label" aria-hidden="true">{}</span> <span class="pr-count pr-none">0</span></td>)",
            column.heading);
    return html(
        R"(<td role="cell"><span class="pr-label" aria-hidden="true">{}</span> <span class="pr-count">{}</span><ul class="pr-names">{}</ul></td>)",
        column.heading, count, links);
}

Html row(const GalleryView& gallery, const Band& band) {
    Html cells;
    for (const auto& column : kColumns)
        cells += cell(gallery, band, column);
    return html(R"(<tr role="row"><th role="rowheader" scope="row">{}</th>{}</tr>
)",
                band.heading, cells);
}

bool occurs(const GalleryView& gallery, const Band& band) {
    for (const auto& series : gallery.series)
        if (series.variation == band.icon || series.variation == band.low) return true;
    return false;
}

}  // namespace

Html grid(const GalleryView& gallery) {
    Html headings;
    for (const auto& column : kColumns)
        headings.append(R"(<th role="columnheader" scope="col">{} {}</th>)",
                        chart::icon(column.assurance, 32), column.heading);
    Html rows;
    for (const auto& band : kBands)
        if (occurs(gallery, band)) rows += row(gallery, band);
    return html(R"(
<table class="pr-grid" role="table">
<caption>How many pass their target, and which way they are going</caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>{}</tr></thead>
<tbody role="rowgroup">
{}</tbody>
</table>
)",
                headings, rows);
}

}  // namespace primum::datasets
