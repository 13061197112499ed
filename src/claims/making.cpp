// Working out a claim: its words, its measure, what is compared with what.

#include <charconv>
#include <regex>

#include "access/policy.h"
#include "base/characters.h"
#include "campaigns/frame.h"
#include "claims/actions.h"
#include "claims/pages.h"
#include "claims/words.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/select.h"
#include "measures/dictionary.h"
#include "measures/note.h"
#include "organisations/frame.h"

namespace primum::claims {
namespace {

using html::html;
using html::url;

constexpr std::size_t kLongestWords = 200;

/// Of whom, and where the form is sent.
struct Owner {
    OrganisationId organisation;
    std::optional<momentum::CampaignId> campaign;
    std::string name;
    std::vector<design::Crumb> way;
    html::Url action;
};

struct ClaimForm {
    std::string words;
    std::string measure;  ///< codes
    std::string risk;
    std::string baseline_from;
    std::string baseline_to;
    std::string from;
    std::string to;

    static ClaimForm from_form(const http::Form& form) {
        const auto text = [&](std::string_view name) { return std::string(form.text(name)); };
        return {text("words"),       text("measure"), text("risk"), text("baseline-from"),
                text("baseline-to"), text("from"),    text("to")};
    }
};

/// 2024-03 and 2024-Q1 as the API has them; 3/2024, 03.2024 and 3 2024 as people do.
std::optional<Day> read_period(measures::Frequency frequency, const std::string& typed) {
    if (const auto period = measures::parse_period(frequency, typed)) return period;
    static const std::regex kMonthAndYear(R"((\d{1,2})[ /.-](\d{4}))");
    std::smatch parts;
    if (!std::regex_match(typed, parts, kMonthAndYear)) return {};
    const std::string month = parts[1].str();
    return measures::parse_period(
        frequency, parts[2].str() + "-" + (month.size() == 1 ? "0" : "") + month + "-01");
}

Valid<Claim> check(const store::Reader& db, const Owner& owner, const ClaimForm& form) {
    Problems problems;
    Claim claim{.id = {}, .organisation = owner.organisation, .campaign = owner.campaign};
    claim.words = form.words;
    if (form.words.empty())
        problems.add("words", "Say what is claimed, in plain words.");
    else if (characters(form.words) > kLongestWords)
        problems.add("words", "Use 200 characters or fewer.");
    else if (const auto fit = measures::check_note(form.words); !fit)
        problems.add("words", fit.error().sentence);
    const auto measure = measures::find_measure_by_code(db, form.measure);
    if (!measure || !can_be_claimed(*measure)) {
        problems.add("measure", "Choose a measure.");
        return std::unexpected(std::move(problems));
    }
    claim.measure = measure->id;
    if (const auto risk = measures::find_measure_by_code(db, form.risk))
        claim.risk = risk->id;
    else if (!form.risk.empty())
        problems.add("risk", "Choose a measure, or none.");
    const auto period = [&](const std::string& typed, const char* field) {
        const auto read = read_period(measure->now().frequency, typed);
        if (!read) problems.add(field, "Enter a month and a year, for example 3 2024.");
        return read.value_or(Day());
    };
    claim.baseline_from = period(form.baseline_from, "baseline-from");
    claim.baseline_to = period(form.baseline_to, "baseline-to");
    claim.from = period(form.from, "from");
    claim.to = period(form.to, "to");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    if (claim.baseline_to < claim.baseline_from)
        problems.add("baseline-to", "The baseline must end after it begins.");
    else if (claim.from <= claim.baseline_to)
        problems.add("from", "What is claimed must begin after the baseline has ended.");
    if (claim.to < claim.from) problems.add("to", "What is claimed must end after it begins.");
    if (!problems.empty()) return std::unexpected(std::move(problems));
    if (const auto figures = figures_of(claim, *measure, live_counts(db, claim, *measure));
        !figures)
        problems.add("baseline-from", why(figures.error()));
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return claim;
}

html::Html month_field(const design::View& view, const Problems& problems, const char* name,
                       std::string_view label, const std::string& value) {
    return design::input(view, {.name = name,
                                .label = {label, design::Size::s},
                                .hint = {},
                                .value = value,
                                .error = problems.about(name),
                                .width = 10});
}

html::Html form_page(const access::Context& context, const Owner& owner, const ClaimForm& form,
                     const Problems& problems) {
    const design::View& view = context.view;
    const std::string title(view.say("Work out a claim"));
    std::vector<design::Option> measures{{"", view.say("Choose a measure")}};
    std::vector<design::Option> risks{{"", view.say("None")}};
    for (const auto& one : measures::all_measures(context.db, context.scope)) {
        if (can_be_claimed(one)) measures.push_back({one.code, one.name()});
        if (measures::is_additive(one.now())) risks.push_back({one.code, one.name()});
    }
    return design::page(
        view, {.title = title, .error = !problems.empty(), .breadcrumb = owner.way},
        design::two_thirds(html(
            "{}{}<p>{}</p>{}", design::error_summary(view, problems),
            design::page_heading(title, owner.name),
            view.say("You see the result before anybody else does: it is a draft until you "
                     "publish it."),
            design::form(
                view, {.action = owner.action, .id = {}, .classes = {}},
                html("{}{}{}<h2 class=\"nhsuk-heading-m\">{}</h2><p>{}</p>{}{}<h2 "
                     "class=\"nhsuk-heading-m\">{}</h2>{}{}{}",
                     design::input(view, {.name = "words",
                                          .label = {view.say("What is claimed, in plain words"),
                                                    design::Size::s},
                                          .hint = view.say("For example, Fewer deaths in hospital"),
                                          .value = form.words,
                                          .error = problems.about("words")}),
                     design::select(
                         view, {.name = "measure",
                                .label = {view.say("Measure"), design::Size::s},
                                .hint = view.say("Counts of every month or quarter of which fewer "
                                                 "is better, with what they are counted in."),
                                .options = std::move(measures),
                                .value = form.measure,
                                .error = problems.about("measure")}),
                     design::select(
                         view, {.name = "risk",
                                .label = {view.say("Case mix, if you have it"), design::Size::s},
                                .hint = view.say("A measure whose numbers are the events that a "
                                                 "model expected of these patients."),
                                .options = std::move(risks),
                                .value = form.risk,
                                .error = problems.about("risk")}),
                     view.say("The time before"),
                     view.say("At least 12 months; 24 or more tell the trend from the season. "
                              "Months as 3 2024."),
                     month_field(view, problems, "baseline-from", view.say("From"),
                                 form.baseline_from),
                     month_field(view, problems, "baseline-to", view.say("To"), form.baseline_to),
                     view.say("What is claimed"),
                     month_field(view, problems, "from", view.say("From"), form.from),
                     month_field(view, problems, "to", view.say("To"), form.to),
                     design::button({.label = view.say("Work it out"), .once = true}))))));
}

std::optional<Owner> campaign_owner(const http::Request& request, const access::Context& context) {
    const auto campaign = campaigns::kept_campaign(request, context);
    if (!campaign) return {};
    auto way = campaigns::crumbs(context.view, *campaign, campaign->is_public());
    way.push_back({context.view.say("Lives saved and harm avoided"),
                   url("/campaigns/{}/claims", campaign->code)});
    return Owner{.organisation = campaign->owner,
                 .campaign = momentum::CampaignId::parse(campaign->id.text()),
                 .name = campaign->name,
                 .way = std::move(way),
                 .action = url("/campaigns/{}/claims/new", campaign->code)};
}

std::optional<Owner> own_owner(const http::Request& request, const access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return {};
    return Owner{.organisation = here->id(),
                 .campaign = {},
                 .name = here->organisation.name,
                 .way = organisations::crumbs(context.view, context, *here, true),
                 .action = url("/organisations/{}/claims/new", here->id().text())};
}

http::Response add(access::Context& context, const std::optional<Owner>& owner) {
    if (!owner || !context.scope.can_write(owner->organisation)) return http::not_found();
    const auto form = ClaimForm::from_form(context.form);
    const auto claim = check(context.db, *owner, form);
    if (!claim) return http::unprocessable(form_page(context, *owner, form, claim.error()));
    const auto key = context.scope.may_write(owner->organisation);
    return context.save([&](store::Writer& db) {
        const auto id = add_claim(db, key, context.stamp(), *claim);
        return http::see_other(url("/claims/{}?done=drafted", id.text()));
    });
}

http::Response ask(access::Context& context, const std::optional<Owner>& owner) {
    if (!owner || !context.scope.can_write(owner->organisation)) return http::not_found();
    return http::ok(form_page(context, *owner, {}, {}));
}

}  // namespace

http::Response ask_for_campaign_claim(const http::Request& request, access::Context& context) {
    return ask(context, campaign_owner(request, context));
}
http::Response add_campaign_claim(const http::Request& request, access::Context& context) {
    return add(context, campaign_owner(request, context));
}
http::Response ask_for_own_claim(const http::Request& request, access::Context& context) {
    return ask(context, own_owner(request, context));
}
http::Response add_own_claim(const http::Request& request, access::Context& context) {
    return add(context, own_owner(request, context));
}

}  // namespace primum::claims
