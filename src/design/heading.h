#pragma once
// Headings, and the labels of questions.

#include <concepts>
#include <cstdint>

#include "design/text.h"

namespace primum::design {

enum class Size : std::uint8_t { normal, xs, s, m, l, xl };

/// "nhsuk-heading" + "-l"; nothing is added for the normal size.
std::string sized(std::string_view name, std::string_view between, Size size);

struct Heading {
    Content words;
    int level = 2;
    Size size = Size::m;
    Content caption;  ///< smaller, above: the section a page belongs to
    Text id;
};
html::Html heading(const Heading& heading);

/// The one heading of a page, as large as the design system makes them.
html::Html page_heading(const Content& words, const Content& caption = {});

/// A label or a legend. Where a page asks one question only, the question is its heading.
struct Label {
    enum class Place : std::uint8_t { in_form, heads_page };

    Label() = default;
    template <class Words>
        requires std::constructible_from<Content, const Words&>
    Label(const Words& label, Size label_size = Size::normal, Place label_place = Place::in_form)
        : words(label), size(label_size), place(label_place) {}

    Content words;
    Size size = Size::normal;
    Place place = Place::in_form;
};
inline constexpr auto kHeadsPage = Label::Place::heads_page;

}  // namespace primum::design
