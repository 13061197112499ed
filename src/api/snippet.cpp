#include "api/snippet.h"

namespace primum::api {

using html::html;

html::Html snippet(const design::View& view, std::string_view kind, const std::string& text) {
    return html(R"(
        <div class="nhsuk-code nhsuk-code--button" data-module="nhsuk-code" data-kind="{}">
          <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-code__button nhsuk-js-code-button" data-module="nhsuk-button" type="button" hidden>{}</button>
          <pre class="nhsuk-code__container"><code class="nhsuk-code__content">{}</code></pre>
        </div>)",
                kind, view.say("Copy code"), text);
}

}  // namespace primum::api
