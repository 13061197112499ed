#include "api/asked.h"

#include <charconv>

#include "access/problem_page.h"
#include "crypto/token.h"
#include "measures/dictionary.h"
#include "measures/material.h"
#include "measures/parts.h"
#include "measures/sharing.h"
#include "organisations/tree.h"

namespace primum::api {
namespace {

using access::Context;
using access::Right;
using http::Request;

constexpr std::size_t kMost = 200;

/// With the key of an organisation whose numbers the token reads, or a job's for what is published.
store::Readable key_of(const Context& context, const Asked& asked) {
    return asked.mode == disclosure::Mode::none
               ? context.scope.may_read(asked.organisation.id)
               : store::Scope::system("what others see goes through disclosure control")
                     .may_read(asked.organisation.id);
}

}  // namespace

bool is_own(const Context& context, OrganisationId organisation) {
    return context.scope.can_read(organisation);
}

std::optional<organisations::Organisation> asked_organisation(const Request& request,
                                                              const Context& context) {
    auto organisation =
        organisations::find_by_code(context.db, organisations::normal_code(request.part("code")));
    if (!organisation) return std::nullopt;
    if (!http::is_safe(request.method) && !context.scope.can_write(organisation->id))
        return std::nullopt;
    return organisation;
}

std::vector<measures::Series> visible_series(const Context& context, OrganisationId organisation) {
    const bool own = is_own(context, organisation);
    const auto job = store::Scope::system("which series others may see");
    auto all = measures::series_of(
        context.db, own ? context.scope.may_read(organisation) : job.may_read(organisation));
    const bool signed_in = context.token->rights.has_any({Right::read, Right::write});
    if (!own)
        std::erase_if(all, [&](const measures::Series& series) {
            return !measures::may_see(series, signed_in);
        });
    return all;
}

disclosure::Mode mode_of(const Context& context, const measures::Measure& measure,
                         const measures::Series& series, disclosure::Mode outside) {
    const bool own =
        is_own(context, series.organisation) && !measures::is_hidden_part(context, measure, series);
    return own ? disclosure::Mode::none : outside;
}

std::optional<Asked> asked_series(const Request& request, const Context& context,
                                  disclosure::Mode outside) {
    auto organisation = asked_organisation(request, context);
    if (!organisation) return std::nullopt;
    for (measures::Series& series : visible_series(context, organisation->id)) {
        if (series.code != request.part("series")) continue;
        auto measure = measures::find_measure(context.db, series.measure);
        if (!measure) return std::nullopt;
        const auto mode = mode_of(context, *measure, series, outside);
        return Asked{.organisation = *organisation,
                     .measure = std::move(*measure),
                     .series = std::move(series),
                     .mode = mode};
    }
    return std::nullopt;
}

measures::PublishedSeries published(const Context& context, const Asked& asked) {
    const auto material =
        measures::material_of(context.db, key_of(context, asked), asked.measure, asked.series);
    return measures::publish(context.db, material, asked.mode);
}

std::optional<Span> asked_span(const Request& request) {
    Span span;
    if (const auto limit = request.parameter("limit")) {
        const auto end = limit->data() + limit->size();
        const auto read = std::from_chars(limit->data(), end, span.limit);
        if (read.ec != std::errc() || read.ptr != end || span.limit == 0 || span.limit > kMost)
            return std::nullopt;
    }
    if (const auto cursor = request.parameter("cursor")) {
        const auto after = crypto::from_base64url(*cursor);
        if (!after || after->empty()) return std::nullopt;
        span.after = *after;
    }
    return span;
}

void link_next(http::Response& response, const Span& span, std::string_view last) {
    // Relative to the address that was asked, below whatever path we live.
    response.headers.add("Link", "<?limit=" + std::to_string(span.limit) +
                                     "&cursor=" + crypto::base64url(last) + ">; rel=\"next\"");
}

http::Response bad_span(const Request& request) {
    return access::problem(
        http::Status::bad_request,
        "The limit is a whole number from 1 to 200; the cursor is one that an answer gave.",
        request.id);
}

}  // namespace primum::api
