// The momentum board for those who run a campaign, and its public sister.

#include <algorithm>
#include <chrono>

#include "chart/number.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "measures/address.h"
#include "momentum/actions.h"
#include "momentum/curve.h"
#include "momentum/engagement.h"
#include "momentum/frame.h"
#include "momentum/sections.h"
#include "momentum/summary.h"
#include "organisations/tree.h"
#include "spc/intervals.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;

constexpr std::size_t kShownCooling = 8;

/// The campaign's first year is 1.
int year_of(const Campaign& campaign, Day today) {
    using namespace std::chrono;
    int year = 1;
    const year_month_day start(campaign.starts);
    while (sys_days((start.year() + years(year)) / start.month() / start.day()) <= today)
        ++year;
    return year;
}

std::string year_sentence(const design::View& view, int year) {
    if (year == 1)
        return std::string(
            view.say("This is the campaign's first year, which shows will: who joins, who pledges, "
                     "who applies. What they do about it stands further down."));
    return view.say(
        "This is year {} of the campaign. The first year shows will; from the second on evidence "
        "counts, so what has been done comes first.",
        year);
}

/// "31% (95% interval 24% to 39%)".
std::string with_interval(const design::View& view, int part, int all) {
    if (all == 0) return "–";
    const auto interval = spc::wilson_interval(part, all, 0.95);
    return view.say("{} ({} to {})", percent(static_cast<double>(part) / all),
                    percent(interval.lower), percent(interval.upper));
}

class Board {
public:
    Board(const http::Request& request, access::Context& context, const Campaign& campaign)
        : request_(request),
          context_(context),
          view_(context.view),
          campaign_(campaign),
          today_(context.today),
          all_(facts_of(context.db, campaign)),
          acts_(acts_of(context.db, campaign, context.today)),
          weights_(weights_of(context.db, campaign.id)),
          visible_(context),
          curve_(joining_curve(all_, campaign, context.today)),
          year_(year_of(campaign, context.today)),
          keeps_(may_keep(context, campaign)) {
        for (const Facts& one : all_)
            if (one.open_on(today_) && one.member_on(today_))
                members_.push_back(summary_of(one, acts_.of(one.id), weights_, today_));
    }

    html::Html page() const {
        const auto will = this->will();
        const auto evidence = this->evidence();
        return design::page(
            view_, {.title = view_.say("Momentum"), .breadcrumb = crumbs(view_, campaign_, false)},
            html("{}{}{}{}{}{}{}", news(request_, view_),
                 design::page_heading(view_.say("Momentum"), campaign_.name),
                 html("<p>{}</p>", year_sentence(view_, year_)), doors(view_, campaign_, "board"),
                 figures(), year_ == 1 ? will : evidence, year_ == 1 ? evidence : will));
    }

private:
    html::Html figures() const {
        const CurvePoint now = curve_.empty() ? CurvePoint{today_, 0, 0} : curve_.back();
        int lately = 0;
        int enrolled = 0;
        for (const Facts& one : all_) {
            if (one.enrolled_on(today_)) ++enrolled;
            const auto joined = one.first_joined();
            if (joined && *joined <= today_ && *joined > today_ - kWindow) ++lately;
        }
        const auto cooling = std::ranges::count_if(
            members_, [](const Summary& one) { return one.cooling.has_value(); });
        return design::card_group(
            {design::figure_card({.number = view_.words->whole(now.members),
                                  .what = view_.say("members"),
                                  .detail = view_.say("of {} that may join", now.eligible)}),
             design::figure_card({.number = view_.words->whole(lately),
                                  .what = view_.say("joined in 91 days"),
                                  .detail = {}}),
             design::figure_card({.number = view_.words->whole(enrolled),
                                  .what = view_.say("enrolled today"),
                                  .detail = {}}),
             design::figure_card({.number = view_.words->whole(cooling),
                                  .what = view_.say("members cooling"),
                                  .detail = {}})},
            4);
    }

