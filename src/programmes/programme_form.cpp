#include "programmes/programme_form.h"

#include "campaigns/campaign.h"
#include "design/choices.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/select.h"
#include "design/textarea.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;

Programme from_form(const http::Form& form, Programme programme) {
    programme.name = form.text("name");
    programme.short_name = form.text("short_name");
    programme.summary = form.text("summary");
    programme.supports = form.text("supports");
    programme.criteria = form.text("criteria");
    programme.asked = form.text("asked");
    programme.status = form.text("status");
    programme.waiting_rule =
        form.text("rule") == "order" ? WaitingRule::order : WaitingRule::complete_first;
    programme.campaign = Uuid::parse(form.text("campaign"));
    programme.rev = rev_of(form);
    return programme;
}

Problems check(const store::Reader& db, const Programme& programme, const http::Form& form) {
    Problems problems;
    check_text(programme.name, "name", kShortText, "Enter a name.", problems);
    check_text(programme.short_name, "short_name", kShortText, "", problems);
    check_text(programme.summary, "summary", kLongText, "Say in a few words what it is.", problems);
    check_text(programme.supports, "supports", kLongText, "", problems);
    check_text(programme.criteria, "criteria", kLongText, "", problems);
    check_text(programme.asked, "asked", kLongText, "", problems);
    if (programme.status != "draft" && programme.status != "open" && programme.status != "closed")
        problems.add("status", "Choose one of these.");
    if (!form.text("campaign").empty() &&
        (!programme.campaign ||
         !campaigns::find_campaign(db, campaigns::CampaignId(*programme.campaign))))
        problems.add("campaign", "Choose one of the campaigns.");
    return problems;
}

html::Html words_fields(const access::Context& context, const Programme& programme,
                        const Problems& problems) {
    const design::View& view = context.view;
    std::vector<design::Option> campaigns{{.value = "", .label = view.say("None")}};
    for (const campaigns::Campaign& one : campaigns::campaigns_of(context.db))
        campaigns.push_back({.value = one.id.text(), .label = one.name});
    const auto words = [&](const char* name, std::string_view label, std::string_view hint,
                           const std::string& value) {
        return design::textarea(view, {.name = name,
                                       .label = {label, design::Size::s},
                                       .hint = hint,
                                       .value = value,
                                       .error = problems.about(name),
                                       .rows = 4});
    };
    return html(
        "{}{}{}{}{}{}{}{}{}",
        design::input(view, {.name = "name",
                             .label = {view.say("Name"), design::Size::s},
                             .value = programme.name,
                             .error = problems.about("name")}),
        design::input(view,
                      {.name = "short_name",
                       .label = {view.say("Short name (optional)"), design::Size::s},
                       .hint = view.say("For example, LIPS: cohorts are then LIPS I, LIPS II"),
                       .value = programme.short_name,
                       .error = problems.about("short_name"),
                       .width = 10}),
        words("summary", view.say("What it is"), view.say("One or two sentences"),
              programme.summary),
        design::select(view, {.name = "campaign",
                              .label = {view.say("The campaign it supports"), design::Size::s},
                              .options = std::move(campaigns),
                              .value = programme.campaign ? std::string(programme.campaign->text())
                                                          : std::string(),
                              .error = problems.about("campaign")}),
        words("supports", view.say("How it supports and complements the campaign"), "",
              programme.supports),
        words("criteria", view.say("Who it is for"), view.say("The criteria, in plain words"),
              programme.criteria),
        words("asked", view.say("What an application asks"), "", programme.asked),
        design::radios(
            view,
            {.name = "rule",
             .legend = {view.say("Who comes first on the waiting list"), design::Size::s},
             .choices = {{.value = "complete_first",
                          .label = view.say("Complete teams, then the order of sending")},
                         {.value = "order", .label = view.say("The order of sending alone")}},
             .value = programme.waiting_rule == WaitingRule::order ? "order" : "complete_first"}),
        design::radios(view, {.name = "status",
                              .legend = {view.say("Status"), design::Size::s},
                              .choices = {{.value = "draft",
                                           .label = view.say("Draft: visitors do not see it")},
                                          {.value = "open", .label = view.say("Open")},
                                          {.value = "closed", .label = view.say("Closed")}},
                              .value = programme.status,
                              .error = problems.about("status")}));
}

}  // namespace primum::programmes
