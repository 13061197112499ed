#pragma once
// The joining rule: conditions that are data, and whether an organisation meets them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "campaigns/campaign.h"
#include "design/view.h"

namespace primum::campaigns {

enum class Asks : std::uint8_t {
    interventions_at_least,     ///< `amount` of the campaign's interventions are chosen
    intervention_compulsory,    ///< the one called `code` is among them
    clinical_at_least,          ///< `amount` of them are clinical
    part_of_each,               ///< of an intervention that has parts, one part at least is chosen
    pledge_public,              ///< there is a pledge and everybody may read it
    staff_letter,               ///< the letter to all staff has gone out
    review_training,            ///< training in record review is booked or done
    signed_by_chief_executive,  ///< as it says
};
std::string_view name(Asks asks);
std::optional<Asks> parse_asks(std::string_view name);
/// In the order in which forms show them.
std::vector<Asks> all_asks();

struct Condition {
    Asks asks = Asks::interventions_at_least;
    int amount = 0;
    std::string code;
    friend bool operator==(const Condition&, const Condition&) = default;
};
/// In their order.
std::vector<Condition> conditions_of(const store::Reader& db, CampaignId campaign);
bool save_conditions(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                     const Campaign& before, const std::vector<Condition>& conditions);
/// Leadership and one clinical intervention, part by part, a public pledge, a letter to all staff,
/// training in record review, signed: what Patient Safety First asked in 2008.
std::vector<Condition> usual_conditions(std::string_view compulsory);

/// What the rule looks at.
struct Candidate {
    std::vector<std::string> choices;  ///< codes of interventions and of their parts
    bool pledge = false;               ///< has words
    bool pledge_public = false;
    std::optional<Day> staff_letter_on;
    std::optional<Day> review_training_on;
    bool is_signed = false;
};

struct Check {
    Condition condition;
    bool met = false;
    std::vector<std::string> lacking;  ///< of part_of_each: codes of those without a part
};

/// One check for each condition, in their order. A letter counts from its day on: `today` is when
/// the rule is asked. Training may be booked for a later day.
std::vector<Check> check(const std::vector<Condition>& conditions, const Candidate& candidate,
                         const std::vector<Intervention>& interventions, Day today);

/// Whether all are met; `but` may be left open.
bool all_met(const std::vector<Check>& checks, std::optional<Asks> but = {});

/// What a condition asks: "Choose at least 2 interventions".
std::string says(const design::View& view, const Condition& condition,
                 const std::vector<Intervention>& interventions);
/// Why it is not met, and what to do: "You have chosen 1 intervention: choose 1 more".
std::string why_not(const design::View& view, const Check& check, const Candidate& candidate,
                    const std::vector<Intervention>& interventions, Day today);

}  // namespace primum::campaigns
