// Change packages: what to change, why it should work, and how to see that it does.

#include <algorithm>
#include <map>
#include <string>

#include "campaigns/actions.h"
#include "campaigns/change_package.h"
#include "campaigns/frame.h"
#include "design/card.h"
#include "design/details.h"
#include "design/links.h"
#include "design/table.h"
#include "measures/address.h"
#include "measures/dictionary.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

html::Html section(std::string_view heading, const html::Html& content) {
    if (content.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", heading, content);
}

/// How the library came to know: never more than it says.
html::Html provenance_words(const design::View& view, std::string_view provenance) {
    if (provenance.empty()) return {};
    std::string words;
    if (provenance.starts_with("stated"))
        words = view.say("A published source says so.");
    else if (provenance.starts_with("background"))
        words = view.say(
            "General professional knowledge: have a clinician check it before you "
            "rely on it.");
    else
        words = view.say("Made for this service.");
    return html(R"(<p class="pr-aside">{}</p>)", words);
}

html::Html list(const std::vector<std::string>& lines) {
    html::Html items;
    for (const std::string& line : lines)
        items.append("<li>{}</li>", line);
    if (items.empty()) return {};
    return html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items);
}

html::Html parts(const design::View& view, const Campaign&, const Intervention& intervention) {
    if (intervention.parts.empty()) return {};
    std::vector<html::Html> cards;
    for (const Intervention& part : intervention.parts)
        cards.push_back(design::card({.heading = part.name,
                                      .level = 3,
                                      .size = design::Size::s,
                                      .body = html("<p>{}</p>{}", part.aim, list(part.elements)),
                                      .id = part.code}));
    return section(view.say("Choose one to start with"),
                   html(R"(<p>{}</p>{})",
                        view.say("Starting with one part is part of the method: the others follow "
                                 "once the first is reliable."),
                        design::card_group(cards, 2)));
}

html::Html measure_names(const std::vector<std::string>& codes,
                         const std::vector<Measure>& measures) {
    html::Html names;
    for (const std::string& code : codes) {
        const auto found = std::ranges::find(measures, code, &Measure::code);
        if (found == measures.end()) continue;
        if (!names.empty()) names.append("; ");
        names.append(R"(<a class="nhsuk-link" href="{}">{}</a>)", url("#measure-{}", code),
                     found->name);
    }
    return names;
}

html::Html ideas(const design::View& view, const SecondaryDriver& driver,
                 const std::vector<Measure>& measures) {
    html::Html items;
    for (const Idea& idea : driver.ideas) {
        const auto shown = measure_names(idea.measures, measures);
        items.append(R"(<li class="pr-drivers__idea">{}{}</li>)", idea.words,
                     shown.empty() ? html::Html()
                                   : html(R"(<br><span class="pr-aside">{} {}</span>)",
                                          view.say("Shown by:"), shown));
    }
    return html(R"(<ul class="nhsuk-list">{}</ul>)", items);
}

/// Aim, what drives it, what drives that, and ideas: a tree from left to right, or from top to
/// bottom on a phone.
html::Html driver_tree(const design::View& view, const ChangePackage& package) {
    if (package.drivers.empty()) return {};
    html::Html primary;
    bool all_background = true;
    for (const PrimaryDriver& one : package.drivers) {
        html::Html secondary;
        for (const SecondaryDriver& below : one.below) {
            secondary.append(R"(
                <li><div class="pr-drivers__box pr-drivers__box--second"><p class="pr-drivers__words">{}</p>{}</div></li>)",
                             below.words, ideas(view, below, package.measures));
            all_background =
                all_background && std::ranges::all_of(below.ideas, [](const Idea& idea) {
                    return idea.provenance == "background";
                });
        }
        primary.append(R"(
            <li class="pr-drivers__branch"><div class="pr-drivers__box"><p class="pr-drivers__words">{}</p></div>
            <ul class="pr-drivers__below">{}</ul></li>)",
                       one.words, secondary);
    }
    return section(
        view.say("What drives it, and ideas to try"),
        html(R"(
            <p>{}</p>
            <div class="pr-drivers"><div class="pr-drivers__aim"><p class="pr-drivers__label">{}</p><p class="pr-drivers__words">{}</p></div>
            <ul class="pr-drivers__branches">{}</ul></div>{})",
             view.say("Read it from the aim: it is reached by what drives it, and each idea is a "
                      "test you can run on a small scale first."),
             view.say("Aim"), package.intervention.aim, primary,
             all_background ? provenance_words(view, "background") : html::Html()));
}

