#include "design/tag.h"

namespace primum::design {

html::Html tag(const Content& status, Colour colour) {
    constexpr std::string_view kNames[] = {
        "",
        " nhsuk-tag--white",
        " nhsuk-tag--grey",
        " nhsuk-tag--green",
        " nhsuk-tag--aqua-green",
        " nhsuk-tag--blue",
        " nhsuk-tag--purple",
        " nhsuk-tag--pink",
        " nhsuk-tag--red",
        " nhsuk-tag--orange",
        " nhsuk-tag--yellow",
    };
    return html::html(R"(<strong class="nhsuk-tag{}">{}</strong>)",
                      kNames[static_cast<std::size_t>(colour)], status);
}

}  // namespace primum::design
