#include "design/heading.h"

namespace primum::design {

using html::html;

std::string sized(std::string_view name, std::string_view between, Size size) {
    constexpr std::string_view kNames[] = {"", "xs", "s", "m", "l", "xl"};
    std::string result(name);
    if (size != Size::normal) (result += between) += kNames[static_cast<std::size_t>(size)];
    return result;
}

html::Html heading(const Heading& h) {
    html::Html caption;
    // Captions come in three sizes only.
    if (!h.caption.empty())
        caption =
            html(R"(<span class="{}">{}</span> )",
                 sized("nhsuk-caption", "-", h.size < Size::m ? Size::normal : h.size), h.caption);
    const std::string name = sized("nhsuk-heading", "-", h.size);
    const auto id = unless_empty(h.id);
    switch (h.level) {
        case 1:
            return html(R"(<h1 class="{}" id="{}">{}{}</h1>)", name, id, caption, h.words);
        case 2:
            return html(R"(<h2 class="{}" id="{}">{}{}</h2>)", name, id, caption, h.words);
        case 3:
            return html(R"(<h3 class="{}" id="{}">{}{}</h3>)", name, id, caption, h.words);
        default:
            return html(R"(<h4 class="{}" id="{}">{}{}</h4>)", name, id, caption, h.words);
    }
}

html::Html page_heading(const Content& words, const Content& caption) {
    return heading({.words = words, .level = 1, .size = Size::xl, .caption = caption});
}

}  // namespace primum::design
