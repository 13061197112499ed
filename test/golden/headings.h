#pragma once
// Every fault that we do not copy is told in a document; these are the ones that it leaves out.

#include <filesystem>
#include <string_view>
#include <vector>

namespace primum::golden {

/// Headings of our reasons that a Markdown document does not have, each once.
std::vector<std::string_view> headings_missing_in(const std::filesystem::path& document);

}  // namespace primum::golden
