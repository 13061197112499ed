#include "headings.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include "differs_on_purpose.h"

namespace primum::golden {

namespace {

/// The words of the lines that begin with '#'.
std::set<std::string, std::less<>> headings_of(const std::filesystem::path& document) {
    std::set<std::string, std::less<>> headings;
    std::ifstream stream(document);
    for (std::string line; std::getline(stream, line);) {
        const auto words = line.find_first_not_of("# ");
        if (line.starts_with('#') && words != std::string::npos)
            headings.insert(line.substr(words));
    }
    return headings;
}

}  // namespace

std::vector<std::string_view> headings_missing_in(const std::filesystem::path& document) {
    const auto headings = headings_of(document);
    std::vector<std::string_view> missing;
    for (const Reason& reason : all_reasons()) {
        const bool said = std::ranges::find(missing, reason.heading) != missing.end();
        if (!said && !headings.contains(reason.heading)) missing.push_back(reason.heading);
    }
    return missing;
}

}  // namespace primum::golden
