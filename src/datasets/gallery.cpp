#include "datasets/gallery.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "chart/control_chart.h"
#include "chart/stylesheet.h"
#include "datasets/gallery_view.h"
#include "datasets/output_folder.h"
#include "datasets/report.h"
#include "render/render.h"

namespace primum::datasets {
namespace {

Checked<std::string> rendered(std::expected<std::string, render::Error> picture) {
    if (!picture) return refuse(std::move(picture.error()));
    return std::move(*picture);
}

/// Draws the files of one series after the other.
class Writer {
public:
    Writer(const GalleryView& gallery, OutputFolder& folder, const Progress& progress)
        : gallery_(gallery), folder_(folder), progress_(progress) {}

    Checked<void> write() {
        const std::string style =
            std::string(gallery_stylesheet()) + std::string(chart::stylesheet());
        if (!add("charts.css", style)) return std::unexpected(*problem_);
        if (!add("index.html", index_page(gallery_).markup())) return std::unexpected(*problem_);
        write_all_series();
        if (problem_) return std::unexpected(*problem_);
        return folder_.keep(names_);
    }

private:
    void write_all_series() {
        const auto work = [this] {
            for (std::size_t i = next_++; i < gallery_.order.size() && !stopped_; i = next_++)
                write_series(i);
        };
        std::vector<std::jthread> helpers;
        const std::size_t useful = gallery_.order.size() / kSeriesWorthAThread;
        for (unsigned k = 1; k < std::thread::hardware_concurrency() && k <= useful; ++k)
            helpers.emplace_back(work);
        work();
    }

    void write_series(std::size_t position) {
        const auto member = gallery_.order[position];
        const auto& series = gallery_.series[member];
        const std::string svg = chart::control_chart(series.chart, chart::Form::wide).markup();
        const bool written =
            add(series.file + ".html", series_page(gallery_, position).markup()) &&
            add(series.file + ".svg", svg) &&
            add(series.file + ".csv", csv_report(gallery_.study, member)) &&
            (!gallery_.options.png ||
             add(series.file + ".png", rendered(render::png(svg, kPngScale)))) &&
            (!gallery_.options.pdf || add(series.file + ".pdf", rendered(render::pdf(svg))));
        if (!written) return;
        const std::lock_guard lock(mutex_);
        if (!progress_(++done_, gallery_.order.size()))
            stop(Refused{"Stopped; nothing was written."});
    }

    bool add(const std::string& name, const Checked<std::string>& bytes) {
        const auto written =
            bytes ? folder_.write(name, *bytes) : Checked<void>(std::unexpected(bytes.error()));
        const std::lock_guard lock(mutex_);
        if (!written) stop(written.error());
        names_.push_back(name);
        return written.has_value();
    }

    void stop(const Refused& why) {
        if (!problem_) problem_ = why;
        stopped_ = true;
    }

    static constexpr double kPngScale = 2;  // sharp on slides
    static constexpr std::size_t kSeriesWorthAThread = 8;

    const GalleryView& gallery_;
    OutputFolder& folder_;
    const Progress& progress_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> stopped_ = false;
    std::mutex mutex_;  // for what follows
    std::size_t done_ = 0;
    std::vector<std::string> names_;
    std::optional<Refused> problem_;
};

}  // namespace

Checked<std::string> write_gallery(const Study& study, const GalleryOptions& options,
                                   const std::string& folder, const Progress& progress) {
    auto output = OutputFolder::at(folder);
    if (!output) return std::unexpected(output.error());
    const GalleryView gallery = gallery_view(study, options);
    if (auto written = Writer(gallery, *output, progress).write(); !written)
        return std::unexpected(written.error());
    return folder + (folder.ends_with('/') ? "" : "/") + "index.html";
}

}  // namespace primum::datasets
