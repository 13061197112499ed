#include "campaigns/change_package.h"

#include <algorithm>

#include "library/item.h"

namespace primum::campaigns {
namespace {

bool concerns(const library::Item& item, const Intervention& intervention) {
    const std::string_view code = item["intervention"];
    return code == intervention.code ||
           std::ranges::find(intervention.parts, code, &Intervention::code) !=
               intervention.parts.end();
}

template <class Things>
auto& found_or_added(Things& things, std::string_view words) {
    const auto found =
        std::ranges::find_if(things, [&](const auto& one) { return one.words == words; });
    if (found != things.end()) return *found;
    things.push_back({.words = std::string(words)});
    return things.back();
}

std::vector<PrimaryDriver> drivers_of(const store::Reader& db, const Intervention& intervention,
                                      Day day) {
    std::vector<PrimaryDriver> drivers;
    for (const library::Item& item : library::items_of(db, "drivers", day)) {
        if (!concerns(item, intervention)) continue;
        auto& primary = found_or_added(drivers, item["primary_driver"]);
        auto& secondary = found_or_added(primary.below, item["secondary_driver"]);
        secondary.ideas.push_back({.words = std::string(item["change_idea"]),
                                   .measures = item.list("measure_ids"),
                                   .provenance = std::string(item["provenance"])});
    }
    return drivers;
}

std::vector<Measure> measures_of(const store::Reader& db, const Intervention& intervention,
                                 const std::vector<PrimaryDriver>& drivers, Day day) {
    std::vector<std::string> named;
    for (const PrimaryDriver& primary : drivers)
        for (const SecondaryDriver& secondary : primary.below)
            for (const Idea& idea : secondary.ideas)
                named.insert(named.end(), idea.measures.begin(), idea.measures.end());
    std::vector<Measure> measures;
    for (const library::Item& item : library::items_of(db, "measures", day)) {
        if (!concerns(item, intervention) && std::ranges::find(named, item.code) == named.end())
            continue;
        measures.push_back({.code = item.code,
                            .name = std::string(item["name"]),
                            .type = std::string(item["type"]),
                            .numerator = std::string(item["numerator"]),
                            .denominator = std::string(item["denominator"]),
                            .unit = std::string(item["unit"]),
                            .goal = std::string(item["goal"]),
                            .provenance = std::string(item["provenance"])});
    }
    // What patients feel first, then what is done, then what might get worse meanwhile.
    const auto rank = [](const Measure& one) {
        return one.type == "outcome" ? 0 : one.type == "process" ? 1 : 2;
    };
    std::ranges::stable_sort(measures, {}, rank);
    return measures;
}

std::vector<Bundle> bundles_of(const store::Reader& db, const Intervention& intervention, Day day) {
    std::vector<Bundle> bundles;
    for (const library::Item& item : library::items_of(db, "bundles", day)) {
        if (!concerns(item, intervention)) continue;
        const std::string code(item["intervention"]);
        const std::string_view id = item["bundle_id"];
        auto found = std::ranges::find_if(
            bundles, [&](const Bundle& one) { return one.intervention == code && one.name == id; });
        if (found == bundles.end()) {
            bundles.push_back({.intervention = code, .name = std::string(id), .elements = {}});
            found = bundles.end() - 1;
        }
        found->elements.push_back({.words = std::string(item["element"]),
                                   .evidence = std::string(item["evidence_of_compliance"]),
                                   .exception_allowed = item["exception_allowed"] == "yes"});
    }
    return bundles;
}

std::vector<resources::Resource> tools_of(const store::Reader& db,
                                          const Intervention& intervention) {
    std::vector<resources::Resource> tools;
    std::vector<std::string> codes{intervention.code};
    for (const Intervention& part : intervention.parts)
        codes.push_back(part.code);
    for (const std::string& code : codes)
        for (resources::Resource& tool : resources::resources_about(db, "intervention", code))
            if (std::ranges::find(tools, tool.id, &resources::Resource::id) == tools.end())
                tools.push_back(std::move(tool));
    return tools;
}

}  // namespace

ChangePackage change_package_of(const store::Reader& db, const Intervention& intervention,
                                Day day) {
    ChangePackage package{.intervention = intervention,
                          .drivers = drivers_of(db, intervention, day),
                          .measures = {},
                          .bundles = bundles_of(db, intervention, day),
                          .tools = tools_of(db, intervention),
                          .from = {}};
    package.measures = measures_of(db, intervention, package.drivers, day);
    if (const auto item = library::find_item(db, "interventions", intervention.code, day)) {
        package.version = item->version;
        package.from = item->from;
    }
    return package;
}

}  // namespace primum::campaigns
