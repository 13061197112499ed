// Organisations of one kind beside each other, for learning.

#include <algorithm>
#include <cmath>

#include "boards/actions.h"
#include "boards/address.h"
#include "boards/comparison.h"
#include "boards/frame.h"
#include "chart/number.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "measures/dictionary.h"
#include "measures/rule_words.h"

namespace primum::boards {
namespace {

using html::html;

class Page {
public:
    Page(const access::Context& context, const organisations::Here& here,
         const Comparison& comparison, disclosure::Mode outside)
        : context_(context),
          view_(context.view),
          here_(here),
          comparison_(comparison),
          outside_(outside) {}

    html::Html whole() const {
        const std::string_view title = view_.say("Compare, to learn");
        return design::page(
            view_, {.title = title, .breadcrumb = crumbs(context_, here_, true)},
            html("{}{}{}{}{}{}{}", design::page_heading(comparison_.measure.name(), title),
                 what_matches(), picture(), own_place(), outliers(), improving(), left_out_part()));
    }

private:
    const measures::Definition& says() const { return comparison_.measure.now(); }

    std::string number(double value) const {
        const bool share = says().multiplier == 100;
        return std::isnan(value)
                   ? "–"
                   : chart::number(
                         value,
                         {share ? chart::NumberStyle::percent : chart::NumberStyle::plain, 1});
    }

    /// A name that leads to what this person may see of it.
    html::Html name_of(const Peer& peer) const {
        if (peer.own || !peer.shared) return html("{}", peer.name);
        return design::link(measures::published_address(*peer.shared), peer.name);
    }

    html::Html what_matches() const {
        const Window& window = comparison_.window;
        html::Html more;
        if (window.cut_short)
            more.append("<p>{}</p>",
                        view_.say("The definition changed on {}: what was counted before means "
                                  "something else and is left out.",
                                  view_.words->day(window.says->from)));
        bool own = false;
        for (const Peer& peer : comparison_.peers)
            own = own || peer.own;
        if (!own)
            more.append("<p>{}</p>", view_.say("Your organisation keeps no series of this measure "
                                               "for all its patients, so that it is not among "
                                               "them."));
        const auto& kind = here_.kind();
        return html(
            "<p>{}</p><p>{}</p>{}",
            view_.say("The sums from {} until before {}, counted by version {} of one definition, "
                      "of those that share their series: {}.",
                      view_.words->day(window.from), view_.words->day(window.until),
                      window.says->number, view_.said(kind.plural)),
            view_.say("Sums of others are made of what they show of each period. {} Where much of "
                      "a sum would be hidden, the organisation is left out.",
                      view_.say(measures::rule_in_words(outside_))),
            more);
    }

    html::Html picture() const {
        if (!comparison_.funnel)
            return design::nothing_yet(view_.words->count(
                static_cast<std::int64_t>(kFewest),
                "There is no comparison: it needs at least {} organisation whose numbers can be "
                "shown.",
                "There is no comparison: it needs at least {} organisations whose numbers can be "
                "shown."));
        const spc::Funnel& funnel = *comparison_.funnel;
        const std::string spread =
            funnel.adjusted
                ? view_.say(
                      "They differ by more than chance explains (the spread is {} times "
                      "what chance alone makes), as organisations with different patients "
                      "do. The limits are widened for that.",
                      chart::number(funnel.dispersion.phi, {chart::NumberStyle::plain, 1}))
                : std::string(view_.say("They differ by no more than chance explains."));
        return html(
            R"(<figure class="pr-chart">{}</figure><p>{}</p><p>{}</p>)",
            chart::funnel_plot(plot_of(comparison_)), spread,
            view_.say("Within the limits nobody is better or worse than another: a place nearer to "
                      "an edge means nothing."));
    }

    /// Where the organisation whose page it is lies, which the picture names only where there is
    /// room.
    html::Html own_place() const {
        const auto own = std::ranges::find(comparison_.peers, true, &Peer::own);
        if (own == comparison_.peers.end() || std::isnan(own->ratio)) return {};
        const std::string value = says().unit.empty() || says().multiplier == 100
                                      ? number(own->ratio)
                                      : number(own->ratio) + " " + says().unit;
        return html(R"(<p><strong>{}</strong> {}</p>)", view_.say("{}: {}.", own->name, value),
                    own->outlier == spc::Standing::within
                        ? view_.say("It lies within the limits.")
                        : view_.say("It lies beyond the limits."));
    }

