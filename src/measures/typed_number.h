#pragma once
// Numbers as people type them into a form.

#include <optional>
#include <string>
#include <string_view>

namespace primum::measures {

/// "1,234.5", "1 234", "12%" is 12. Nothing where it is no number.
std::optional<double> typed_number(std::string_view text);

/// The shortest digits that read back as the same number, for a form: "1234.5".
std::string in_form(std::optional<double> number);

}  // namespace primum::measures
