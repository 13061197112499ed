#include "design/choices.h"

#include <algorithm>

#include "design/field.h"
#include "design/fieldset.h"

namespace primum::design {

using html::html;

namespace {

// What radios and checkboxes have in common.
struct Group {
    const char* type;  // "radio"
    std::string base;  // "nhsuk-radios"
    const Text& name;
    const Text& id;
    const Label& legend;
    const Content& hint;
    const std::vector<Choice>& choices;
    const Text& error;
    bool is_inline;
    bool small;
};

// The first has the id of the group, which is its name where nothing else is said, so that an error
// summary can lead there.
std::string id_of(const Group& group, std::size_t i) {
    return i == 0 ? std::string(group.id) : group.id + "-" + std::to_string(i + 1);
}

html::Html one_choice(const Group& group, const Choice& choice, const std::string& id, bool chosen,
                      std::string described_by) {
    html::Html hint_markup;
    if (!choice.hint.empty()) {
        const std::string hint_id = id + "-item-hint";
        hint_markup = hint(choice.hint, hint_id, " " + group.base + "__hint");
        if (!described_by.empty()) described_by += ' ';
        described_by += hint_id;
    }
    auto markup = html(
        R"(<div class="{}__item"><input class="{}__input" id="{}" name="{}" type="{}" )"
        R"(value="{}" checked="{}" disabled="{}" data-behaviour="{}" )"
        R"(aria-describedby="{}">{}{}</div>)",
        group.base, group.base, id, group.name, group.type, choice.value, chosen, choice.disabled,
        unless_empty(choice.none_of_these ? "exclusive" : ""), unless_empty(described_by),
        label_for(id, choice.label, " " + group.base + "__label"), hint_markup);
    // Our sheet folds it away while the choice before it is not chosen (web/themes/_primum.scss).
    if (!choice.then_ask.empty())
        markup.append(R"(<div class="{}__conditional" id="conditional-{}">{}</div>)", group.base,
                      id, choice.then_ask);
    return markup;
}

template <class IsChosen>
html::Html choices_of(const View& view, const Group& group, const IsChosen& is_chosen) {
    const Described described = describe(view, group.id, group.hint, group.error);
    const bool has_legend = !group.legend.words.empty();
    // A fieldset is described as a whole; a checkbox without one has to say it itself.
    const bool each = !has_legend && std::string_view(group.type) == "checkbox";

    html::Html items;
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
        const Choice& choice = group.choices[i];
        if (!choice.divider.empty()) {
            items.append(R"(<div class="{}__divider">{}</div>)", group.base, choice.divider);
        } else {
            items += one_choice(group, choice, id_of(group, i), is_chosen(choice),
                                each ? described.by : "");
        }
    }
    const auto inner =
        html(R"({}<div class="{}{}{}" data-module="{}">{}</div>)", described.markup, group.base,
             group.small ? " " + group.base + "--small" : "",
             group.is_inline ? " " + group.base + "--inline" : "", group.base, items);
    return html(R"(<div class="{}">{}</div>)", group_classes(group.error),
                has_legend ? fieldset({.legend = group.legend, .described_by = described.by}, inner)
                           : inner);
}

}  // namespace

html::Html radios(const View& view, const Radios& r) {
    const Group group{"radio", "nhsuk-radios", r.name,  r.name,    r.legend,
                      r.hint,  r.choices,      r.error, r.inline_, r.small};
    return choices_of(view, group, [&](const Choice& choice) {
        return !r.value.empty() && choice.value == r.value;
    });
}

html::Html checkboxes(const View& view, const Checkboxes& c) {
    const Group group{"checkbox", "nhsuk-checkboxes",
                      c.name,     c.id.empty() ? c.name : c.id,
                      c.legend,   c.hint,
                      c.choices,  c.error,
                      c.inline_,  c.small};
    return choices_of(view, group, [&](const Choice& choice) {
        return std::ranges::find(c.values, choice.value) != c.values.end();
    });
}

}  // namespace primum::design
