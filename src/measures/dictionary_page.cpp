// The list of measures.

#include "design/button.h"
#include "design/choices.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "design/page.h"
#include "design/pagination.h"
#include "design/select.h"
#include "design/table.h"
#include "design/tag.h"
#include "measures/address.h"
#include "measures/dictionary_pages.h"

namespace primum::measures {
namespace {

using design::View;
using html::html;
using html::Html;
using html::url;

std::string name_in(const Names& names, const std::string& code) {
    const auto found = names.find(code);
    return found == names.end() ? code : found->second;
}

Html choice(const View& view, const char* field, std::string_view label,
            std::string_view everything, const Names& names, const std::string& chosen) {
    if (names.size() < 2) return {};
    std::vector<design::Option> options{{.value = "", .label = everything}};
    for (const auto& [code, name] : names)
        options.push_back({.value = code, .label = name});
    return design::select(
        view, {.name = field, .label = label, .options = std::move(options), .value = chosen});
}

Html filter(const View& view, const DictionaryView& dictionary) {
    const WantedMeasures& wanted = dictionary.wanted;
    Names kinds;
    for (const auto kind : {Kind::outcome, Kind::process, Kind::balancing})
        kinds.emplace(name(kind), view.say(label(kind)));
    return design::search_form(
        {.action = dictionary_address(), .classes = "pr-filter"},
        html("{}{}{}{}{}{}",
             design::input(view, {.name = "q",
                                  .label = view.say("Words in it"),
                                  .value = wanted.words,
                                  .type = "search"}),
             choice(view, "campaign", view.say("Campaign"), view.say("Every campaign"),
                    dictionary.campaigns, wanted.campaign),
             choice(view, "intervention", view.say("Intervention"), view.say("Every intervention"),
                    dictionary.interventions, wanted.intervention),
             choice(view, "kind", view.say("Kind"), view.say("Every kind"), kinds, wanted.kind),
             design::checkboxes(
                 view, {.name = "all",
                        .choices = {{.value = "yes",
                                     .label = view.say("Drafts and what has been retired too")}},
                        .values = wanted.all ? std::vector<std::string>{"yes"}
                                             : std::vector<std::string>{},
                        .small = true}),
             design::button({.label = view.say("Show"), .look = design::ButtonLook::secondary})));
}

Html found(const View& view, const DictionaryView& dictionary) {
    if (dictionary.found.empty())
        return design::nothing_yet(
            dictionary.may_take_up
                ? view.say("Nothing here fits. Take measures up from the library, or use fewer "
                           "words.")
                : view.say("Nothing here fits: use fewer words, or choose every campaign."));
    design::TableWriter table(
        {.caption = view.words->count(static_cast<std::int64_t>(dictionary.count), "{} measure",
                                      "{} measures"),
         .columns = {{view.say("Measure")},
                     {view.say("Code")},
                     {view.say("Kind")},
                     {view.say("Intervention")},
                     {view.say("Whose")}},
         .first_cell_is_heading = true});
    for (const FoundMeasure& one : dictionary.found) {
        const Measure& measure = one.measure;
        Html name = design::link(measure_address(measure.code), measure.name());
        if (measure.status != Status::agreed) name.append(" {}", status_tag(view, measure.status));
        table.row(name, measure.code, view.say(label(measure.now().kind)),
                  name_in(dictionary.interventions, one.belongs.intervention), one.owner);
    }
    return std::move(table).done();
}

Html other_pages(const View& view, const DictionaryView& dictionary) {
    const WantedMeasures& wanted = dictionary.wanted;
    return design::pagination(
        view,
        design::Pages{wanted.page, (dictionary.count + kMeasuresOnAPage - 1) / kMeasuresOnAPage,
                      [&](std::size_t page) {
                          return url(
                              "/measures?q={}&campaign={}&intervention={}&kind={}&all={}&"
                              "page={}",
                              wanted.words, wanted.campaign, wanted.intervention, wanted.kind,
                              wanted.all ? "yes" : "", page);
                      }});
}

Html doors(const View& view, const DictionaryView& dictionary) {
    Html buttons;
    if (dictionary.may_take_up)
        buttons += design::button({.label = view.say("Take up from the library"),
                                   .look = design::ButtonLook::secondary,
                                   .where = url("/measures/library")});
    if (dictionary.may_add)
        buttons += design::button({.label = view.say("Define a measure"),
                                   .look = design::ButtonLook::secondary,
                                   .where = url("/measures/new")});
    return buttons.empty() ? Html() : design::button_group(buttons);
}

Html what_was_done(const View& view, const std::string& done) {
    if (done != "taken") return {};
    return design::notification_banner(
        view,
        {.notice = design::Notice::success,
         .heading = view.say("They are in the dictionary: organisations can open them now.")});
}

}  // namespace

Html status_tag(const View& view, Status status) {
    const auto colour = status == Status::draft    ? design::Colour::yellow
                        : status == Status::agreed ? design::Colour::green
                                                   : design::Colour::grey;
    return design::tag(view.say(label(status)), colour);
}

std::vector<design::Crumb> dictionary_crumbs(const View& view, const Measure* measure) {
    std::vector<design::Crumb> way{{view.say("Home"), url("/")}};
    way.push_back({view.say("Measures"), dictionary_address()});
    if (measure) way.push_back({measure->name(), measure_address(measure->code)});
    return way;
}

Html dictionary_page(const access::Context& context, const DictionaryView& dictionary) {
    const View& view = context.view;
    auto way = dictionary_crumbs(view, nullptr);
    way.pop_back();
    return design::page(
        view, {.title = view.say("Measures"), .breadcrumb = std::move(way), .latest = true},
        html("{}{}{}{}{}",
             design::two_thirds(html(
                 R"({}{}<p class="nhsuk-lede-text">{}</p>{})", what_was_done(view, dictionary.done),
                 design::page_heading(view.say("Measures")),
                 view.say("What is counted, and how: the same words for everybody who counts it. "
                          "What changes in them is kept and can be compared."),
                 filter(view, dictionary))),
             found(view, dictionary), other_pages(view, dictionary), doors(view, dictionary),
             html("<p>{}</p>", design::link(url("/library/measures"),
                                            view.say("Ready measures in the library")))));
}

}  // namespace primum::measures
