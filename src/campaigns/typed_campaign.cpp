#include "campaigns/typed_campaign.h"

#include <charconv>

#include "campaigns/frame.h"
#include "library/item.h"
#include "organisations/tree.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {

using organisations::TypedDay;

TypedCampaign TypedCampaign::from(const http::Form& form) {
    const auto text = [&](std::string_view field) { return std::string(form.text(field)); };
    return {.code = text("code"),
            .name = text("name"),
            .strapline = text("strapline"),
            .place = text("place"),
            .cause = text("cause"),
            .aim = text("aim"),
            .amount = text("amount"),
            .unit = text("unit"),
            .measure = text("measure"),
            .by = TypedDay::from(form, "by"),
            .starts = TypedDay::from(form, "starts"),
            .ends = TypedDay::from(form, "ends"),
            .status = text("status"),
            .eligible_kind = text("eligible_kind"),
            .front = form.text("front") == "yes",
            .reach = text("reach"),
            .result = text("result"),
            .source = text("source"),
            .origin = text("origin")};
}

TypedCampaign TypedCampaign::of(const Campaign& campaign) {
    std::string amount;
    if (campaign.goal.amount) {
        char digits[32];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), *campaign.goal.amount);
        amount.assign(std::begin(digits), end.ptr);
    }
    return {.code = campaign.code,
            .name = campaign.name,
            .strapline = campaign.strapline,
            .place = campaign.place,
            .cause = campaign.cause,
            .aim = campaign.aim,
            .amount = amount,
            .unit = campaign.goal.unit,
            .measure = campaign.goal.measure,
            .by = TypedDay::of(campaign.goal.by),
            .starts = TypedDay::of(campaign.starts),
            .ends = TypedDay::of(campaign.ends),
            .status = std::string(campaigns::name(campaign.status)),
            .eligible_kind = campaign.eligible_kind,
            .front = campaign.front,
            .reach = campaign.reach,
            .result = campaign.result,
            .source = campaign.source,
            .origin = campaign.origin ? std::string(campaign.origin->text()) : std::string()};
}

namespace {

std::optional<Status> parse_status(std::string_view text) {
    for (const Status one : {Status::draft, Status::open, Status::closed, Status::history})
        if (name(one) == text) return one;
    return {};
}

std::optional<double> parse_amount(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ',') digits += c;
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    constexpr double kMost = 1e12;
    if (error != std::errc() || end != digits.data() + digits.size() || !(number >= 0) ||
        number > kMost)
        return {};
    return number;
}

}  // namespace

Campaign check(const access::Context& context, const TypedCampaign& typed, Campaign campaign,
               Problems& problems) {
    const auto text = [&](std::string_view field, const std::string& value, std::size_t longest,
                          std::string& into) {
        check_length(problems, field, value, longest);
        into = value;
    };
    if (typed.name.empty()) problems.add("name", "Enter a name.");
    text("name", typed.name, kLongestLine, campaign.name);
    text("strapline", typed.strapline, kLongestLine, campaign.strapline);
    text("place", typed.place, kLongestLine, campaign.place);
    text("cause", typed.cause, kLongestText, campaign.cause);
    if (typed.aim.empty()) problems.add("aim", "Say what it wants to reach.");
    text("aim", typed.aim, kLongestPledge, campaign.aim);
    campaign.goal = {};
    if (!typed.amount.empty()) {
        campaign.goal.amount = parse_amount(typed.amount);
        if (!campaign.goal.amount)
            problems.add("amount", "Enter a number, for example 100,000 or 2.5.");
    }
    if (!typed.unit.empty() && typed.amount.empty())
        problems.add("amount", "Enter how much: a unit alone says nothing.");
    text("unit", typed.unit, kLongestLine, campaign.goal.unit);
    campaign.goal.measure = typed.measure;
    if (!typed.measure.empty() &&
        !library::find_item(context.db, "measures", typed.measure, context.today))
        problems.add("measure", "Choose a measure of the library.");
    campaign.goal.by = organisations::check_day(typed.by, "by", "", problems);
    if (const auto starts = organisations::check_day(typed.starts, "starts",
                                                     "Enter the day on which it starts.", problems))
        campaign.starts = *starts;
    campaign.ends = organisations::check_day(typed.ends, "ends", "", problems);
    if (campaign.ends && *campaign.ends < campaign.starts && problems.empty())
        problems.add("ends-day", "Enter a day after the one on which it starts.");
    const auto status = parse_status(typed.status);
    if (!status) problems.add("status", "Choose what it is.");
    campaign.status = status.value_or(Status::draft);
    campaign.eligible_kind = typed.eligible_kind;
    if (!typed.eligible_kind.empty() &&
        !organisations::kinds_of(context.db).find(typed.eligible_kind))
        problems.add("eligible_kind", "Choose one of the kinds.");
    campaign.front = typed.front;
    if (campaign.front && campaign.status != Status::open)
        problems.add("front", "Only an open campaign can stand on the home page.");
    text("reach", typed.reach, kLongestPledge, campaign.reach);
    text("result", typed.result, kLongestPledge, campaign.result);
    text("source", typed.source, kLongestPledge, campaign.source);
    campaign.origin = {};
    if (!typed.origin.empty()) {
        for (const Document& one : possible_origins(context.db))
            if (one.id.text() == typed.origin) campaign.origin = one.id;
        if (!campaign.origin) problems.add("origin", "Choose one of the documents.");
    }
    return campaign;
}

}  // namespace primum::campaigns
