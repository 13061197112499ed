#include "design/details.h"

namespace primum::design {

html::Html details(const Details& d, const html::Html& text) {
    return html::html(R"(
        <details class="nhsuk-details{}" id="{}" open="{}"><summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{}</span></summary>
        <div class="nhsuk-details__text">{}</div></details>)",
                      d.expander ? " nhsuk-expander" : "", unless_empty(d.id), d.open, d.summary,
                      text);
}

}  // namespace primum::design
