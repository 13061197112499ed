// An organisation joins: what its leaders prepare and its chief executive signs.

#include <algorithm>

#include "access/policy.h"
#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/peers.h"
#include "campaigns/pledge_prompts.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/details.h"
#include "design/error_summary.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/task_list.h"
#include "design/textarea.h"
#include "organisations/frame.h"
#include "organisations/here.h"
#include "organisations/members.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;
using organisations::Here;
using organisations::TypedDay;

/// Everything that the pages of one organisation's membership show.
struct Joining {
    Here here;
    Campaign campaign;
    Membership membership;  ///< with no id where nobody has begun
    std::vector<Intervention> interventions;
    Candidate candidate;
    std::vector<Check> checks;

    bool begun() const { return !membership.id.is_nil(); }
    bool leads() const {
        return std::ranges::any_of(here.roles, [](access::Role role) {
            return access::policy::organisation_leaders.roles.has(role);
        });
    }
    bool signs() const {
        return std::ranges::find(here.roles, access::Role::chief_executive) != here.roles.end();
    }
};

std::optional<Joining> joining(const Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    const auto campaign = public_campaign(request, context.db);
    if (!here || !campaign || campaign->status == Status::history) return {};
    const auto key = context.scope.may_read(here->id());
    Membership membership;
    if (auto known = find_membership(context.db, key, campaign->id)) membership = *known;
    // A closed campaign can be looked at by those who joined it, and joined by nobody.
    if (membership.id.is_nil() && !campaign->open()) return {};
    membership.organisation = here->id();
    membership.campaign = campaign->id;
    Joining joining{.here = std::move(*here),
                    .campaign = *campaign,
                    .membership = membership,
                    .interventions = interventions_of(context.db, campaign->id, context.today),
                    .candidate = {},
                    .checks = {}};
    joining.candidate = candidate_of(context.db, membership, context.today);
    joining.checks = check(conditions_of(context.db, campaign->id), joining.candidate,
                           joining.interventions, context.today);
    return joining;
}

html::Url page_of(const Joining& joining) {
    return workspace(joining.here.id(), joining.campaign);
}

html::Url task(const Joining& joining, std::string_view what) {
    return url("/organisations/{}/campaigns/{}/{}", joining.here.id().text(), joining.campaign.code,
               what);
}

html::Html link(const html::Url& where, std::string_view words) {
    return html(R"(<a class="nhsuk-link" href="{}">{}</a>)", where, words);
}

std::vector<design::Crumb> way(const access::Context& context, const Joining& joining,
                               bool and_itself) {
    auto crumbs = organisations::crumbs(context.view, context, joining.here, true);
    if (and_itself) crumbs.push_back({joining.campaign.name, page_of(joining)});
    return crumbs;
}

html::Html page(const access::Context& context, const Joining& joining, std::string_view title,
                const Problems& problems, const html::Html& content) {
    return form_page(context, joining.campaign, way(context, joining, true), title,
                     joining.here.organisation.name, problems,
                     html("{}<p>{}</p>", content,
                          link(page_of(joining), context.view.say("Back to the list of tasks"))));
}

Response done(const Joining& joining, std::string_view what) {
    return http::see_other(url("/organisations/{}/campaigns/{}?done={}", joining.here.id().text(),
                               joining.campaign.code, what));
}

/// The membership as the form's person saw it; a new draft where nobody had begun.
Membership as_seen(store::Writer& db, const access::Context& context, const Joining& joining) {
    Membership seen = joining.membership;
    if (!joining.begun())
        seen = begin(db, context.scope.may_write(joining.here.id()), context.stamp(),
                     joining.campaign.id);
    else
        seen.rev = seen_rev(context.form);
    return seen;
}

bool met(const Joining& joining, std::initializer_list<Asks> asks) {
    return std::ranges::all_of(joining.checks, [&](const Check& one) {
        return one.met || std::ranges::find(asks, one.condition.asks) == asks.end();
    });
}

bool asked(const Joining& joining, Asks asks) {
    return std::ranges::any_of(joining.checks,
                               [&](const Check& one) { return one.condition.asks == asks; });
}

/// Who may sign: the chief executives, by name.
html::Html who_signs(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    std::string names;
    for (const auto& member : organisations::members_of(
             context.db, context.scope.may_read(joining.here.id()), context.today))
        if (member.role == access::Role::chief_executive && member.from <= context.today)
            names += (names.empty() ? "" : ", ") + member.name;
    if (names.empty())
        return html("{}", view.say("Nobody here is known as its chief executive yet: ask the "
                                   "person who looks after the organisation to give the role."));
    return html("{}", view.say("Only the chief executive signs: {}.", names));
}

// The list of tasks -------------------------------------------------------------------------------

