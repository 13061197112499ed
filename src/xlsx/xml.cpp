#include "xlsx/xml.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "xlsx/sentences.h"

namespace primum::xlsx {
namespace {

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "_x000D_" as ECMA-376 writes what XML cannot; "_x005F_" is the underscore before such a text.
std::string unescaped(std::string text) {
    constexpr std::size_t kLength = 7;
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + kLength > text.size() || text[at + kLength - 1] != '_') continue;
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
        if (error != std::errc() || end != digits + 4 || code > 0x7F) continue;
        // A NUL would end the text for whoever reads it as C does.
        text.replace(at, kLength, 1, code == 0 ? ' ' : static_cast<char>(code));
    }
    return text;
}

}  // namespace

Checked<Part> parse_part(std::string bytes, std::size_t most_marks) {
    const auto marks = std::ranges::count_if(bytes, [](char c) { return c == '<' || c == '='; });
    if (std::cmp_greater(marks, most_marks)) return refuse(std::string(kTooLarge));
    Part part{.bytes = std::make_shared<std::string>(std::move(bytes)),
              .document = std::make_unique<pugi::xml_document>()};
    const auto parsed = part.document->load_buffer_inplace(
        part.bytes->data(), part.bytes->size(), pugi::parse_default | pugi::parse_doctype);
    for (const pugi::xml_node& node : part.document->children())
        if (node.type() == pugi::node_doctype) return refuse(std::string(kDocumentType));
    if (!parsed || !part.root()) return refuse(std::string(kDamaged));
    return part;
}

std::string_view local_name(const pugi::xml_node& node) {
    return without_prefix(node.name());
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children())
        if (local_name(child) == name) return child;
    return {};
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (without_prefix(attribute.name()) == name) return attribute.value();
    return {};
}

std::string text_of_runs(const pugi::xml_node& element) {
    std::string text;
    for (const pugi::xml_node& child : element.children()) {
        const auto name = local_name(child);
        if (name == "t") text += child.child_value();
        if (name == "r") text += child_of(child, "t").child_value();
    }
    return text.contains("_x") ? unescaped(std::move(text)) : text;
}

}  // namespace primum::xlsx
