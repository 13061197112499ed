// The pledges that people let everybody read.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/pledge.h"
#include "design/button.h"
#include "design/card.h"
#include "design/pagination.h"
#include "design/table.h"

namespace primum::campaigns {

using html::html;
using html::url;

Response show_pledges(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || campaign->status == Status::history) return http::not_found();
    const design::View& view = context.view;
    constexpr std::size_t kPledges = 20;
    const auto counts = count_pledges(context.db, campaign->id, context.today);
    const auto all = static_cast<std::size_t>(counts.is_public);
    const std::size_t pages = std::max<std::size_t>(1, (all + kPledges - 1) / kPledges);
    const std::size_t page = std::min(page_number(request), pages);
    html::Html items;
    for (const PersonalPledge& one :
         public_pledges_of(context.db, campaign->id, (page - 1) * kPledges, kPledges)) {
        std::string who = one.name;
        if (!one.place.empty()) who += ", " + one.place;
        html::Html act;
        if (!one.act.empty())
            act.append(R"(<p class="pr-written"><strong>{}</strong> {}</p>)",
                       view.say("What I will do:"), one.act);
        html::Html state;
        if (one.done_on)
            state = html("{} {}", design::tag(view.say("Done"), design::Colour::green),
                         view.words->day(*one.done_on));
        else if (one.act_on)
            state = html("{}", view.say("by {}", view.words->day(*one.act_on)));
        html::Html outcome;
        if (!one.outcome.empty())
            outcome.append(R"(<p class="pr-written"><strong>{}</strong> {}</p>)",
                           view.say("What came of it:"), one.outcome);
        items.append(R"(
            <li class="pr-pledges__item"><blockquote class="pr-pledge">{}</blockquote>
            {}{}<p class="pr-aside">{} · {}</p></li>)",
                     paragraphs(one.pledge), act, outcome, who, state);
    }
    std::vector<html::Html> figures = {
        design::figure_card({.number = view.words->whole(counts.confirmed),
                             .what = view.say("people have made a pledge")}),
        design::figure_card(
            {.number = view.words->whole(counts.done), .what = view.say("say that it is done")}),
        design::figure_card({.number = view.words->whole(counts.is_public),
                             .what = view.say("let everybody read it")}),
    };
    html::Html make;
    if (campaign->open())
        make = design::button({.label = view.say("Make your own pledge"),
                               .where = url("/campaigns/{}/pledge", campaign->code)});
    return http::ok(side_page(
        context, *campaign, Door::pledges, view.say("People’s pledges"),
        html(R"(<p class="nhsuk-body-l">{}</p>{}{}<ul class="pr-pledges">{}</ul>{})",
             view.say("A pledge is something that one person will do, by a day. When the day "
                      "comes we ask what happened."),
             design::card_group(figures, 3), make,
             items.empty()
                 ? html("<li>{}</li>", design::nothing_yet(view.say("No pledge is public yet.")))
                 : items,
             design::pagination(
                 view, design::Pages{.current = page, .count = pages, .where = [&](std::size_t to) {
                                         return url("/campaigns/{}/pledges?page={}", campaign->code,
                                                    to);
                                     }}))));
}

}  // namespace primum::campaigns
