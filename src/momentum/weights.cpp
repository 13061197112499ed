// The open formula of the engagement index.

#include <algorithm>
#include <charconv>
#include <cmath>

#include "design/button.h"
#include "design/callouts.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/table.h"
#include "momentum/actions.h"
#include "momentum/engagement.h"
#include "momentum/frame.h"

namespace primum::momentum {
namespace {

using html::html;
using html::url;

constexpr double kMostPoints = 100;
constexpr int kMostActs = 100;

struct TypedWeight {
    ActKind act;
    std::string points;
    std::string most;
    std::string rev;
};
using WeightsForm = std::vector<TypedWeight>;

std::string field(ActKind act, std::string_view what) {
    return std::string(name(act)) + "-" + std::string(what);
}

WeightsForm form_of(const std::vector<Weight>& weights) {
    WeightsForm form;
    for (const Weight& weight : weights)
        form.push_back({weight.act, tenths(weight.points), std::to_string(weight.most),
                        std::to_string(weight.rev)});
    return form;
}

WeightsForm form_from(const http::Form& sent) {
    WeightsForm form;
    for (const ActKind act : act_kinds())
        form.push_back({act, std::string(sent.text(field(act, "points"))),
                        std::string(sent.text(field(act, "most"))),
                        std::string(sent.text(field(act, "rev")))});
    return form;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

Valid<std::vector<Weight>> check(const WeightsForm& form) {
    Problems problems;
    std::vector<Weight> weights;
    for (const TypedWeight& typed : form) {
        const auto points = number<double>(typed.points);
        const auto most = number<int>(typed.most);
        if (!points || !std::isfinite(*points) || *points < 0 || *points > kMostPoints)
            problems.add(field(typed.act, "points"),
                         "Enter how many points it counts, from 0 to 100.");
        if (!most || *most < 0 || *most > kMostActs)
            problems.add(field(typed.act, "most"),
                         "Enter the most that count, a whole number from 0 to 100.");
        if (points && most)
            weights.push_back(
                {typed.act, *points, *most, number<std::int64_t>(typed.rev).value_or(0)});
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return weights;
}

html::Html weights_form_page(const access::Context& context, const Campaign& campaign,
                             const WeightsForm& form, const Problems& problems) {
    const design::View& view = context.view;
    const std::string title(view.say("Change the formula"));
    html::Html fields;
    for (const TypedWeight& typed : form)
        fields += html(
            R"(<fieldset class="nhsuk-fieldset pr-weight"><legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{}</legend>{}<div class="pr-weight__fields">{}{}</div></fieldset>)",
            view.say(label(typed.act)), design::hidden(field(typed.act, "rev"), typed.rev),
            design::input(view, {.name = field(typed.act, "points"),
                                 .label = view.say("Points each"),
                                 .value = typed.points,
                                 .error = problems.about(field(typed.act, "points")),
                                 .width = 4,
                                 .inputmode = "decimal"}),
            design::input(view, {.name = field(typed.act, "most"),
                                 .label = view.say("The most that count"),
                                 .value = typed.most,
                                 .error = problems.about(field(typed.act, "most")),
                                 .width = 4,
                                 .inputmode = "numeric"}));
    const auto page = url("/campaigns/{}/weights", campaign.code);
    return design::page(
        view,
        {.title = title, .error = !problems.empty(), .breadcrumb = crumbs(view, campaign, true)},
        design::two_thirds(html(
            R"({}{}<p>{}</p>{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            design::error_summary(view, problems), design::page_heading(title, campaign.name),
            view.say("Every index is computed anew from the same acts, also those of the past."),
            design::form(
                view,
                {.action = url("/campaigns/{}/weights/change", campaign.code),
                 .id = {},
                 .classes = {}},
                html("{}{}", fields, design::button({.label = view.say("Save"), .once = true}))),
            page, view.say("Cancel and go back"))));
}

}  // namespace

http::Response show_weights(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    design::TableWriter table(
        {.caption = view.say("What counts"),
         .caption_size = design::Size::s,
         .columns = {{.heading = view.say("Act")},
                     {.heading = view.say("Shows")},
                     {.heading = view.say("Points each"), .numeric = true},
                     {.heading = view.say("The most that count"), .numeric = true}},
         .first_cell_is_heading = true});
    double all = 0;
    for (const Weight& weight : weights_of(context.db, campaign->id)) {
        table.row(view.say(label(weight.act)),
                  is_evidence(weight.act) ? view.say("Evidence") : view.say("Will"),
                  tenths(weight.points), weight.most);
        all += weight.points * weight.most;
    }
    html::Html change;
    if (may_keep(context, *campaign))
        change = design::button({.label = view.say("Change the formula"),
                                 .look = design::ButtonLook::secondary,
                                 .where = url("/campaigns/{}/weights/change", campaign->code)});
    return http::ok(design::page(
        view,
        {.title = view.say("The formula of the engagement index"),
         .breadcrumb = crumbs(view, *campaign, true)},
        html("{}{}{}{}{}{}", news(request, view),
             design::page_heading(view.say("The formula of the engagement index"), campaign->name),
             doors(view, *campaign, "weights"),
             html("<p>{}</p><p>{}</p><p>{}</p>",
                  view.say("The index of a day adds up what an organisation did in the 91 days "
                           "that end with it: for each kind of act its points, times how often it "
                           "was done, but not more often than counts. The most possible is {}.",
                           tenths(all)),
                  view.say("What a site or a ward does counts for the organisation above it. "
                           "Signing in and reading are not counted: looking is not an act."),
                  view.say("The index tells how much was done, not how well. A small organisation "
                           "has fewer people to do it.")),
             std::move(table).done(), change)));
}

http::Response ask_for_weights(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign || !context.scope.can_write(campaign->owner)) return http::not_found();
    return http::ok(
        weights_form_page(context, *campaign, form_of(weights_of(context.db, campaign->id)), {}));
}

http::Response change_weights(const http::Request& request, access::Context& context) {
    const auto campaign = campaign_of(request, context);
    if (!campaign || !context.scope.can_write(campaign->owner)) return http::not_found();
    const auto form = form_from(context.form);
    const auto weights = check(form);
    if (!weights)
        return http::unprocessable(weights_form_page(context, *campaign, form, weights.error()));
    const auto owner = context.scope.may_write(campaign->owner);
    return context.save([&](store::Writer& db) {
        if (!save_weights(db, owner, context.stamp(), campaign->id, *weights)) {
            WeightsForm again = form;
            const auto now = weights_of(db, campaign->id);
            for (TypedWeight& typed : again)
                if (const auto weight = std::ranges::find(now, typed.act, &Weight::act);
                    weight != now.end())
                    typed.rev = std::to_string(weight->rev);
            return http::page(http::Status::conflict,
                              weights_form_page(context, *campaign, again, overtaken()));
        }
        return http::see_other(url("/campaigns/{}/weights?done=weights", campaign->code));
    });
}

}  // namespace primum::momentum
