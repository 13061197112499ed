#include "disclosure/rule.h"

#include <array>
#include <utility>

namespace primum::disclosure {
namespace {

constexpr std::array<std::pair<Mode, std::string_view>, 3> kNames = {
    {{Mode::none, "none"}, {Mode::hes, "hes"}, {Mode::lt5, "lt5"}}};

}  // namespace

std::string_view name(Mode mode) {
    for (const auto& [known, text] : kNames)
        if (known == mode) return text;
    std::unreachable();
}

std::optional<Mode> parse_mode(std::string_view text) {
    for (const auto& [mode, known] : kNames)
        if (known == text) return mode;
    return std::nullopt;
}

}  // namespace primum::disclosure