    html::Html will() const {
        std::vector<Share> kinds = shares_by_kind(all_, campaign_, today_);
        const auto known = organisations::kinds_of(context_.db);
        for (Share& share : kinds)
            if (const auto* kind = known.find(share.name)) share.name = view_.said(kind->plural);
        const int eligible = curve_.empty() ? 0 : curve_.back().eligible;
        return html(
            "{}{}{}{}{}",
            curve_section(view_, campaign_, eligible_plural(context_.db, view_, campaign_), curve_,
                          forecast_of(all_, campaign_, today_)),
            map_section(view_, shares_by_network(all_, campaign_, today_)),
            shares_section(view_, shares_by_region(all_, campaign_, today_), kinds),
            milestones_section(view_, campaign_, standings_of(context_.db, campaign_, all_, today_),
                               eligible, today_, keeps_),
            completeness());
    }

    html::Html completeness() const {
        const auto known = completeness_on(context_.db, all_, campaign_, acts_, today_);
        design::TableWriter table({.caption = view_.say("What we know of members"),
                                   .caption_size = design::Size::s,
                                   .columns = {{.heading = view_.say("What")},
                                               {.heading = view_.say("Known of"), .numeric = true},
                                               {.heading = view_.say("Of"), .numeric = true},
                                               {.heading = view_.say("Share"), .numeric = true}},
                                   .first_cell_is_heading = true});
        const auto row = [&](std::string_view what, int part, int all) {
            table.row(what, part, all,
                      all == 0 ? std::string("–") : percent(static_cast<double>(part) / all));
        };
        row(view_.say("A written pledge"), known.pledge, known.members);
        row(view_.say("A pledge that everybody may read"), known.pledge_public, known.members);
        row(view_.say("The letter to all staff"), known.staff_letter, known.members);
        row(view_.say("Training in record review"), known.review_training, known.members);
        row(view_.say("A complete team, of those enrolled"), known.team_complete, known.enrolled);
        row(view_.say("A self-assessment of team, organisation or board"), known.assessed,
            known.members);
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{}{})", view_.say("Completeness"),
                    std::move(table).done(), of_numbers());
    }

    /// Whether their numbers come, and what that costs them: said together, for who asks for more
    /// should see both.
    html::Html of_numbers() const {
        html::Html items;
        for (const OrganisationId root : context_.scope.roots()) {
            const auto organisation = organisations::find_organisation(context_.db, root);
            if (!organisation) continue;
            items.append("<li>{}: {}, {}</li>", organisation->name,
                         design::link(measures::completeness_address(root),
                                      view_.say("how complete and timely"), organisation->name),
                         design::link(url("/organisations/{}/burden", root.text()),
                                      view_.say("what collecting costs"), organisation->name));
        }
        if (items.empty()) return {};
        return html(R"(<h3 class="nhsuk-heading-s">{}</h3><ul>{}</ul>)",
                    view_.say("The numbers that they send"), items);
    }

    html::Html evidence() const { return html("{}{}{}", acts_table(), engagement(), cooling()); }

    html::Html acts_table() const {
        design::TableWriter table(
            {.caption = view_.say("Acts of members in the last 91 days, and in the 91 days before"),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("Act")},
                         {.heading = view_.say("Now"), .numeric = true},
                         {.heading = view_.say("Before"), .numeric = true},
                         {.heading = view_.say("Members that did it (95% interval)"),
                          .numeric = true}},
             .first_cell_is_heading = true});
        const bool evidence_first = year_ > 1;
        for (const bool evidence : {evidence_first, !evidence_first})
            for (const ActKind kind : act_kinds()) {
                if (is_evidence(kind) != evidence) continue;
                const auto at = static_cast<std::size_t>(kind);
                int now = 0;
                int before = 0;
                int members = 0;
                for (const Summary& one : members_) {
                    now += one.now.counts[at];
                    before += one.before.counts[at];
                    if (one.now.counts[at] > 0) ++members;
                }
                table.row(view_.say(label(kind)), now, before,
                          with_interval(view_, members, static_cast<int>(members_.size())));
            }
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2>{})", view_.say("What has been done"),
                    std::move(table).done());
    }

    html::Html engagement() const {
        if (members_.empty()) return {};
        std::vector<double> now;
        int rose = 0;
        int fell = 0;
        for (const Summary& one : members_) {
            now.push_back(one.now.points);
            if (one.now.points > one.before.points) ++rose;
            if (one.now.points < one.before.points) ++fell;
        }
        std::ranges::sort(now);
        return html(
            R"(<h2 class="nhsuk-heading-l">{}</h2><p>{}</p><p>{} <a class="nhsuk-link" href="{}">{}</a></p>)",
            view_.say("Engagement"),
            view_.say("The index of half the members is {} or more; the least is {}, the most {}. "
                      "Since last quarter it rose for {} and fell for {}.",
                      tenths(median(now)), tenths(now.front()), tenths(now.back()), rose, fell),
            view_.say("The formula is open: it counts acts in 91 days."),
            url("/campaigns/{}/weights", campaign_.code), view_.say("See the formula"));
    }

    html::Html cooling() const {
        std::vector<const Summary*> shown;
        std::size_t all = 0;
        for (const Summary& one : members_) {
            if (!one.cooling) continue;
            ++all;
            if (visible_.has(one.facts->id)) shown.push_back(&one);
        }
        std::ranges::stable_sort(shown, {}, [](const Summary* one) { return *one->cooling; });
        if (shown.size() > kShownCooling) shown.resize(kShownCooling);
        html::Html list;
        if (shown.empty()) {
            list = design::nothing_yet(view_.say("Nobody among those that you look after."));
        } else {
            design::TableWriter table({.caption = view_.say("Members that are cooling"),
                                       .caption_size = design::Size::s,
                                       .columns = {{.heading = view_.say("Organisation")},
                                                   {.heading = view_.say("Why")},
                                                   {.heading = view_.say("Last act")}},
                                       .first_cell_is_heading = true});
            for (const Summary* one : shown)
                table.row(
                    design::link(
                        url("/campaigns/{}/momentum/{}", campaign_.code, one->facts->id.text()),
                        one->facts->name),
                    view_.say(label(*one->cooling)),
                    one->last ? view_.words->day(*one->last) : std::string(view_.say("None yet")));
            list = std::move(table).done();
        }
        return html(
            R"(<h2 class="nhsuk-heading-l">{}</h2><p>{}</p>{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            view_.say("Who is cooling"),
            view_.words->count(static_cast<std::int64_t>(all),
                               "{} member has done nothing for 60 days, or half as much as last "
                               "quarter or less.",
                               "{} members have done nothing for 60 days, or half as much as last "
                               "quarter or less."),
            list, url("/campaigns/{}/chases", campaign_.code), view_.say("Go to the chase list"));
    }

    const http::Request& request_;
    access::Context& context_;
    const design::View& view_;
    const Campaign& campaign_;
    Day today_;
    std::vector<Facts> all_;
    ActsByOrganisation acts_;
    std::vector<Weight> weights_;
    Visible visible_;
    std::vector<CurvePoint> curve_;
    int year_;
    bool keeps_;
    std::vector<Summary> members_;
};

}  // namespace

http::Response show_board(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    return http::ok(Board(request, context, *campaign).page());
}

http::Response show_progress(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const auto all = facts_of(context.db, *campaign);
    const auto curve = joining_curve(all, *campaign, context.today);
    const int eligible = curve.empty() ? 0 : curve.back().eligible;
    return http::ok(design::page(
        view,
        {.title = view.say("Progress of {}", campaign->name),
         .breadcrumb = crumbs(view, *campaign, false),
         .latest = true},
        html("{}{}{}{}<p>{}</p>", design::page_heading(view.say("Progress"), campaign->name),
             curve_section(view, *campaign, eligible_plural(context.db, view, *campaign), curve,
                           forecast_of(all, *campaign, context.today)),
             map_section(view, shares_by_network(all, *campaign, context.today)),
             milestones_section(view, *campaign,
                                standings_of(context.db, *campaign, all, context.today), eligible,
                                context.today, false),
             design::link(url("/campaigns/{}/claims", campaign->code),
                          view.say("Lives saved and harm avoided, as far as numbers tell")))));
}

}  // namespace primum::momentum
