// Ready measures of the library, to be taken up.

#include <algorithm>

#include "language/language.h"
#include "library/intervention.h"
#include "measures/dictionary.h"
#include "measures/dictionary_actions.h"
#include "measures/taking_up.h"

namespace primum::measures {
namespace {

using language::sentence;

/// The rows that somebody asks for: of an intervention with its parts, or all.
std::vector<library::Item> rows_for(const store::Reader& db,
                                    const std::optional<library::Item>& intervention, Day day) {
    return intervention ? library::whole_package_of(db, *intervention, day).measures
                        : library::items_of(db, "measures", day);
}

std::optional<library::Item> intervention_of(const http::Request& request,
                                             const access::Context& context) {
    return library::find_item(context.db, "interventions",
                              request.parameter("intervention").value_or(""), context.today);
}

/// Grouped by intervention, in the library's order.
Shelf shelf_of(const access::Context& context, const std::optional<library::Item>& intervention,
               const std::vector<std::string>& ticked) {
    Shelf shelf;
    if (intervention) {
        shelf.intervention = intervention->code;
        shelf.name = std::string((*intervention)["name"]);
    }
    std::map<std::string, std::string, std::less<>> names;
    for (const library::Item& item : library::items_of(context.db, "interventions", context.today))
        names.emplace(item.code, item["name"]);
    const auto taken = codes_by_library(context.db);
    for (const library::Item& item : rows_for(context.db, intervention, context.today)) {
        const auto name = names.find(item["intervention"]);
        const std::string group =
            name == names.end() ? std::string(item["intervention"]) : name->second;
        auto found = std::ranges::find(shelf.groups, group,
                                       &std::pair<std::string, std::vector<ShelfRow>>::first);
        if (found == shelf.groups.end()) found = shelf.groups.insert(found, {group, {}});
        const auto measure = taken.find(item.code);
        const auto kind = parse_kind(item["type"]);
        found->second.push_back({.code = item.code,
                                 .name = std::string(item["name"]),
                                 .kind = kind ? std::string(context.view.say(label(*kind))) : "",
                                 .taken = measure == taken.end() ? "" : measure->second,
                                 .ticked = std::ranges::find(ticked, item.code) != ticked.end()});
    }
    return shelf;
}

}  // namespace

http::Response show_shelf(const http::Request& request, access::Context& context) {
    if (!campaign_owner(context)) return http::not_found();
    const auto intervention = intervention_of(request, context);
    std::vector<std::string> ticked{request.parameter("measure").value_or("")};
    if (intervention)
        for (const library::Item& row : rows_for(context.db, intervention, context.today))
            ticked.push_back(row.code);
    Shelf shelf = shelf_of(context, intervention, ticked);
    shelf.from = organisations::TypedDay::of(context.today);
    return http::ok(shelf_page(context, shelf, {}));
}

http::Response take_from_shelf(const http::Request& request, access::Context& context) {
    const auto owner = campaign_owner(context);
    if (!owner) return http::not_found();
    const auto intervention = intervention_of(request, context);
    std::vector<std::string> ticked;
    std::vector<library::Item> rows;
    for (const std::string_view code : context.form.all("measure")) {
        ticked.emplace_back(code);
        if (auto row = library::find_item(context.db, "measures", code, context.today);
            row && row->status == library::Status::agreed)
            rows.push_back(std::move(*row));
    }
    const auto typed = organisations::TypedDay::from(context.form, "from");
    Problems problems;
    if (rows.empty()) problems.add("measure", sentence("Tick the measures to take up."));
    const auto from = organisations::check_day(
        typed, "from", sentence("Enter the day from which they hold."), problems);
    const auto again = [&](const Problems& wrong) {
        Shelf shelf = shelf_of(context, intervention, ticked);
        shelf.from = typed;
        return http::unprocessable(shelf_page(context, shelf, wrong));
    };
    if (!problems.empty()) return again(problems);
    return context.save([&](store::Writer& db) {
        const auto made =
            take_up(db, context.scope.may_write(*owner), context.stamp(), rows, *from);
        if (made) return http::see_other(html::url("/measures?done=taken"));
        problems.add("measure", made.error().sentence);
        return again(problems);
    });
}

}  // namespace primum::measures
