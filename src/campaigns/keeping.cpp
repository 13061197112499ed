// Making and changing a campaign.

#include <algorithm>
#include <charconv>

#include "access/policy.h"
#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/letters.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/error_summary.h"
#include "design/fieldset.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/select.h"
#include "design/table.h"
#include "design/textarea.h"
#include "library/item.h"
#include "organisations/tree.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

std::vector<design::Crumb> way(const design::View& view, const Campaign& campaign) {
    auto crumbs = campaigns::crumbs(view, campaign, campaign.is_public());
    crumbs.push_back({view.say("Office"), url("/campaigns/{}/office", campaign.code)});
    return crumbs;
}

Response saved(const Campaign& campaign) {
    return http::see_other(url("/campaigns/{}/office?done=saved", campaign.code));
}

// Words, aim, dates -------------------------------------------------------------------------------

struct Typed {
    std::string code;
    std::string name;
    std::string strapline;
    std::string place;
    std::string cause;
    std::string aim;
    std::string amount;
    std::string unit;
    std::string measure;
    TypedDay by;
    TypedDay starts;
    TypedDay ends;
    std::string status;
    std::string eligible_kind;
    bool front = false;
    std::string reach;
    std::string result;
    std::string source;
    std::string origin;

    static Typed from(const http::Form& form) {
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

    static Typed of(const Campaign& campaign) {
        std::string amount;
        if (campaign.goal.amount) {
            char digits[32];
            const auto end =
                std::to_chars(std::begin(digits), std::end(digits), *campaign.goal.amount);
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
};

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

Campaign check(const access::Context& context, const Typed& typed, Campaign campaign,
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

html::Html details_fields(const access::Context& context, const Typed& typed,
                          const Problems& problems) {
    const design::View& view = context.view;
    const auto line = [&](const char* field, std::string_view label, std::string_view hint,
                          const std::string& value) {
        return design::input(view, {.name = field,
                                    .label = label,
                                    .hint = hint,
                                    .value = value,
                                    .error = problems.about(field)});
    };
    const auto lines = [&](const char* field, std::string_view label, std::string_view hint,
                           const std::string& value, int rows) {
        return design::textarea(view, {.name = field,
                                       .label = label,
                                       .hint = hint,
                                       .value = value,
                                       .error = problems.about(field),
                                       .rows = rows});
    };
    const auto day = [&](const char* field, std::string_view legend, std::string_view hint,
                         const TypedDay& value) {
        auto fields = organisations::date_fields(field, {legend, design::Size::s}, value, problems);
        fields.hint = hint;
        return design::date_input(view, fields);
    };
    std::vector<design::Option> measures{{"", view.say("None")}};
    for (const library::Item& one : library::items_of(context.db, "measures", context.today))
        measures.push_back({one.code, one.code + ": " + std::string(one["name"])});
    std::vector<design::Option> kinds{{"", view.say("Organisations of every kind")}};
    for (const auto& kind : organisations::kinds_of(context.db))
        kinds.push_back({kind.code, view.said(kind.plural)});
    std::vector<design::Option> origins{{"", view.say("None")}};
    for (const Document& one : possible_origins(context.db))
        origins.push_back({one.id.text(), one.title});
    html::Html fields = html("{}{}{}{}{}", line("name", view.say("Name"), "", typed.name),
                             line("strapline", view.say("Strapline (optional)"),
                                  view.say("A few words above the name"), typed.strapline),
                             line("place", view.say("Where"),
                                  view.say("A country, a region, the whole world"), typed.place),
                             lines("cause", view.say("Why"),
                                   view.say("What it is for. A blank line begins a new "
                                            "paragraph."),
                                   typed.cause, 6),
                             lines("aim", view.say("Aim, in words"), "", typed.aim, 3));
    fields += design::fieldset(
        {.legend = {view.say("The aim as data (optional)"), design::Size::m}},
        html("<p>{}</p>{}{}{}{}", view.say("Shown as far as it is known, and never as more."),
             design::input(view, {.name = "amount",
                                  .label = view.say("How much"),
                                  .value = typed.amount,
                                  .error = problems.about("amount"),
                                  .width = 10,
                                  .inputmode = "decimal"}),
             line("unit", view.say("Of what"), view.say("For example: % less harm, fewer deaths"),
                  typed.unit),
             design::select(view, {.name = "measure",
                                   .label = view.say("Measured by"),
                                   .options = measures,
                                   .value = typed.measure,
                                   .error = problems.about("measure")}),
             day("by", view.say("By which day"), view.say("For example, 31 12 2027"), typed.by)));
    fields +=
        html("{}{}",
             day("starts", view.say("Starts on"), view.say("For example, 1 9 2026"), typed.starts),
             day("ends", view.say("Ends on (optional)"), view.say("The last day"), typed.ends));
    fields += design::radios(
        view,
        {.name = "status",
         .legend = {view.say("What it is"), design::Size::s},
         .choices = {{.value = "draft",
                      .label = view.say("A draft"),
                      .hint = view.say("Only its keepers see it")},
                     {.value = "open",
                      .label = view.say("Open"),
                      .hint = view.say("Everybody sees it, and it can be joined")},
                     {.value = "closed",
                      .label = view.say("Closed"),
                      .hint = view.say("Everybody sees it; nobody can join any more")},
                     {.value = "history",
                      .label = view.say("History"),
                      .hint = view.say("Run elsewhere or before: kept for what others learn")}},
         .value = typed.status,
         .error = problems.about("status")});
    fields += design::checkboxes(
        view, {.name = "front",
               .choices = {{.value = "yes",
                            .label = view.say("Show it on the home page"),
                            .hint = view.say("In place of the one that is there now")}},
               .values = typed.front ? std::vector<std::string>{"yes"} : std::vector<std::string>{},
               .error = problems.about("front")});
    fields += html(
        "{}{}",
        design::select(view, {.name = "eligible_kind",
                              .label = view.say("Who counts as able to join"),
                              .hint = view.say("For the share that has joined. Others can join as "
                                               "well."),
                              .options = kinds,
                              .value = typed.eligible_kind,
                              .error = problems.about("eligible_kind")}),
        design::select(view, {.name = "origin",
                              .label = view.say("The document it comes from"),
                              .options = origins,
                              .value = typed.origin,
                              .error = problems.about("origin")}));
    fields += design::fieldset(
        {.legend = {view.say("Of a campaign of history (optional)"), design::Size::m}},
        html("{}{}{}", lines("reach", view.say("How many took part"), "", typed.reach, 2),
             lines("result", view.say("What it says it achieved"), "", typed.result, 2),
             lines("source", view.say("Who says so"), "", typed.source, 2)));
    return fields;
}

html::Html details_page(const access::Context& context, const Campaign& campaign,
                        const Typed& typed, const Problems& problems) {
    const design::View& view = context.view;
    return form_page(context, campaign, way(view, campaign), view.say("Name, aim and dates"),
                     campaign.name, problems,
                     design::form(view, {.action = url("/campaigns/{}/details", campaign.code)},
                                  html("{}{}{}", rev_field(campaign.rev),
                                       details_fields(context, typed, problems),
                                       design::button({.label = view.say("Save"), .once = true}))));
}

/// Organisations whose campaigns this person keeps.
std::vector<organisations::Organisation> owners(const access::Context& context) {
    std::vector<organisations::Organisation> found;
    for (const OrganisationId& id : context.scope.roots())
        if (auto one = organisations::find_organisation(context.db, id))
            found.push_back(std::move(*one));
    return found;
}

html::Html new_page(const access::Context& context, const Typed& typed, std::string_view owner,
                    std::string_view earlier, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> possible;
    for (const auto& one : owners(context))
        possible.push_back({one.id.text(), one.name});
    std::vector<design::Option> campaigns{{"", view.say("None: begin with nothing")}};
    for (const Campaign& one : all_campaigns(context.db))
        if (one.is_public() || context.scope.can_write(one.owner))
            campaigns.push_back({one.code, one.name + " (" + one.place + ")"});
    return design::page(
        view,
        {.title = view.say("Add a campaign"),
         .error = !problems.empty(),
         .breadcrumb = {{view.say("Campaigns"), url("/campaigns")}}},
        design::two_thirds(html(
            "{}{}{}{}", design::error_summary(view, problems),
            design::page_heading(view.say("Add a campaign")),
            design::form(
                view, {.action = url("/campaigns/new")},
                html("{}{}{}{}{}",
                     design::input(view, {.name = "code",
                                          .label = view.say("Short name for addresses"),
                                          .hint = view.say("Letters, digits and “-”, for example "
                                                           "PSF. It cannot be changed later."),
                                          .value = typed.code,
                                          .error = problems.about("code"),
                                          .width = 20}),
                     design::select(view, {.name = "owner",
                                           .label = view.say("Whose office keeps it"),
                                           .options = possible,
                                           .value = owner,
                                           .error = problems.about("owner")}),
                     design::select(
                         view,
                         {.name = "earlier",
                          .label = view.say("An earlier campaign that it follows"),
                          .hint = view.say("Its interventions and its joining rule are taken over; "
                                           "members that agreed can be carried over later."),
                          .options = campaigns,
                          .value = earlier}),
                     details_fields(context, typed, problems),
                     design::button({.label = view.say("Add the campaign"), .once = true}))),
            design::form(
                view, {.action = url("/campaigns/history")},
                html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{}{})",
                     view.say("Campaigns of the library"),
                     view.say("The library knows campaigns that others ran. Those that are not "
                              "here yet are added as history."),
                     possible.empty() ? html::Html()
                                      : design::hidden("owner", possible.front().value),
                     design::button({.label = view.say("Add the campaigns of the library"),
                                     .look = design::ButtonLook::secondary,
                                     .once = true}))))));
}

std::optional<OrganisationId> chosen_owner(const access::Context& context) {
    const auto id = OrganisationId::parse(context.form.text("owner"));
    if (!id || !context.scope.can_write(*id)) return {};
    return id;
}

// Sponsors ----------------------------------------------------------------------------------------

html::Html sponsors_page(const access::Context& context, const Campaign& campaign,
                         const std::vector<Sponsor>& chosen, const Problems& problems) {
    const design::View& view = context.view;
    html::Html rows;
    const auto all = possible_sponsors(context.db);
    for (const Sponsor& one : all) {
        const auto found = std::ranges::find(chosen, one.code, &Sponsor::code);
        const bool is_chosen = found != chosen.end();
        rows += design::checkboxes(
            view,
            {.name = "sponsor",
             .choices = {{.value = one.code,
                          .label = one.name,
                          .hint = one.country,
                          .then_ask = html(
                              "{}{}",
                              design::input(view, {.name = "role-" + one.code,
                                                   .label = view.say("Its role in this campaign"),
                                                   .value = is_chosen ? found->role : one.role,
                                                   .error = problems.about("role-" + one.code)}),
                              design::input(
                                  view,
                                  {.name = "position-" + one.code,
                                   .label = view.say("Place in the list"),
                                   .value = is_chosen ? std::to_string(found - chosen.begin() + 1)
                                                      : std::string(),
                                   .width = 2,
                                   .inputmode = "numeric"}))}},
             .values =
                 is_chosen ? std::vector<std::string>{one.code} : std::vector<std::string>{}});
    }
    return form_page(
        context, campaign, way(view, campaign), view.say("Sponsors and partners"), campaign.name,
        problems,
        all.empty()
            ? design::nothing_yet(view.say("The directory of partners is empty: add them there "
                                           "first."))
            : design::form(view, {.action = url("/campaigns/{}/sponsors", campaign.code)},
                           html("{}{}{}", rev_field(campaign.rev), rows,
                                design::button({.label = view.say("Save"), .once = true}))));
}

// Interventions -----------------------------------------------------------------------------------

html::Html interventions_page(const access::Context& context, const Campaign& campaign,
                              const std::vector<std::string>& chosen, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Choice> choices;
    for (const Intervention& one : offered_interventions(context.db, context.today))
        choices.push_back({.value = one.code, .label = one.name, .hint = one.aim});
    return form_page(
        context, campaign, way(view, campaign), view.say("Interventions"), campaign.name, problems,
        choices.empty()
            ? design::nothing_yet(view.say("The library has no interventions yet."))
            : design::form(
                  view, {.action = url("/campaigns/{}/choices", campaign.code)},
                  html("{}{}{}", rev_field(campaign.rev),
                       design::checkboxes(
                           view, {.name = "interventions",
                                  .legend = {view.say("What members can work on"), design::Size::m},
                                  .hint = view.say("From the library, with their parts. Which are "
                                                   "compulsory stands in the joining rule."),
                                  .choices = choices,
                                  .values = chosen,
                                  .error = problems.about("interventions")}),
                       design::button({.label = view.say("Save"), .once = true}))));
}

// The joining rule --------------------------------------------------------------------------------

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
    return form_page(
        context, campaign, way(view, campaign), view.say("Joining rule"), campaign.name, problems,
        html("<p>{}</p>{}",
             view.say("Whoever joins sees at any time which conditions are met and what is "
                      "missing. Members that have joined stay members."),
             design::form(
                 view, {.action = url("/campaigns/{}/conditions", campaign.code)},
                 html("{}{}{}", rev_field(campaign.rev),
                      design::checkboxes(
                          view, {.name = "asks",
                                 .legend = {view.say("The campaign asks for"), design::Size::m},
                                 .choices = choices,
                                 .values = typed.asks,
                                 .error = problems.about("asks")}),
                      design::button({.label = view.say("Save"), .once = true})))));
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

// Lineage -----------------------------------------------------------------------------------------

html::Html lineage_page(const access::Context& context, const Campaign& campaign,
                        const std::vector<std::pair<std::string, std::string>>& chosen,
                        const Problems& problems) {
    const design::View& view = context.view;
    html::Html rows;
    for (const Campaign& one : campaigns_of(context.db)) {
        if (one.id == campaign.id) continue;
        std::string value;
        for (const auto& [code, kind] : chosen)
            if (code == one.code) value = kind;
        rows += design::select(
            view, {.name = "from-" + one.code,
                   .label = one.name + " (" + one.place + ", " + years(view, one) + ")",
                   .options = {{"", view.say("No")},
                               {"inspired_by", view.say("Inspired by it")},
                               {"follows", view.say("Follows it")},
                               {"part_of", view.say("Part of it")}},
                   .value = value});
    }
    return form_page(
        context, campaign, way(view, campaign), view.say("Where it comes from"), campaign.name,
        problems,
        rows.empty()
            ? design::nothing_yet(view.say("There is no other campaign yet."))
            : design::form(view, {.action = url("/campaigns/{}/lineage", campaign.code)},
                           html("{}{}{}", rev_field(campaign.rev), rows,
                                design::button({.label = view.say("Save"), .once = true}))));
}

/// Whether `ancestor` comes, in some steps, from `campaign`: then it is not to be its ancestor.
bool comes_from(const store::Reader& db, CampaignId ancestor, CampaignId campaign,
                std::vector<CampaignId> seen = {}) {
    if (ancestor == campaign) return true;
    if (std::ranges::find(seen, ancestor) != seen.end()) return false;
    seen.push_back(ancestor);
    const auto above = lineage_of(db, ancestor).ancestors;
    return std::ranges::any_of(above, [&](const Relative& one) {
        return comes_from(db, one.campaign.id, campaign, seen);
    });
}

// Carrying over -----------------------------------------------------------------------------------

html::Html carry_over_page(const access::Context& context, const Campaign& campaign,
                           const Problems& problems) {
    const design::View& view = context.view;
    html::Html forms;
    for (const Relative& one : lineage_of(context.db, campaign.id).ancestors) {
        if (one.campaign.status == Status::history || one.kind != Descent::follows) continue;
        const auto count = count_carry_over(context.db, one.campaign, campaign);
        const auto members = count_members(context.db, one.campaign.id, context.today);
        html::Html form;
        if (count > 0)
            form = design::form(
                view, {.action = url("/campaigns/{}/carry-over", campaign.code)},
                html("{}{}", design::hidden("from", one.campaign.code),
                     design::button({.label = view.words->count(static_cast<std::int64_t>(count),
                                                                "Carry {} member over today",
                                                                "Carry {} members over today"),
                                     .once = true})));
        forms.append("<h2 class=\"nhsuk-heading-m\">{}</h2><p>{}</p>{}", one.campaign.name,
                     view.say("{} of its {} members agreed, are members today and are not here "
                              "yet.",
                              view.words->whole(static_cast<std::int64_t>(count)),
                              view.words->whole(static_cast<std::int64_t>(members))),
                     form);
    }
    if (forms.empty())
        forms =
            design::nothing_yet(view.say("This campaign follows no other that had members "
                                         "here. Say under “Where it comes from” which one it "
                                         "follows."));
    return form_page(context, campaign, way(view, campaign), view.say("Carry members over"),
                     campaign.name, problems,
                     html("<p>{}</p>{}",
                          view.say("Members that agreed go on in this campaign without signing "
                                   "again, from today, with those of their interventions that it "
                                   "knows. Each of them gets a letter."),
                          forms));
}

}  // namespace

Response ask_for_new_campaign(const Request&, access::Context& context) {
    Typed typed;
    typed.status = "draft";
    typed.eligible_kind = "trust";
    typed.starts = TypedDay::of(context.today);
    return http::ok(new_page(context, typed, "", "", {}));
}

Response take_new_campaign(const Request&, access::Context& context) {
    const Typed typed = Typed::from(context.form);
    const std::string earlier_code(context.form.text("earlier"));
    Problems problems;
    if (!is_code(typed.code))
        problems.add("code", "Enter a short name of letters, digits and “-”.");
    else if (typed.code == "new" || typed.code == "history" ||
             find_campaign(context.db, typed.code))
        problems.add("code", "Another campaign has this short name: choose another one.");
    const auto owner = chosen_owner(context);
    if (!owner) problems.add("owner", "Choose whose office keeps it.");
    std::optional<Campaign> earlier;
    if (!earlier_code.empty()) {
        earlier = find_campaign(context.db, earlier_code);
        if (!earlier || (!earlier->is_public() && !context.scope.can_write(earlier->owner)))
            problems.add("earlier", "Choose one of the campaigns.");
    }
    Campaign campaign = check(context, typed, {}, problems);
    campaign.code = typed.code;
    const auto again = [&](const Problems& wrong) {
        return new_page(context, typed, context.form.text("owner"), earlier_code, wrong);
    };
    if (!problems.empty()) return http::unprocessable(again(problems));
    return context.save([&](store::Writer& db) {
        if (find_campaign(db, campaign.code)) {
            Problems taken;
            taken.add("code", "Another campaign has this short name: choose another one.");
            return http::unprocessable(again(taken));
        }
        const auto writable = context.scope.may_write(*owner);
        const auto stamp = context.stamp();
        add_campaign(db, writable, stamp, campaign);
        const auto added = [&] { return find_campaign(db, campaign.code).value(); };
        if (earlier) {
            std::vector<std::string> codes;
            for (const Intervention& one : interventions_of(db, earlier->id, context.today))
                codes.push_back(one.code);
            save_interventions(db, writable, stamp, added(), codes);
            save_conditions(db, writable, stamp, added(), conditions_of(db, earlier->id));
            save_sponsors(db, writable, stamp, added(), sponsors_of(db, earlier->id));
            save_ancestors(db, writable, stamp, added(), {{earlier->id, Descent::follows}});
        }
        return saved(campaign);
    });
}

Response ask_for_details(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(details_page(context, *campaign, Typed::of(*campaign), {}));
}

Response take_details(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const Typed typed = Typed::from(context.form);
    Problems problems;
    Campaign changed = check(context, typed, *campaign, problems);
    if (!problems.empty())
        return http::unprocessable(details_page(context, *campaign, typed, problems));
    changed.rev = seen_rev(context.form);
    return context.save([&](store::Writer& db) {
        if (!save_campaign(db, context.scope.may_write(campaign->owner), context.stamp(), changed))
            return http::page(http::Status::conflict,
                              details_page(context, *campaign, typed, overtaken()));
        return saved(*campaign);
    });
}

namespace {

/// The campaign as the form's person saw it.
Campaign as_seen(const Campaign& campaign, const http::Form& form) {
    Campaign seen = campaign;
    seen.rev = seen_rev(form);
    return seen;
}

}  // namespace

Response ask_for_sponsors(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(sponsors_page(context, *campaign, sponsors_of(context.db, campaign->id), {}));
}

Response take_sponsors(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto codes = context.form.all("sponsor");
    std::vector<std::pair<int, Sponsor>> placed;
    Problems problems;
    constexpr int kLast = 1000;
    for (Sponsor& one : possible_sponsors(context.db)) {
        if (std::ranges::find(codes, one.code) == codes.end()) continue;
        one.role = context.form.text("role-" + one.code);
        if (one.role.empty()) problems.add("role-" + one.code, "Say what its role is.");
        check_length(problems, "role-" + one.code, one.role, kLongestLine);
        const std::string_view typed = context.form.text("position-" + one.code);
        int position = kLast;
        std::from_chars(typed.data(), typed.data() + typed.size(), position);
        placed.emplace_back(position, std::move(one));
    }
    std::ranges::stable_sort(placed, {}, [](const auto& one) { return one.first; });
    std::vector<Sponsor> sponsors;
    for (auto& one : placed)
        sponsors.push_back(std::move(one.second));
    if (!problems.empty())
        return http::unprocessable(sponsors_page(context, *campaign, sponsors, problems));
    return context.save([&](store::Writer& db) {
        if (!save_sponsors(db, context.scope.may_write(campaign->owner), context.stamp(),
                           as_seen(*campaign, context.form), sponsors))
            return http::page(http::Status::conflict,
                              sponsors_page(context, *campaign, sponsors, overtaken()));
        return saved(*campaign);
    });
}

Response ask_for_interventions(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::string> chosen;
    for (const Intervention& one : interventions_of(context.db, campaign->id, context.today))
        chosen.push_back(one.code);
    return http::ok(interventions_page(context, *campaign, chosen, {}));
}

Response take_interventions(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::string> chosen;
    Problems problems;
    const auto offered = offered_interventions(context.db, context.today);
    for (const std::string_view code : context.form.all("interventions"))
        if (std::ranges::find(offered, code, &Intervention::code) != offered.end())
            chosen.emplace_back(code);
    for (const Condition& one : conditions_of(context.db, campaign->id))
        if (one.asks == Asks::intervention_compulsory &&
            std::ranges::find(chosen, one.code) == chosen.end())
            problems.add(
                "interventions",
                "The joining rule asks for an intervention that is not ticked here. Change "
                "the rule first.");
    if (!problems.empty())
        return http::unprocessable(interventions_page(context, *campaign, chosen, problems));
    return context.save([&](store::Writer& db) {
        if (!save_interventions(db, context.scope.may_write(campaign->owner), context.stamp(),
                                as_seen(*campaign, context.form), chosen))
            return http::page(http::Status::conflict,
                              interventions_page(context, *campaign, chosen, overtaken()));
        return saved(*campaign);
    });
}

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
    return context.save([&](store::Writer& db) {
        if (!save_conditions(db, context.scope.may_write(campaign->owner), context.stamp(),
                             as_seen(*campaign, context.form), conditions))
            return http::page(http::Status::conflict,
                              conditions_page(context, *campaign, typed, overtaken()));
        return saved(*campaign);
    });
}

