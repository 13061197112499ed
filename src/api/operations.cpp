// Every operation of the API, in the order in which its documentation shows them.

#include "api/actions.h"
#include "api/contract.h"

namespace primum::api {
namespace {

using http::Method;
using http::Status;
namespace policy = access::policy;

constexpr std::string_view kSeries = "/api/v1/organisations/{code}/series";
constexpr std::string_view kOne = "/api/v1/organisations/{code}/series/{series}";
constexpr std::string_view kPoints = "/api/v1/organisations/{code}/series/{series}/points";
constexpr std::string_view kPoint = "/api/v1/organisations/{code}/series/{series}/points/{period}";

std::vector<Operation> reading() {
    return {
        {Method::get,
         "/api/v1/measures",
         policy::api_read,
         list_measures,
         "listMeasures",
         "measures",
         "The dictionary",
         "What is counted and how: every measure that is agreed, and drafts of your own.",
         {"limit", "cursor"},
         {},
         {{Status::ok, "MeasureList"}},
         {Status::bad_request}},
        {Method::get,
         kSeries,
         policy::api_read,
         list_series,
         "listSeries",
         "series",
         "The series of an organisation",
         "All of an organisation that the token is for, or that lies below it; of others those "
         "that they show.",
         {"limit", "cursor"},
         {},
         {{Status::ok, "SeriesList"}},
         {Status::bad_request, Status::not_found}},
        {Method::get,
         kOne,
         policy::api_read,
         show_series,
         "getSeries",
         "series",
         "One series with its definition",
         "What is counted, how often, and on which chart.",
         {},
         {},
         {{Status::ok, "Series"}},
         {Status::not_found}},
        {Method::get,
         kPoints,
         policy::api_read,
         list_points,
         "listPoints",
         "points",
         "The points of a series",
         "In order of time. What is done to numbers that other organisations show: see the tag.",
         {"limit", "cursor"},
         {},
         {{Status::ok, "PointList"}},
         {Status::bad_request, Status::not_found}},
        {Method::get,
         "/api/v1/organisations/{code}/series/{series}/points.csv",
         policy::api_read,
         show_csv,
         "getPointsAsCsv",
         "points",
         "The points for a spreadsheet",
         "One row a point with the lines of the chart: UTF-8 with a byte order mark, lines that "
         "end with CR LF.",
         {},
         {},
         {{Status::ok, "Csv", "text/csv"}},
         {Status::not_found}},
        {Method::get,
         kPoint,
         policy::api_read,
         show_point,
         "getPoint",
         "points",
         "The point of a period",
         "Its ETag is what a change sends in If-Match.",
         {},
         {},
         {{Status::ok, "Point"}},
         {Status::not_found}},
        {Method::get,
         "/api/v1/organisations/{code}/series/{series}/analysis",
         policy::api_read,
         show_analysis,
         "getAnalysis",
         "analysis",
         "What the chart says",
         "The same as `primum analyse --format json` of the points.",
         {},
         {},
         {{Status::ok, "Analysis"}},
         {Status::not_found, Status::unprocessable}},
    };
}

std::vector<Operation> writing() {
    return {
        {Method::put,
         kPoint,
         policy::api_write,
         put_point,
         "putPoint",
         "points",
         "Enter or change a point",
         "The same again changes nothing. To change what stands there, send its ETag in If-Match.",
         {"If-Match", "If-None-Match", "Idempotency-Key"},
         "PointBody",
         {{Status::ok, "Point"}, {Status::created, "Point"}},
         {Status::bad_request, Status::not_found, Status::precondition_failed,
          Status::unsupported_media_type, Status::unprocessable, Status::precondition_required}},
        {Method::remove,
         kPoint,
         policy::api_write,
         remove_point,
         "deletePoint",
         "points",
         "Take a point away",
         "What it was is kept with the reason.",
         {"If-Match", "reason", "Idempotency-Key"},
         {},
         {{Status::no_content, {}}},
         {Status::not_found, Status::precondition_failed, Status::unprocessable,
          Status::precondition_required}},
        {Method::post,
         kPoints,
         policy::api_write,
         post_points,
         "postPoints",
         "points",
         "Enter many points at once",
         "All of them or none. A point that changes what stands there carries the revision that "
         "was read.",
         {"Idempotency-Key"},
         "PointsBody",
         {{Status::ok, "Saved"}},
         {Status::bad_request, Status::not_found, Status::conflict, Status::unsupported_media_type,
          Status::unprocessable}},
    };
}

}  // namespace

const std::vector<Operation>& operations() {
    static const std::vector<Operation> all = [] {
        auto both = reading();
        for (Operation& one : writing())
            both.push_back(std::move(one));
        return both;
    }();
    return all;
}

}  // namespace primum::api
