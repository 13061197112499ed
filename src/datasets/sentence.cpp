#include "datasets/sentence.h"

#include "chart/from_analysis.h"
#include "chart/icons.h"

namespace primum::datasets {

std::string sentence_of(const Study& study, std::size_t member) {
    const auto& analysis = study.analyses[member];
    std::string sentence(chart::name_of(analysis.variation));
    if (analysis.signals.empty()) return sentence + ".";
    const std::string words = chart::words_of(analysis.signals.back(), study.options.rules);
    return sentence + (words.empty() ? "." : ": " + words + ".");
}

}  // namespace primum::datasets
