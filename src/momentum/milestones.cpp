// Setting milestones.

#include <charconv>
#include <cmath>

#include "base/characters.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "momentum/actions.h"
#include "momentum/frame.h"
#include "organisations/typed_day.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

constexpr std::size_t kLongestName = 120;
constexpr double kGreatest = 1'000'000;

struct MilestoneForm {
    std::string name;
    std::string measure;
    std::string target;  ///< of a share: in percent
    TypedDay due;
    std::string rev;

    static MilestoneForm from(const http::Form& form) {
        return {std::string(form.text("name")), std::string(form.text("measure")),
                std::string(form.text("target")), TypedDay::from(form, "due"),
                std::string(form.text("rev"))};
    }
    static MilestoneForm of(const Milestone& milestone) {
        const double shown = milestone.measure == Measured::share_of_eligible
                                 ? milestone.target * 100
                                 : milestone.target;
        std::string target;
        html::append_number(target, shown);
        return {milestone.name, std::string(momentum::name(milestone.measure)), target,
                TypedDay::of(milestone.due), std::to_string(milestone.rev)};
    }
};

std::optional<double> number(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

Valid<Milestone> check(const MilestoneForm& form) {
    Problems problems;
    Milestone milestone{.id = {}, .name = form.name, .measure = {}, .target = 0, .due = {}};
    if (form.name.empty())
        problems.add("name", "Enter what the milestone is called.");
    else if (characters(form.name) > kLongestName)
        problems.add("name", "Use 120 characters or fewer.");
    const auto measure = parse_measured(form.measure);
    if (!measure) problems.add("measure", "Choose what is counted.");
    const auto target = number(form.target);
    const bool share = measure == Measured::share_of_eligible;
    if (!target || *target <= 0 || *target > (share ? 100 : kGreatest))
        share ? problems.add("target", "Enter a share above 0 and up to 100.")
              : problems.add("target", "Enter a number above 0 and up to 1,000,000.");
    const auto due = organisations::check_day(form.due, "due", "Enter the day.", problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    milestone.measure = *measure;
    milestone.target = share ? *target / 100 : *target;
    milestone.due = *due;
    return milestone;
}

html::Html milestone_page(const access::Context& context, const Campaign& campaign,
                          const std::optional<Milestone>& known, const MilestoneForm& form,
                          const Problems& problems) {
    const design::View& view = context.view;
    const std::string title(known ? view.say("Change a milestone") : view.say("Add a milestone"));
    const auto where = known ? url("/campaigns/{}/milestones/{}", campaign.code, known->id.text())
                             : url("/campaigns/{}/milestones/new", campaign.code);
    std::vector<design::Choice> choices;
    for (const Measured measured : {Measured::members, Measured::share_of_eligible,
                                    Measured::enrolled, Measured::personal_pledges})
        choices.push_back({.value = name(measured),
                           .label = view.say(label(measured)),
                           .hint = {},
                           .then_ask = {},
                           .divider = {}});
    auto due = organisations::date_fields("due", {view.say("By when"), design::Size::s}, form.due,
                                          problems);
    due.hint = view.say("For example, 31 3 2027");
    html::Html remove;
    if (known)
        remove = design::form(
            view,
            {.action = url("/campaigns/{}/milestones/{}/removal", campaign.code, known->id.text()),
             .id = {},
             .classes = {}},
            html("{}{}", design::hidden("rev", std::to_string(known->rev)),
                 design::button({.label = view.say("Remove this milestone"),
                                 .look = design::ButtonLook::warning,
                                 .once = true})));
    return design::page(
        view,
        {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view, campaign, true)},
        design::two_thirds(html(
            R"({}{}{}<p><a class="nhsuk-link" href="{}">{}</a></p>{})",
            design::error_summary(view, problems), design::page_heading(title, campaign.name),
            design::form(
                view, {.action = where, .id = {}, .classes = {}},
                html("{}{}{}{}{}{}", design::hidden("rev", form.rev),
                     design::input(view, {.name = "name",
                                          .label = {view.say("Name"), design::Size::s},
                                          .hint = view.say("For example, Half of all trusts"),
                                          .value = form.name,
                                          .error = problems.about("name")}),
                     design::radios(view, {.name = "measure",
                                           .legend = {view.say("What is counted"), design::Size::s},
                                           .hint = {},
                                           .choices = std::move(choices),
                                           .value = form.measure,
                                           .error = problems.about("measure")}),
                     design::input(view, {.name = "target",
                                          .label = {view.say("Target"), design::Size::s},
                                          .hint = view.say("A number; of a share, in percent"),
                                          .value = form.target,
                                          .error = problems.about("target"),
                                          .width = 10,
                                          .inputmode = "decimal"}),
                     design::date_input(view, due),
                     design::button({.label = view.say("Save"), .once = true}))),
            board_address(campaign), view.say("Cancel and go back"), remove)));
}

std::optional<Campaign> kept(const http::Request& request, const access::Context& context) {
    auto campaign = campaign_of(request, context);
    if (campaign && !context.scope.can_write(campaign->owner)) return {};
    return campaign;
}

std::optional<Milestone> milestone_of(const http::Request& request, const access::Context& context,
                                      const Campaign& campaign) {
    const auto id = MilestoneId::parse(request.part("milestone"));
    if (!id) return {};
    return find_milestone(context.db, campaign.id, *id);
}

http::Response done(const Campaign& campaign, std::string_view what) {
    return http::see_other(url("/campaigns/{}/momentum?done={}", campaign.code, what));
}

}  // namespace

