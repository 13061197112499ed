#include "campaigns/spells.h"

namespace primum::campaigns {

std::string spell(const design::View& view, std::string_view what, Day from, Day to) {
    if (to == kOpenEnd) return view.say("{} since {}", what, view.words->day(from));
    return view.say("{} from {} to {}", what, view.words->day(from), view.words->day(to));
}

html::Html spells(const design::View& view, const std::vector<Period>& periods) {
    html::Html items;
    for (const Period& one : periods)
        items.append(
            "<li>{}</li>",
            spell(view, one.joined ? view.say("Member") : view.say("Paused"), one.from, one.to));
    return items;
}

}  // namespace primum::campaigns
