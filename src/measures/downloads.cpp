// A series to take along: its points, its analysis, its picture.

#include "datasets/report.h"
#include "measures/actions.h"
#include "measures/drawn.h"
#include "measures/file.h"
#include "measures/place.h"
#include "measures/recipe.h"

namespace primum::measures {
namespace {

using http::Request;
using http::Response;

struct Found {
    Material material;
    Drawn drawn;
};

/// Nothing where there is no such series, or no chart of it.
std::optional<Found> found(const Request& request, const access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return {};
    Material material = material_of(context.db, context.scope.may_read(place->here.id()),
                                    place->measure, place->series);
    Drawn drawn = draw(material);
    if (!drawn.study) return {};
    return Found{std::move(material), std::move(drawn)};
}

}  // namespace

Response file_of(const Series& series, std::string_view ending, const char* type,
                 std::string body) {
    Response response;
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + series.code + std::string(ending) + '"');
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.body = std::move(body);
    return response;
}

Response send_points(const Request& request, access::Context& context) {
    const auto one = found(request, context);
    if (!one) return http::not_found();
    return file_of(one->material.series, ".csv", "text/csv; charset=utf-8",
                   points_csv(one->material, *one->drawn.study));
}

Response send_analysis(const Request& request, access::Context& context) {
    const auto one = found(request, context);
    if (!one) return http::not_found();
    return file_of(one->material.series, "-analysis.csv", "text/csv; charset=utf-8",
                   datasets::csv_report(*one->drawn.study));
}

Response send_picture(const Request& request, access::Context& context) {
    const auto one = found(request, context);
    if (!one) return http::not_found();
    return file_of(one->material.series, ".svg", "image/svg+xml",
                   std::string(chart::control_chart(one->drawn.chart, chart::Form::wide).markup()));
}

}  // namespace primum::measures
