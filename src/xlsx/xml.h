#pragma once
// One part of a package as XML, with nothing that could make more of it than it is.

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::xlsx {

/// A document and the bytes that its texts point into.
struct Part {
    std::shared_ptr<std::string> bytes;
    std::unique_ptr<pugi::xml_document> document;

    pugi::xml_node root() const { return document->document_element(); }
};

/// Parses in place. Refuses document types, and so entities; what is not well-formed; and more than
/// so many tags and attributes, each of which costs some fifty bytes.
Checked<Part> parse_part(std::string bytes, std::size_t most_marks);

/// A name without its prefix: "row" of "x:row".
std::string_view local_name(const pugi::xml_node& node);

/// The first child, or attribute, of this name, whatever its prefix.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);

/// The texts of an element's own `t` and of those in its runs; ways of reading them aloud are left
/// out. Control characters that are written "_x000D_" become what they are.
std::string text_of_runs(const pugi::xml_node& element);

}  // namespace primum::xlsx
