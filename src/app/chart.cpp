#include <CLI/App.hpp>
#include <CLI/Option.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/data_options.h"
#include "app/progress.h"
#include "app/verb.h"
#include "datasets/gallery.h"

namespace primum::app {
namespace {

struct ChartOptions {
    DataOptions data;
    datasets::GalleryOptions gallery;
    std::string folder;
};

Checked<void> chart(ChartOptions options) {
    datasets::Notes notes;
    const auto study = study_of(options.data, notes);
    if (!study) return std::unexpected(study.error());
    options.gallery.source = std::filesystem::path(options.data.file).filename().string();
    options.gallery.notes = notes;

    stop_requested();
    auto bar = std::make_unique<ProgressBar>("Drawing");
    const auto index = datasets::write_gallery(*study, options.gallery, options.folder,
                                               [&](std::size_t done, std::size_t all) {
                                                   bar->show(done, all);
                                                   return !stop_requested();
                                               });
    bar.reset();
    if (!index) return std::unexpected(index.error());
    say(notes);
    std::printf("%s\n", index->c_str());
    return {};
}

}  // namespace

void add_chart(CLI::App& program, Action& chosen) {
    auto* verb = program.add_subcommand("chart", "Charts of one CSV file, and an index with icons");
    auto options = std::make_shared<ChartOptions>();
    add_data_options(*verb, options->data);
    verb->add_option("--out", options->folder,
                     "The folder to make; an earlier output there is replaced")
        ->type_name("DIR")
        ->required();
    verb->add_option("--title", options->gallery.title, "What is measured: 'Falls with harm'")
        ->type_name("TEXT");
    verb->add_flag("--png", options->gallery.png, "Each chart as PNG too");
    verb->add_flag("--pdf", options->gallery.pdf, "Each chart as PDF too");
    verb->footer(
        "Example:\n"
        "  primum chart falls.csv --date month --numerator falls --denominator bed_days \\\n"
        "      --by ward --multiply 1000 --better lower --target 4 --out charts");
    verb->callback([options, &chosen] { chosen = [options] { return chart(*options); }; });
}

}  // namespace primum::app