http::Response ask_for_milestone(const http::Request& request, access::Context& context) {
    const auto campaign = kept(request, context);
    if (!campaign) return http::not_found();
    return http::ok(milestone_page(context, *campaign, {}, {}, {}));
}

http::Response add_new_milestone(const http::Request& request, access::Context& context) {
    const auto campaign = kept(request, context);
    if (!campaign) return http::not_found();
    const auto form = MilestoneForm::from(context.form);
    const auto milestone = check(form);
    if (!milestone)
        return http::unprocessable(milestone_page(context, *campaign, {}, form, milestone.error()));
    const auto owner = context.scope.may_write(campaign->owner);
    return context.save([&](store::Writer& db) {
        add_milestone(db, owner, context.stamp(), campaign->id, *milestone);
        return done(*campaign, "milestone");
    });
}

http::Response ask_for_change(const http::Request& request, access::Context& context) {
    const auto campaign = kept(request, context);
    if (!campaign) return http::not_found();
    const auto known = milestone_of(request, context, *campaign);
    if (!known) return http::not_found();
    return http::ok(milestone_page(context, *campaign, known, MilestoneForm::of(*known), {}));
}

http::Response change_milestone(const http::Request& request, access::Context& context) {
    const auto campaign = kept(request, context);
    if (!campaign) return http::not_found();
    const auto known = milestone_of(request, context, *campaign);
    if (!known) return http::not_found();
    auto form = MilestoneForm::from(context.form);
    auto milestone = check(form);
    if (!milestone)
        return http::unprocessable(
            milestone_page(context, *campaign, known, form, milestone.error()));
    milestone->id = known->id;
    milestone->rev = number(form.rev) ? static_cast<std::int64_t>(*number(form.rev)) : 0;
    const auto owner = context.scope.may_write(campaign->owner);
    return context.save([&](store::Writer& db) {
        if (!save_milestone(db, owner, context.stamp(), *milestone)) {
            form.rev = std::to_string(known->rev);
            return http::page(http::Status::conflict,
                              milestone_page(context, *campaign, known, form, overtaken()));
        }
        return done(*campaign, "milestone");
    });
}

http::Response take_milestone_away(const http::Request& request, access::Context& context) {
    const auto campaign = kept(request, context);
    if (!campaign) return http::not_found();
    auto known = milestone_of(request, context, *campaign);
    if (!known) return http::not_found();
    const auto rev = number(context.form.text("rev"));
    const auto owner = context.scope.may_write(campaign->owner);
    return context.save([&](store::Writer& db) {
        Milestone seen = *known;
        seen.rev = rev ? static_cast<std::int64_t>(*rev) : 0;
        if (!remove_milestone(db, owner, context.stamp(), seen))
            return http::page(
                http::Status::conflict,
                milestone_page(context, *campaign, known, MilestoneForm::of(*known), overtaken()));
        return done(*campaign, "removed");
    });
}

}  // namespace primum::momentum
