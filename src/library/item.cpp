#include "library/item.h"

namespace primum::library {

std::string_view Item::operator[](std::string_view field) const {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> Item::list(std::string_view field) const {
    std::vector<std::string> parts;
    std::string_view rest = (*this)[field];
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        std::string_view part = rest.substr(0, end);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    }
    return parts;
}

std::vector<Item> items_of(const store::Reader&, std::string_view, Day) {
    return {};
}

std::optional<Item> find_item(const store::Reader&, std::string_view, std::string_view, Day) {
    return std::nullopt;
}

}  // namespace primum::library
