#pragma once
// Text in the head of a letter, which is ASCII.

#include <string>
#include <string_view>

namespace primum::mail {

/// Itself where it is plain; otherwise encoded words (RFC 2047, B encoding), each in a line of its
/// own and of whole characters. Control characters become spaces.
std::string encoded_words(std::string_view utf8);

}  // namespace primum::mail
