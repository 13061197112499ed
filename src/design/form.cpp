#include "design/form.h"

namespace primum::design {

html::Html form(const View& view, const Form& f, const html::Html& fields) {
    html::Html travelling;
    if (!view.token.empty()) travelling += hidden(kTokenField, view.token);
    if (!view.once.empty()) travelling += hidden(kOnceField, view.once);
    return html::html(R"(<form class="{}" id="{}" action="{}" method="post" enctype="{}" )"
                      R"(novalidate="">{}{}</form>)",
                      unless_empty(f.classes), unless_empty(f.id), f.action,
                      unless_empty(f.uploads ? "multipart/form-data" : ""), travelling, fields);
}

html::Html search_form(const Form& f, const html::Html& fields) {
    return html::html(
        R"(<form class="{}" id="{}" action="{}" method="get" role="search" novalidate="">{}</form>)",
        unless_empty(f.classes), unless_empty(f.id), f.action, fields);
}

html::Html hidden(const Text& name, const Text& value) {
    return html::html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

}  // namespace primum::design
