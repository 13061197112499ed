#include "design/error_summary.h"

namespace primum::design {

html::Html error_summary(const View& view, const Problems& problems) {
    if (problems.empty()) return {};
    html::Html items;
    for (const Problem& problem : problems) {
        const std::string sentence = view.said(problem.sentence);
        if (problem.field.empty()) {
            items.append("<li>{}</li>", sentence);
        } else {
            items.append(R"(<li><a href="{}">{}</a></li>)", html::url("#{}", problem.field),
                         sentence);
        }
    }
    return html::html(R"(
        <div class="nhsuk-error-summary" data-module="nhsuk-error-summary">
        <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{}</h2>
        <div class="nhsuk-error-summary__body">
        <ul class="nhsuk-list nhsuk-error-summary__list">{}</ul></div></div></div>)",
                      view.say("There is a problem"), items);
}

}  // namespace primum::design
