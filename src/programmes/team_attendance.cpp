// Who of a team came, and who had prepared.

#include "programmes/team_portrait.h"

#include "design/heading.h"
#include "design/table.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;

html::Html attendance_table(const access::Context& context, const TeamPortrait& portrait) {
    const design::View& view = context.view;
    design::TableWriter table({.caption = view.say("Who came, and who had prepared"),
                               .caption_size = design::Size::s,
                               .columns = {{.heading = view.say("Part")},
                                           {.heading = view.say("Days")},
                                           {.heading = view.say("Came")},
                                           {.heading = view.say("Had prepared")}},
                               .first_cell_is_heading = true});
    bool any = false;
    for (const Part& part : portrait.parts) {
        if (part.starts > context.today) continue;
        int expected = 0;
        int came = 0;
        int prepared = 0;
        bool entered = false;
        for (const RoleSeats& role : portrait.team.roles) {
            if (!expects(part.kind, role.role.role)) continue;
            for (const Seat& seat : role.seats) {
                ++expected;
                const auto found = portrait.presences.find({seat.id, part.position});
                if (found == portrait.presences.end()) continue;
                entered = true;
                came += found->second.attended.value_or(false) ? 1 : 0;
                prepared += found->second.prepared.value_or(false) ? 1 : 0;
            }
        }
        any = true;
        const std::string unknown(view.say("Not entered yet"));
        table.row(part.title, days_in_words(view, part.starts, part.ends),
                  entered ? view.say("{} of {}", came, expected) : unknown,
                  entered ? view.say("{} of {}", prepared, expected) : unknown);
    }
    if (!any)
        return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view.say("Attendance"),
                    design::nothing_yet(view.say("No part has begun yet.")));
    const Completion completion =
        completion_of(portrait.team, portrait.parts, portrait.presences, context.today);
    html::Html words;
    if (completion.expected > 0) {
        constexpr int kHundred = 100;
        words = html("<p>{}</p>",
                     view.say("Of the places that were expected, {}% came and {}% had prepared.",
                              completion.attended * kHundred / completion.expected,
                              completion.prepared * kHundred / completion.expected));
    }
    return html(R"(<h2 class="nhsuk-heading-m" id="attendance">{}</h2>{}{})",
                view.say("Attendance"), words, std::move(table).done());
}

}  // namespace primum::programmes
