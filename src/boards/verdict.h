#pragma once
// What the rule of a chart says of a narrative beside it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "measures/study.h"

namespace primum::boards {

enum class Verdict : std::uint8_t {
    no_claim,
    supported,      ///< the chart shows an improvement in that period too
    lines_redrawn,  ///< ordinary variation, around a mean that was decided to be a better one
    unsupported,
};
std::string_view name(Verdict verdict);

/// A narrative as the rule sees it.
struct Judgement {
    Verdict verdict = Verdict::no_claim;
    std::string claim;                            ///< the word: "fell"; empty where there is none
    spc::Reading reading = spc::Reading::common;  ///< of the period; of a claim only
    bool enough = true;                   ///< whether a rule could have found anything there
    std::optional<double> centre;         ///< of the phase of the period, as plotted
    std::optional<double> centre_before;  ///< of the phase before; where lines were redrawn
};

/// Of words about a period. A period without a point is judged by the last before it.
Judgement judge(const measures::Material& material, const Checked<datasets::Study>& study,
                std::string_view words, Day period);

}  // namespace primum::boards
