// A person's own pledge, from the first word to what came of it.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/certificate.h"
#include "campaigns/frame.h"
#include "campaigns/letters.h"
#include "campaigns/pledge.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/input.h"
#include "design/notification_banner.h"
#include "design/summary_list.h"
#include "design/textarea.h"
#include "organisations/typed_day.h"
#include "people/frame.h"
#include "people/person.h"
#include "people/throttle.h"
#include "people/visitor.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

struct Typed {
    std::string name;
    std::string email;
    std::string place;
    std::string pledge;
    std::string act;
    TypedDay by;
    bool is_public = false;

    static Typed from(const http::Form& form) {
        return {.name = std::string(form.text("name")),
                .email = std::string(form.text("email")),
                .place = std::string(form.text("place")),
                .pledge = std::string(form.text("pledge")),
                .act = std::string(form.text("act")),
                .by = TypedDay::from(form, "by"),
                .is_public = form.text("public") == "yes"};
    }
};

html::Html mine(const access::Context& context, const Campaign& campaign) {
    if (!context.session) return {};
    const design::View& view = context.view;
    html::Html items;
    for (const PersonalPledge& one : pledges_of(context.db, context.person().id))
        if (one.campaign == campaign.id)
            items.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)",
                         url("/pledge?id={}", one.id.text()),
                         one.act.empty() ? one.pledge : one.act);
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-s">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("What you have pledged before"), items);
}

html::Html pledge_form(const people::Accounts& accounts, const access::Context& context,
                       const Campaign& campaign, const Typed& typed, const Problems& problems) {
    const design::View& view = context.view;
    html::Html who;
    if (context.session)
        who = html("<p>{}</p>", view.say("You are signed in as {}: your pledge counts at once.",
                                         context.person().name));
    else
        who = html(
            "{}{}",
            design::input(view, {.name = "name",
                                 .label = view.say("Your name"),
                                 .value = typed.name,
                                 .error = problems.about("name"),
                                 .autocomplete = "name"}),
            design::input(view, {.name = "email",
                                 .label = view.say("Email address"),
                                 .hint = view.say("We send a link that confirms your pledge, and "
                                                  "ask once what came of it. It is never shown."),
                                 .value = typed.email,
                                 .error = problems.about("email"),
                                 .type = "email",
                                 .autocomplete = "email",
                                 .spellcheck = false}));
    auto by = organisations::date_fields("by", {view.say("By when?"), design::Size::s}, typed.by,
                                         problems);
    by.hint = view.say("On that day we ask what happened. For example, 30 6 2027");
    return form_page(
        context, campaign, crumbs(view, campaign), view.say("Make your own pledge"), campaign.name,
        problems,
        html(R"({}<p class="nhsuk-body-l">{}</p>{}{})",
             context.session ? html::Html() : people::mail_notice(accounts, view),
             view.say("One thing that you will do yourself for the safety of patients, wherever in "
                      "the world you are."),
             design::form(
                 view, {.action = url("/campaigns/{}/pledge", campaign.code)},
                 html("{}{}{}{}{}{}{}",
                      design::textarea(
                          view, {.name = "pledge",
                                 .label = {view.say("I pledge that …"), design::Size::s},
                                 .hint = view.say("For example: I will never walk past a patient "
                                                  "whose observations are late."),
                                 .value = typed.pledge,
                                 .error = problems.about("pledge"),
                                 .rows = 4,
                                 .most_characters = static_cast<int>(kLongestPledge)}),
                      design::textarea(
                          view, {.name = "act",
                                 .label = {view.say("What will you do?"), design::Size::s},
                                 .hint = view.say("An act that you can say is done. For example: "
                                                  "check the observation times of my bay at every "
                                                  "handover for a month."),
                                 .value = typed.act,
                                 .error = problems.about("act"),
                                 .rows = 3,
                                 .most_characters = static_cast<int>(kLongestPledge)}),
                      design::date_input(view, by), who,
                      design::input(view, {.name = "place",
                                           .label = view.say("Where you are (optional)"),
                                           .hint = view.say("A town, a country, a ward: what you "
                                                            "wish others to read"),
                                           .value = typed.place,
                                           .error = problems.about("place")}),
                      design::checkboxes(
                          view,
                          {.name = "public",
                           .choices = {{.value = "yes",
                                        .label = view.say("Let everybody read it, with my name"),
                                        .hint = view.say("Otherwise it is counted and nothing "
                                                         "more. You can withdraw it at any "
                                                         "time.")}},
                           .values = typed.is_public ? std::vector<std::string>{"yes"}
                                                     : std::vector<std::string>{}}),
                      design::button({.label = view.say("Make my pledge"), .once = true}))),
             mine(context, campaign)));
}