design::TaskState state(bool is_done, bool is_begun) {
    if (is_done) return design::TaskState::completed;
    return is_begun ? design::TaskState::in_progress : design::TaskState::not_yet_started;
}

html::Html tasks(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    const Membership& mine = joining.membership;
    const bool may = joining.leads() && mine.state != State::sent;
    const auto where = [&](std::string_view what, bool allowed) {
        return allowed ? std::optional(task(joining, what)) : std::nullopt;
    };
    std::vector<design::Task> list;
    list.push_back(
        {.name = view.say("Choose your interventions"),
         .hint = joining.candidate.choices.empty()
                     ? std::string()
                     : view.words->count(std::ranges::count_if(
                                             joining.interventions,
                                             [&](const Intervention& one) {
                                                 return std::ranges::find(joining.candidate.choices,
                                                                          one.code) !=
                                                        joining.candidate.choices.end();
                                             }),
                                         "{} is chosen", "{} are chosen"),
         .where = where("interventions", may),
         .state = state(met(joining, {Asks::interventions_at_least, Asks::intervention_compulsory,
                                      Asks::clinical_at_least, Asks::part_of_each}) &&
                            !joining.candidate.choices.empty(),
                        !joining.candidate.choices.empty())});
    const bool may_write = mine.takes_part() ? joining.signs() : may;
    list.push_back({.name = view.say("Write your pledge"),
                    .hint = mine.takes_part()
                                ? std::string(view.say("Of a member it is public: the chief "
                                                       "executive changes it"))
                                : std::string(),
                    .where = where("pledge", may_write),
                    .state = state(!mine.pledge.empty() && met(joining, {Asks::pledge_public}),
                                   !mine.pledge.empty())});
    if (asked(joining, Asks::staff_letter))
        list.push_back(
            {.name = view.say("Send the letter to all staff"),
             .hint = mine.staff_letter_on ? view.words->day(*mine.staff_letter_on) : std::string(),
             .where = where("staff-letter", may),
             .state = state(met(joining, {Asks::staff_letter}), mine.staff_letter_on.has_value())});
    if (asked(joining, Asks::review_training))
        list.push_back({.name = view.say("Book or finish training in record review"),
                        .hint = mine.review_training_on ? view.words->day(*mine.review_training_on)
                                                        : std::string(),
                        .where = where("review-training", may),
                        .state = state(met(joining, {Asks::review_training}),
                                       mine.review_training_on.has_value())});
    if (mine.in_preparation()) {
        const auto open =
            joining.begun()
                ? count_unanswered(context.db, context.scope.may_read(joining.here.id()),
                                   joining.campaign.id)
                : 0;
        list.push_back({.name = view.say("Ask peers to comment on the draft (optional)"),
                        .hint = open > 0 ? view.words->count(static_cast<std::int64_t>(open),
                                                             "{} comment is not answered yet",
                                                             "{} comments are not answered yet")
                                : mine.open_to_peers
                                    ? std::string(view.say("Members of the campaign can read "
                                                           "it"))
                                    : std::string(),
                        .where = where("peers", may && !mine.pledge.empty()),
                        .state = mine.pledge.empty()  ? design::TaskState::cannot_start_yet
                                 : mine.open_to_peers ? design::TaskState::in_progress
                                                      : design::TaskState::not_yet_started});
    }
    const bool ready = joining.begun() && all_met(joining.checks, Asks::signed_by_chief_executive);
    list.push_back({.name = view.say("The chief executive signs"),
                    .hint = joining.signs() || mine.takes_part() || mine.state == State::sent
                                ? html::Html()
                                : who_signs(context, joining),
                    .where = where("signature", joining.signs() && ready && mine.in_preparation()),
                    .state = mine.takes_part() || mine.state == State::sent
                                 ? design::TaskState::completed
                             : ready ? design::TaskState::not_yet_started
                                     : design::TaskState::cannot_start_yet});
    list.push_back({.name = view.say("The campaign’s office verifies"),
                    .where = std::nullopt,
                    .state = mine.takes_part()           ? design::TaskState::completed
                             : mine.state == State::sent ? design::TaskState::in_progress
                                                         : design::TaskState::cannot_start_yet});
    return design::task_list(view, list, "joining");
}

/// Each condition of the rule with a plain reason where it is not met.
html::Html rule(const design::View& view, const Joining& joining, Day today) {
    html::Html items;
    for (const Check& one : joining.checks)
        items.append(
            R"(<li class="pr-check"><span class="pr-check__what">{}{}</span> {}</li>)",
            says(view, one.condition, joining.interventions),
            one.met ? html::Html()
                    : html(R"(<br><span class="pr-aside">{}</span>)",
                           why_not(view, one, joining.candidate, joining.interventions, today)),
            one.met ? design::tag(view.say("Met"), design::Colour::green)
                    : design::tag(view.say("Not yet"), design::Colour::yellow));
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list pr-checks">{}</ul>)",
                view.say("The joining rule, as it stands now"), items);
}