std::string type_label(const design::View& view, std::string_view type) {
    if (type == "outcome") return std::string(view.say("Outcome"));
    if (type == "process") return std::string(view.say("Process"));
    if (type == "balancing") return std::string(view.say("Balancing"));
    return std::string(type);
}

/// With the way to the dictionary where the measure is in it.
html::Html measure_table(const design::View& view, const ChangePackage& package,
                         const std::map<std::string, std::string, std::less<>>& in_dictionary) {
    if (package.measures.empty()) return {};
    design::TableWriter table({.caption = {},
                               .columns = {{.heading = view.say("Measure")},
                                           {.heading = view.say("Kind")},
                                           {.heading = view.say("How it is counted")},
                                           {.heading = view.say("Goal to start from")}},
                               .first_cell_is_heading = true});
    for (const Measure& one : package.measures) {
        html::Html counted = html("{}", one.numerator);
        if (!one.denominator.empty() && !one.denominator.starts_with("none"))
            counted.append(" {} {}", view.say("out of"), one.denominator);
        if (!one.unit.empty()) counted.append(" ({})", one.unit);
        const auto measure = in_dictionary.find(one.code);
        const html::Html name =
            measure == in_dictionary.end()
                ? html("{}", one.name)
                : design::link(measures::measure_address(measure->second), one.name);
        table.row(html(R"(<span id="measure-{}">{}</span>)", one.code, name),
                  type_label(view, one.type), counted, one.goal);
    }
    return section(view.say("Measures"),
                   html("<p>{}</p>{}",
                        view.say("Few, over time, on one page. A goal is where to start from: set "
                                 "your own from your own past."),
                        std::move(table).done()));
}

html::Html bundles(const design::View& view, const ChangePackage& package) {
    html::Html all;
    for (const Bundle& one : package.bundles) {
        html::Html items;
        for (const BundleElement& element : one.elements)
            items.append(R"(<li>{} <span class="pr-aside">{}{}</span></li>)", element.words,
                         element.evidence,
                         element.exception_allowed
                             ? html(" · {}", view.say("an exception may be written down"))
                             : html::Html());
        const Intervention* of =
            package.intervention.code == one.intervention
                ? &package.intervention
                : find_intervention(package.intervention.parts, one.intervention);
        all.append(
            R"(<h3 class="nhsuk-heading-s">{}</h3><ol class="nhsuk-list nhsuk-list--number">{}</ol>)",
            of ? of->name : one.name, items);
    }
    if (all.empty()) return {};
    return section(view.say("All or none"),
                   html("<p>{}</p>{}",
                        view.say("A patient has had the bundle when every element was done, or its "
                                 "exception written down. One that is missing counts as none."),
                        all));
}

html::Html tools(const design::View& view, const ChangePackage& package) {
    html::Html items;
    for (const resources::Resource& one : package.tools)
        items.append(R"(<li>{} ({})<br>{}</li>)",
                     design::link(resources::address(one.id), one.title),
                     resources::type_and_size(*view.words, one.latest), one.summary);
    if (items.empty()) return {};
    return section(view.say("Tools"), html(R"(<ul class="nhsuk-list">{}</ul>)", items));
}

html::Html who(const design::View& view, const Campaign& campaign, std::string_view code,
               const std::vector<Member>& members) {
    if (campaign.status == Status::history) return {};
    if (members.empty())
        return section(view.say("Who works on it"),
                       design::nothing_yet(view.say("Nobody has chosen it yet.")));
    constexpr std::size_t kShown = 12;
    html::Html items;
    for (const Member& one : std::span(members).first(std::min(kShown, members.size())))
        items.append("<li>{}</li>",
                     design::link(member_address(campaign, one.organisation), one.name));
    return section(
        view.say("Who works on it"),
        html(R"(<p>{}</p><ul class="nhsuk-list pr-columns">{}</ul><p>{}</p>)",
             view.words->count(static_cast<std::int64_t>(members.size()),
                               "{} member has chosen it.", "{} members have chosen it."),
             items,
             design::link(url("/campaigns/{}/members?intervention={}", campaign.code, code),
                          view.say("All of them"))));
}

}  // namespace