Problems check(const access::Context& context, const Typed& typed, std::optional<Day>& by) {
    Problems problems;
    if (typed.pledge.empty()) problems.add("pledge", "Write what you pledge.");
    check_length(problems, "pledge", typed.pledge, kLongestPledge);
    if (typed.act.empty()) problems.add("act", "Write what you will do.");
    check_length(problems, "act", typed.act, kLongestPledge);
    by = organisations::check_day(typed.by, "by", "Enter the day by which you will have done it.",
                                  problems);
    if (by && *by < context.today) problems.add("by-day", "Enter today or a later day.");
    constexpr std::chrono::days kTenYears{3653};
    if (by && *by > context.today + kTenYears)
        problems.add("by-day", "Enter a day within the next ten years.");
    if (!context.session) {
        if (typed.name.empty()) problems.add("name", "Enter your name.");
        check_length(problems, "name", typed.name, kLongestLine);
        people::add_fault(problems, "email",
                          people::email_fault(people::normal_email(typed.email)));
    }
    check_length(problems, "place", typed.place, kLongestLine);
    return problems;
}

/// The form again for whoever must wait: nothing typed is lost.
Response wait(const people::Accounts& accounts, access::Context& context, const Campaign& campaign,
              const Typed& typed) {
    Problems problems;
    problems.add(
        "", "Many pledges have come from where you are. Wait a minute, then send yours again.");
    Response response = http::page(http::Status::too_many_requests,
                                   pledge_form(accounts, context, campaign, typed, problems));
    response.headers.set("Retry-After", "60");
    return response;
}

/// By the key of a letter, or by its number for whoever made it while signed in.
std::optional<PersonalPledge> find_mine(const access::Context& context, std::string_view key,
                                        std::string_view id) {
    if (auto pledge = find_pledge(context.db, key)) return pledge;
    const auto parsed = PersonalPledgeId::parse(id);
    if (!parsed || !context.session) return {};
    auto pledge = find_pledge(context.db, *parsed);
    if (!pledge || pledge->person != context.person().id) return {};
    return pledge;
}

html::Html which(std::string_view key, std::string_view id) {
    return html("{}{}", design::hidden("k", key), design::hidden("id", id));
}

html::Html outcome_form(const access::Context& context, const PersonalPledge& pledge,
                        std::string_view key, std::string_view id, const Problems& problems) {
    const design::View& view = context.view;
    const auto& form = context.form;
    const bool again = !problems.empty();
    auto until = organisations::date_fields("until", {view.say("By when then?"), design::Size::s},
                                            TypedDay::from(form, "until"), problems);
    const std::string outcome = again ? std::string(form.text("outcome")) : pledge.outcome;
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view.say("Have you done it?"),
        design::form(
            view, {.action = url("/pledge/outcome")},
            html(
                "{}{}{}{}{}", which(key, id), rev_field(pledge.rev),
                design::radios(
                    view, {.name = "what",
                           .legend = view.say("What happened?"),
                           .choices = {{.value = "done", .label = view.say("Yes, it is done")},
                                       {.value = "later",
                                        .label = view.say("Not yet"),
                                        .then_ask = design::date_input(view, until)},
                                       {.value = "never", .label = view.say("No, and I will not")}},
                           .value = again            ? std::string(form.text("what"))
                                    : pledge.done_on ? "done"
                                                     : "",
                           .error = problems.about("what")}),
                design::textarea(
                    view, {.name = "outcome",
                           .label = view.say("What came of it (optional)"),
                           .hint = view.say("What worked and what did not: others learn from "
                                            "both. Shown beside your pledge where that is "
                                            "public."),
                           .value = outcome,
                           .error = problems.about("outcome"),
                           .rows = 4,
                           .most_characters = static_cast<int>(kLongestPledge)}),
                design::button({.label = view.say("Save"), .once = true}))));
}

