// What others may take along of a series.

#include <cmath>

#include "csv/writer.h"
#include "datasets/points.h"
#include "measures/actions.h"
#include "measures/file.h"
#include "measures/shared_place.h"

namespace primum::measures {
namespace {

double number(const disclosure::Published& published) {
    return published.number().value_or(std::nan(""));
}

std::string csv_of(const PublishedSeries& shown, const datasets::Study& study) {
    std::string text =
        "period,numerator,denominator,value,centre,lower,upper,signals,phase,excluded,"
        "suppressed\r\n";
    csv::Writer csv(text);
    const Frequency frequency = shown.material.measure.now().frequency;
    for (std::size_t i = 0; i < shown.points.size(); ++i) {
        const PublishedPoint& point = shown.points[i];
        const datasets::PointView view(study, 0, i);
        csv.plain(iso_period(frequency, point.period));
        csv.number(number(point.numerator));
        csv.number(number(point.denominator));
        csv.number(number(point.value));
        csv.number(view.limits().centre);
        csv.number(view.limits().lower);
        csv.number(view.limits().upper);
        csv.plain(datasets::names_of(view.signals().all()));
        csv.number(view.phase_number());
        csv.plain(point.excluded ? "1" : "0");
        csv.plain(point.value.is_hidden() ? "1" : "0");
        csv.end_row();
    }
    return text;
}

}  // namespace

http::Response send_published_points(const Around& around, const http::Request& request,
                                     access::Context& context) {
    const auto one = shared_place_of(request, context, around.outside);
    if (!one || too_many_hidden(one->shown)) return http::not_found();
    const Drawn drawn = draw(one->shown.material);
    if (!drawn.study) return http::not_found();
    return file_of(one->place.series, ".csv", "text/csv; charset=utf-8",
                   csv_of(one->shown, *drawn.study));
}

http::Response send_published_picture(const Around& around, const http::Request& request,
                                      access::Context& context) {
    const auto one = shared_place_of(request, context, around.outside);
    if (!one || too_many_hidden(one->shown)) return http::not_found();
    const Drawn drawn = draw(one->shown.material);
    if (!drawn.study) return http::not_found();
    return file_of(one->place.series, ".svg", "image/svg+xml",
                   std::string(chart::control_chart(drawn.chart, chart::Form::wide).markup()));
}

}  // namespace primum::measures
