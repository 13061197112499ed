#pragma once
// What this room says of an item, in the reader's language.

#include <optional>
#include <string>

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

}  // namespace primum::library
