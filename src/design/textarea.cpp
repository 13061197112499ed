#include "design/textarea.h"

#include "design/field.h"

namespace primum::design {

using html::html;

namespace {

html::Html bare(const Textarea& t, std::string_view classes, const std::string& described_by) {
    return html(R"(<textarea class="{}" id="{}" name="{}" rows="{}" disabled="{}" )"
                R"(aria-describedby="{}" autocomplete="{}">{}</textarea>)",
                classes, t.name, t.name, t.rows, t.disabled, unless_empty(described_by),
                unless_empty(t.autocomplete), t.value);
}

// The script puts numbers where %{count} stands, so no number is filled in here.
html::Html counted(const View& view, const Textarea& t) {
    const std::string info = t.name + "-info";
    const Described described = describe(view, t.name, t.hint, t.error, info);
    const std::string classes =
        input_classes("nhsuk-textarea", t.error,
                      t.classes.empty() ? Text("nhsuk-js-character-count")
                                        : "nhsuk-js-character-count " + t.classes);
    return html(
        R"(<div class="{}" data-module="nhsuk-character-count" data-maxlength="{}"
          data-i18n.characters-under-limit.one="{}" data-i18n.characters-under-limit.other="{}"
          data-i18n.characters-at-limit="{}" data-i18n.characters-over-limit.one="{}"
          data-i18n.characters-over-limit.other="{}">{}{}{}{}</div>)",
        group_classes(t.error, " nhsuk-character-count"), t.most_characters,
        view.say("You have %{count} character remaining"),
        view.say("You have %{count} characters remaining"),
        view.say("You have 0 characters remaining"),
        view.say("You have %{count} character too many"),
        view.say("You have %{count} characters too many"), label_for(t.name, t.label),
        described.markup, bare(t, classes, described.by),
        hint(view.words->count(t.most_characters, "You can enter up to {} character",
                               "You can enter up to {} characters"),
             info, " nhsuk-character-count__message"));
}

}  // namespace

html::Html textarea(const View& view, const Textarea& t) {
    if (t.most_characters > 0) return counted(view, t);
    const Described described = describe(view, t.name, t.hint, t.error);
    return html(R"(<div class="{}">{}{}{}</div>)", group_classes(t.error),
                label_for(t.name, t.label), described.markup,
                bare(t, input_classes("nhsuk-textarea", t.error, t.classes), described.by));
}

}  // namespace primum::design
