// The four groups: how many, how they move, how engaged they are, and what that cannot say.

#include <algorithm>
#include <chrono>

#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/details.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "momentum/actions.h"
#include "momentum/engagement.h"
#include "momentum/frame.h"
#include "momentum/sections.h"
#include "momentum/signposts.h"
#include "momentum/summary.h"
#include "organisations/typed_day.h"
#include "spc/intervals.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;
using organisations::TypedDay;

class GroupsPage {
public:
    GroupsPage(const access::Context& context, const Campaign& campaign, const TypedDay& typed,
               Day day)
        : context_(context),
          view_(context.view),
          campaign_(campaign),
          typed_(typed),
          day_(day),
          all_(facts_of(context.db, campaign)),
          acts_(acts_of(context.db, campaign, day)),
          weights_(weights_of(context.db, campaign.id)) {}

    html::Html page(const Problems& problems) const {
        return design::page(
            view_,
            {.title = view_.say("The four groups"),
             .error = !problems.empty(),
             .breadcrumb = crumbs(view_, campaign_, true)},
            html("{}{}{}{}{}{}{}{}",
                 design::page_heading(view_.say("The four groups"), campaign_.name),
                 html("<p>{}</p>",
                      view_.say("Membership of the campaign and enrolment on its programme are two "
                                "facts with dates. On any day they make four groups of those that "
                                "may join.")),
                 doors(view_, campaign_, "groups"), choose_day(problems), sizes(), over_time(),
                 comparison(), signposts()));
    }

private:
    html::Html choose_day(const Problems& problems) const {
        auto on = organisations::date_fields("on", {view_.say("On which day"), design::Size::s},
                                             typed_, problems);
        return design::search_form(
            {.action = url("/campaigns/{}/groups", campaign_.code), .id = {}, .classes = {}},
            html("{}{}", design::date_input(view_, on),
                 design::button(
                     {.label = view_.say("Show"), .look = design::ButtonLook::secondary})));
    }

