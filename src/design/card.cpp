#include "design/card.h"

#include "design/icon.h"

namespace primum::design {

using html::html;

namespace {

std::string classes_of(const Card& c) {
    constexpr std::string_view kLooks[] = {"", " nhsuk-card--feature", " nhsuk-card--primary",
                                           " nhsuk-card--secondary"};
    std::string classes = "nhsuk-card";
    if (c.where) classes += " nhsuk-card--clickable";
    classes += kLooks[static_cast<std::size_t>(c.look)];
    if (!c.classes.empty()) (classes += ' ') += c.classes;
    return classes;
}

html::Html heading_of(const Card& c) {
    if (c.heading.empty()) return {};
    const auto words =
        c.where ? html(R"(<a class="nhsuk-card__link" href="{}">{}</a>)", *c.where, c.heading)
                : html::Html(c.heading);
    const std::string size = c.size == Size::normal ? "" : sized(" nhsuk-heading", "-", c.size);
    switch (c.level) {
        case 1:
            return html(R"(<h1 class="nhsuk-card__heading{}">{}</h1>)", size, words);
        case 2:
            return html(R"(<h2 class="nhsuk-card__heading{}">{}</h2>)", size, words);
        case 3:
            return html(R"(<h3 class="nhsuk-card__heading{}">{}</h3>)", size, words);
        default:
            return html(R"(<h4 class="nhsuk-card__heading{}">{}</h4>)", size, words);
    }
}

}  // namespace

html::Html card(const Card& c) {
    html::Html text;
    if (!c.text.empty()) text = html(R"(<p class="nhsuk-card__description">{}</p>)", c.text);
    return html(R"(<div class="{}" id="{}"><div class="nhsuk-card__content">{}{}{}{}</div></div>)",
                classes_of(c), unless_empty(c.id), heading_of(c), text, c.body,
                c.look == CardLook::primary ? icon(Icon::chevron_right_circle) : html::Html());
}

html::Html card_group(const std::vector<html::Html>& cards, int in_a_row) {
    constexpr std::string_view kWidths[] = {"full", "one-half", "one-third", "one-quarter"};
    const std::string_view width = kWidths[static_cast<std::size_t>(in_a_row - 1) % 4];
    html::Html items;
    for (const html::Html& each : cards)
        items.append(R"(<li class="nhsuk-grid-column-{} nhsuk-card-group__item">{}</li>)", width,
                     each);
    return html(R"(<ul class="nhsuk-grid-row nhsuk-card-group">{}</ul>)", items);
}

html::Html figure_card(const Figure& figure) {
    html::Html detail;
    if (!figure.detail.empty())
        detail = html(R"(<p class="pr-figure__detail">{}</p>)", figure.detail);
    return html(R"(
        <div class="nhsuk-card pr-figure"><div class="nhsuk-card__content">
        <p class="pr-figure__number">{}</p><p class="pr-figure__what">{}</p>{}</div></div>)",
                figure.number, figure.what, detail);
}

}  // namespace primum::design
