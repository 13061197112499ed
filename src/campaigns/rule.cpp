#include "campaigns/rule.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "json/writer.h"

namespace primum::campaigns {
namespace {

constexpr std::array kAsks = {
    std::pair{Asks::interventions_at_least, std::string_view("interventions_at_least")},
    std::pair{Asks::intervention_compulsory, std::string_view("intervention_compulsory")},
    std::pair{Asks::clinical_at_least, std::string_view("clinical_at_least")},
    std::pair{Asks::part_of_each, std::string_view("part_of_each")},
    std::pair{Asks::pledge_public, std::string_view("pledge_public")},
    std::pair{Asks::staff_letter, std::string_view("staff_letter")},
    std::pair{Asks::review_training, std::string_view("review_training")},
    std::pair{Asks::signed_by_chief_executive, std::string_view("signed_by_chief_executive")},
};

Condition read_condition(const store::Row& row) {
    const auto asks = parse_asks(row.get<std::string_view>(0));
    if (!asks) throw std::runtime_error("The database holds a condition that nobody knows.");
    return {.asks = *asks, .amount = row.get<int>(1), .code = row.get<std::string>(2)};
}

bool chosen(const Candidate& candidate, std::string_view code) {
    return std::ranges::find(candidate.choices, code) != candidate.choices.end();
}

int count_chosen(const Candidate& candidate, const std::vector<Intervention>& interventions,
                 std::string_view kind = {}) {
    return static_cast<int>(std::ranges::count_if(interventions, [&](const Intervention& one) {
        return chosen(candidate, one.code) && (kind.empty() || one.kind == kind);
    }));
}

/// Chosen interventions that have parts, none of which is chosen.
std::vector<std::string> without_a_part(const Candidate& candidate,
                                        const std::vector<Intervention>& interventions) {
    std::vector<std::string> codes;
    for (const Intervention& one : interventions)
        if (chosen(candidate, one.code) && !one.parts.empty() &&
            std::ranges::none_of(
                one.parts, [&](const Intervention& part) { return chosen(candidate, part.code); }))
            codes.push_back(one.code);
    return codes;
}

std::string name_of(const std::vector<Intervention>& interventions, std::string_view code) {
    const Intervention* found = find_intervention(interventions, code);
    return found ? found->name : std::string(code);
}

std::string written(const std::vector<Condition>& conditions) {
    json::Writer json;
    json.begin_array();
    for (const Condition& one : conditions) {
        json.begin_object();
        json.member("kind", name(one.asks));
        json.member("amount", one.amount);
        json.member("code", std::string_view(one.code));
        json.end_object();
    }
    json.end_array();
    return std::string(json.text());
}

}  // namespace

std::string_view name(Asks asks) {
    return kAsks[static_cast<std::size_t>(asks)].second;
}

std::optional<Asks> parse_asks(std::string_view name) {
    for (const auto& [asks, its_name] : kAsks)
        if (its_name == name) return asks;
    return {};
}

std::vector<Asks> all_asks() {
    std::vector<Asks> all;
    for (const auto& [asks, its_name] : kAsks)
        all.push_back(asks);
    return all;
}

std::vector<Condition> conditions_of(const store::Reader& db, CampaignId campaign) {
    return db.all(read_condition, R"sql(
        SELECT kind, amount, code FROM campaign_conditions WHERE campaign_id = $1 ORDER BY position
    )sql",
                  campaign);
}

bool save_conditions(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                     const Campaign& before, const std::vector<Condition>& conditions) {
    if (!touch(db, before)) return false;
    const std::string were = written(conditions_of(db, before.id));
    db.run("DELETE FROM campaign_conditions WHERE campaign_id = $1", before.id);
    int position = 0;
    for (const Condition& one : conditions)
        db.run(R"sql(
            INSERT INTO campaign_conditions (campaign_id, position, kind, amount, code)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
               before.id, ++position, name(one.asks), one.amount, one.code);
    store::record(db, owner, stamp,
                  {.action = "campaigns.conditions",
                   .object = before.id.text(),
                   .before = were,
                   .after = written(conditions)});
    return true;
}

std::vector<Condition> usual_conditions(std::string_view compulsory) {
    return {{.asks = Asks::interventions_at_least, .amount = 2, .code = {}},
            {.asks = Asks::intervention_compulsory, .amount = 0, .code = std::string(compulsory)},
            {.asks = Asks::clinical_at_least, .amount = 1, .code = {}},
            {.asks = Asks::part_of_each, .amount = 0, .code = {}},
            {.asks = Asks::pledge_public, .amount = 0, .code = {}},
            {.asks = Asks::staff_letter, .amount = 0, .code = {}},
            {.asks = Asks::review_training, .amount = 0, .code = {}},
            {.asks = Asks::signed_by_chief_executive, .amount = 0, .code = {}}};
}