    html::Html sizes() const {
        const auto sizes = groups_on(all_, campaign_, day_);
        int all = 0;
        for (const int size : sizes)
            all += size;
        std::vector<html::Html> cards;
        for (const Group group : kAllGroups)
            cards.push_back(design::figure_card(
                {.number = view_.words->whole(size_of(sizes, group)),
                 .what = view_.say(label(group)),
                 .detail = all == 0 ? std::string()
                                    : percent(static_cast<double>(size_of(sizes, group)) / all)}));
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{})",
                    view_.say("On {}: {} {}", view_.words->day(day_), all,
                              eligible_plural(context_.db, view_, campaign_)),
                    design::card_group(cards, 4));
    }

    html::Html over_time() const {
        const auto days = quarters(campaign_.starts, day_);
        if (days.empty()) return {};
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{}{})", view_.say("How they moved"),
                    groups_section(view_, eligible_plural(context_.db, view_, campaign_), all_,
                                   campaign_, days),
                    moved(days));
    }

    html::Html moved(const std::vector<Day>& days) const {
        if (days.size() < 2) return {};
        const Day from = days[days.size() - 2];
        const auto movement = momentum::movement(all_, campaign_, from, day_);
        std::vector<design::Column> columns = {{.heading = view_.say("Was in")}};
        for (const Group group : kAllGroups)
            columns.push_back({.heading = view_.say(label(group)), .numeric = true});
        design::TableWriter table(
            {.caption = view_.say("From {} to {}: who is in which group now",
                                  view_.words->day(from), view_.words->day(day_)),
             .caption_size = design::Size::s,
             .columns = columns,
             .first_cell_is_heading = true});
        for (const Group group : kAllGroups) {
            const auto& row = movement.from_to[static_cast<std::size_t>(group)];
            std::vector<design::Content> cells = {view_.say(label(group))};
            for (const Group now : kAllGroups)
                cells.emplace_back(std::to_string(size_of(row, now)));
            table.row(std::span<const design::Content>(cells));
        }
        html::Html more;
        if (movement.opened + movement.closed > 0)
            more = html("<p>{}</p>",
                        view_.say("Besides, {} opened and {} closed or merged in that time.",
                                  movement.opened, movement.closed));
        return html("{}{}", std::move(table).done(), more);
    }

    html::Html comparison() const {
        design::TableWriter table(
            {.caption =
                 view_.say("What each group did in the 91 days until {}", view_.words->day(day_)),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("Group")},
                         {.heading = view_.say("How many"), .numeric = true},
                         {.heading = view_.say("Did something (95% interval)"), .numeric = true},
                         {.heading = view_.say("Came to an event (95% interval)"), .numeric = true},
                         {.heading = view_.say("Median index (lowest to highest)"),
                          .numeric = true}},
             .first_cell_is_heading = true});
        for (const Group group : kAllGroups) {
            std::vector<double> points;
            int active = 0;
            int came = 0;
            for (const Facts* one : eligible_on(all_, campaign_, day_)) {
                if (group_on(*one, day_) != group) continue;
                const Index index = index_on(acts_.of(one->id), weights_, day_);
                points.push_back(index.points);
                if (std::ranges::any_of(index.counts, [](int count) { return count > 0; }))
                    ++active;
                if (index.counts[static_cast<std::size_t>(ActKind::attended)] > 0) ++came;
            }
            std::ranges::sort(points);
            const int all = static_cast<int>(points.size());
            table.row(view_.say(label(group)), all, share(active, all), share(came, all),
                      points.empty() ? std::string("–")
                                     : view_.say("{} ({} to {})", tenths(median(points)),
                                                 tenths(points.front()), tenths(points.back())));
        }
        return html(
            R"(<h2 class="nhsuk-heading-l">{}</h2>{}{})", view_.say("The honest comparison"),
            std::move(table).done(),
            design::warning_callout(
                view_, view_.say("What this cannot say"),
                html("<p>{}</p><p>{}</p>",
                     view_.say("The groups chose themselves. Organisations that were keen and able "
                               "before may be those that join and enrol, so a difference between "
                               "groups is not the effect of the campaign or of the programme. Who "
                               "is enrolled also has more acts to do that are counted."),
                     view_.say("Small groups differ by chance: where two intervals overlap, the "
                               "groups may well be alike. The intervals say nothing of size, kind "
                               "of patients or anything else in which the groups differ."))));
    }

    std::string share(int part, int all) const {
        if (all == 0) return "–";
        const auto interval = spc::wilson_interval(part, all, 0.95);
        return view_.say("{} ({} to {})", percent(static_cast<double>(part) / all),
                         percent(interval.lower), percent(interval.upper));
    }

    html::Html signposts() const {
        const auto noticed = all_noticed(context_.db, campaign_.id);
        design::TableWriter table(
            {.caption = view_.say("Signposts until {}", view_.words->day(context_.today)),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("To whom")},
                         {.heading = view_.say("Raised"), .numeric = true},
                         {.heading = view_.say("Seen"), .numeric = true},
                         {.heading = view_.say("Followed"), .numeric = true},
                         {.heading = view_.say("Done"), .numeric = true},
                         {.heading = view_.say("Standing today"), .numeric = true},
                         {.heading = view_.say("Days until seen, median"), .numeric = true},
                         {.heading = view_.say("Days until done, median"), .numeric = true}},
             .first_cell_is_heading = true});
        const auto row = [&](std::string_view whom, Direction direction) {
            const auto counts = counts_of(all_, noticed, direction, context_.today);
            const auto days = [&](const std::vector<double>& list) {
                return list.empty() ? std::string("–")
                                    : view_.say("{} ({} to {})", tenths(median(list)),
                                                tenths(list.front()), tenths(list.back()));
            };
            table.row(whom, counts.raised, counts.seen, counts.followed, counts.done,
                      counts.standing, days(counts.days_to_seen), days(counts.days_to_done));
        };
        row(view_.say("Signed up, not yet enrolled: how to apply"), Direction::to_programme);
        row(view_.say("Enrolled, not yet signed up: how to sign up"), Direction::to_campaign);
        return html(
            R"(<h2 class="nhsuk-heading-l">{}</h2><p>{}</p>{}{})", view_.say("Signposts"),
            view_.say("Each stands on the pages of those who lead the organisation. Done means "
                      "that the other fact began afterwards, not that the signpost brought it "
                      "about."),
            std::move(table).done(), standing(noticed));
    }

    /// Those that stand today where this person may look, and what has come of each.
    html::Html standing(
        const std::unordered_map<OrganisationId, std::vector<Noticed>>& noticed) const {
        const Visible visible(context_);
        design::TableWriter table({.caption = view_.say("Standing today"),
                                   .caption_size = design::Size::s,
                                   .columns = {{.heading = view_.say("Organisation")},
                                               {.heading = view_.say("Shows the way")},
                                               {.heading = view_.say("Since")},
                                               {.heading = view_.say("What came of it")}},
                                   .first_cell_is_heading = true,
                                   .compact = true});
        bool any = false;
        for (const Facts* one : eligible_on(all_, campaign_, context_.today)) {
            const auto post = signpost_on(*one, context_.today);
            if (!post || !visible.has(one->id)) continue;
            any = true;
            table.row(design::link(url("/campaigns/{}/momentum/{}", campaign_.code, one->id.text()),
                                   one->name),
                      post->direction == Direction::to_programme ? view_.say("To the programme")
                                                                 : view_.say("To the campaign"),
                      view_.words->day(post->since), what_came(*post, noticed, one->id));
        }
        if (!any) return {};
        return design::details({.summary = view_.say("Whose signposts stand today")},
                               std::move(table).done());
    }

    std::string what_came(const Signpost& post,
                          const std::unordered_map<OrganisationId, std::vector<Noticed>>& noticed,
                          OrganisationId organisation) const {
        const auto known = noticed.find(organisation);
        if (known != noticed.end())
            for (const Noticed& one : known->second) {
                if (one.direction != post.direction || one.since != post.since) continue;
                const auto day = [&](Instant at) {
                    return view_.words->day(std::chrono::floor<std::chrono::days>(at));
                };
                if (one.followed_at) return view_.say("Followed on {}", day(*one.followed_at));
                if (one.seen_at) return view_.say("Seen on {}", day(*one.seen_at));
            }
        return std::string(view_.say("Not seen yet"));
    }

    const access::Context& context_;
    const design::View& view_;
    const Campaign& campaign_;
    const TypedDay& typed_;
    Day day_;
    std::vector<Facts> all_;
    ActsByOrganisation acts_;
    std::vector<Weight> weights_;
};

}  // namespace

http::Response show_groups(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const auto part = [&](std::string_view name) { return request.parameter(name).value_or(""); };
    TypedDay typed{part("on-day"), part("on-month"), part("on-year")};
    Problems problems;
    const Day wanted = organisations::check_day(typed, "on", "", problems).value_or(context.today);
    if (wanted > context.today) problems.add("on-day", "Enter a day that is not in the future.");
    if (typed.empty()) typed = TypedDay::of(context.today);
    const auto page =
        GroupsPage(context, *campaign, typed, std::min(wanted, context.today)).page(problems);
    return problems.empty() ? http::ok(page) : http::unprocessable(page);
}

}  // namespace primum::momentum
