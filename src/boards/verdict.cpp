#include "boards/verdict.h"

#include <cmath>

#include "boards/claim.h"

namespace primum::boards {
namespace {

/// The last point with a number that is not after the period.
std::optional<std::size_t> point_of(const measures::Material& material,
                                    const spc::Analysis& analysis, Day period) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < material.points.size(); ++i)
        if (material.points[i].said.period <= period && !std::isnan(analysis.values[i])) found = i;
    return found;
}

bool is_better(double now, double before, spc::Better better) {
    if (better == spc::Better::neutral) return false;
    return better == spc::Better::lower ? now < before : now > before;
}

}  // namespace

std::string_view name(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported:
            return "supported";
        case Verdict::lines_redrawn:
            return "lines_redrawn";
        case Verdict::unsupported:
            return "unsupported";
        default:
            return "no_claim";
    }
}

Judgement judge(const measures::Material& material, const Checked<datasets::Study>& study,
                std::string_view words, Day period) {
    const spc::Better better = material.measure.now().better;
    const auto claim = improvement_claimed(words, better);
    if (!claim) return {};
    Judgement judgement{.verdict = Verdict::unsupported, .claim = *claim, .enough = false};
    if (!study) return judgement;
    const spc::Analysis& analysis = study->analyses[0];
    const auto point = point_of(material, analysis, period);
    if (!point) return judgement;
    judgement.reading = analysis.readings[*point];
    judgement.enough = analysis.variation != spc::Variation::none;
    if (judgement.reading == spc::Reading::improvement) {
        judgement.verdict = Verdict::supported;
        return judgement;
    }
    std::size_t phase = 0;
    while (phase + 1 < analysis.phases.size() && analysis.phases[phase + 1].begin <= *point)
        ++phase;
    if (judgement.reading != spc::Reading::common || phase == 0) return judgement;
    judgement.centre = analysis.limits_at(*point).centre;
    judgement.centre_before = analysis.limits_at(analysis.phases[phase].begin - 1).centre;
    if (is_better(*judgement.centre, *judgement.centre_before, better))
        judgement.verdict = Verdict::lines_redrawn;
    return judgement;
}

}  // namespace primum::boards