std::string done_sentence(const design::View& view, std::string_view done) {
    if (done == "saved") return std::string(view.say("Saved."));
    if (done == "signed")
        return std::string(view.say("Signed. The campaign’s office reads it now."));
    if (done == "taken-back")
        return std::string(view.say("The signature is taken back: you can change everything."));
    if (done == "paused") return std::string(view.say("The membership pauses."));
    if (done == "resumed") return std::string(view.say("Welcome back: you are a member again."));
    if (done == "left") return std::string(view.say("The organisation has left the campaign."));
    if (done == "opened")
        return std::string(view.say("Members of the campaign can read the draft and comment."));
    if (done == "closed") return std::string(view.say("The draft is yours alone again."));
    return {};
}

html::Html standing(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    const Membership& mine = joining.membership;
    switch (mine.state) {
        case State::draft:
            return html("<p>{}</p>",
                        view.say("Nothing of this is public yet. Do the tasks in any order; what "
                                 "you save stays."));
        case State::sent:
            return html(
                "<p>{}</p>{}",
                mine.signed_at
                    ? view.say(
                          "Signed on {}. The campaign’s office reads it and writes to whoever "
                          "signed.",
                          view.words->day(std::chrono::floor<std::chrono::days>(*mine.signed_at)))
                    : std::string(view.say("Signed. The campaign’s office reads it.")),
                joining.signs()
                    ? design::form(view, {.action = task(joining, "signature/withdrawal")},
                                   html("{}{}", rev_field(mine.rev),
                                        design::button({.label = view.say("Take it back"),
                                                        .look = design::ButtonLook::secondary})))
                    : html::Html());
        case State::declined:
            return design::warning_callout(
                view, view.say("The office asks you to change something"),
                html("{}<p>{}</p>", paragraphs(mine.reason),
                     view.say("Change it below, then have it signed again.")));
        case State::joined:
            return design::inset_text(
                view, html("<p>{}</p><p>{} · {}</p>",
                           view.say("Your organisation is a member. Everybody can see it."),
                           link(member_address(joining.campaign, joining.here.id()),
                                view.say("Your public page")),
                           link(url("/campaigns/{}/members/{}/certificate", joining.campaign.code,
                                    joining.here.id().text()),
                                view.say("Your certificate"))));
        case State::paused:
            return design::inset_text(
                view, html("<p>{}</p>", view.say("The membership pauses: it does not count among "
                                                 "the members until it goes on.")));
        case State::left:
            return design::inset_text(
                view, html("<p>{}</p>{}",
                           view.say("Your organisation has left. It can join again: what it wrote "
                                    "is still here."),
                           paragraphs(mine.reason)));
    }
    return {};
}

/// What a chief executive can do with a membership: pause, go on, leave, agree to be carried over.
html::Html ways_out(const design::View& view, const Joining& joining) {
    const Membership& mine = joining.membership;
    if (!mine.takes_part() || !joining.signs()) return {};
    html::Html consent = design::form(
        view, {.action = task(joining, "carry-over")},
        html("{}{}{}", rev_field(mine.rev),
             design::checkboxes(
                 view,
                 {.name = "agrees",
                  .choices = {{.value = "yes",
                               .label = view.say("Carry our membership over to a campaign that "
                                                 "follows this one"),
                               .hint = view.say("Nothing has to be signed again. We write to you "
                                                "when it happens, and you can leave.")}},
                  .values = mine.carry_over ? std::vector<std::string>{"yes"}
                                            : std::vector<std::string>{}}),
             design::button({.label = view.say("Save"), .look = design::ButtonLook::secondary})));
    html::Html pause;
    if (mine.state == State::paused)
        pause = design::form(
            view, {.action = task(joining, "resumption")},
            html("{}{}", rev_field(mine.rev),
                 design::button({.label = view.say("Go on as a member"), .once = true})));
    else
        pause = html("<p>{}</p>", link(task(joining, "pause"), view.say("Pause the membership")));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{}{}<p>{}</p>)", view.say("What comes next"),
                consent, pause, link(task(joining, "departure"), view.say("Leave the campaign")));
}

