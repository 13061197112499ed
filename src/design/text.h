#pragma once
// What a component is given to show.

#include <string>
#include <string_view>

#include "html/html.h"

namespace primum::design {

/// Plain words, or the value of an attribute. A copy, so that nothing dangles.
class Text : public std::string {
public:
    Text() = default;
    Text(const char* words) : std::string(words) {}
    Text(std::string words) : std::string(std::move(words)) {}
    Text(std::string_view words) : std::string(words) {}
};

/// Words, which are escaped, or markup, which is Html already.
class Content : public html::Html {
public:
    Content() = default;
    Content(html::Html markup) : Html(std::move(markup)) {}
    Content(const char* words) : Content(std::string_view(words)) {}
    Content(const std::string& words) : Content(std::string_view(words)) {}
    Content(std::string_view words) : Html(html::html("{}", words)) {}
};

/// Absent where the words are empty: leaves out an attribute.
inline std::optional<std::string_view> unless_empty(std::string_view words) {
    return words.empty() ? std::nullopt : std::optional(words);
}

}  // namespace primum::design
