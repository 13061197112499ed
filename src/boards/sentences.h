#pragma once
// Sentences that boards, forms and reports share, in the reader's language.

#include <string>

#include "boards/board.h"
#include "design/view.h"

namespace primum::boards {

/// What the rule says beside a narrative; empty where it claims nothing.
std::string judgement_sentence(const design::View& view, const Judgement& judgement,
                               const measures::Drawn& drawn);
/// Whether that sentence contradicts the words.
bool contradicts(const Judgement& judgement);

/// "Of 48 wards, 3 give reason for concern, 5 are improving." for what lies below; empty without.
std::string below_sentence(const design::View& view, const Row& row,
                           const organisations::Kinds& kinds);
/// "The sum of 46 series; 48 at most sent data for one period."; empty of own series.
std::string coverage_sentence(const design::View& view, const Row& row);

/// "Of 12 measures: concerning 2, improving 3, varying as usual 7. Consistently short …: 1."
std::string summary_sentence(const design::View& view, const Board& board);

/// "Every month" measures: "September 2026".
std::string period_of(const design::View& view, const Row& row);

}  // namespace primum::boards