    html::Html outliers() const {
        if (!comparison_.funnel) return {};
        design::TableWriter table(
            {.caption = view_.say("Beyond the limits, by name"),
             .caption_size = design::Size::m,
             .columns = {{.heading = view_.say("Organisation")},
                         {.heading = says().unit.empty() ? view_.say("Value")
                                                         : std::string_view(says().unit),
                          .numeric = true},
                         {.heading = says().denominator, .numeric = true},
                         {.heading = view_.say("Ask")}},
             .first_cell_is_heading = true});
        bool any = false;
        for (const Peer& peer : comparison_.peers) {
            if (peer.outlier == spc::Standing::within) continue;
            any = true;
            const bool better = is_better(peer.outlier, says().better);
            table.row(name_of(peer), number(peer.ratio),
                      chart::number(peer.denominator, {chart::NumberStyle::plain, 0}),
                      better ? view_.say("What do they do that others could do?")
                             : view_.say("Is it counted in the same way? Then: what is different, "
                                         "and what would help?"));
        }
        return any ? std::move(table).done()
                   : html("<p>{}</p>", view_.say("Nobody lies beyond the limits."));
    }

    html::Html improving() const {
        html::Html names;
        for (const Peer& peer : comparison_.peers)
            if (row_of(peer.variation) == GridRow::improving && peer.why_not == nullptr)
                names.append("<li>{}</li>", name_of(peer));
        return html(
            R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view_.say("Who is improving: ask them"),
            names.empty()
                ? html("<p>{}</p>", view_.say("No chart of those that can be shown says so now."))
                : html("<p>{}</p><ul>{}</ul>",
                       view_.say("Whatever their level, their own charts show an improvement. They "
                                 "know how, and where it was hard:"),
                       names));
    }

    html::Html left_out_part() const {
        html::Html names;
        for (const Peer& peer : comparison_.peers) {
            if (peer.why_not != nullptr)
                names.append("<li>{}: {}</li>", name_of(peer), view_.say(peer.why_not));
            else if (peer.hidden)
                names.append("<li>{}: {}</li>", name_of(peer),
                             view_.say("Its numbers are too small to be shown."));
        }
        if (names.empty()) return {};
        return design::details({.summary = view_.say("Who is left out, and why")},
                               html("<ul>{}</ul>", names));
    }

    const access::Context& context_;
    const design::View& view_;
    const organisations::Here& here_;
    const Comparison& comparison_;
    const disclosure::Mode outside_;
};

html::Html refused(const access::Context& context, const organisations::Here& here,
                   const measures::Measure& measure, const char* why) {
    const design::View& view = context.view;
    const std::string_view title = view.say("Compare, to learn");
    return design::page(
        view, {.title = title, .breadcrumb = crumbs(context, here, true)},
        html("{}{}<p>{}</p>", design::page_heading(measure.name(), title),
             design::warning_callout(view, view.say("This is not compared"),
                                     html("<p>{}</p>", view.say(why))),
             design::link(board_address(here.id()), view.say("Back to the board"))));
}

}  // namespace

http::Response show_comparison(disclosure::Mode outside, const http::Request& request,
                               access::Context& context) {
    const auto here = organisations::here(request, context);
    if (!here) return http::not_found();
    const auto measure = measures::find_measure_by_code(context.db, request.part("measure"));
    const bool draft = measure && measure->status == measures::Status::draft;
    if (!measure || (draft && !context.scope.can_read(measure->owner))) return http::not_found();
    if (const auto why = never_compared(*measure))
        return http::ok(refused(context, *here, *measure, *why));
    const Comparison comparison = compare(
        context.db, *measure, here->id(), here->organisation.kind, context.today,
        [&](const OrganisationId& id) { return context.scope.can_read(id); }, outside);
    return http::ok(Page(context, *here, comparison, outside).whole());
}

}  // namespace primum::boards