Response ask_for_lineage(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::pair<std::string, std::string>> chosen;
    for (const Relative& one : lineage_of(context.db, campaign->id).ancestors)
        chosen.emplace_back(one.campaign.code, name(one.kind));
    return http::ok(lineage_page(context, *campaign, chosen, {}));
}

Response take_lineage(const Request& request, access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    std::vector<std::pair<std::string, std::string>> chosen;
    std::vector<Ancestor> ancestors;
    Problems problems;
    for (const Campaign& one : campaigns_of(context.db)) {
        const auto kind = parse_descent(context.form.text("from-" + one.code));
        if (!kind || one.id == campaign->id) continue;
        chosen.emplace_back(one.code, name(*kind));
        ancestors.push_back({one.id, *kind});
        if (comes_from(context.db, one.id, campaign->id))
            problems.add("from-" + one.code,
                         "One of these campaigns comes from this one: they cannot come from each "
                         "other.");
    }
    if (!problems.empty())
        return http::unprocessable(lineage_page(context, *campaign, chosen, problems));
    return context.save([&](store::Writer& db) {
        if (!save_ancestors(db, context.scope.may_write(campaign->owner), context.stamp(),
                            as_seen(*campaign, context.form), ancestors))
            return http::page(http::Status::conflict,
                              lineage_page(context, *campaign, chosen, overtaken()));
        return saved(*campaign);
    });
}

