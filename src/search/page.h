#pragma once
// What people see of a search.

#include <string>

#include "design/view.h"
#include "search/search.h"

namespace primum::search {

inline constexpr std::size_t kOnAPage = 10;

struct Results {
    std::string text;  ///< as typed
    std::string kind;
    std::size_t page = 1;
    Question question = {};
    Answer answer = {};
};

html::Html results_page(const design::View& view, const Results& results);

}  // namespace primum::search
