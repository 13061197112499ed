// Who came to a part of a cohort, and who had prepared: the faculty ticks it.

#include <algorithm>

#include "access/context.h"
#include "design/button.h"
#include "design/details.h"
#include "design/form.h"
#include "design/table.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/team.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

/// One block a team, a line a person, two boxes a line: it fits a phone.
html::Html attendance_grid(const access::Context& context, const Part& part,
                           const std::vector<Attender>& attenders) {
    const design::View& view = context.view;
    html::Html teams;
    html::Html ways;
    for (std::size_t i = 0; i < attenders.size();) {
        const OrganisationId organisation = attenders[i].organisation;
        const std::string& name = attenders[i].organisation_name;
        html::Html people;
        for (; i < attenders.size() && attenders[i].organisation == organisation; ++i) {
            const Attender& one = attenders[i];
            const std::string_view id = one.seat.id.text();
            const bool expected = expects(part.kind, one.seat.role);
            const auto box = [&](const char* what, std::string_view label, bool ticked) {
                const std::string field = std::string(what) + "-" + std::string(id);
                return html(R"(
                    <div class="nhsuk-checkboxes__item"><input class="nhsuk-checkboxes__input" id="{}" name="{}" type="checkbox" value="{}" checked="{}">
                    <label class="nhsuk-label nhsuk-checkboxes__label" for="{}">{}<span class="nhsuk-u-visually-hidden">: {}</span></label></div>)",
                            field, what, id, ticked, field, label, one.seat.name);
            };
            people.append(
                R"(
                <li class="pr-came__person"><span class="pr-came__name"><strong>{}</strong><span>{}{}</span></span>
                <input type="hidden" name="seat" value="{}">
                <span class="pr-came__boxes nhsuk-checkboxes nhsuk-checkboxes--small">{}{}</span></li>)",
                one.seat.name, role_label(view, one.seat.role),
                expected ? std::string()
                         : std::string(", ") + std::string(view.say("not expected")),
                id, box("came", view.say("Came"), one.presence.attended.value_or(false)),
                box("prepared", view.say("Had prepared"), one.presence.prepared.value_or(false)));
        }
        const std::string anchor = "team-" + std::string(organisation.text());
        ways.append(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", url("#{}", anchor), name);
        teams.append(
            R"(<fieldset class="nhsuk-fieldset pr-came" id="{}"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{}</legend><ul class="pr-came__people">{}</ul></fieldset>)",
            anchor, name, people);
    }
    return html("{}{}",
                design::details({.summary = view.say("Go to a team"), .id = {}},
                                html(R"(<ul class="nhsuk-list">{}</ul>)", ways)),
                teams);
}

}  // namespace

http::Response ask_for_attendance(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? cohort_part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    const design::View& view = context.view;
    const auto attenders = attenders_of(context.db, keeping->cohort->id, *part);
    html::Html content;
    if (attenders.empty())
        content = design::nothing_yet(view.say("Nobody is on a team of this cohort yet."));
    else
        content = design::form(
            view,
            {.action = url("/programmes/{}/cohorts/{}/attendance/{}", keeping->programme.code,
                           keeping->cohort->number, part->position),
             .id = {},
             .classes = {}},
            html("{}{}", attendance_grid(context, *part, attenders),
                 design::button({.label = view.say("Save"), .once = true})));
    return http::ok(keeping_page(
        context, *keeping, view.say("Who came: {}", part->title), {},
        html(
            "<p>{}</p><p>{}</p>{}{}", days_in_words(view, part->starts, part->ends),
            view.say("Tick who came, and who had read what was sent before. Each team sees its own "
                     "line. You can correct it later."),
            content, cancel_to(context, desk_address(keeping->programme, *keeping->cohort)))));
}

http::Response take_attendance(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto part = keeping ? cohort_part_of(request, context, *keeping) : std::nullopt;
    if (!part) return http::not_found();
    const auto came = context.form.all("came");
    const auto prepared = context.form.all("prepared");
    std::vector<Seen> seen;
    for (const std::string_view text : context.form.all("seat"))
        if (const auto id = SeatId::parse(text))
            seen.push_back({.seat = *id,
                            .attended = std::ranges::find(came, text) != came.end(),
                            .prepared = std::ranges::find(prepared, text) != prepared.end()});
    return context.save([&](store::Writer& db) {
        save_attendance(db, context.stamp(), keeping->programme, *keeping->cohort, *part, seen);
        return http::see_other(after(*keeping, "attendance"));
    });
}

}  // namespace primum::programmes
