#pragma once
// What an item says, as the database keeps it: an object of texts.

#include <string>
#include <string_view>

#include "library/item.h"

namespace primum::library {

std::string to_json(const Fields& fields);
Fields from_json(std::string_view body);

std::string_view name(Status status);  ///< "draft", "agreed", "retired"
Status parse_status(std::string_view name);

}  // namespace primum::library
