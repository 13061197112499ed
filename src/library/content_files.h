#pragma once
// The files of content/library, which travel inside the executable.

#include <string_view>
#include <vector>

namespace primum::library {

struct ContentFile {
    std::string_view set;  ///< "measures"
    std::string_view csv;
};

std::vector<ContentFile> content_files();

}  // namespace primum::library
