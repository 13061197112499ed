// What this room says on other pages.

#include "design/links.h"
#include "design/tag.h"
#include "signals/letters.h"
#include "signals/routes.h"
#include "signals/signal.h"
#include "signals/words.h"

namespace primum::signals {
namespace {

using html::html;

html::Html mine_panel(const access::Context& context,
                      const std::vector<organisations::Organisation>&) {
    if (!context.session) return {};
    const design::View& view = context.view;
    html::Html items;
    for (const Told& told : told_to(context.db, context.person().id, context.now)) {
        const auto where = html::Url::parse(path_of(told.signal));
        if (!where) continue;
        items.append("<li>{} {} {}</li>", says_tag(view, told.signal.says),
                     design::link(*where, told.name()), says_words(view, told.signal));
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("New on your charts"), items);
}

}  // namespace

html::Html says_tag(const design::View& view, Says says) {
    switch (says) {
        case Says::improvement:
            return design::tag(view.say("Improvement"), design::Colour::blue);
        case Says::concern:
            return design::tag(view.say("Concern"), design::Colour::orange);
        case Says::change:
            break;
    }
    return design::tag(view.say("Change"), design::Colour::grey);
}

std::string says_words(const design::View& view, const Signal& signal) {
    if (signal.says == Says::improvement)
        return std::string(view.say("Thank you. What helped, so that others can do it too?"));
    return view.say("{} Data or care?", view.say(rule_in_words(signal.rule)));
}

std::string answer_words(const design::View& view, const Signal& signal) {
    if (signal.says == Says::improvement && signal.answer == Answer::none && !signal.ended_at)
        return std::string(view.say("The chart still says so."));
    if (signal.answer == Answer::none)
        return std::string(signal.ended_at ? view.say("Nobody has answered. The chart no longer "
                                                      "says so.")
                                           : view.say("Nobody has answered yet."));
    const std::string what(signal.answer == Answer::data
                               ? view.say("It was in the data: {}", signal.words)
                               : view.say("It was in care: {}", signal.words));
    const std::string when =
        view.words->day(std::chrono::floor<std::chrono::days>(*signal.answered_at));
    return signal.answered_by.empty() ? view.say("{} ({})", what, when)
                                      : view.say("{} ({}, {})", what, signal.answered_by, when);
}

html::Html series_panel(const access::Context& context, const organisations::Here& here,
                        const measures::Material& material) {
    const design::View& view = context.view;
    html::Html items;
    for (const Signal& signal :
         signals_of(context.db, context.scope.may_read(here.id()), material.series.id)) {
        const auto where = html::Url::parse(path_of(signal));
        if (!where) continue;
        const std::string since =
            measures::spoken_period(material.measure.now().frequency, signal.since);
        items.append("<li>{} {} {}</li>", says_tag(view, signal.says),
                     design::link(*where, view.say("Since {}", since)), answer_words(view, signal));
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("Signals, and what they turned out to be"), items);
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.mine.emplace_back(mine_panel);
}

}  // namespace primum::signals
