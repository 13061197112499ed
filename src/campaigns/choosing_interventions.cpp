// An organisation chooses the interventions that it works on.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/workspace.h"
#include "design/choices.h"

namespace primum::campaigns {
namespace {

using html::html;

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
                       .small = true,
                       .id = "parts-" + one.code});
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
        if (is_about_choices(one))
            rule.append("<li>{}</li>", says(view, one.condition, joining.interventions));
    return task_page(
        context, joining, view.say("Choose your interventions"), problems,
        html("{}{}",
             rule.empty() ? rule
                          : html(R"(<p>{}</p><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
                                 view.say("The campaign asks:"), rule),
             task_form(view, joining, "interventions",
                       html("{}{}",
                            design::checkboxes(view, {.name = "interventions",
                                                      .legend = {view.say("What will you work on?"),
                                                                 design::Size::m},
                                                      .choices = choices,
                                                      .values = values,
                                                      .error = problems.about("interventions")}),
                            save_button(view)))));
}

}  // namespace

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
            if (!one.met && is_about_choices(one))
                problems.add("interventions", why_not(context.view, one, candidate,
                                                      joining->interventions, context.today));
    }
    if (!problems.empty())
        return http::unprocessable(choices_page(context, *joining, codes, problems));
    return save_task(
        context, *joining, "saved",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return save_choices(db, owner, stamp, seen, chosen, context.today);
        },
        [&](const Problems& overtaken) {
            return choices_page(context, *joining, codes, overtaken);
        });
}

}  // namespace primum::campaigns
