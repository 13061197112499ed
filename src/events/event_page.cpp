#include "design/button.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/summary_list.h"
#include "events/pages.h"
#include "html/url.h"

namespace primum::events {
namespace {

using html::html;
using html::url;

/// One page, part by part, from its top to its foot.
class EventPage {
public:
    EventPage(const access::Context& context, const EventPortrait& portrait)
        : context_(context), view_(context.view), portrait_(portrait), event_(portrait.event) {}

    html::Html whole() const {
        return design::page(
            view_, {.title = event_.title, .breadcrumb = crumbs(view_), .latest = true},
            design::two_thirds(
                html("{}{}<p>{}</p>{}{}{}{}{}{}{}", done_banner(view_, portrait_.done),
                     design::page_heading(event_.title, kind_label(*view_.words, event_.kind)),
                     state_tag(view_, event_, portrait_.places, context_.now), cancelled(),
                     paragraphs(event_.summary), facts(), booking(), materials(), promises(),
                     keeper())));
    }

private:
    bool over() const { return event_.over(context_.now); }
    bool begun() const { return event_.starts_at <= context_.now; }

    html::Html cancelled() const {
        if (event_.status != Status::cancelled) return {};
        const std::string why = event_.cancelled_because;
        return design::warning_callout(
            view_, view_.say("This event is cancelled"),
            why.empty() ? html("<p>{}</p>", view_.say("Everybody who had booked has been told."))
                        : paragraphs(why));
    }

    html::Html facts() const {
        design::SummaryList list;
        const auto add = [&](std::string_view key, html::Html value) {
            if (!value.empty()) list.rows.push_back({.key = key, .value = std::move(value)});
        };
        add(view_.say("When"), html(R"({}<br>({}))", when(*view_.words, event_), event_.zone));
        add(view_.say("Where"), event_.place.empty() ? html("{}", view_.say("Over the internet"))
                                                     : html("{}", event_.place));
        add(view_.say("To take part"), link());
        add(view_.say("Seats"), seats());
        const Belongs& belongs = portrait_.belongs;
        if (event_.campaign && !belongs.campaign.empty())
            add(view_.say("Campaign"),
                design::link(url("/events?campaign={}", event_.campaign->text()),
                             belongs.campaign));
        if (event_.programme && !belongs.programme.empty())
            add(view_.say("Programme"),
                design::link(url("/events?programme={}", event_.programme->text()),
                             belongs.programme));
        add(view_.say("Cohort"), text(belongs.cohort));
        add(view_.say("Series"), text(belongs.series));
        if (!over() && event_.status != Status::draft)
            add(view_.say("Calendar"),
                design::link(url("/events/{}/calendar.ics", event_.id.text()),
                             view_.say("Put it into your calendar")));
        return design::summary_list(view_, list);
    }

    static html::Html text(const std::string& words) {
        return words.empty() ? html::Html() : html("{}", words);
    }

    /// Only who comes needs it; where nobody books, everybody may come.
    html::Html link() const {
        const auto where = html::Url::parse(event_.link);
        if (event_.link.empty() || !where || over()) return {};
        if (event_.books == Books::nobody || portrait_.has_place || portrait_.keeper)
            return design::link(*where, event_.link);
        return html("{}", view_.say("People who have a place see the web address here."));
    }

    html::Html seats() const {
        if (event_.status == Status::cancelled || over()) return {};
        return html("{}", places_in_words(view_, event_, portrait_.places));
    }

    html::Html booking() const {
        if (event_.books == Books::nobody || event_.status != Status::planned || begun()) return {};
        const auto label = portrait_.has_place            ? view_.say("See or change your booking")
                           : event_.books == Books::team  ? view_.say("Book a team")
                           : portrait_.places.free() == 0 ? view_.say("Join the waiting list")
                                                          : view_.say("Book a place");
        return html(
            "{}{}",
            design::button({.label = label, .where = url("/events/{}/booking", event_.id.text())}),
            design::details({.summary = view_.say("How places are given")},
                            html("<p>{}</p>", rule())));
    }

    std::string rule() const {
        return std::string(
            event_.books == Books::team
                ? view_.say("Places go in the order in which bookings came. A team is booked "
                            "whole or waits whole. When seats become free, they go to the first "
                            "on the waiting list whose whole team fits.")
                : view_.say("Places go in the order in which bookings came. When one becomes "
                            "free, it goes to the first on the waiting list."));
    }

    html::Html materials() const {
        if (event_.materials.empty() && portrait_.resources.empty()) return {};
        html::Html items;
        for (const resources::Resource& resource : portrait_.resources)
            if (resource.status == resources::Status::published)
                items.append(R"(<li><a class="nhsuk-link" href="{}">{}</a> ({})</li>)",
                             resources::address(resource.id), resource.title,
                             resources::type_and_size(*view_.words, resource.latest));
        html::Html list;
        if (!items.empty())
            list = html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items);
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{}{})", view_.say("Materials"),
                    paragraphs(event_.materials), list);
    }

    /// At its end, those who came say what they will start.
    html::Html promises() const {
        if (!portrait_.has_place || !begun() || event_.status != Status::planned) return {};
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{})",
                    view_.say("What will you start?"),
                    view_.say("An event is worth what people start after it. Promise one thing; "
                              "after 30 and 90 days we ask what became of it."),
                    design::button({.label = view_.say("Make a promise"),
                                    .where = url("/events/{}/promise", event_.id.text())}));
    }

    html::Html keeper() const {
        if (!portrait_.keeper) return {};
        const std::string_view id = event_.id.text();
        html::Html links;
        const auto add = [&](const html::Url& where, std::string_view label) {
            links.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", where, label);
        };
        add(url("/events/{}/attendance", id), view_.say("Bookings and attendance"));
        add(url("/events/{}/promises", id), view_.say("Promises"));
        add(url("/events/{}/details", id), view_.say("Change the event"));
        add(url("/events/{}/materials", id), view_.say("Materials"));
        if (event_.status == Status::planned && !over())
            add(url("/events/{}/cancellation", id), view_.say("Cancel the event"));
        html::Html judged;
        if (portrait_.promises.all > 0) judged = html(R"(<p>{}</p>)", promises_in_words());
        return html(R"(<section class="pr-keeper" aria-labelledby="keeper">
            <h2 class="nhsuk-heading-m" id="keeper">{}</h2>{}<ul class="nhsuk-list">{}</ul></section>)",
                    view_.say("For those who keep this event"), judged, links);
    }

    std::string promises_in_words() const {
        const PromiseCount& count = portrait_.promises;
        return view_.say("{}: {} kept, {} started, {} dropped, {} without an answer yet.",
                         view_.words->count(count.all, "{} promise", "{} promises"), count.kept,
                         count.started, count.dropped, count.open);
    }

    const access::Context& context_;
    const design::View& view_;
    const EventPortrait& portrait_;
    const Event& event_;
};

}  // namespace

html::Html event_page(const access::Context& context, const EventPortrait& portrait) {
    return EventPage(context, portrait).whole();
}

}  // namespace primum::events
