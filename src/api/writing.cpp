// What programs change.

#include "access/problem_page.h"
#include "api/actions.h"
#include "api/asked.h"
#include "api/documents.h"
#include "api/point_body.h"
#include "http/etag.h"
#include "measures/note.h"
#include "measures/saving.h"

namespace primum::api {
namespace {

using access::Context;
using http::Request;
using http::Response;
using http::Status;

bool is_json(const Request& request) {
    const auto type = request.headers.find("Content-Type");
    return type && type->substr(0, type->find(';')) == "application/json";
}

Response refused(const Request& request, const Faults& faults) {
    return access::problem(Status::unprocessable, "Nothing was changed: see errors.", request.id,
                           faults);
}

/// Why the body is no document to be read, or nothing.
std::optional<Response> refuse_body(const Request& request, std::optional<json::Value>& document) {
    if (!is_json(request)) return http::bare(Status::unsupported_media_type);
    document = json::parse(request.body);
    if (document) return std::nullopt;
    return access::problem(Status::bad_request, "The body is not one JSON document in UTF-8.",
                           request.id);
}

struct Standing {
    std::optional<measures::Point> point;
    std::string document;  ///< as it is read now; empty where there is none
};

/// A point as it stands within the transaction that changes it.
Standing standing(const store::Writer& db, const store::Readable& key, const Asked& asked,
                  Day period) {
    Standing now{.point = measures::find_point(db, key, asked.series.id, period), .document = {}};
    if (!now.point) return now;
    const measures::Material material{.measure = asked.measure,
                                      .series = asked.series,
                                      .points = {*now.point},
                                      .decisions = {},
                                      .targets = {}};
    now.document =
        point_document(asked, measures::publish(db, material, disclosure::Mode::none), 0);
    return now;
}

/// Whether the ETag that a program has read is that of what it changes; otherwise how it is told.
std::optional<Status> mismatch(const Request& request, const Standing& now) {
    const auto match = request.headers.find("If-Match");
    const auto none = request.headers.find("If-None-Match");
    if (none && *none == "*" && now.point) return Status::precondition_failed;
    if (!match) return std::nullopt;
    if (!now.point) return Status::precondition_failed;
    const bool same = *match == "*" || *match == http::entity_tag(now.document);
    return same ? std::nullopt : std::optional(Status::precondition_failed);
}

Response answer(Status status, const std::string& document) {
    Response response = http::json(status, document);
    response.headers.add("ETag", http::entity_tag(document));
    return response;
}

std::optional<Day> asked_period(const Request& request, const Asked& asked) {
    return measures::parse_period(asked.says().frequency, request.part("period"));
}

Response no_period(const Request& request) {
    return access::problem(Status::unprocessable,
                           "The address names no period of this measure: 2026-03, 2026-W05, "
                           "2026-Q1, 2026 or a day, as often as it is counted.",
                           request.id);
}

}  // namespace

Response put_point(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    const auto period = asked_period(request, *asked);
    if (!period) return no_period(request);
    std::optional<json::Value> body;
    if (auto refusal = refuse_body(request, body)) return std::move(*refusal);
    const auto said = read_point(*body, asked->says(), *period, "");
    if (!said) return refused(request, said.error());
    if (const auto good =
            measures::check_point(asked->measure, asked->series, *said, context.today);
        !good)
        return refused(request, {{"", good.error().sentence}});

    const auto owner = context.scope.may_write(asked->organisation.id);
    return context.save([&](store::Writer& db) -> Response {
        const Standing before = standing(db, owner, *asked, *period);
        if (const auto status = mismatch(request, before)) return http::bare(*status);
        if (before.point && before.point->said == *said) return answer(Status::ok, before.document);
        if (before.point && !request.headers.find("If-Match"))
            return http::bare(Status::precondition_required);
        const auto saved =
            measures::save_point(db, owner, context.stamp(), asked->series, *said, context.today);
        return answer(saved == measures::Saved::added ? Status::created : Status::ok,
                      standing(db, owner, *asked, *period).document);
    });
}

Response remove_point(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    const auto period = asked_period(request, *asked);
    if (!period) return no_period(request);
    const auto reason = request.parameter("reason").value_or("");
    if (reason.empty() || reason.size() > 500)
        return access::problem(Status::unprocessable,
                               "Say why in reason, in 500 bytes at most: it is kept.", request.id);
    if (const auto fit = measures::check_names_no_patient(reason); !fit)
        return access::problem(Status::unprocessable, fit.error().sentence, request.id);

    const auto owner = context.scope.may_write(asked->organisation.id);
    return context.save([&](store::Writer& db) -> Response {
        const Standing before = standing(db, owner, *asked, *period);
        if (!before.point) return http::not_found();
        if (const auto status = mismatch(request, before)) return http::bare(*status);
        if (!request.headers.find("If-Match")) return http::bare(Status::precondition_required);
        measures::Saving saving(db, context.stamp(), context.today);
        saving.remove(owner, asked->series, *period, reason);
        saving.finish();
        return http::bare(Status::no_content);
    });
}

Response post_points(disclosure::Mode outside, const Request& request, Context& context) {
    const auto asked = asked_series(request, context, outside);
    if (!asked) return http::not_found();
    std::optional<json::Value> body;
    if (auto refusal = refuse_body(request, body)) return std::move(*refusal);
    const auto points = read_points(*body, asked->says());
    if (!points) return refused(request, points.error());
    Faults faults;
    for (std::size_t i = 0; i < points->size(); ++i)
        if (const auto good = measures::check_point(asked->measure, asked->series,
                                                    (*points)[i].said, context.today);
            !good)
            faults.push_back({"/" + std::to_string(i), good.error().sentence});
    if (!faults.empty()) return refused(request, faults);

    const auto owner = context.scope.may_write(asked->organisation.id);
    return context.save([&](store::Writer& db) -> Response {
        measures::Saving saving(db, context.stamp(), context.today);
        Faults overtaken;
        std::size_t counts[3] = {};
        for (std::size_t i = 0; i < points->size(); ++i) {
            const auto& [said, revision] = (*points)[i];
            const auto before = measures::find_point(db, owner, asked->series.id, said.period);
            if (before && before->said != said && revision != before->rev) {
                overtaken.push_back({"/" + std::to_string(i),
                                     "This period has other numbers by now: read it, and send its "
                                     "revision to change it."});
                continue;
            }
            ++counts[static_cast<std::size_t>(saving.put(owner, asked->series, said))];
        }
        if (!overtaken.empty())
            return access::problem(Status::conflict, "Nothing was changed: see errors.", request.id,
                                   overtaken);
        saving.finish();
        json::Writer json;
        json.begin_object()
            .member("added", counts[0])
            .member("changed", counts[1])
            .member("unchanged", counts[2])
            .end_object();
        return http::json(Status::ok, std::string(json.text()));
    });
}

}  // namespace primum::api
