// A campaign's year: made from data, for everybody, and to be printed.

#include <charconv>

#include "access/policy.h"
#include "boards/public_measures.h"
#include "campaigns/frame.h"
#include "claims/figures.h"
#include "claims/pages.h"
#include "claims/words.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/heading.h"
#include "design/table.h"
#include "measures/dictionary.h"
#include "measures/rule_words.h"
#include "momentum/curve.h"
#include "momentum/frame.h"
#include "momentum/hinge.h"
#include "momentum/sections.h"
#include "reports/actions.h"
#include "reports/year.h"

namespace primum::reports {
namespace {

using html::html;
using html::url;

html::Url address(std::string_view campaign_code, int year) {
    return url("/campaigns/{}/years/{}", campaign_code, year);
}

Day day_of(Instant at) {
    return std::chrono::floor<std::chrono::days>(at);
}

class YearPage {
public:
    YearPage(const access::Context& context, const campaigns::Campaign& campaign,
             const momentum::Campaign& grows, const std::vector<momentum::Facts>& all, Year year,
             disclosure::Mode outside)
        : context_(context),
          view_(context.view),
          campaign_(campaign),
          grows_(grows),
          all_(all),
          year_(year),
          outside_(outside) {}

    html::Html page() const {
        const std::string title = view_.say("The year {}", year_.number);
        return design::page(
            view_,
            {.title = title, .breadcrumb = campaigns::crumbs(view_, campaign_), .latest = true},
            html(R"({}<p class="nhsuk-body-l">{}</p>{}{}{}{}{}{}{})",
                 design::page_heading(title, campaign_.name), about(), other_years(), who(),
                 groups(), done(), numbers(), claims(), limits()));
    }

private:
    html::Html heading(std::string_view words) const {
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2>)", words);
    }

    std::string about() const {
        const std::string from = view_.words->day(year_.from);
        const std::string to = view_.words->day(year_.to);
        return year_.over ? view_.say(
                                "From {} to {}. Everything here is made from what was recorded; "
                                "nothing is written for the occasion.",
                                from, to)
                          : view_.say(
                                "From {} to {}; the year is not over. Everything here is made from "
                                "what was recorded; nothing is written for the occasion.",
                                from, to);
    }

