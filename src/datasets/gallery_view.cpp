#include "datasets/gallery_view.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "datasets/file_names.h"
#include "datasets/headings.h"
#include "datasets/sentence.h"
#include "datasets/series_chart.h"

namespace primum::datasets {
namespace {

std::vector<std::string> names_of_members(const Study& study) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < study.data.members.size(); ++i)
        names.push_back(name_of(study, i));
    return names;
}

}  // namespace

GalleryView gallery_view(const Study& study, const GalleryOptions& options) {
    GalleryView gallery{.study = study,
                        .options = options,
                        .title = options.title,
                        .format = number_format(study),
                        .has_target = !std::isnan(study.options.target),
                        .has_limits = study.options.chart != spc::Chart::run,
                        .series = {},
                        .order = {}};
    if (gallery.title.empty()) gallery.title = capitalised(unit_of(study));

    const auto names = names_of_members(study);
    const auto files = file_names(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& analysis = study.analyses[i];
        gallery.series.push_back(
            {names[i], files[i], sentence_of(study, i, gallery.format),
             target_sentence_of(study, i, gallery.format), summary_of(study, i),
             standing_of(analysis.variation, analysis.assurance), analysis.variation,
             analysis.assurance, chart_of(study, i, gallery.title, gallery.format)});
    }
    gallery.order.resize(names.size());
    std::iota(gallery.order.begin(), gallery.order.end(), std::size_t{0});
    std::stable_sort(gallery.order.begin(), gallery.order.end(), [&](std::size_t a, std::size_t b) {
        return gallery.series[a].standing < gallery.series[b].standing;
    });
    return gallery;
}

std::string shown(const GalleryView& gallery, double value) {
    return std::isnan(value) ? "–" : chart::axis_number(value, gallery.format);
}

html::Html page(const std::string& title, const html::Html& body) {
    return html::html(R"(<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Primum">
<title>{}</title>
<link rel="stylesheet" href="charts.css">
</head>
<body>
<a class="pr-skip" href="#main">Skip to main content</a>
{}
</body>
</html>
)",
                      title, body);
}

}  // namespace primum::datasets
