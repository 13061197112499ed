#include "design/field.h"

#include "design/error_message.h"

namespace primum::design {

using html::html;

html::Html error_message(const View& view, const Text& sentence, const Text& id) {
    return html(
        R"(<span class="nhsuk-error-message" id="{}"><span class="nhsuk-u-visually-hidden">)"
        R"({} </span>{}</span>)",
        unless_empty(id), view.say("Error:"), view.said(sentence));
}

html::Html hint(const Content& words, std::string_view id, std::string_view more_classes) {
    return html(R"(<div class="nhsuk-hint{}" id="{}">{}</div>)", more_classes, unless_empty(id),
                words);
}

Described describe(const View& view, std::string_view id, const Content& hint_words,
                   const Text& error, std::string_view also) {
    Described result;
    result.by = also;
    const auto refer = [&](std::string_view part) {
        std::string name = std::string(id) + std::string(part);
        if (!result.by.empty()) result.by += ' ';
        result.by += name;
        return name;
    };
    if (!hint_words.empty()) result.markup += hint(hint_words, refer("-hint"));
    if (!error.empty()) result.markup += error_message(view, error, refer("-error"));
    return result;
}

html::Html label_for(std::string_view id, const Label& label, std::string_view more_classes) {
    auto markup =
        html(R"(<label class="{}{}" for="{}">{}</label>)",
             sized("nhsuk-label", " nhsuk-label--", label.size), more_classes, id, label.words);
    if (label.place == Label::Place::in_form) return markup;
    return html(R"(<h1 class="nhsuk-label-wrapper">{}</h1>)", markup);
}

std::string group_classes(const Text& error, std::string_view more) {
    std::string classes = "nhsuk-form-group";
    if (!error.empty()) classes += " nhsuk-form-group--error";
    return classes += more;
}

std::string input_classes(std::string_view name, const Text& error, const Text& more) {
    std::string classes(name);
    if (!error.empty()) ((classes += ' ') += name) += "--error";
    if (!more.empty()) (classes += ' ') += more;
    return classes;
}

}  // namespace primum::design
