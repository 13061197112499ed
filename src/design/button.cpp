#include "design/button.h"

namespace primum::design {
namespace {

std::string classes_of(const Button& b) {
    constexpr std::string_view kLooks[] = {
        "",
        " nhsuk-button--secondary",
        " nhsuk-button--secondary-solid",
        " nhsuk-button--reverse",
        " nhsuk-button--brand",
        " nhsuk-button--login",
        " nhsuk-button--warning",
    };
    std::string classes = "nhsuk-button";
    classes += kLooks[static_cast<std::size_t>(b.look)];
    if (b.small) classes += " nhsuk-button--small";
    if (!b.classes.empty()) (classes += ' ') += b.classes;
    return classes;
}

std::optional<std::string_view> true_if(bool condition) {
    return condition ? std::optional<std::string_view>("true") : std::nullopt;
}

}  // namespace

html::Html button(const Button& b) {
    if (b.where)
        return html::html(R"(<a class="{}" id="{}" data-module="nhsuk-button" )"
                          R"(data-prevent-double-click="{}" href="{}" role="button" )"
                          R"(draggable="false">{}</a>)",
                          classes_of(b), unless_empty(b.id), true_if(b.once), *b.where, b.label);
    return html::html(R"(<button class="{}" id="{}" name="{}" data-module="nhsuk-button" )"
                      R"(data-prevent-double-click="{}" type="submit" value="{}" disabled="{}" )"
                      R"(aria-disabled="{}">{}</button>)",
                      classes_of(b), unless_empty(b.id), unless_empty(b.name), true_if(b.once),
                      unless_empty(b.value), b.disabled, true_if(b.disabled), b.label);
}

html::Html button_group(const html::Html& buttons) {
    return html::html(R"(<div class="nhsuk-button-group">{}</div>)", buttons);
}

}  // namespace primum::design
