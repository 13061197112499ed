// What we can do: a card for each level that the person may see.

#include "access/context.h"
#include "design/callouts.h"
#include "design/card.h"
#include "organisations/here.h"
#include "programmes/actions.h"
#include "programmes/assessing.h"
#include "programmes/capability.h"

namespace primum::programmes {

using html::html;
using html::url;

http::Response show_capability(const http::Request& request, access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const design::View& view = context.view;
    const auto readable = context.scope.may_read(here->id());
    const Asker asker = asker_of(context);
    const bool leader = leads(context.db, readable, asker);
    std::vector<html::Html> cards;
    for (const Level level : kLevels) {
        if (level != Level::individual && !leader) continue;
        const auto all = assessments_of(context.db, readable, level, asker);
        std::string state(view.say("Not assessed yet."));
        if (!all.empty())
            state = all.back().finished
                        ? view.say("Last assessed on {}.", view.words->day(all.back().made_on))
                        : std::string(view.say("A draft waits to be finished."));
        std::int64_t open = 0;
        for (const Gap& gap : gaps_of(context.db, readable, level, asker))
            open += gap.done_on ? 0 : 1;
        if (open > 0)
            state +=
                " " + view.words->count(open, "{} thing is planned.", "{} things are planned.");
        cards.push_back(design::card(
            {.heading = title_of(view, level),
             .where = url("/organisations/{}/capability/{}", here->id().text(), name(level)),
             .text = state}));
    }
    return http::ok(page_of(
        context, *here, view.say("What we can do"), {},
        html(R"(<p class="nhsuk-body-l">{}</p>{}{})",
             view.say("A programme develops knowledge and skills. Look honestly at what is there, "
                      "plan for what is not, and look again later."),
             design::card_group(cards, 2),
             leader ? html::Html()
                    : design::inset_text(
                          view, html("<p>{}</p>",
                                     view.say("What the team, the organisation and the board "
                                              "can do is assessed by those who lead this "
                                              "organisation, and is theirs to read."))))));
}

}  // namespace primum::programmes
