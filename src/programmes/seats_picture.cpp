// Who is on a team, seat by seat.

#include "programmes/team_portrait.h"

#include "design/details.h"
#include "design/tag.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

html::Html person_picture(bool taken) {
    return html(R"(
        <svg class="pr-seat__picture pr-seat__picture--{}" viewBox="0 0 32 32" focusable="false" aria-hidden="true">
        <circle cx="16" cy="10" r="6"/><path d="M4 30c0-8 5-12 12-12s12 4 12 12z"/></svg>)",
                taken ? "taken" : "empty");
}

/// "Came to 3 of 4 parts" of those that have been entered.
std::string attended_in_words(const design::View& view, const TeamPortrait& portrait,
                              const Seat& seat) {
    int came = 0;
    int entered = 0;
    for (const Part& part : portrait.parts) {
        const auto found = portrait.presences.find({seat.id, part.position});
        if (found == portrait.presences.end() || !found->second.attended) continue;
        // Whoever comes to more than was expected of them has come.
        const bool there = *found->second.attended;
        if (!there && !expects(part.kind, seat.role)) continue;
        ++entered;
        came += there ? 1 : 0;
    }
    if (entered == 0) return {};
    return view.say("Came to {} of {} parts", came, entered);
}

html::Html taken_seat(const access::Context& context, const TeamPortrait& portrait,
                      const Seat& seat, bool may_change) {
    const design::View& view = context.view;
    html::Html more;
    if (seat.person)
        more.append(R"(<span class="pr-seat__line">{}</span>)", view.say("Has an account here"));
    const std::string came = attended_in_words(view, portrait, seat);
    if (!came.empty()) more.append(R"(<span class="pr-seat__line">{}</span>)", came);
    if (may_change)
        more.append(
            R"(<a class="nhsuk-link pr-seat__line" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
            url("/organisations/{}/programmes/{}/cohorts/{}/team/places/{}",
                portrait.enrolment.organisation.text(), portrait.programme.code,
                portrait.cohort.number, seat.id.text()),
            view.say("Change"), seat.name);
    return html(
        R"(<li class="pr-seat pr-seat--taken">{}<span class="pr-seat__words"><strong>{}</strong>{}</span></li>)",
        person_picture(true), seat.name, more);
}

html::Html empty_seats(const access::Context& context, const TeamPortrait& portrait,
                       const RoleSeats& role, bool may_change) {
    const design::View& view = context.view;
    html::Html seats;
    const auto link = [&](std::string_view label) {
        if (!may_change) return html::Html();
        return html(
            R"(<a class="nhsuk-link pr-seat__line" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
            url("/organisations/{}/programmes/{}/cohorts/{}/team/places/new?role={}",
                portrait.enrolment.organisation.text(), portrait.programme.code,
                portrait.cohort.number, role.role.role),
            label, role_label(view, role.role.role));
    };
    for (int i = 0; i < role.missing(); ++i)
        seats.append(
            R"(<li class="pr-seat pr-seat--needed">{}<span class="pr-seat__words"><strong>{}</strong>{}</span></li>)",
            person_picture(false), view.say("Empty, and needed"),
            i == 0 ? link(view.say("Name somebody")) : html::Html());
    const int welcome = role.free() - role.missing();
    if (welcome > 0)
        seats.append(
            R"(<li class="pr-seat pr-seat--free">{}<span class="pr-seat__words">{}{}</span></li>)",
            person_picture(false),
            view.words->count(welcome, "{} more is welcome", "{} more are welcome"),
            role.missing() == 0 ? link(view.say("Name somebody")) : html::Html());
    return seats;
}

html::Html former_seats(const access::Context& context, const TeamPortrait& portrait) {
    const design::View& view = context.view;
    if (portrait.former.empty()) return {};
    html::Html items;
    for (const Seat& seat : portrait.former)
        items.append("<li>{}</li>",
                     view.say("{}, {}, until {}", seat.name, role_label(view, seat.role),
                              view.words->day(seat.until.value_or(seat.from))));
    return design::details({.summary = view.say("Who was on the team before"), .id = {}},
                           html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items));
}

}  // namespace

html::Html seats_picture(const access::Context& context, const TeamPortrait& portrait,
                         bool may_change) {
    const design::View& view = context.view;
    const Team& team = portrait.team;
    html::Html roles;
    for (const RoleSeats& role : team.roles) {
        html::Html seats;
        for (const Seat& seat : role.seats)
            seats += taken_seat(context, portrait, seat, may_change);
        seats += empty_seats(context, portrait, role, may_change);
        if (seats.empty()) continue;
        roles.append(
            R"(<li class="pr-seats__role"><h3 class="nhsuk-heading-xs">{}</h3><ul class="pr-seats__row">{}</ul></li>)",
            role_label(view, role.role.role), seats);
    }
    const auto words =
        team.complete()
            ? html("{} {}", design::tag(view.say("Complete"), design::Colour::green),
                   view.say("Somebody is named for every place that is needed."))
            : html("{} {}", design::tag(view.say("Not complete"), design::Colour::yellow),
                   view.say("{} of {} places that are needed are taken.",
                            team.needed() - team.missing(), team.needed()));
    return html(
        R"(<h2 class="nhsuk-heading-m" id="team">{}</h2><p>{}</p><ul class="pr-seats">{}</ul>{})",
        view.say("Who is on the team"), words, roles, former_seats(context, portrait));
}

}  // namespace primum::programmes
