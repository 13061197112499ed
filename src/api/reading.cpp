// What programs read.

#include "access/problem_page.h"
#include "api/actions.h"
#include "api/asked.h"
#include "api/documents.h"
#include "datasets/report.h"
#include "measures/dictionary.h"
#include "measures/study.h"

namespace primum::api {
namespace {

using access::Context;
using http::Request;
using http::Response;
using http::Status;

/// The part of a sorted list that was asked for: {"items": […]} and the way to the next part.
template <class Item, class Key, class Write>
Response list(const Request& request, const std::vector<Item>& items, Key&& key, Write&& write) {
    const auto span = asked_span(request);
    if (!span) return bad_span(request);
    json::Writer json;
    json.begin_object().key("items").begin_array();
    std::size_t written = 0;
    std::string last;
    bool more = false;
    for (std::size_t i = 0; i < items.size() && !more; ++i) {
        const std::string name = key(items[i]);
        if (!span->after.empty() && name <= span->after) continue;
        more = written == span->limit;
        if (more) break;
        write(json, items[i], i);
        last = name;
        ++written;
    }
    json.end_array().end_object();
    Response response = http::json(Status::ok, std::string(json.text()));
    if (more) link_next(response, *span, last);
    return response;
}

}  // namespace

Response list_measures(disclosure::Mode, const Request& request, Context& context) {
    return list(
        request, measures::all_measures(context.db, context.scope),
        [](const measures::Measure& measure) { return measure.code; },
        [](json::Writer& json, const measures::Measure& measure, std::size_t) {
            write_measure(json, measure);
        });
}

Response list_series(disclosure::Mode outside, const Request& request, Context& context) {
    const auto organisation = asked_organisation(request, context);
    if (!organisation) return http::not_found();
    const auto series = visible_series(context, organisation->id);
    // An organisation that shows nothing looks like one that does not exist.
    if (!is_own(context, organisation->id) && series.empty()) return http::not_found();
    return list(
        request, series, [](const measures::Series& one) { return one.code; },
        [&](json::Writer& json, const measures::Series& one, std::size_t) {
            if (const auto measure = measures::find_measure(context.db, one.measure))
                write_series(json, *organisation, *measure, one,
                             mode_of(context, *measure, one, outside));
        });
}

Response show_series(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    json::Writer json;
    write_series(json, asked->organisation, asked->measure, asked->series, asked->mode);
    return http::json(Status::ok, std::string(json.text()));
}

Response list_points(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    const auto series = published(context, *asked);
    return list(
        request, series.points,
        [](const measures::PublishedPoint& point) { return iso_day(point.period); },
        [&](json::Writer& json, const measures::PublishedPoint&, std::size_t which) {
            write_point(json, *asked, series, which);
        });
}

Response show_point(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    const auto period = measures::parse_period(asked->says().frequency, request.part("period"));
    const auto series = published(context, *asked);
    const auto point = period ? find_point(series, *period) : std::nullopt;
    if (!point) return http::not_found();
    return http::json(Status::ok, point_document(*asked, series, *point));
}

Response show_analysis(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    const auto study = measures::study_of(published(context, *asked).material);
    if (!study) return access::problem(Status::unprocessable, study.error().sentence, request.id);
    return http::json(Status::ok, datasets::json_report(*study));
}

Response show_csv(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    Response response;
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.body = points_csv(*asked, published(context, *asked));
    return response;
}

}  // namespace primum::api
