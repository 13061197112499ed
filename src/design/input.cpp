#include "design/input.h"

#include "design/field.h"

namespace primum::design {

using html::html;

namespace {

std::optional<std::string_view> yes_or_no(std::optional<bool> value) {
    if (!value) return std::nullopt;
    return *value ? "true" : "false";
}

std::string classes_of(const Input& i) {
    std::string more;
    if (i.code) more += "nhsuk-input--code ";
    if (i.width > 0) more += "nhsuk-input--width-" + std::to_string(i.width) + " ";
    more += i.classes;
    if (more.ends_with(' ')) more.pop_back();
    return input_classes("nhsuk-input", i.error, more);
}

html::Html bare_input(const Input& i, const std::string& described_by) {
    return html(R"(<input class="{}" id="{}" name="{}" type="{}" spellcheck="{}" value="{}" )"
                R"(disabled="{}" aria-describedby="{}" autocomplete="{}" inputmode="{}">)",
                classes_of(i), i.name, i.name, i.type, yes_or_no(i.spellcheck),
                unless_empty(i.value), i.disabled, unless_empty(described_by),
                unless_empty(i.autocomplete), unless_empty(i.inputmode));
}

html::Html beside(const char* which, const Content& words) {
    if (words.empty()) return {};
    return html(R"(<div class="nhsuk-input-wrapper__{}" aria-hidden="true">{}</div>)", which,
                words);
}

html::Html wrapped(const Input& i, const html::Html& field) {
    if (i.prefix.empty() && i.suffix.empty()) return field;
    return html(R"(<div class="nhsuk-input-wrapper">{}{}{}</div>)", beside("prefix", i.prefix),
                field, beside("suffix", i.suffix));
}

}  // namespace

html::Html input(const View& view, const Input& i) {
    const Described described = describe(view, i.name, i.hint, i.error);
    return html(R"(<div class="{}">{}{}{}</div>)", group_classes(i.error),
                label_for(i.name, i.label), described.markup,
                wrapped(i, bare_input(i, described.by)));
}

html::Html password_input(const View& view, const PasswordInput& p) {
    const Described described = describe(view, p.name, p.hint, p.error);
    return html(
        R"(<div class="{}" data-module="nhsuk-password-input" data-i18n.show-password="{}"
          data-i18n.hide-password="{}" data-i18n.show-password-aria-label="{}"
          data-i18n.hide-password-aria-label="{}" data-i18n.password-shown-announcement="{}"
          data-i18n.password-hidden-announcement="{}">
          {}{}
          <div class="nhsuk-input-wrapper">
            <input class="{} nhsuk-password-input__input nhsuk-js-password-input-input" id="{}"
              name="{}" type="password" spellcheck="false" aria-describedby="{}"
              autocomplete="{}" autocapitalize="none">
            <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle nhsuk-js-password-input-toggle"
              data-module="nhsuk-button" type="button" aria-label="{}" aria-controls="{}"
              hidden>{}</button>
          </div></div>)",
        group_classes(p.error, " nhsuk-password-input"), view.say("Show"), view.say("Hide"),
        view.say("Show password"), view.say("Hide password"), view.say("Your password is visible"),
        view.say("Your password is hidden"), label_for(p.name, p.label), described.markup,
        input_classes("nhsuk-input", p.error), p.name, p.name, unless_empty(described.by),
        p.autocomplete, view.say("Show password"), p.name, view.say("Show"));
}

}  // namespace primum::design
