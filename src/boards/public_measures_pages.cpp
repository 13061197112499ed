// What everybody may see of a campaign's numbers, and what its keepers allow of it.

#include <algorithm>

#include "boards/actions.h"
#include "boards/address.h"
#include "boards/public_measures.h"
#include "boards/shared_list.h"
#include "campaigns/frame.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/details.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "measures/rule_words.h"

namespace primum::boards {
namespace {

using html::html;

html::Html one_measure(const design::View& view, const PublicMeasure& one) {
    const std::string coverage = coverage_sentence(view, one);
    if (!one.drawn.study)
        return html(R"(<h2 class="nhsuk-heading-l">{}</h2><p>{}</p>)", one.measure.name(),
                    coverage);
    return html(
        R"(<h2 class="nhsuk-heading-l">{}</h2><p class="nhsuk-body-l">{}</p><p>{}</p><figure class="pr-chart">{}{}</figure>)",
        one.measure.name(), one.drawn.sentence, coverage, one.drawn.key, one.drawn.picture);
}

/// Organisations that show their own series to whoever asks.
html::Html who_shows(const access::Context& context, const measures::Measure& measure) {
    const auto list = shared_list(context, measure);
    if (list.empty()) return {};
    return design::details({.summary = context.view.say("Organisations that show their own chart")},
                           list);
}

}  // namespace

std::string coverage_sentence(const design::View& view, const PublicMeasure& one) {
    return view.say("Of {} places that keep this measure, {} have sent {}.", one.keep, one.reported,
                    measures::spoken_period(one.measure.now().frequency, *one.latest));
}

http::Response show_public_measures(disclosure::Mode outside, const http::Request& request,
                                    access::Context& context) {
    const auto campaign = campaigns::public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    html::Html charts;
    for (const PublicMeasure& one :
         public_measures_of(context.db, *campaign, outside, context.today)) {
        charts += one_measure(view, one);
        charts += who_shows(context, one.measure);
    }
    if (charts.empty())
        charts = design::nothing_yet(view.say("The campaign shows no numbers yet."));
    const std::string_view title = view.say("What the numbers say");
    return http::ok(design::page(
        view, {.title = title, .breadcrumb = campaigns::crumbs(view, *campaign)},
        html("{}<p>{}</p><p>{}</p>{}<p>{}</p>", design::page_heading(title, campaign->name),
             view.say("Sums over everybody who sends data. A chart shows whether something has "
                      "changed; it does not show why."),
             view.say(measures::rule_in_words(outside)), charts,
             design::link(thread_address(campaign->code), view.say("From the aim to the data")))));
}

http::Response ask_for_public_measures(const http::Request& request, access::Context& context) {
    const auto campaign = campaigns::kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const std::string_view title = view.say("Numbers that everybody may see");
    std::vector<design::Choice> choices;
    for (const measures::Measure& one : measures_to_allow(context.db, *campaign, context.today))
        choices.push_back({.value = one.id.text(), .label = one.name()});
    std::vector<std::string> ticked;
    for (const auto& id : allowed_measures(context.db, campaign->id))
        ticked.emplace_back(id.text());
    const html::Html form =
        choices.empty()
            ? design::nothing_yet(view.say("Nobody has sent numbers of this campaign’s measures."))
            : design::form(
                  view, {.action = public_measures_address(campaign->code)},
                  html("{}{}",
                       design::checkboxes(
                           view, {.name = "measure",
                                  .legend = {view.say("Sums of which measures?"), design::Size::m},
                                  .hint = view.say("They are shown through the rule for small "
                                                   "numbers, with how many sent data."),
                                  .choices = std::move(choices),
                                  .values = std::move(ticked)}),
                       design::button({.label = view.say("Save"), .once = true})));
    return http::ok(campaigns::form_page(context, *campaign, campaigns::crumbs(view, *campaign),
                                         title, campaign->name, {}, form));
}

http::Response choose_public_measures(const http::Request& request, access::Context& context) {
    const auto campaign = campaigns::kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto offered = measures_to_allow(context.db, *campaign, context.today);
    const auto ticked = context.form.all("measure");
    std::vector<measures::MeasureId> allowed;
    for (const measures::Measure& one : offered)
        if (std::ranges::find(ticked, one.id.text()) != ticked.end()) allowed.push_back(one.id);
    return context.save([&](store::Writer& db) {
        save_allowed(db, context.scope.may_write(campaign->owner), context.stamp(), campaign->id,
                     allowed);
        return http::see_other(html::url("/campaigns/{}/numbers", campaign->code));
    });
}

}  // namespace primum::boards
