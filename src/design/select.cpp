#include "design/select.h"

#include "design/field.h"

namespace primum::design {

using html::html;

html::Html select(const View& view, const Select& s) {
    html::Html options;
    for (const Option& option : s.options)
        options.append(R"(<option value="{}" selected="{}" disabled="{}">{}</option>)",
                       option.value, option.value == s.value, option.disabled, option.label);

    const Described described = describe(view, s.name, s.hint, s.error);
    return html(R"(
        <div class="{}">{}{}
        <select class="{}" id="{}" name="{}" disabled="{}" aria-describedby="{}">{}</select></div>)",
                group_classes(s.error), label_for(s.name, s.label), described.markup,
                input_classes("nhsuk-select", s.error, s.classes), s.name, s.name, s.disabled,
                unless_empty(described.by), options);
}

}  // namespace primum::design
