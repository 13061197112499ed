#pragma once
// What every question of a form has: a group, a label, a hint, an error. For components only.

#include <string>

#include "design/heading.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

/// The hint and the error of a question, and the ids by which its input refers to them.
struct Described {
    html::Html markup;
    std::string by;  ///< for aria-describedby
};
Described describe(const View& view, std::string_view id, const Content& hint, const Text& error,
                   std::string_view also = {});

html::Html label_for(std::string_view id, const Label& label, std::string_view more_classes = {});

html::Html hint(const Content& words, std::string_view id, std::string_view more_classes = {});

/// "nhsuk-form-group", marked where there is an error.
std::string group_classes(const Text& error, std::string_view more = {});

/// "nhsuk-input" + " nhsuk-input--error" where there is an error.
std::string input_classes(std::string_view name, const Text& error, const Text& more = {});

}  // namespace primum::design
