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

// A sentence in the forms that a language has for numbers; the script chooses one and writes the
// number where %{count} stands. Each form is found by a number that takes it: 6 is "many" in Welsh
// and in nothing else, 11 in the other languages that have that form.
struct Forms {
    std::string zero, one, two, few, many, other;
};

Forms forms_of(const View& view, const char* one, const char* many) {
    const auto form = [&](std::int64_t number) {
        const std::string_view sentence = view.words->form(number, one, many);
        const std::size_t hole = sentence.find("{}");
        if (hole == sentence.npos) return std::string(sentence);
        return std::string(sentence.substr(0, hole)) + "%{count}" +
               std::string(sentence.substr(hole + 2));
    };
    const bool welsh = view.words->code() == "cy";
    return {form(0), form(1), form(2), form(3), form(welsh ? 6 : 11), form(100)};
}

html::Html counted(const View& view, const Textarea& t) {
    const std::string info = t.name + "-info";
    const Described described = describe(view, t.name, t.hint, t.error, info);
    const std::string more =
        "nhsuk-js-character-count" + (t.classes.empty() ? "" : " " + t.classes);
    const Forms left =
        forms_of(view, "You have {} character remaining", "You have {} characters remaining");
    const Forms over =
        forms_of(view, "You have {} character too many", "You have {} characters too many");
    return html(R"(
        <div class="{}" data-module="nhsuk-character-count" data-maxlength="{}"
          data-i18n.characters-under-limit.zero="{}" data-i18n.characters-under-limit.one="{}"
          data-i18n.characters-under-limit.two="{}" data-i18n.characters-under-limit.few="{}"
          data-i18n.characters-under-limit.many="{}" data-i18n.characters-under-limit.other="{}"
          data-i18n.characters-at-limit="{}"
          data-i18n.characters-over-limit.zero="{}" data-i18n.characters-over-limit.one="{}"
          data-i18n.characters-over-limit.two="{}" data-i18n.characters-over-limit.few="{}"
          data-i18n.characters-over-limit.many="{}" data-i18n.characters-over-limit.other="{}">
        {}{}{}{}</div>)",
                group_classes(t.error, " nhsuk-character-count"), t.most_characters, left.zero,
                left.one, left.two, left.few, left.many, left.other,
                view.say("You have 0 characters remaining"), over.zero, over.one, over.two,
                over.few, over.many, over.other, label_for(t.name, t.label), described.markup,
                bare(t, input_classes("nhsuk-textarea", t.error, more), described.by),
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