std::vector<Check> check(const std::vector<Condition>& conditions, const Candidate& candidate,
                         const std::vector<Intervention>& interventions, Day today) {
    std::vector<Check> checks;
    for (const Condition& condition : conditions) {
        Check one{.condition = condition, .met = false, .lacking = {}};
        switch (condition.asks) {
            case Asks::interventions_at_least:
                one.met = count_chosen(candidate, interventions) >= condition.amount;
                break;
            case Asks::intervention_compulsory:
                one.met = chosen(candidate, condition.code);
                break;
            case Asks::clinical_at_least:
                one.met = count_chosen(candidate, interventions, "clinical") >= condition.amount;
                break;
            case Asks::part_of_each:
                one.lacking = without_a_part(candidate, interventions);
                one.met = one.lacking.empty();
                break;
            case Asks::pledge_public:
                one.met = candidate.pledge && candidate.pledge_public;
                break;
            case Asks::staff_letter:
                one.met = candidate.staff_letter_on && *candidate.staff_letter_on <= today;
                break;
            case Asks::review_training:
                one.met = candidate.review_training_on.has_value();
                break;
            case Asks::signed_by_chief_executive:
                one.met = candidate.is_signed;
                break;
        }
        checks.push_back(std::move(one));
    }
    return checks;
}

bool all_met(const std::vector<Check>& checks, std::optional<Asks> but) {
    return std::ranges::all_of(
        checks, [&](const Check& one) { return one.met || one.condition.asks == but; });
}

std::string says(const design::View& view, const Condition& condition,
                 const std::vector<Intervention>& interventions) {
    switch (condition.asks) {
        case Asks::interventions_at_least:
            return view.words->count(condition.amount,
                                     "Choose at least {} intervention of the campaign",
                                     "Choose at least {} interventions of the campaign");
        case Asks::intervention_compulsory:
            return view.say("Choose “{}”: every member works on it",
                            name_of(interventions, condition.code));
        case Asks::clinical_at_least:
            return view.words->count(condition.amount, "Choose at least {} clinical intervention",
                                     "Choose at least {} clinical interventions");
        case Asks::part_of_each:
            return std::string(
                view.say("Where an intervention has parts, choose one of them to start with"));
        case Asks::pledge_public:
            return std::string(view.say("Write a pledge that everybody may read"));
        case Asks::staff_letter:
            return std::string(view.say("Send a letter about the pledge to all staff"));
        case Asks::review_training:
            return std::string(view.say("Book or finish training in record review"));
        case Asks::signed_by_chief_executive:
            return std::string(view.say("Have the chief executive sign"));
    }
    return {};
}

std::string why_not(const design::View& view, const Check& check, const Candidate& candidate,
                    const std::vector<Intervention>& interventions, Day today) {
    const Condition& condition = check.condition;
    switch (condition.asks) {
        case Asks::interventions_at_least:
            return view.words->count(condition.amount - count_chosen(candidate, interventions),
                                     "Choose {} more intervention.",
                                     "Choose {} more interventions.");
        case Asks::intervention_compulsory:
            return view.say("“{}” is not among the interventions you chose: add it.",
                            name_of(interventions, condition.code));
        case Asks::clinical_at_least:
            return view.words->count(
                condition.amount - count_chosen(candidate, interventions, "clinical"),
                "Choose {} more clinical intervention.", "Choose {} more clinical interventions.");
        case Asks::part_of_each: {
            std::string names;
            for (const std::string& code : check.lacking)
                names += (names.empty() ? "" : ", ") + name_of(interventions, code);
            return view.say("Choose a part to start with for: {}.", names);
        }
        case Asks::pledge_public:
            return std::string(candidate.pledge
                                   ? view.say("Your pledge is not public yet: let everybody read "
                                              "it.")
                                   : view.say("There is no pledge yet: write one."));
        case Asks::staff_letter:
            if (candidate.staff_letter_on && *candidate.staff_letter_on > today)
                return view.say("The letter to all staff goes out on {}: it counts from that day.",
                                view.words->day(*candidate.staff_letter_on));
            return std::string(
                view.say("Nobody has said yet on which day the letter to all staff went out."));
        case Asks::review_training:
            return std::string(view.say("No day for training in record review is known yet."));
        case Asks::signed_by_chief_executive:
            return std::string(view.say("The chief executive has not signed yet."));
    }
    return {};
}

}  // namespace primum::campaigns