html::Html history(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    const auto key = context.scope.may_read(joining.here.id());
    const auto choices = choice_history_of(context.db, key, joining.campaign.id);
    const auto periods = periods_of(context.db, key, joining.campaign.id);
    if (periods.empty()) return {};
    html::Html items;
    for (const Period& one : periods) {
        const std::string what(one.joined ? view.say("Member") : view.say("Paused"));
        items.append("<li>{}</li>",
                     one.to == kOpenEnd
                         ? view.say("{} since {}", what, view.words->day(one.from))
                         : view.say("{} from {} to {}", what, view.words->day(one.from),
                                    view.words->day(one.to)));
    }
    for (const Choice& one : choices) {
        const auto* intervention = find_intervention(joining.interventions, one.intervention);
        const std::string what = intervention ? intervention->name : one.intervention;
        items.append("<li>{}</li>",
                     one.to == kOpenEnd
                         ? view.say("{} since {}", what, view.words->day(one.from))
                         : view.say("{} from {} to {}", what, view.words->day(one.from),
                                    view.words->day(one.to)));
    }
    return design::details({.summary = view.say("Membership and choices over time")},
                           html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items));
}

// Interventions -----------------------------------------------------------------------------------

std::vector<std::string> ticked(const http::Form& form) {
    std::vector<std::string> codes;
    for (const std::string_view code : form.all("interventions"))
        codes.emplace_back(code);
    for (const std::string_view code : form.all("parts"))
        codes.emplace_back(code);
    return codes;
}

html::Html choices_page(const access::Context& context, const Joining& joining,
                        const std::vector<std::string>& chosen, const Problems& problems) {
    const design::View& view = context.view;
    const auto is_chosen = [&](std::string_view code) {
        return std::ranges::find(chosen, code) != chosen.end();
    };
    std::vector<design::Choice> choices;
    std::vector<std::string> values;
    for (const Intervention& one : joining.interventions) {
        html::Html parts;
        if (!one.parts.empty()) {
            std::vector<design::Choice> below;
            std::vector<std::string> ticked_parts;
            for (const Intervention& part : one.parts) {
                below.push_back({.value = part.code, .label = part.name, .hint = part.aim});
                if (is_chosen(part.code)) ticked_parts.push_back(part.code);
            }
            parts = design::checkboxes(
                view, {.name = "parts",
                       .legend = view.say("Choose one to start with"),
                       .hint = view.say("The others can follow once the first is reliable."),
                       .choices = below,
                       .values = ticked_parts,
                       .small = true});
        }
        choices.push_back({.value = one.code,
                           .label = one.compulsory ? html("{} {}", one.name,
                                                          design::tag(view.say("Every member"),
                                                                      design::Colour::blue))
                                                   : html("{}", one.name),
                           .hint = one.aim,
                           .then_ask = parts});
        if (is_chosen(one.code)) values.push_back(one.code);
    }
    html::Html rule;
    for (const Check& one : joining.checks)
        if (one.condition.asks == Asks::interventions_at_least ||
            one.condition.asks == Asks::intervention_compulsory ||
            one.condition.asks == Asks::clinical_at_least ||
            one.condition.asks == Asks::part_of_each)
            rule.append("<li>{}</li>", says(view, one.condition, joining.interventions));
    return page(
        context, joining, view.say("Choose your interventions"), problems,
        html("{}{}",
             rule.empty() ? rule
                          : html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
                                 view.say("The campaign asks:"), rule),
             design::form(
                 view, {.action = task(joining, "interventions")},
                 html("{}{}{}", rev_field(joining.membership.rev),
                      design::checkboxes(
                          view, {.name = "interventions",
                                 .legend = {view.say("What will you work on?"), design::Size::m},
                                 .choices = choices,
                                 .values = values,
                                 .error = problems.about("interventions")}),
                      design::button({.label = view.say("Save"), .once = true})))));
}

// The pledge --------------------------------------------------------------------------------------