html::Html pledge_page(const access::Context& context, const PersonalPledge& pledge,
                       std::string_view key, std::string_view id, std::string_view done,
                       const Problems& problems) {
    const design::View& view = context.view;
    const auto campaign = find_campaign(context.db, pledge.campaign).value();
    html::Html head;
    const auto say = [&](std::string_view heading, const html::Html& body) {
        head = design::notification_banner(
            view, {.notice = design::Notice::success, .heading = heading, .body = body});
    };
    if (done == "made" || done == "confirmed")
        say(view.say("Thank you: your pledge counts"),
            pledge.act_on ? html("<p>{}</p>", view.say("On {} we ask what came of it.",
                                                       view.words->day(*pledge.act_on)))
                          : html::Html());
    if (done == "saved") say(view.say("Thank you for saying so"), {});
    std::vector<design::SummaryRow> rows = {
        {view.say("Pledge"), paragraphs(pledge.pledge), {}},
        {view.say("What you will do"), paragraphs(pledge.act), {}},
        {view.say("By"), pledge.act_on ? view.words->day(*pledge.act_on) : std::string(), {}},
        {view.say("Who may read it"),
         pledge.is_public ? view.say("Everybody, with your name")
                          : view.say("Nobody: it is counted"),
         {}},
    };
    if (pledge.done_on) rows.push_back({view.say("Done on"), view.words->day(*pledge.done_on), {}});
    if (!pledge.outcome.empty())
        rows.push_back({view.say("What came of it"), paragraphs(pledge.outcome), {}});

    html::Html next;
    if (!pledge.confirmed_at)
        next =
            html("<p>{}</p>{}", view.say("Your pledge counts once you have confirmed it here."),
                 design::form(
                     view, {.action = url("/pledge/confirmation")},
                     html("{}{}", which(key, id),
                          design::button({.label = view.say("Confirm my pledge"), .once = true}))));
    else
        next = html(
            R"(<p><a class="nhsuk-link" href="{}">{}</a> · <a class="nhsuk-link" href="{}">{}</a></p>{})",
            key.empty() ? url("/pledge/certificate?id={}", id)
                        : url("/pledge/certificate?k={}", key),
            view.say("Your certificate"), url("/campaigns/{}/pledges", campaign.code),
            view.say("What others have pledged"), outcome_form(context, pledge, key, id, problems));
    const html::Html withdrawal =
        html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{})", view.say("Withdraw it"),
             view.say("Your name, your address and your words are taken away for good."),
             design::form(view, {.action = url("/pledge/withdrawal")},
                          html("{}{}{}", which(key, id), rev_field(pledge.rev),
                               design::button({.label = view.say("Withdraw my pledge"),
                                               .look = design::ButtonLook::warning,
                                               .once = true}))));
    return form_page(
        context, campaign, crumbs(view, campaign), view.say("Your pledge"), campaign.name, problems,
        html("{}{}{}{}", head, design::summary_list(view, {.rows = rows}), next, withdrawal));
}

Response answer(html::Html page) {
    return people::without_referrer(http::ok(std::move(page)));
}

html::Url page_of(std::string_view key, std::string_view id, std::string_view done) {
    if (key.empty()) return url("/pledge?id={}&done={}", id, done);
    return url("/pledge?k={}&done={}", key, done);
}

Response gone(const access::Context& context) {
    return people::link_is_used(context);
}

}  // namespace

Response ask_for_pledge(const people::Accounts& accounts, const Request& request,
                        access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || !campaign->open()) return http::not_found();
    return http::ok(pledge_form(accounts, context, *campaign, {}, {}));
}

Response take_pledge(const people::Accounts& accounts, const Request& request,
                     access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || !campaign->open()) return http::not_found();
    const Typed typed = Typed::from(context.form);
    std::optional<Day> by;
    const Problems problems = check(context, typed, by);
    if (!problems.empty())
        return http::unprocessable(pledge_form(accounts, context, *campaign, typed, problems));

    PersonalPledge pledge;
    pledge.campaign = campaign->id;
    pledge.name = typed.name;
    pledge.email = people::normal_email(typed.email);
    pledge.place = typed.place;
    pledge.pledge = typed.pledge;
    pledge.act = typed.act;
    pledge.act_on = by;
    pledge.is_public = typed.is_public;
    pledge.made_at = context.now;
    pledge.language = context.view.words->code();
    if (context.session) {
        pledge.person = context.person().id;
        pledge.name = context.person().name;
        pledge.email = context.person().email;
        pledge.confirmed_at = context.now;
    }
    const std::string network = people::network_of(request.peer.address);
    return context.save([&](store::Writer& db) {
        if (people::network_blocked_until(db, "pledge:" + network, context.now))
            return wait(accounts, context, *campaign, typed);
        const auto& words = *context.view.words;
        if (context.session) {
            const auto made = make_pledge(db, context.stamp(), pledge);
            accounts.outbox.queue(
                db, thanks_letter(accounts, words, *campaign, pledge, made.key, context.now));
            return http::see_other(page_of("", made.id.text(), "made"));
        }
        // An address that gets letter after letter gets no more for a while; who asks is told the
        // same, so that nobody learns which addresses have pledged.
        const auto subject = people::account_subject("pledge:" + pledge.email);
        if (!people::blocked_until(db, subject, context.now)) {
            const auto made = make_pledge(db, context.stamp(), pledge);
            accounts.outbox.queue(
                db, confirm_letter(accounts, words, *campaign, pledge, made.key, context.now));
        }
        return http::see_other(url("/campaigns/{}/pledge/sent", campaign->code));
    });
}

