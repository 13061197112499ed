#pragma once
// What this room says of an item, in the reader's language.

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "design/view.h"
#include "library/item.h"

namespace primum::library {

/// "Agreed", "Draft", "Retired", as a tag.
html::Html status_tag(const design::View& view, Status status);

/// "Holds from 1 June 2008", "A draft: it does not hold yet".
std::string status_sentence(const design::View& view, Status status,
                            const std::optional<Day>& from);

/// Where a row comes from, in plain words; nothing where it does not say.
std::string provenance_sentence(const design::View& view, std::string_view provenance);

/// The new words of a text with those that were removed crossed out and those that were added
/// underlined.
html::Html changed_words(const design::View& view, std::string_view before, std::string_view after);

}  // namespace primum::library
