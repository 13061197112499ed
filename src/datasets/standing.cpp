#include "datasets/standing.h"

#include <array>

namespace primum::datasets {
namespace {

struct Words {
    std::string_view heading;
    std::string_view meaning;
    std::string_view anchor;
};

constexpr std::array<Words, kStandingCount> kWords = {{
    {"Concern, and failing the target",
     "These have changed for the worse, and ordinary variation does not reach their target.",
     "concern-and-fail"},
    {"Concern", "These have changed for the worse.", "concern"},
    {"Failing the target",
     "Nothing has got worse here, but the target lies out of reach of the process as it is.",
     "fail"},
    {"Improvement", "These have changed for the better.", "improvement"},
    {"Change", "These have changed; neither direction is better.", "change"},
    {"No significant change", "The latest point of each is ordinary variation.", "common"},
    {"Too few points", "There is not enough to say yet.", "unknown"},
}};

const Words& words_of(Standing standing) {
    return kWords[static_cast<std::size_t>(standing)];
}

}  // namespace

Standing standing_of(spc::Variation variation, spc::Assurance assurance) {
    const bool fails = assurance == spc::Assurance::fail;
    switch (variation) {
        case spc::Variation::concern_high:
        case spc::Variation::concern_low:
            return fails ? Standing::concern_and_fail : Standing::concern;
        case spc::Variation::improvement_high:
        case spc::Variation::improvement_low:
            return fails ? Standing::fail : Standing::improvement;
        case spc::Variation::neutral_high:
        case spc::Variation::neutral_low:
            return Standing::neutral;
        case spc::Variation::common:
            return fails ? Standing::fail : Standing::common;
        case spc::Variation::none:
            break;
    }
    return Standing::unknown;
}

std::string_view heading_of(Standing standing) {
    return words_of(standing).heading;
}
std::string_view meaning_of(Standing standing) {
    return words_of(standing).meaning;
}
std::string_view anchor_of(Standing standing) {
    return words_of(standing).anchor;
}

}  // namespace primum::datasets