Response show_pledge_sent(const people::Accounts& accounts, const Request& request,
                          access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    return http::ok(form_page(
        context, *campaign, crumbs(view, *campaign), view.say("Check your email"), campaign->name,
        {},
        html("{}<p>{}</p><p>{}</p><p>{}</p>", people::mail_notice(accounts, view),
             view.say("We have sent you a letter with a link. Your pledge counts once you have "
                      "opened the link and confirmed it."),
             view.say("The link works for 7 days for confirming. Later it leads to your "
                      "certificate, and lets you say what came of your pledge or withdraw it."),
             view.say("If nothing comes, look into your spam folder, then check the address and "
                      "make the pledge again."))));
}

Response show_pledge(const Request& request, access::Context& context) {
    const std::string key = request.parameter("k").value_or("");
    const std::string id = request.parameter("id").value_or("");
    const auto pledge = find_mine(context, key, id);
    if (!pledge) return gone(context);
    return answer(
        pledge_page(context, *pledge, key, id, request.parameter("done").value_or(""), {}));
}

Response show_pledge_certificate(const Request& request, access::Context& context) {
    const auto pledge = find_mine(context, request.parameter("k").value_or(""),
                                  request.parameter("id").value_or(""));
    if (!pledge || !pledge->counts()) return gone(context);
    const auto campaign = find_campaign(context.db, pledge->campaign).value();
    const design::View& view = context.view;
    const Certificate certificate{
        .heading = std::string(view.say("Certificate of a pledge")),
        .who = pledge->name,
        .sentence = view.say("has pledged: “{}”", pledge->pledge),
        .lines = {pledge->act},
        .campaign = campaign.name,
        .strapline = campaign.place,
        .date = pledge->done_on  ? view.say("Done on {}", view.words->day(*pledge->done_on))
                : pledge->act_on ? view.say("By {}", view.words->day(*pledge->act_on))
                                 : std::string(),
        .footer =
            view.say("Made on {}. In the words of who made it.",
                     view.words->day(std::chrono::floor<std::chrono::days>(pledge->made_at)))};
    return answer(design::page(
        view, {.title = view.say("Your certificate"), .breadcrumb = crumbs(view, campaign)},
        html(R"({}<div class="pr-certificate-frame">{}</div><p class="pr-not-printed">{}</p>)",
             design::page_heading(view.say("Your certificate"), campaign.name),
             picture(certificate), view.say("Print this page: only the certificate is printed."))));
}

Response confirm_pledge(const Request&, access::Context& context) {
    const std::string key(context.form.text("k"));
    const std::string id(context.form.text("id"));
    return context.save([&](store::Writer& db) {
        const auto pledge = find_pledge(db, key);
        if (!pledge) return gone(context);
        confirm(db, context.stamp(), *pledge);
        return http::see_other(page_of(key, id, "confirmed"));
    });
}

Response save_outcome(const Request&, access::Context& context) {
    const std::string key(context.form.text("k"));
    const std::string id(context.form.text("id"));
    auto pledge = find_mine(context, key, id);
    if (!pledge || !pledge->counts()) return gone(context);
    const std::string_view what = context.form.text("what");
    const std::string outcome(context.form.text("outcome"));
    Problems problems;
    std::optional<Day> until;
    if (what != "done" && what != "later" && what != "never")
        problems.add("what", "Choose what happened.");
    if (what == "later") {
        until = organisations::check_day(TypedDay::from(context.form, "until"), "until",
                                         "Enter the day by which you will have done it.", problems);
        if (until && *until <= context.today) problems.add("until-day", "Enter a day after today.");
    }
    if (what == "never" && outcome.empty())
        problems.add("outcome", "Say in a few words why not: others learn from it.");
    check_length(problems, "outcome", outcome, kLongestPledge);
    if (!problems.empty())
        return people::without_referrer(
            http::unprocessable(pledge_page(context, *pledge, key, id, "", problems)));
    pledge->rev = seen_rev(context.form);
    return context.save([&](store::Writer& db) {
        const auto stamp = context.stamp();
        const bool saved = what == "done"    ? say_done(db, stamp, *pledge, context.today, outcome)
                           : what == "later" ? put_off(db, stamp, *pledge, *until)
                                             : give_up(db, stamp, *pledge, outcome);
        if (!saved)
            return people::without_referrer(http::page(
                http::Status::conflict,
                pledge_page(context, *find_mine(context, key, id), key, id, "", overtaken())));
        return http::see_other(page_of(key, id, "saved"));
    });
}

Response withdraw_pledge(const Request&, access::Context& context) {
    const std::string key(context.form.text("k"));
    const std::string id(context.form.text("id"));
    return context.save([&](store::Writer& db) {
        const auto pledge = find_mine(context, key, id);
        if (!pledge || !withdraw(db, context.stamp(), *pledge)) return gone(context);
        const design::View& view = context.view;
        return http::ok(people::plain_page(
            view, view.say("Your pledge is withdrawn"),
            html("<p>{}</p>", view.say("Your name, your address and your words have been taken "
                                       "away."))));
    });
}

}  // namespace primum::campaigns
