#include "design/summary_list.h"

#include <algorithm>

namespace primum::design {

using html::html;

namespace {

html::Html link(const RowAction& action) {
    html::Html more;
    if (!action.hidden_label.empty())
        more = html(R"(<span class="nhsuk-u-visually-hidden"> {}</span>)", action.hidden_label);
    return html(R"(<a class="nhsuk-link" href="{}">{}{}</a>)", action.where, action.label, more);
}

html::Html actions_of(const SummaryRow& row) {
    if (row.actions.empty()) return {};
    if (row.actions.size() == 1)
        return html(R"(<dd class="nhsuk-summary-list__actions">{}</dd>)", link(row.actions[0]));
    html::Html items;
    for (const RowAction& action : row.actions)
        items.append(R"(<li class="nhsuk-summary-list__actions-list-item">{}</li>)", link(action));
    return html(R"(<dd class="nhsuk-summary-list__actions"><ul )"
                R"(class="nhsuk-summary-list__actions-list">{}</ul></dd>)",
                items);
}

}  // namespace

html::Html summary_list(const View& view, const SummaryList& list) {
    const bool any_actions =
        std::ranges::any_of(list.rows, [](const SummaryRow& row) { return !row.actions.empty(); });
    html::Html rows;
    for (const SummaryRow& row : list.rows) {
        const bool alone = any_actions && row.actions.empty();
        rows.append(R"(
            <div class="nhsuk-summary-list__row{}"><dt class="nhsuk-summary-list__key">{}</dt>
            <dd class="nhsuk-summary-list__value">{}</dd>{}</div>)",
                    alone ? " nhsuk-summary-list__row--no-actions" : "", row.key,
                    row.value.empty() ? Content(view.say("Not provided")) : row.value,
                    actions_of(row));
    }
    return html(R"(<dl class="nhsuk-summary-list{}">{}</dl>)",
                list.borders ? "" : " nhsuk-summary-list--no-border", rows);
}

}  // namespace primum::design
