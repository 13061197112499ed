#pragma once
// Other people's text inside our sentences.

#include <string>
#include <string_view>

namespace primum::csv {

/// The text in quotation marks, on one line, at most 40 characters of it. Control characters
/// become question marks, so that a file cannot drive the terminal that shows the message.
std::string in_quotes(std::string_view text);

}  // namespace primum::csv
