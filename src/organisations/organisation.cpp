#include "organisations/organisation.h"

#include <algorithm>

namespace primum::organisations {
namespace {

constexpr std::size_t kLongestCode = 20;

bool fits_code(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-./_").find(c) != std::string_view::npos;
}

}  // namespace

std::string normal_code(std::string_view typed) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = typed.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    std::string code(typed.substr(first, typed.find_last_not_of(kSpace) - first + 1));
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    return code;
}

Checked<std::string> check_code(std::string_view typed) {
    std::string code = normal_code(typed);
    if (code.size() > kLongestCode) return refuse("Shorten the code to 20 characters or fewer.");
    if (!std::ranges::all_of(code, fits_code))
        return refuse("Use only letters, digits, dots, dashes and slashes in the code.");
    return code;
}

Checked<void> check_parent(const Kinds& kinds, std::string_view child_kind,
                           std::string_view parent_kind, bool parent_lies_below_child) {
    if (parent_lies_below_child)
        return refuse("Choose a parent that does not lie below this organisation itself.");
    if (!kinds.may_lie_below(child_kind, parent_kind))
        return refuse("Choose a parent of a greater kind than this organisation.");
    return {};
}

Checked<void> check_links(std::vector<ParentLink> links) {
    std::ranges::sort(links, {}, &ParentLink::when);
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].when.until < links[i].when.from)
            return refuse("Enter a last day that is not before the first day.");
        if (i > 0 && links[i].when.overlaps(links[i - 1].when))
            return refuse("Let one parent end before the next begins.");
    }
    return {};
}

std::vector<ParentLink> moved(std::vector<ParentLink> links, OrganisationId parent, Day from) {
    std::ranges::sort(links, {}, &ParentLink::when);
    if (!links.empty() && links.back().parent == parent && links.back().when.has(from) &&
        links.back().when.until == kForEver)
        return links;
    std::erase_if(links, [&](const ParentLink& link) { return link.when.from >= from; });
    if (!links.empty() && links.back().when.until >= from)
        links.back().when.until = from - std::chrono::days(1);
    links.push_back({parent, {from, kForEver}});
    return links;
}

std::optional<OrganisationId> parent_on(const std::vector<ParentLink>& links, Day day) {
    const auto found =
        std::ranges::find_if(links, [&](const ParentLink& link) { return link.when.has(day); });
    if (found == links.end()) return {};
    return found->parent;
}

}  // namespace primum::organisations
