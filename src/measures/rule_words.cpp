#include "measures/rule_words.h"

#include <utility>

#include "language/language.h"

namespace primum::measures {

using language::sentence;

const char* rule_in_words(disclosure::Mode mode) {
    switch (mode) {
        case disclosure::Mode::none:
            return sentence("Numbers are shown as they were counted.");
        case disclosure::Mode::hes:
            return sentence(
                "So that nobody can be recognised, numbers of people from 1 to 7 are hidden (*) "
                "and others are rounded to the nearest 5. A number is hidden as well where a small "
                "one could be worked out from it.");
        case disclosure::Mode::lt5:
            return sentence(
                "So that nobody can be recognised, numbers of people from 1 to 4 are hidden (*). "
                "A number is hidden as well where a small one could be worked out from it.");
    }
    std::unreachable();
}

}  // namespace primum::measures
