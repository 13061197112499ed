#pragma once
// A view for tests, in a language that is built in.

#include <string_view>

#include "design/view.h"
#include "language/language.h"

namespace primum::design {

inline View view_in(std::string_view code) {
    static const language::Languages languages;
    View view;
    view.words = languages.find(code);
    view.languages = &languages.all();
    return view;
}

}  // namespace primum::design
