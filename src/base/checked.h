#pragma once
// How a room says that what it was given cannot be used.

#include <expected>
#include <string>

namespace primum {

/// Why something was refused: one sentence for the person who sent it, ending with what to do next.
struct Refused {
    std::string sentence;
};

/// An answer, or why there is none.
template <class T>
using Checked = std::expected<T, Refused>;

inline std::unexpected<Refused> refuse(std::string sentence) {
    return std::unexpected(Refused{std::move(sentence)});
}

}  // namespace primum