Response ask_for_carry_over(const people::Accounts&, const Request& request,
                            access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(carry_over_page(context, *campaign, {}));
}

Response take_carry_over(const people::Accounts& accounts, const Request& request,
                         access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto from = find_campaign(context.db, context.form.text("from"));
    Problems problems;
    const auto ancestors = lineage_of(context.db, campaign->id).ancestors;
    if (!from || std::ranges::none_of(ancestors, [&](const Relative& one) {
            return one.campaign.id == from->id && one.kind == Descent::follows;
        }))
        problems.add("", "Choose a campaign that this one follows.");
    else if (!context.scope.can_write(from->owner))
        problems.add("", "The earlier campaign is kept by another office: ask it.");
    if (!campaign->open())
        problems.add("", "Open the campaign first: nobody can be a member of a draft.");
    if (!problems.empty())
        return http::unprocessable(carry_over_page(context, *campaign, problems));
    static const auto system = store::Scope::system("members agreed to be carried over");
    return context.save([&](store::Writer& db) {
        for (const OrganisationId& one :
             carry_over(db, system, context.stamp(), *from, *campaign, context.today))
            tell_carried_over(accounts, db, *from, *campaign, one, context.now);
        return saved(*campaign);
    });
}

Response take_history(const Request&, access::Context& context) {
    const auto owner = chosen_owner(context);
    if (!owner) return http::not_found();
    return context.save([&](store::Writer& db) {
        bring_in_history(db, context.scope.may_write(*owner), context.stamp(), context.today);
        return http::see_other(url("/campaigns"));
    });
}

}  // namespace primum::campaigns
