#pragma once
// What all pages of a gallery share.

#include <string>
#include <vector>

#include "chart/control_chart.h"
#include "datasets/gallery.h"
#include "datasets/standing.h"
#include "datasets/study.h"
#include "datasets/summary.h"
#include "html/html.h"

namespace primum::datasets {

/// One series, ready to be shown.
struct SeriesView {
    std::string name;
    std::string file;  ///< without extension
    std::string sentence;
    std::string target_sentence;  ///< empty without an assurance
    Summary summary;
    Standing standing;
    spc::Variation variation;
    spc::Assurance assurance;
    chart::ControlChart chart;
};

struct GalleryView {
    const Study& study;
    const GalleryOptions& options;
    std::string title;
    chart::NumberFormat format;
    bool has_target;
    bool has_limits;                 ///< run charts have none
    std::vector<SeriesView> series;  ///< in the order of the file
    std::vector<std::size_t> order;  ///< by standing, then as in the file
};

GalleryView gallery_view(const Study& study, const GalleryOptions& options);

/// A number as the pages write it; a dash where there is none.
std::string shown(const GalleryView& gallery, double value);

/// The frame of a page.
html::Html page(const std::string& title, const html::Html& body);

/// The page of everything, and the page of one series.
html::Html index_page(const GalleryView& gallery);
html::Html series_page(const GalleryView& gallery, std::size_t position_in_order);

/// Making Data Count's grid of assurance and variation. Expects a target.
html::Html grid(const GalleryView& gallery);

/// The stylesheet of the pages.
std::string_view gallery_stylesheet();

}  // namespace primum::datasets