html::Html words_page(const access::Context& context, const Joining& joining,
                      std::string_view words, bool is_public, const Problems& problems) {
    const design::View& view = context.view;
    html::Html prompts;
    for (const Prompt& prompt : prompts_of(view, joining.interventions, joining.candidate.choices))
        prompts.append("<li><strong>{}</strong> {}</li>", prompt.about, prompt.words);
    const html::Html help =
        prompts.empty()
            ? html("<p>{}</p>", view.say("Choose your interventions first, and prompts for them "
                                         "stand here."))
            : design::details(
                  {.summary = view.say("Prompts for what you chose"), .open = true},
                  html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", prompts));
    const std::string begun(words.empty()
                                ? first_words(view, joining.here.organisation.name,
                                              joining.interventions, joining.candidate.choices)
                                : std::string(words));
    return page(
        context, joining, view.say("Write your pledge"), problems,
        html(
            "<p>{}</p>{}{}",
            view.say("Say in your own words what will be different for patients, by when, and who "
                     "answers for it. Short is good."),
            help,
            design::form(
                view, {.action = task(joining, "pledge")},
                html("{}{}{}{}", rev_field(joining.membership.rev),
                     design::textarea(
                         view, {.name = "pledge",
                                .label = {view.say("Your pledge"), design::Size::m},
                                .hint = words.empty()
                                            ? view.say("We have begun with what you chose: make it "
                                                       "yours.")
                                            : std::string_view(),
                                .value = begun,
                                .error = problems.about("pledge"),
                                .rows = 12,
                                .most_characters = static_cast<int>(kLongestPledge)}),
                     design::checkboxes(
                         view,
                         {.name = "public",
                          .choices = {{.value = "yes",
                                       .label = view.say("Everybody may read it"),
                                       .hint = view.say("It is shown once the organisation has "
                                                        "joined, never before.")}},
                          .values = is_public ? std::vector<std::string>{"yes"}
                                              : std::vector<std::string>{},
                          .error = problems.about("public")}),
                     design::button({.label = view.say("Save"), .once = true})))));
}

// Days --------------------------------------------------------------------------------------------

html::Html day_page(const access::Context& context, const Joining& joining, std::string_view title,
                    std::string_view words, std::string_view what, const TypedDay& typed,
                    const Problems& problems) {
    const design::View& view = context.view;
    auto on = organisations::date_fields("on", {view.say("On which day?"), design::Size::m}, typed,
                                         problems);
    on.hint = view.say("For example, 31 3 2026. Shown on your public page once you have joined.");
    return page(
        context, joining, title, problems,
        html("<p>{}</p>{}", words,
             design::form(
                 view, {.action = task(joining, what)},
                 html("{}{}{}", rev_field(joining.membership.rev), design::date_input(view, on),
                      design::button({.label = view.say("Save"), .once = true})))));
}

html::Html staff_letter_page(const access::Context& context, const Joining& joining,
                             const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    return day_page(context, joining, view.say("The letter to all staff"),
                    view.say("The chief executive writes to everybody who works here: what is "
                             "pledged, why, and what it means for each of them. Say on which day "
                             "it went out, or goes out: it counts from that day."),
                    "staff-letter", typed, problems);
}

html::Html training_page(const access::Context& context, const Joining& joining,
                         const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    return day_page(context, joining, view.say("Training in record review"),
                    view.say("Reviewing twenty records a month with triggers tells you how often "
                             "patients are harmed here. Say on which day the training was, or for "
                             "which day it is booked."),
                    "review-training", typed, problems);
}

/// Neither long ago nor far ahead: a slip of the finger.
void check_near(const std::optional<Day>& day, Day today, Problems& problems) {
    constexpr std::chrono::days kFar{3653};
    if (day && (*day < today - kFar || *day > today + kFar))
        problems.add("on-day", "Enter a day within ten years of today.");
}

template <class Save, class Again>
Response save_day(access::Context& context, const Joining& joining, const Save& save,
                  const Again& again) {
    const auto typed = TypedDay::from(context.form, "on");
    Problems problems;
    const auto day =
        organisations::check_day(typed, "on", "Enter the day, for example 31 3 2026.", problems);
    check_near(day, context.today, problems);
    if (!problems.empty()) return http::unprocessable(again(context, joining, typed, problems));
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining.here.id());
        if (!save(db, owner, context.stamp(), as_seen(db, context, joining), day))
            return http::page(http::Status::conflict, again(context, joining, typed, overtaken()));
        return done(joining, "saved");
    });
}

// Signing -----------------------------------------------------------------------------------------

html::Html signature_page(const access::Context& context, const Joining& joining,
                          const Problems& problems) {
    const design::View& view = context.view;
    html::Html items;
    for (const Intervention& one : joining.interventions) {
        if (std::ranges::find(joining.candidate.choices, one.code) ==
            joining.candidate.choices.end())
            continue;
        std::string parts;
        for (const Intervention& part : one.parts)
            if (std::ranges::find(joining.candidate.choices, part.code) !=
                joining.candidate.choices.end())
                parts += (parts.empty() ? "" : ", ") + part.name;
        items.append("<li>{}</li>", parts.empty() ? one.name : one.name + ": " + parts);
    }
    html::Html missing;
    for (const Check& one : joining.checks)
        if (!one.met && one.condition.asks != Asks::signed_by_chief_executive)
            missing.append("<li>{}</li>", why_not(view, one, joining.candidate,
                                                  joining.interventions, context.today));
    html::Html form;
    if (missing.empty())
        form = design::form(
            view, {.action = task(joining, "signature")},
            html("{}{}{}", rev_field(joining.membership.rev),
                 design::checkboxes(
                     view,
                     {.name = "sign",
                      .choices = {{.value = "yes",
                                   .label = view.say("I sign this pledge as the chief executive "
                                                     "of {}",
                                                     joining.here.organisation.name)}},
                      .error = problems.about("sign")}),
                 design::button({.label = view.say("Sign and send"), .once = true})));
    else
        form = html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
                    view.say("It cannot be signed yet:"), missing);
    return page(
        context, joining, view.say("Sign the pledge"), problems,
        html(
            R"(<blockquote class="pr-pledge">{}</blockquote><h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>{}<p>{}</p>)",
            paragraphs(joining.membership.pledge), view.say("What you will work on"), items, form,
            view.say("The campaign’s office reads it and writes to you. Until then it is not "
                     "public.")));
}

