#pragma once
// A study as a folder of pages: an index with the icon table, and a page and a picture a series.

#include <functional>
#include <string>
#include <vector>

#include "base/checked.h"
#include "datasets/notes.h"
#include "datasets/study.h"

namespace primum::datasets {

/// What a reader is told beyond the numbers, and in which forms pictures are wanted.
struct GalleryOptions {
    std::string title;   ///< what is measured; made of the headings when empty
    std::string source;  ///< name of the file
    Notes notes;         ///< how the file was read
    bool png = false;
    bool pdf = false;
};

/// Told how many of how many series are drawn; false stops.
using Progress = std::function<bool(std::size_t done, std::size_t all)>;

/// Writes the folder, whole or not at all. Its pages need no server, no script and no network.
/// Returns the path of the index.
Checked<std::string> write_gallery(const Study& study, const GalleryOptions& options,
                                   const std::string& folder, const Progress& progress);

}  // namespace primum::datasets
