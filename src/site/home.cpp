#include "site/home.h"

#include "design/button.h"
#include "design/card.h"
#include "design/hero.h"
#include "design/page.h"

namespace primum::site {
namespace {

using html::html;

html::Html welcome(const design::View& view) {
    html::Html actions;
    if (view.signed_in()) {
        actions = design::button({.label = view.say("Go to your organisations"),
                                  .look = design::ButtonLook::reverse,
                                  .where = html::url("/organisations")});
    } else {
        actions = design::button({.label = view.say("Sign in"),
                                  .look = design::ButtonLook::reverse,
                                  .where = html::url("/sign-in")});
    }
    return design::hero(
        {.heading = view.say("First, do no harm"),
         .text = view.say("About one in ten hospital patients is harmed by care, and half of that "
                          "harm can be avoided. Here organisations work together until it is."),
         .actions = actions,
         .beside = design::falling_chart()});
}

html::Html figures(const design::View& view, const std::vector<Participation>& taking_part) {
    std::vector<html::Html> cards;
    for (const Participation& kind : taking_part) {
        if (kind.open < 2) continue;  // the campaign itself, and what there is only one of
        cards.push_back(
            design::figure_card({.number = view.words->whole(kind.open), .what = kind.plural}));
    }
    if (cards.empty()) return {};
    return design::section(html(R"(<h2 class="nhsuk-heading-l">{}</h2>{})",
                                view.say("Who takes part"), design::card_group(cards, 3)),
                           true);
}

html::Html ways_in(const design::View& view) {
    const std::vector<html::Html> cards = {
        design::card({.heading = view.say("Your organisation"),
                      .where = html::url("/organisations"),
                      .text = view.say("See where it belongs, which sites and wards lie below it, "
                                       "and who does what in it.")}),
        design::card({.heading = view.say("Your account"),
                      .where = html::url("/account"),
                      .text = view.say("Change your password, set up a second step for signing in, "
                                       "and see where you are signed in.")}),
    };
    return html(R"(
        <h2 class="nhsuk-heading-l">{}</h2>
        {}
        <h2 class="nhsuk-heading-m">{}</h2>
        <p>{}</p>)",
                view.say("What you can do here"), design::card_group(cards, 2),
                view.say("New here?"),
                view.say("Accounts come by invitation. Ask the person who looks after your "
                         "organisation here, often the improvement lead, to invite you."));
}

}  // namespace

html::Html welcome_page(const design::View& view, const std::vector<Participation>& taking_part) {
    return design::page(
        view, {.hero = welcome(view), .sections = figures(view, taking_part), .latest = true},
        ways_in(view));
}

html::Html from_other_rooms(const design::View& view, const campaigns::Campaign& campaign,
                            const std::vector<announcements::Announcement>& news) {
    std::vector<html::Html> cards = {design::card(
        {.heading = view.say("How the campaign is moving"),
         .level = 3,
         .size = design::Size::s,
         .where = html::url("/campaigns/{}/progress", campaign.code),
         .text = view.say("Month by month: who has joined, in which regions, and what that says of "
                          "the months to come.")})};
    html::Html items;
    for (const announcements::Announcement& one : news)
        items.append(
            R"(<li><a class="nhsuk-link" href="{}">{}</a> <span class="pr-aside">{}</span></li>)",
            html::url("/news/{}", one.id.text()), one.title,
            view.words->day(std::chrono::floor<std::chrono::days>(*one.published_at)));
    if (!items.empty())
        cards.push_back(design::card(
            {.heading = html(R"(<a href="{}">{}</a>)", html::url("/news"), view.say("Latest news")),
             .level = 3,
             .size = design::Size::s,
             .body = html(R"(<ul class="nhsuk-list">{}</ul>)", items)}));
    return design::section(html(R"(<h2 class="nhsuk-heading-l">{}</h2>{})",
                                view.say("What is happening"), design::card_group(cards, 2)));
}

}  // namespace primum::site
