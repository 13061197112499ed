// Points that take no part, and points that are taken away: each with its reason.

#include "design/button.h"
#include "design/form.h"
#include "measures/actions.h"
#include "measures/address.h"
#include "measures/note.h"
#include "measures/place.h"
#include "measures/point_pages.h"
#include "measures/saving.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using http::Request;
using http::Response;

enum class Deed : std::uint8_t { exclude, include, remove };

struct There {
    Place place;
    Point point;
    Deed deed;
};

std::optional<There> there(const Request& request, const access::Context& context, bool removes) {
    auto place = place_of(request, context);
    if (!place) return {};
    const auto period = parse_period(place->measure.now().frequency, request.part("period"));
    if (!period) return {};
    auto point =
        find_point(context.db, context.scope.may_read(place->here.id()), place->series.id, *period);
    if (!point) return {};
    const Deed deed =
        removes ? Deed::remove : (point->said.excluded.empty() ? Deed::exclude : Deed::include);
    return There{std::move(*place), std::move(*point), deed};
}

Html deed_page(const access::Context& context, const There& there, std::string_view typed,
               const Problems& problems) {
    const design::View& view = context.view;
    const Frequency frequency = there.place.measure.now().frequency;
    const std::string period = spoken_period(frequency, there.point.said.period);
    std::string title = view.say("Exclude {}", period);
    std::string means = std::string(
        view.say("The point stays on the chart, hollow, with your reason. It sets no line and "
                 "makes no signal."));
    std::string ask = std::string(view.say("Why is it not part of the process?"));
    std::string hint = std::string(view.say(
        "A cause from outside that is known: \"Ward closed for two weeks\". That a number is high "
        "is no reason."));
    if (there.deed == Deed::include) {
        title = view.say("Count {} again", period);
        means = view.say("It was excluded because: {}", there.point.said.excluded);
        ask = view.say("Why does it count after all?");
        hint.clear();
    } else if (there.deed == Deed::remove) {
        title = view.say("Take {} away", period);
        means = view.say("The chart will have a gap there. What it said stays in the history.");
        ask = view.say("Why was it wrong?");
        hint = view.say("To correct a number, change it instead.");
    }
    const std::string iso = iso_period(frequency, there.point.said.period);
    const auto action = html::url("/organisations/{}/measures/{}/points/{}/{}",
                                  there.place.here.id().text(), there.place.series.code, iso,
                                  there.deed == Deed::remove ? "removal" : "exclusion");
    return task_page(
        context, there.place, title, problems,
        html("<p>{}</p>{}", means,
             design::form(view, {.action = action},
                          html("{}{}{}", reason_field(view, ask, hint, typed, problems),
                               design::hidden("rev", std::to_string(there.point.rev)),
                               design::button({.label = title,
                                               .look = there.deed == Deed::remove
                                                           ? design::ButtonLook::warning
                                                           : design::ButtonLook::primary,
                                               .once = true})))));
}

Response ask(const Request& request, access::Context& context, bool removes) {
    const auto found = there(request, context, removes);
    if (!found) return http::not_found();
    return http::ok(deed_page(context, *found, {}, {}));
}

std::string_view done_word(Deed deed) {
    return deed == Deed::remove ? "removed" : (deed == Deed::exclude ? "excluded" : "included");
}

void carry_out(store::Writer& db, const store::Writable& owner, const access::Context& context,
               const There& there, const std::string& reason) {
    Saving saving(db, context.stamp(), context.today);
    if (there.deed == Deed::remove) {
        saving.remove(owner, there.place.series, there.point.said.period, reason);
    } else {
        Said said = there.point.said;
        said.excluded = there.deed == Deed::exclude ? reason : std::string();
        saving.put(owner, there.place.series, said, reason);
    }
    saving.finish();
}

Response save(const Request& request, access::Context& context, bool removes) {
    const auto found = there(request, context, removes);
    if (!found) return http::not_found();
    const std::string reason(context.form.text("reason"));
    Problems problems;
    if (reason.empty())
        problems.add("reason", "Say why.");
    else if (const auto fine = check_note(reason); !fine)
        problems.add("reason", fine.error().sentence);
    if (!problems.empty()) return http::unprocessable(deed_page(context, *found, reason, problems));
    const auto owner = context.scope.may_write(found->place.here.id());
    return context.save([&](store::Writer& db) {
        const auto now = find_point(db, owner, found->place.series.id, found->point.said.period);
        if (!now || context.form.text("rev") != std::to_string(now->rev)) {
            problems.add("reason",
                         "Somebody else has changed this since you opened the form. "
                         "Check what you entered and send it again.");
            return http::page(http::Status::conflict, deed_page(context, *found, reason, problems));
        }
        carry_out(db, owner, context, *found, reason);
        return http::see_other(series_address(found->place.series, done_word(found->deed)));
    });
}

}  // namespace

Response ask_for_exclusion(const Request& request, access::Context& context) {
    return ask(request, context, false);
}

Response save_exclusion(const Request& request, access::Context& context) {
    return save(request, context, false);
}

Response ask_for_removal(const Request& request, access::Context& context) {
    return ask(request, context, true);
}

Response save_removal(const Request& request, access::Context& context) {
    return save(request, context, true);
}

}  // namespace primum::measures
