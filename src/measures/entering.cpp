// Entering a point, changing it, and what is known of it.

#include "measures/actions.h"
#include "measures/address.h"
#include "measures/place.h"
#include "measures/point_pages.h"
#include "measures/saving.h"

namespace primum::measures {
namespace {

using http::Request;
using http::Response;

std::string rev_of(const std::optional<Point>& point) {
    return point ? std::to_string(point->rev) : std::string();
}

Problems overtaken(bool is_new) {
    Problems problems;
    problems.add(is_new ? "period" : "numerator",
                 is_new ? "There is a number for this period already: change that instead."
                        : "Somebody else has changed this since you opened the form. Check what "
                          "you entered and send it again.");
    return problems;
}

/// Checks, asks about what is unusual, saves: for a new point and for one that is there.
Response save(access::Context& context, const Place& place, const std::optional<Point>& there) {
    const auto readable = context.scope.may_read(place.here.id());
    const Material material = material_of(context.db, readable, place.measure, place.series);
    const PointForm form = PointForm::from(context.form);
    const Point* const point = there ? &*there : nullptr;
    auto said = check(form, material, there ? std::optional(there->said.period) : std::nullopt,
                      context.today);
    if (!said)
        return http::unprocessable(
            point_form_page(context, place, material, form, said.error(), point, {}));
    if (there) said->excluded = there->said.excluded;
    if (form.checked.empty())
        if (const auto question = unusual(context.view, material, *said)) {
            Problems problems;
            problems.add("checked", *question);
            return http::unprocessable(
                point_form_page(context, place, material, form, problems, point, *question));
        }
    const auto writable = context.scope.may_write(place.here.id());
    return context.save([&](store::Writer& db) {
        const auto now = find_point(db, writable, place.series.id, said->period);
        if (rev_of(now) != form.rev) {
            PointForm again = form;
            if (there) again.rev = rev_of(now);
            return http::page(
                http::Status::conflict,
                point_form_page(context, place, material, again, overtaken(!there), point, {}));
        }
        save_point(db, writable, context.stamp(), place.series, *said, context.today);
        return http::see_other(series_address(place.series, "saved"));
    });
}

std::optional<Day> period_of_path(const Request& request, const Place& place) {
    return parse_period(place.measure.now().frequency, request.part("period"));
}

struct There {
    Place place;
    Point point;
};
std::optional<There> point_of(const Request& request, const access::Context& context) {
    auto place = place_of(request, context);
    if (!place) return {};
    const auto period = period_of_path(request, *place);
    if (!period) return {};
    auto point =
        find_point(context.db, context.scope.may_read(place->here.id()), place->series.id, *period);
    if (!point) return {};
    return There{std::move(*place), std::move(*point)};
}

}  // namespace

Response ask_for_new_point(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const Material material = material_of(context.db, context.scope.may_read(place->here.id()),
                                          place->measure, place->series);
    PointForm form{.period = request.parameter("period").value_or("")};
    const Frequency frequency = place->measure.now().frequency;
    if (const auto day = parse_period(frequency, form.period); day && asks_for_a_day(frequency))
        form.day = organisations::TypedDay::of(*day);
    return http::ok(point_form_page(context, *place, material, form, {}, nullptr, {}));
}

Response save_new_point(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    return save(context, *place, {});
}

Response show_point(const Request& request, access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    const auto period = period_of_path(request, *place);
    if (!period) return http::not_found();
    const auto key = context.scope.may_read(place->here.id());
    const auto point = find_point(context.db, key, place->series.id, *period);
    std::vector<Revision> revisions;
    for (Revision& revision : revisions_of(context.db, key, place->series.id))
        if (revision.before.said.period == *period) revisions.push_back(std::move(revision));
    return http::ok(point_page(context, *place, *period, point, revisions));
}

Response ask_for_point(const Request& request, access::Context& context) {
    const auto there = point_of(request, context);
    if (!there) return http::not_found();
    const Place& place = there->place;
    const Material material = material_of(context.db, context.scope.may_read(place.here.id()),
                                          place.measure, place.series);
    return http::ok(point_form_page(context, place, material,
                                    PointForm::of(place.measure, there->point), {}, &there->point,
                                    {}));
}

Response change_point(const Request& request, access::Context& context) {
    const auto there = point_of(request, context);
    if (!there) return http::not_found();
    return save(context, there->place, there->point);
}

}  // namespace primum::measures