html::Html pause_page(const access::Context& context, const Joining& joining,
                      const Problems& problems) {
    const design::View& view = context.view;
    return page(
        context, joining, view.say("Pause the membership"), problems,
        html("<p>{}</p>{}",
             view.say("From today the organisation does not count among the members. Its pledge, "
                      "choices and history stay, and it can go on at any time."),
             design::form(
                 view, {.action = task(joining, "pause")},
                 html("{}{}", rev_field(joining.membership.rev),
                      design::button({.label = view.say("Pause from today"), .once = true})))));
}

html::Html departure_page(const access::Context& context, const Joining& joining,
                          const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    auto last = organisations::date_fields(
        "last", {view.say("Last day as a member"), design::Size::m}, typed, problems);
    last.hint = view.say("Today or an earlier day. For example, 31 3 2026");
    return page(
        context, joining, view.say("Leave the campaign"), problems,
        html("<p>{}</p>{}",
             view.say("The history of the membership stays. The pledge is no longer shown. You can "
                      "join again."),
             design::form(
                 view, {.action = task(joining, "departure")},
                 html("{}{}{}{}", rev_field(joining.membership.rev), design::date_input(view, last),
                      design::textarea(
                          view, {.name = "reason",
                                 .label = {view.say("Why do you leave?"), design::Size::m},
                                 .hint = view.say("For the campaign’s office, so that it learns. "
                                                  "Not shown to others."),
                                 .value = context.form.text("reason"),
                                 .error = problems.about("reason"),
                                 .rows = 4,
                                 .most_characters = static_cast<int>(kLongestPledge)}),
                      design::button({.label = view.say("Leave the campaign"),
                                      .look = design::ButtonLook::warning,
                                      .once = true})))));
}

// Peers -------------------------------------------------------------------------------------------

html::Html comment_list(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    html::Html items;
    for (const Comment& one : comments_of(context.db, context.scope.may_read(joining.here.id()),
                                          joining.campaign.id, context.today)) {
        html::Html answer;
        if (one.answered_at)
            answer = design::tag(view.say("Answered"), design::Colour::green);
        else if (joining.leads())
            answer = design::form(
                view,
                {.action = url("/organisations/{}/campaigns/{}/comments/{}/answer",
                               joining.here.id().text(), joining.campaign.code, one.id.text())},
                html("{}{}", rev_field(one.rev),
                     design::button({.label = view.say("Mark as answered"),
                                     .look = design::ButtonLook::secondary,
                                     .small = true})));
        items.append(R"(<li class="pr-comment">{}<p class="pr-aside">{}</p>{}</li>)",
                     paragraphs(one.words),
                     one.from.empty()
                         ? view.say("{}, {}", one.name, view.words->moment(one.made_at, view.zone))
                         : view.say("{} of {}, {}", one.name, one.from,
                                    view.words->moment(one.made_at, view.zone)),
                     answer);
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("What peers say"), items);
}

}  // namespace

Response show_workspace(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const design::View& view = context.view;
    html::Html said;
    if (const auto sentence = done_sentence(view, request.parameter("done").value_or(""));
        !sentence.empty())
        said = design::notification_banner(
            view, {.notice = design::Notice::success, .heading = sentence});
    html::Html comments;
    if (joining->begun() && joining->leads()) comments = comment_list(context, *joining);
    html::Html pledge;
    if (!joining->membership.pledge.empty())
        pledge = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><blockquote class="pr-pledge">{}</blockquote>)",
            view.say("The pledge"), paragraphs(joining->membership.pledge));
    return http::ok(design::page(
        view,
        {.title = joining->campaign.name + " – " + joining->here.organisation.name,
         .breadcrumb = way(context, *joining, false)},
        design::two_thirds(
            html("{}{}<p>{}</p>{}{}{}{}{}{}{}<p>{}</p>", said,
                 design::page_heading(joining->campaign.name, joining->here.organisation.name),
                 joining->begun() ? state_tag(view, joining->membership.state)
                                  : design::tag(view.say("Not joined"), design::Colour::grey),
                 standing(context, *joining), tasks(context, *joining),
                 rule(view, *joining, context.today), pledge, comments, ways_out(view, *joining),
                 history(context, *joining),
                 link(address(joining->campaign), view.say("About the campaign"))))));
}

