// The parts of a measure side by side, and the opening of another.

#include "measures/parts.h"

#include <algorithm>

#include "access/policy.h"
#include "base/nhs_number.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/date_input.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "language/language.h"
#include "measures/address.h"
#include "measures/place.h"
#include "measures/setting_up_actions.h"
#include "organisations/typed_day.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;
using language::sentence;

constexpr std::size_t kLongestStratum = 60;
constexpr std::size_t kEnoughPoints = 12;

struct StratumForm {
    std::string stratum;
    organisations::TypedDay starts;
};

/// This measure's series here: for all patients first, then its parts.
std::vector<Series> parts_of(const access::Context& context, const Place& place) {
    std::vector<Series> parts;
    for (Series& series : series_of(context.db, context.scope.may_read(place.here.id())))
        if (series.measure == place.series.measure) parts.push_back(std::move(series));
    std::ranges::stable_sort(parts, {}, &Series::stratum);
    return parts;
}

std::string title_of(const design::View& view, const Series& series) {
    return series.stratum.empty() ? std::string(view.say("All patients")) : series.stratum;
}

/// What to bear in mind while reading so few.
Html reading_advice(const design::View& view, const Material& material) {
    const auto counted = std::ranges::count_if(material.points, &Point::counts);
    if (counted < static_cast<std::ptrdiff_t>(kEnoughPoints))
        return html("<p>{}</p>", view.say("Fewer than 12 points: read it as a beginning."));
    if (has_small_numbers(material.measure.now(), material.points))
        return html("<p>{}</p>",
                    view.say("Some points have fewer than 8 people behind them: single patients "
                             "move them. Longer periods would say more."));
    return {};
}

Html part(const access::Context& context, ChartCache& charts, const Place& place,
          const Series& series) {
    const design::View& view = context.view;
    Html body;
    if (is_hidden_part(context, place.measure, series)) {
        body = html("<p>{}</p>", view.say(hidden_part_words()));
    } else {
        const Material material =
            material_of(context.db, context.scope.may_read(place.here.id()), place.measure, series);
        const auto drawn = charts.of(material);
        body = drawn->study ? html("<p>{}</p>{}{}", drawn->sentence, drawn->picture,
                                   reading_advice(view, material))
                            : html("<p>{}</p>", view.said(drawn->study.error().sentence));
        body.append("<p>{}</p>", design::link(series_address(series), view.say("Its own page"),
                                              title_of(view, series)));
    }
    return design::card(
        {.heading = title_of(view, series), .level = 2, .size = design::Size::s, .body = body});
}

Html form_of(const access::Context& context, const Place& place, const StratumForm& form,
             const Problems& problems) {
    if (!may(context, access::policy::data_keepers, place.here.id())) return {};
    const design::View& view = context.view;
    auto starts = organisations::date_fields(
        "starts", {view.say("First day for which it is counted"), design::Size::s}, form.starts,
        problems);
    const auto where =
        url("/organisations/{}/measures/{}/strata", place.here.id().text(), place.series.code);
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{})", view.say("Count another part"),
        view.say("Its numbers are entered by themselves and do not add to the sums above: the "
                 "series for all patients does."),
        design::form(
            view, {.action = where},
            html("{}{}{}",
                 design::input(view,
                               {.name = "stratum",
                                .label = {view.say("Which part of the patients?"), design::Size::s},
                                .hint = view.say("For example “Women”, “Aged 75 and over”, "
                                                 "“Nights”"),
                                .value = form.stratum,
                                .error = problems.about("stratum"),
                                .width = 20}),
                 design::date_input(view, starts),
                 design::button({.label = view.say("Set up this part"),
                                 .look = design::ButtonLook::secondary,
                                 .once = true}))));
}

Html page_of(const access::Context& context, ChartCache& charts, const Place& place,
             const StratumForm& form, const Problems& problems) {
    const design::View& view = context.view;
    std::vector<Html> cards;
    for (const Series& series : parts_of(context, place))
        cards.push_back(part(context, charts, place, series));
    const std::string title(view.say("Parts of the patients, side by side"));
    return design::page(
        view,
        {.title = title + " – " + place.measure.name(),
         .error = !problems.empty(),
         .breadcrumb = crumbs(context, place, true)},
        html("{}{}<p>{}</p>{}{}", design::error_summary(view, problems),
             design::page_heading(title, place.measure.name()),
             view.say("Each chart has limits of its own. Do not rank parts: ask whether one of "
                      "them goes another way than the others."),
             design::card_group(cards, 2),
             design::two_thirds(form_of(context, place, form, problems))));
}

void check_stratum(const access::Context& context, const Place& place, const std::string& stratum,
                   Problems& problems) {
    if (stratum.empty())
        problems.add("stratum", sentence("Enter which part of the patients it is about."));
    else if (stratum.size() > kLongestStratum)
        problems.add("stratum", sentence("Shorten this to 60 characters or fewer."));
    else if (find_nhs_number(stratum))
        problems.add("stratum",
                     sentence("Take the NHS number out: a part is a group of patients."));
    else if (const std::string code = series_code(place.measure.code, stratum);
             code.ends_with('.') || code.ends_with("-") ||
             find_series_by_code(context.db, context.scope.may_read(place.here.id()), code))
        problems.add("stratum", sentence("Choose another name: it must have letters or digits at "
                                         "its end, and no other part may be called nearly so."));
}

}  // namespace

http::Response show_strata(ChartCache& charts, const http::Request& request,
                           access::Context& context) {
    const auto place = place_of(request, context);
    if (!place) return http::not_found();
    return http::ok(
        page_of(context, charts, *place,
                {.stratum = "", .starts = organisations::TypedDay::of(place->series.starts)}, {}));
}

http::Response open_stratum(ChartCache& charts, const http::Request& request,
                            access::Context& context) {
    const auto place = place_of(request, context);
    if (!place || !context.scope.can_write(place->here.id())) return http::not_found();
    const StratumForm form{.stratum = std::string(context.form.text("stratum")),
                           .starts = organisations::TypedDay::from(context.form, "starts")};
    Problems problems;
    check_stratum(context, *place, form.stratum, problems);
    if (place->measure.status == Status::retired)
        problems.add("",
                     sentence("The measure is retired: nobody can begin to count it any more."));
    const auto starts = organisations::check_day(
        form.starts, "starts", sentence("Enter the first day for which it is counted."), problems);
    if (!problems.empty())
        return http::unprocessable(page_of(context, charts, *place, form, problems));
    return context.save([&](store::Writer& db) {
        Series like = place->series;
        like.stratum = form.stratum;
        like.starts = *starts;
        like.ends.reset();
        open_series(db, context.scope.may_write(place->here.id()), context.stamp(), place->measure,
                    like);
        return http::see_other(url("/organisations/{}/measures/{}/strata", place->here.id().text(),
                                   place->series.code));
    });
}

}  // namespace primum::measures
