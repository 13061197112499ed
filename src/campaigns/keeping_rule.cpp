// The office says what a campaign asks of whoever joins.

#include <algorithm>
#include <charconv>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "design/choices.h"
#include "design/input.h"
#include "design/select.h"

namespace primum::campaigns {
namespace {

using html::html;

struct TypedRule {
    std::vector<std::string> asks;
    std::string interventions;
    std::string clinical;
    std::string compulsory;

    static TypedRule from(const http::Form& form) {
        TypedRule typed{.asks = {},
                        .interventions = std::string(form.text("interventions_at_least")),
                        .clinical = std::string(form.text("clinical_at_least")),
                        .compulsory = std::string(form.text("compulsory"))};
        for (const std::string_view one : form.all("asks"))
            typed.asks.emplace_back(one);
        return typed;
    }

    static TypedRule of(const std::vector<Condition>& conditions) {
        TypedRule typed;
        for (const Condition& one : conditions) {
            typed.asks.emplace_back(campaigns::name(one.asks));
            if (one.asks == Asks::interventions_at_least)
                typed.interventions = std::to_string(one.amount);
            if (one.asks == Asks::clinical_at_least) typed.clinical = std::to_string(one.amount);
            if (one.asks == Asks::intervention_compulsory) typed.compulsory = one.code;
        }
        return typed;
    }

    bool has(Asks asks_this) const {
        return std::ranges::find(asks, campaigns::name(asks_this)) != asks.end();
    }
};

std::string_view label(const design::View& view, Asks asks) {
    switch (asks) {
        case Asks::interventions_at_least:
            return view.say("A number of interventions");
        case Asks::intervention_compulsory:
            return view.say("One intervention that everybody takes");
        case Asks::clinical_at_least:
            return view.say("A number of clinical interventions");
        case Asks::part_of_each:
            return view.say("A part to start with, where there are parts");
        case Asks::pledge_public:
            return view.say("A public pledge");
        case Asks::staff_letter:
            return view.say("A letter to all staff");
        case Asks::review_training:
            return view.say("Training in record review");
        case Asks::signed_by_chief_executive:
            return view.say("The signature of the chief executive");
    }
    return {};
}

html::Html conditions_page(const access::Context& context, const Campaign& campaign,
                           const TypedRule& typed, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> possible;
    for (const Intervention& one : interventions_of(context.db, campaign.id, context.today))
        possible.push_back({one.code, one.name});
    const auto number = [&](const char* field, const std::string& value) {
        return design::input(view, {.name = field,
                                    .label = view.say("How many at least"),
                                    .value = value,
                                    .error = problems.about(field),
                                    .width = 2,
                                    .inputmode = "numeric"});
    };
    std::vector<design::Choice> choices;
    for (const Asks one : all_asks()) {
        html::Html then;
        if (one == Asks::interventions_at_least)
            then = number("interventions_at_least", typed.interventions);
        if (one == Asks::clinical_at_least) then = number("clinical_at_least", typed.clinical);
        if (one == Asks::intervention_compulsory)
            then = design::select(view, {.name = "compulsory",
                                         .label = view.say("Which"),
                                         .options = possible,
                                         .value = typed.compulsory,
                                         .error = problems.about("compulsory")});
        choices.push_back(
            {.value = std::string(name(one)), .label = label(view, one), .then_ask = then});
    }
    return kept_page(
        context, campaign, view.say("Joining rule"), problems,
        html("<p>{}</p>{}",
             view.say("Whoever joins sees at any time which conditions are met and what is "
                      "missing. Members that have joined stay members."),
             kept_form(view, campaign, "conditions",
                       design::checkboxes(
                           view, {.name = "asks",
                                  .legend = {view.say("The campaign asks for"), design::Size::m},
                                  .choices = choices,
                                  .values = typed.asks,
                                  .error = problems.about("asks")}))));
}

int check_number(std::string_view text, const char* field, Problems& problems) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr int kMost = 50;
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > kMost)
        problems.add(field, "Enter a whole number from 1 to 50.");
    return number;
}

std::vector<Condition> check(const TypedRule& typed, const std::vector<Intervention>& interventions,
                             Problems& problems) {
    std::vector<Condition> conditions;
    for (const Asks one : all_asks()) {
        if (!typed.has(one)) continue;
        Condition condition{.asks = one, .amount = 0, .code = {}};
        if (one == Asks::interventions_at_least)
            condition.amount =
                check_number(typed.interventions, "interventions_at_least", problems);
        if (one == Asks::clinical_at_least)
            condition.amount = check_number(typed.clinical, "clinical_at_least", problems);
        if (one == Asks::intervention_compulsory) {
            condition.code = typed.compulsory;
            if (std::ranges::find(interventions, typed.compulsory, &Intervention::code) ==
                interventions.end())
                problems.add("compulsory", "Choose one of the campaign’s interventions.");
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

}  // namespace

Response ask_for_conditions(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(conditions_page(context, *campaign,
                                    TypedRule::of(conditions_of(context.db, campaign->id)), {}));
}

Response take_conditions(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto typed = TypedRule::from(context.form);
    Problems problems;
    const auto conditions =
        check(typed, interventions_of(context.db, campaign->id, context.today), problems);
    if (!problems.empty())
        return http::unprocessable(conditions_page(context, *campaign, typed, problems));
    return keep(
        context, *campaign,
        [&](auto& db, const auto& owner, const auto& stamp, const Campaign& seen) {
            return save_conditions(db, owner, stamp, seen, conditions);
        },
        [&](const Problems& overtaken) {
            return conditions_page(context, *campaign, typed, overtaken);
        });
}

}  // namespace primum::campaigns