Response ask_for_choices(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    auto chosen = joining->candidate.choices;
    if (chosen.empty())
        for (const Intervention& one : joining->interventions)
            if (one.compulsory) chosen.push_back(one.code);
    return http::ok(choices_page(context, *joining, chosen, {}));
}

Response take_choices(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const auto codes = ticked(context.form);
    std::vector<std::string> chosen;
    for (const Intervention& one : joining->interventions) {
        if (std::ranges::find(codes, one.code) == codes.end()) continue;
        chosen.push_back(one.code);
        for (const Intervention& part : one.parts)
            if (std::ranges::find(codes, part.code) != codes.end()) chosen.push_back(part.code);
    }
    Problems problems;
    if (chosen.empty()) problems.add("interventions", "Choose at least one intervention.");
    if (joining->membership.state == State::sent)
        problems.add("", "It has been signed: take the signature back to change it.");
    // A member goes on meeting the rule that it joined by.
    if (joining->membership.takes_part() && problems.empty()) {
        Candidate candidate = joining->candidate;
        candidate.choices = chosen;
        for (const Check& one : check(conditions_of(context.db, joining->campaign.id), candidate,
                                      joining->interventions, context.today))
            if (!one.met && (one.condition.asks == Asks::interventions_at_least ||
                             one.condition.asks == Asks::intervention_compulsory ||
                             one.condition.asks == Asks::clinical_at_least ||
                             one.condition.asks == Asks::part_of_each))
                problems.add("interventions", why_not(context.view, one, candidate,
                                                      joining->interventions, context.today));
    }
    if (!problems.empty())
        return http::unprocessable(choices_page(context, *joining, codes, problems));
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining->here.id());
        if (!save_choices(db, owner, context.stamp(), as_seen(db, context, *joining), chosen,
                          context.today))
            return http::page(http::Status::conflict,
                              choices_page(context, *joining, codes, overtaken()));
        return done(*joining, "saved");
    });
}

Response ask_for_words(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(words_page(context, *joining, joining->membership.pledge,
                               joining->membership.pledge_public || !joining->begun() ||
                                   joining->membership.pledge.empty(),
                               {}));
}

Response take_words(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const std::string words(context.form.text("pledge"));
    const bool is_public = context.form.text("public") == "yes";
    Problems problems;
    if (words.empty()) problems.add("pledge", "Write what your organisation pledges.");
    check_length(problems, "pledge", words, kLongestPledge);
    if (joining->membership.state == State::sent)
        problems.add("", "It has been signed: take the signature back to change it.");
    if (joining->membership.takes_part()) {
        if (!joining->signs())
            problems.add("", "The pledge of a member is changed by its chief executive.");
        if (!is_public && asked(*joining, Asks::pledge_public))
            problems.add("public", "The campaign asks members for a public pledge: tick it.");
    }
    if (!problems.empty())
        return http::unprocessable(words_page(context, *joining, words, is_public, problems));
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining->here.id());
        if (!save_pledge(db, owner, context.stamp(), as_seen(db, context, *joining), words,
                         is_public))
            return http::page(http::Status::conflict,
                              words_page(context, *joining, words, is_public, overtaken()));
        return done(*joining, "saved");
    });
}

Response ask_for_staff_letter(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(staff_letter_page(context, *joining,
                                      TypedDay::of(joining->membership.staff_letter_on), {}));
}

Response take_staff_letter(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return save_day(context, *joining, save_staff_letter, staff_letter_page);
}

Response ask_for_training(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(
        training_page(context, *joining, TypedDay::of(joining->membership.review_training_on), {}));
}

Response take_training(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return save_day(context, *joining, save_review_training, training_page);
}

namespace {

html::Html peers_page(const access::Context& context, const Joining& joining,
                      const Problems& problems) {
    const design::View& view = context.view;
    const bool open = joining.membership.open_to_peers;
    return page(
        context, joining, view.say("Ask peers to comment"), problems,
        html("<p>{}</p>{}{}",
             open ? view.say("People of organisations that have joined can read your draft pledge "
                             "and comment on it. Nobody else can.")
                  : view.say("You can let people of organisations that have joined read your draft "
                             "pledge and comment on it. Nobody else sees it, and you can close it "
                             "again at any time."),
             design::form(view, {.action = task(joining, "peers")},
                          html("{}{}{}", rev_field(joining.membership.rev),
                               design::hidden("open", open ? "no" : "yes"),
                               design::button({.label = open ? view.say("Close the draft again")
                                                             : view.say("Open the draft to peers"),
                                               .once = true}))),
             comment_list(context, joining)));
}

}  // namespace

Response show_peers(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(peers_page(context, *joining, {}));
}

