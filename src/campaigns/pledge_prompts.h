#pragma once
// What helps an organisation to write its pledge.

#include <string>
#include <vector>

#include "campaigns/campaign.h"
#include "design/view.h"

namespace primum::campaigns {

struct Prompt {
    std::string about;  ///< an intervention
    std::string words;  ///< a question about it
};
/// Two questions for each intervention that is chosen: what will be different, and how it shows.
std::vector<Prompt> prompts_of(const design::View& view,
                               const std::vector<Intervention>& interventions,
                               const std::vector<std::string>& chosen);

/// A first draft made of what was chosen, to be rewritten: it promises nothing of its own.
std::string first_words(const design::View& view, std::string_view organisation,
                        const std::vector<Intervention>& interventions,
                        const std::vector<std::string>& chosen);

}  // namespace primum::campaigns