Response show_interventions(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const design::View& view = context.view;
    const auto all = interventions_of(context.db, campaign->id, context.today);
    if (campaign->status == Status::history && all.empty()) return http::not_found();
    const auto taken = taken_of(context.db, campaign->id, context.today);
    std::vector<html::Html> cards;
    for (const Intervention& one : all) {
        const auto found = std::ranges::find(taken, one.code, &Taken::intervention);
        html::Html body = html("<p>{}</p>", one.aim);
        if (!one.parts.empty())
            body.append(R"(<p class="pr-card-note">{}</p>)",
                        view.words->count(static_cast<std::int64_t>(one.parts.size()),
                                          "{} part: choose one to start with",
                                          "{} parts: choose one to start with"));
        html::Html foot;
        if (one.compulsory)
            foot.append("{} ", design::tag(view.say("Every member"), design::Colour::blue));
        if (found != taken.end() && found->members > 0)
            foot.append(R"(<span class="pr-aside">{}</span>)",
                        view.words->count(found->members, "{} member works on it",
                                          "{} members work on it"));
        if (!foot.empty()) body.append(R"(<p class="pr-card-foot">{}</p>)", foot);
        cards.push_back(
            design::card({.heading = one.name,
                          .size = design::Size::m,
                          .where = url("/campaigns/{}/interventions/{}", campaign->code, one.code),
                          .body = body,
                          .classes = "pr-intervention"}));
    }
    return http::ok(side_page(
        context, *campaign, Door::interventions, view.say("Interventions"),
        html(R"(<p class="nhsuk-body-l">{}</p>{})",
             view.say("What members of the campaign change, and how they see that it works."),
             cards.empty() ? design::nothing_yet(view.say("The campaign names none yet."))
                           : design::card_group(cards, 2))));
}

Response show_intervention(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    const auto all = interventions_of(context.db, campaign->id, context.today);
    const auto found = std::ranges::find(all, request.part("code"), &Intervention::code);
    if (found == all.end()) return http::not_found();
    const design::View& view = context.view;
    const auto package = change_package_of(context.db, *found, context.today);
    const auto members = members_working_on(context.db, campaign->id, found->code, context.today);

    html::Html head = html(R"(<p class="nhsuk-body-l">{}</p>)", found->aim);
    if (found->compulsory)
        head.append("<p>{} {}</p>", design::tag(view.say("Every member"), design::Colour::blue),
                    view.say("The joining rule asks every member to work on it."));
    html::Html for_whom;
    if (!found->population.empty())
        for_whom = html("<p><strong>{}</strong> {}</p>", view.say("For whom:"), found->population);
    html::Html version;
    if (package.from)
        version = html(R"(<p class="pr-aside">{}</p>)",
                       view.say("Version {} of the library, in force from {}.", package.version,
                                view.words->day(*package.from)));
    auto way = crumbs(view, *campaign);
    way.push_back({view.say("Interventions"), url("/campaigns/{}/interventions", campaign->code)});
    const html::Html elements = found->parts.empty() || package.bundles.empty()
                                    ? section(view.say("What it is made of"), list(found->elements))
                                    : html::Html();
    return http::ok(design::page(
        view,
        {.title = found->name + " – " + campaign->name,
         .breadcrumb = std::move(way),
         .latest = true},
        html("{}{}{}{}{}",
             design::two_thirds(html("{}{}{}{}", design::page_heading(found->name, campaign->name),
                                     head, for_whom, elements)),
             parts(view, *campaign, *found), driver_tree(view, package),
             html("{}{}", bundles(view, package),
                  measure_table(view, package, measures::codes_by_library(context.db))),
             design::two_thirds(
                 html("{}{}{}{}", tools(view, package), who(view, *campaign, found->code, members),
                      section(view.say("Where this comes from"),
                              html("{}{}",
                                   found->source.empty()
                                       ? html::Html()
                                       : html("<p>{}</p>", view.say("Source: {}", found->source)),
                                   provenance_words(view, found->provenance))),
                      version)))));
}

}  // namespace primum::campaigns