Response save_peers(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const bool open = context.form.text("open") == "yes";
    Problems problems;
    if (joining->membership.pledge.empty())
        problems.add("", "There is no draft yet: write the pledge first.");
    if (!problems.empty()) return http::unprocessable(peers_page(context, *joining, problems));
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining->here.id());
        if (!open_to_peers(db, owner, context.stamp(), as_seen(db, context, *joining), open))
            return http::page(http::Status::conflict, peers_page(context, *joining, overtaken()));
        return done(*joining, open ? "opened" : "closed");
    });
}

Response answer_comment(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    const auto id = CommentId::parse(request.part("comment"));
    if (!joining || !id) return http::not_found();
    return context.save([&](store::Writer& db) {
        mark_answered(db, context.scope.may_write(joining->here.id()), context.stamp(), *id,
                      seen_rev(context.form));
        return done(*joining, "saved");
    });
}

Response ask_for_signature(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->begun() || !joining->membership.in_preparation())
        return http::not_found();
    return http::ok(signature_page(context, *joining, {}));
}

Response take_signature(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->begun()) return http::not_found();
    Problems problems;
    if (context.form.text("sign") != "yes")
        problems.add("sign", "Tick the box to sign as the chief executive.");
    if (!problems.empty()) return http::unprocessable(signature_page(context, *joining, problems));
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining->here.id());
        switch (sign(db, owner, context.stamp(), as_seen(db, context, *joining), context.today)) {
            case Signed::done:
                return done(*joining, "signed");
            case Signed::rule_not_met:
                problems.add("", "The joining rule is not met yet: see what is missing.");
                return http::unprocessable(signature_page(context, *joining, problems));
            case Signed::overtaken:
                break;
        }
        return http::page(http::Status::conflict, signature_page(context, *joining, overtaken()));
    });
}

namespace {

/// A change that has no form to keep: the page as it is now where somebody was quicker.
template <class Change>
Response change(const Request& request, access::Context& context, std::string_view what,
                const Change& change) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->begun()) return http::not_found();
    return context.save([&](store::Writer& db) {
        Membership seen = joining->membership;
        seen.rev = seen_rev(context.form);
        const auto owner = context.scope.may_write(joining->here.id());
        if (!change(db, owner, context.stamp(), seen))
            return http::page(http::Status::conflict,
                              page(context, *joining, joining->campaign.name, overtaken(), {}));
        return done(*joining, what);
    });
}

}  // namespace

Response take_signature_back(const Request& request, access::Context& context) {
    return change(request, context, "taken-back", take_back);
}

Response ask_for_pause(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || joining->membership.state != State::joined) return http::not_found();
    return http::ok(pause_page(context, *joining, {}));
}

Response take_pause(const Request& request, access::Context& context) {
    return change(
        request, context, "paused",
        [&](store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& seen) { return pause(db, owner, stamp, seen, context.today); });
}

Response take_resumption(const Request& request, access::Context& context) {
    return change(
        request, context, "resumed",
        [&](store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& seen) { return resume(db, owner, stamp, seen, context.today); });
}

Response ask_for_departure(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->membership.takes_part()) return http::not_found();
    return http::ok(departure_page(context, *joining, TypedDay::of(context.today), {}));
}

Response take_departure(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->membership.takes_part()) return http::not_found();
    const auto typed = TypedDay::from(context.form, "last");
    const std::string reason(context.form.text("reason"));
    Problems problems;
    const auto last = organisations::check_day(typed, "last", "Enter the last day.", problems);
    const auto began =
        began_last(context.db, context.scope.may_read(joining->here.id()), joining->campaign.id);
    if (last && *last > context.today) problems.add("last-day", "Enter today or an earlier day.");
    if (last && began && *last < *began)
        problems.add("last-day",
                     "Enter a day on or after the one on which this part of the membership began.");
    if (reason.empty()) problems.add("reason", "Say in a few words why.");
    check_length(problems, "reason", reason, kLongestPledge);
    if (!problems.empty())
        return http::unprocessable(departure_page(context, *joining, typed, problems));
    return context.save([&](store::Writer& db) {
        Membership seen = joining->membership;
        seen.rev = seen_rev(context.form);
        if (!leave(db, context.scope.may_write(joining->here.id()), context.stamp(), seen, *last,
                   reason))
            return http::page(http::Status::conflict,
                              departure_page(context, *joining, typed, overtaken()));
        return done(*joining, "left");
    });
}

Response take_carry_over_consent(const Request& request, access::Context& context) {
    const bool agrees = context.form.text("agrees") == "yes";
    return change(
        request, context, "saved",
        [&](store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& seen) { return save_carry_over(db, owner, stamp, seen, agrees); });
}

}  // namespace primum::campaigns
