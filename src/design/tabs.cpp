#include "design/tabs.h"

namespace primum::design {

using html::html;

html::Html tabs(const View& view, const std::vector<Tab>& all, const Text& id) {
    html::Html list;
    html::Html panels;
    for (const Tab& tab : all) {
        const bool first = &tab == &all.front();
        list.append(R"(<li class="nhsuk-tabs__list-item{}"><a class="nhsuk-tabs__tab" href="{}">)"
                    R"({}</a></li>)",
                    first ? " nhsuk-tabs__list-item--selected" : "", html::url("#{}", tab.id),
                    tab.label);
        panels.append(R"(<div class="nhsuk-tabs__panel{}" id="{}">{}</div>)",
                      first ? "" : " nhsuk-tabs__panel--hidden", tab.id, tab.panel);
    }
    return html(R"(
        <div class="nhsuk-tabs" id="{}" data-module="nhsuk-tabs">
        <h2 class="nhsuk-tabs__heading">{}</h2><ul class="nhsuk-tabs__list">{}</ul>{}</div>)",
                unless_empty(id), view.say("Contents"), list, panels);
}

}  // namespace primum::design
