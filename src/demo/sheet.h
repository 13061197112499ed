#pragma once
// A page of words as a small PDF of our own: guides and posters of the demonstration.

#include <string>
#include <string_view>
#include <vector>

namespace primum::demo {

/// A4: a title, a line below it, and paragraphs; one that begins with "- " is an item of a list.
/// Plain text of the same words where this machine cannot draw.
struct Sheet {
    std::string file_name;  ///< ends as the type says
    std::string media_type;
    std::string bytes;
};
Sheet sheet(std::string_view name, std::string_view title, std::string_view below,
            const std::vector<std::string>& paragraphs, bool poster = false);

}  // namespace primum::demo
