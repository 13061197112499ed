// News as its readers see it.

#include <algorithm>

#include "announcements/actions.h"
#include "announcements/announcement.h"
#include "announcements/prose.h"
#include "announcements/routes.h"
#include "announcements/words.h"
#include "design/card.h"
#include "design/heading.h"
#include "design/page.h"
#include "design/table.h"
#include "language/zone.h"

namespace primum::announcements {
namespace {

using html::html;
using html::url;

constexpr std::size_t kOnAPage = 50;
constexpr std::size_t kInThePanel = 3;
constexpr std::chrono::days kFresh{60};

Listener listener_of(const access::Context& context) {
    if (!context.session) return {};
    return {context.db, context.person().id, context.today};
}

std::vector<Announcement> heard(const access::Context& context, Instant since, std::size_t most) {
    const Listener listener = listener_of(context);
    auto all = published_since(context.db, since);
    std::erase_if(all, [&](const Announcement& one) { return !listener.hears(one.audience); });
    if (all.size() > most) all.resize(most);
    return all;
}

std::string day_words(const design::View& view, Instant at) {
    return view.words->day(language::wall_clock(at, view.zone).day);
}

std::string first_words(const Announcement& one) {
    const auto all = paragraphs(one.body);
    return all.empty() ? std::string() : all.front();
}

}  // namespace

http::Response show_news(const http::Request&, access::Context& context) {
    const design::View& view = context.view;
    const auto all = heard(context, Instant{}, kOnAPage);
    html::Html list;
    for (const Announcement& one : all)
        list += html(
            R"(<li class="pr-news__item"><p class="pr-news__day">{}</p><h2 class="nhsuk-heading-m"><a class="nhsuk-link" href="{}">{}</a></h2><p>{}</p></li>)",
            day_words(view, *one.published_at), url("/news/{}", one.id.text()), one.title,
            first_words(one));
    if (all.empty())
        list = design::nothing_yet(view.say("There is no news yet."));
    else
        list = html(R"(<ul class="pr-news">{}</ul>)", list);
    html::Html keep;
    using access::Role;
    if (context.session && context.person().holds({Role::administrator, Role::campaign_office,
                                                   Role::programme_faculty}))
        keep = html(R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)", url("/announcements"),
                    view.say("Write and publish news"));
    return http::ok(design::page(
        view, {.title = view.say("News"), .latest = true},
        design::two_thirds(html("{}{}{}", design::page_heading(view.say("News")), keep, list))));
}

http::Response show_announcement(const http::Request& request, access::Context& context) {
    const auto id = AnnouncementId::parse(request.part("announcement"));
    if (!id) return http::not_found();
    const auto one = find_announcement(context.db, *id);
    if (!one || !one->is_out() || !listener_of(context).hears(one->audience))
        return http::not_found();
    const design::View& view = context.view;
    html::Html for_whom;
    if (!one->is_public())
        for_whom = html(R"(<p class="nhsuk-body-s">{}</p>)",
                        view.say("For: {}", audience_words(view, one->audience,
                                                           choosable_audiences(context.db))));
    return http::ok(design::page(
        view,
        {.title = one->title, .breadcrumb = {{view.say("News"), url("/news")}}, .latest = true},
        design::two_thirds(
            html("{}{}{}", design::page_heading(one->title, day_words(view, *one->published_at)),
                 for_whom, prose(one->body)))));
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.mine.push_back([](const access::Context& context,
                                 const std::vector<organisations::Organisation>&) -> html::Html {
        const design::View& view = context.view;
        const auto all = heard(context, context.now - kFresh, kInThePanel);
        if (all.empty()) return {};
        html::Html items;
        for (const Announcement& one : all)
            items += html(
                R"(<li><a class="nhsuk-link" href="{}">{}</a> <span class="nhsuk-body-s">{}</span></li>)",
                url("/news/{}", one.id.text()), one.title, day_words(view, *one.published_at));
        return html(
            R"(<section aria-labelledby="your-news"><h2 class="nhsuk-heading-m" id="your-news">{}</h2><ul>{}</ul><p><a class="nhsuk-link" href="{}">{}</a></p></section>)",
            view.say("News for you"), items, url("/news"), view.say("All news"));
    });
}

}  // namespace primum::announcements