    html::Html other_years() const {
        html::Html items;
        for (const int year : years_of(grows_, context_.today))
            if (year == year_.number)
                items.append(R"(<li><strong aria-current="page">{}</strong></li>)", year);
            else
                items.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)",
                             address(campaign_.code, year), year);
        return html(R"(<nav class="pr-doors pr-not-printed" aria-label="{}"><ul>{}</ul></nav>)",
                    view_.say("Years"), items);
    }

    html::Html who() const {
        const auto card = [&](int number, std::string_view what, std::string detail) {
            return design::figure_card(
                {.number = view_.words->whole(number), .what = what, .detail = std::move(detail)});
        };
        const std::string on = view_.say("on {}", view_.words->day(year_.to));
        return html(
            "{}{}{}", heading(view_.say("Who takes part")),
            design::card_group({card(year_.members, view_.say("members"),
                                     view_.say("of {} that may join, {}", year_.eligible, on)),
                                card(year_.joined, view_.say("joined in the year"), {}),
                                card(year_.left, view_.say("left or closed"), {}),
                                card(year_.enrolled, view_.say("on the programme"), on)},
                               4),
            momentum::past_curve_section(view_, grows_, plural(),
                                         momentum::joining_curve(all_, grows_, year_.to)));
    }

    html::Html groups() const {
        std::vector<Day> days;
        for (const Day day : momentum::quarters(grows_.starts, year_.to))
            if (day >= year_.from) days.push_back(day);
        if (days.empty() || grows_.programme.empty()) return {};
        return html("{}<p>{}</p>{}", heading(view_.say("Campaign and programme")),
                    view_.say("Membership of the campaign and a team on its programme are two "
                              "facts with dates. They make four groups of those that may join."),
                    momentum::groups_section(view_, plural(), all_, grows_, days));
    }

    html::Html done() const {
        design::TableWriter table(
            {.caption = view_.say("Acts of all organisations"),
             .caption_size = design::Size::s,
             .columns = {{.heading = view_.say("What")},
                         {.heading = view_.say("How often"), .numeric = true}},
             .first_cell_is_heading = true});
        bool any = false;
        for (const momentum::ActKind kind : momentum::act_kinds()) {
            const int times = year_.acts[static_cast<std::size_t>(kind)];
            // Who joined has been said above.
            if (times == 0 || kind == momentum::ActKind::joined) continue;
            any = true;
            table.row(view_.say(momentum::label(kind)), view_.words->whole(times));
        }
        if (!any) return {};
        return html("{}{}", heading(view_.say("What organisations did")), std::move(table).done());
    }

    html::Html numbers() const {
        html::Html charts;
        for (const boards::PublicMeasure& one :
             boards::public_measures_of(context_.db, campaign_, outside_, year_.to)) {
            if (!one.drawn.study || *one.latest < year_.from) continue;
            charts.append(
                R"(<h3 class="nhsuk-heading-m">{}</h3><p>{}</p><p>{}</p><figure class="pr-chart">{}{}</figure>)",
                one.measure.name(), one.drawn.sentence, boards::coverage_sentence(view_, one),
                one.drawn.key, one.drawn.picture);
        }
        if (charts.empty())
            charts = design::nothing_yet(view_.say("The campaign showed no numbers of this year."));
        return html("{}<p>{} {}</p>{}", heading(view_.say("What the numbers say")),
                    view_.say("As they are known today, up to {}.", view_.words->day(year_.to)),
                    view_.say(measures::rule_in_words(outside_)), charts);
    }

    bool of_this_year(const claims::Claim& claim) const {
        const auto within = [&](const std::optional<Instant>& at) {
            return at && year_.from <= day_of(*at) && day_of(*at) <= year_.to;
        };
        return within(claim.published_at) || within(claim.withdrawn_at);
    }

    html::Html one_claim(const claims::Claim& claim) const {
        const auto measure = measures::find_measure(context_.db, claim.measure);
        if (!measure) return {};
        const auto shown = claims::shown(claims::frozen_estimates(context_.db, claim), {},
                                         measure->now().frequency, claims::kOutside);
        const auto* raw = shown.find(claims::Version::raw);
        const std::string estimate =
            raw == nullptr ? std::string()
                           : claims::estimate_sentence(view_, *raw, claims::kOutside) + " " +
                                 claims::interval_sentence(view_, *raw, claims::kOutside);
        html::Html withdrawn;
        if (claim.withdrawn_at)
            withdrawn = html("<p>{}</p>", view_.say("Withdrawn on {}: {}",
                                                    view_.words->day(day_of(*claim.withdrawn_at)),
                                                    claim.withdrawn_because));
        return html(
            R"(<h3 class="nhsuk-heading-m"><a class="nhsuk-link" href="{}">{}</a> {}</h3><p>{}, {}. {}</p>{})",
            claims::address(claim), claim.words, claims::state_tag(view_, claim.state),
            measure->name(), claims::periods(*measure, claim.from, claim.to), estimate, withdrawn);
    }

    html::Html claims() const {
        html::Html all;
        for (const claims::Claim& claim : claims::claims_about(
                 context_.db, context_.scope_under(access::policy::members), grows_.id))
            if (of_this_year(claim)) all += one_claim(claim);
        if (all.empty()) all = design::nothing_yet(view_.say("Nothing was claimed in this year."));
        return html("{}{}", heading(view_.say("Lives saved and harm avoided")), all);
    }

    html::Html limits() const {
        return design::warning_callout(
            view_, view_.say("What this cannot say"),
            html("<p>{}</p>",
                 view_.say("Whether anything changed because of the campaign. Organisations chose "
                           "to take part, other things change as well, and who sends no numbers is "
                           "in none of the charts.")));
    }

    std::string plural() const { return momentum::eligible_plural(context_.db, view_, grows_); }

    const access::Context& context_;
    const design::View& view_;
    const campaigns::Campaign& campaign_;
    const momentum::Campaign& grows_;
    const std::vector<momentum::Facts>& all_;
    Year year_;
    disclosure::Mode outside_;
};

/// 0 for what is no number.
int number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

http::Response show_years(const http::Request& request, access::Context& context) {
    const auto campaign = campaigns::public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const auto grows = momentum::find_campaign(context.db, campaign->code);
    const auto years = grows ? years_of(*grows, context.today) : std::vector<int>();
    if (years.empty()) return http::not_found();
    return http::see_other(address(campaign->code, years.front()));
}

http::Response show_year(disclosure::Mode outside, const http::Request& request,
                         access::Context& context) {
    const auto campaign = campaigns::public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const auto grows = momentum::find_campaign(context.db, campaign->code);
    if (!grows) return http::not_found();
    const auto all = momentum::facts_of(context.db, *grows);
    const auto year =
        year_of(context.db, *grows, all, number_of(request.part("year")), context.today);
    if (!year) return http::not_found();
    return http::ok(YearPage(context, *campaign, *grows, all, *year, outside).page());
}

}  // namespace primum::reports
