// Looking at a claim, publishing it, and taking it back.

#include "campaigns/frame.h"
#include "claims/actions.h"
#include "claims/file.h"
#include "claims/pages.h"
#include "crypto/hash.h"
#include "design/button.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/textarea.h"
#include "measures/dictionary.h"
#include "measures/note.h"

namespace primum::claims {
namespace {

using html::html;
using html::url;

html::Html withdrawal_page(const access::Context& context, const Claim& claim,
                           std::string_view because, const Problems& problems) {
    const design::View& view = context.view;
    const std::string title(view.say("Withdraw a claim"));
    return design::page(
        view, {.title = title, .error = !problems.empty(), .back = address(claim)},
        design::two_thirds(html(
            "{}{}<p>{}</p>{}", design::error_summary(view, problems),
            design::page_heading(title, claim.words),
            view.say("The claim stays on the register, marked as withdrawn, with your reason."),
            design::form(
                view,
                {.action = url("/claims/{}/withdrawal", claim.id.text()), .id = {}, .classes = {}},
                html("{}{}",
                     design::textarea(view,
                                      {.name = "because",
                                       .label = {view.say("Why is it withdrawn?"), design::Size::s},
                                       .hint = {},
                                       .value = because,
                                       .error = problems.about("because"),
                                       .rows = 4}),
                     design::button({.label = view.say("Withdraw it"),
                                     .look = design::ButtonLook::warning,
                                     .once = true}))))));
}

}  // namespace

http::Response show_claim(const http::Request& request, access::Context& context) {
    const auto sight = sight_of(request, context);
    if (!sight) return http::not_found();
    return http::ok(claim_page(request, context, *sight));
}

http::Response send_file(const http::Request& request, access::Context& context) {
    const auto sight = sight_of(request, context);
    if (!sight) return http::not_found();
    auto response =
        http::text(http::Status::ok, sight->inside ? file_of(sight->measure, sight->counts)
                                                   : published_file(sight->measure, sight->shown));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"claim-" + sight->measure.code + ".csv\"");
    return response;
}

http::Response publish_claim(const http::Request& request, access::Context& context) {
    auto claim = kept_claim(request, context);
    if (!claim) return http::not_found();
    claim->rev = campaigns::seen_rev(context.form);
    const auto owner = context.scope.may_write(claim->organisation);
    return context.save([&](store::Writer& db) {
        const auto measure = measures::find_measure(db, claim->measure);
        if (!measure) return http::not_found();
        // In the transaction, so that what is frozen is what the data was.
        auto counts = live_counts(db, *claim, *measure);
        const auto figures = figures_of(*claim, *measure, counts);
        if (!figures) return http::bare(http::Status::conflict);
        std::erase_if(counts, [](const UnitCounts& unit) { return unit.counts.empty(); });
        const auto fingerprint = crypto::sha256_hex(file_of(*measure, counts));
        if (!publish(db, owner, context.stamp(), *claim, *figures, counts, fingerprint))
            return http::bare(http::Status::conflict);
        return http::see_other(url("/claims/{}?done=published", claim->id.text()));
    });
}

http::Response ask_why_withdrawn(const http::Request& request, access::Context& context) {
    const auto claim = kept_claim(request, context);
    if (!claim || claim->state != State::published) return http::not_found();
    return http::ok(withdrawal_page(context, *claim, "", {}));
}

http::Response withdraw_claim(const http::Request& request, access::Context& context) {
    const auto claim = kept_claim(request, context);
    if (!claim || claim->state != State::published) return http::not_found();
    const std::string because(context.form.text("because"));
    Problems problems;
    if (because.empty())
        problems.add("because", "Say why the claim is withdrawn.");
    else if (const auto fit = measures::check_note(because); !fit)
        problems.add("because", fit.error().sentence);
    if (!problems.empty())
        return http::unprocessable(withdrawal_page(context, *claim, because, problems));
    const auto owner = context.scope.may_write(claim->organisation);
    return context.save([&](store::Writer& db) {
        withdraw(db, owner, context.stamp(), *claim, because);
        return http::see_other(url("/claims/{}?done=withdrawn", claim->id.text()));
    });
}

}  // namespace primum::claims
