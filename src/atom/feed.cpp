#include "atom/feed.h"

#include <pugixml.hpp>
#include <sstream>
#include <string_view>

namespace primum::atom {
namespace {

/// XML 1.0 has no signs below the space but these three.
std::string clean(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n' || c == '\r')
            result += c;
    return result;
}

void add(pugi::xml_node to, const char* name, std::string_view text) {
    to.append_child(name).text().set(clean(text).c_str());
}

void add_link(pugi::xml_node to, const char* rel, const char* type, std::string_view where) {
    auto link = to.append_child("link");
    link.append_attribute("rel") = rel;
    link.append_attribute("type") = type;
    link.append_attribute("href") = clean(where).c_str();
}

}  // namespace

std::string text(const Feed& feed) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "utf-8";
    auto root = document.append_child("feed");
    root.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
    add(root, "id", feed.id);
    add(root, "title", feed.title);
    add(root, "updated", iso_instant(feed.updated));
    add(root.append_child("author"), "name", feed.author);
    add_link(root, "self", "application/atom+xml", feed.self);
    add_link(root, "alternate", "text/html", feed.page);
    for (const Entry& entry : feed.entries) {
        auto one = root.append_child("entry");
        add(one, "id", entry.id);
        add(one, "title", entry.title);
        add(one, "updated", iso_instant(entry.updated));
        add_link(one, "alternate", "text/html", entry.link);
        if (!entry.category.empty())
            one.append_child("category").append_attribute("term") = clean(entry.category).c_str();
        auto summary = one.append_child("summary");
        summary.append_attribute("type") = "text";
        summary.text().set(clean(entry.summary).c_str());
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

}  // namespace primum::atom
