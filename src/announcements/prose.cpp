#include "announcements/prose.h"

#include <algorithm>
#include <string>

#include "announcements/announcement.h"
#include "design/links.h"

namespace primum::announcements {
namespace {

using html::html;

std::size_t address_begin(std::string_view text) {
    return std::min(text.find("https://"), text.find("http://"));
}

/// Without what belongs to the sentence rather than the address.
std::string_view trimmed(std::string_view address) {
    while (!address.empty() && std::string_view(".,;:!?)]}'\"").contains(address.back()))
        address.remove_suffix(1);
    return address;
}

html::Html line(std::string_view text) {
    html::Html markup;
    while (!text.empty()) {
        const std::size_t begin = address_begin(text);
        if (begin == text.npos) break;
        const std::size_t space = text.find_first_of(" \t<>", begin);
        const std::string_view address = trimmed(text.substr(begin, space - begin));
        const std::size_t end = begin + address.size();
        const auto url = html::Url::parse(address);
        const bool whole = address.size() > std::string_view("https://").size();
        markup += html("{}", text.substr(0, begin));
        if (url && whole)
            markup += design::link(*url, address);
        else
            markup += html("{}", address);
        text.remove_prefix(end);
    }
    markup += html("{}", text);
    return markup;
}

}  // namespace

html::Html prose(std::string_view body) {
    html::Html markup;
    for (const std::string& paragraph : paragraphs(body)) {
        html::Html lines;
        std::string_view rest = paragraph;
        while (true) {
            const std::size_t newline = rest.find('\n');
            lines += line(rest.substr(0, newline));
            if (newline == rest.npos) break;
            lines += html("<br>");
            rest.remove_prefix(newline + 1);
        }
        markup += html("<p>{}</p>", lines);
    }
    return markup;
}

}  // namespace primum::announcements
