#include "library/intervention.h"

#include <algorithm>
#include <iterator>

namespace primum::library {
namespace {

/// Everything of the four sets, read once.
struct Shelves {
    std::vector<Item> interventions;
    std::vector<Item> drivers;
    std::vector<Item> measures;
    std::vector<Item> bundles;
};

Shelves shelves(const store::Reader& db, Day day) {
    return {items_of(db, "interventions", day), items_of(db, "drivers", day),
            items_of(db, "measures", day), items_of(db, "bundles", day)};
}

std::vector<Item> with(const std::vector<Item>& items, std::string_view field,
                       std::string_view code) {
    std::vector<Item> found;
    std::ranges::copy_if(items, std::back_inserter(found),
                         [&](const Item& item) { return item[field] == code; });
    return found;
}

void add(std::vector<Item>& all, std::vector<Item> more) {
    std::ranges::move(more, std::back_inserter(all));
}

void add_content(Package& package, const Shelves& all, std::string_view intervention) {
    add(package.drivers, with(all.drivers, "intervention", intervention));
    add(package.measures, with(all.measures, "intervention", intervention));
    add(package.bundles, with(all.bundles, "intervention", intervention));
}

Package package_of(const Shelves& all, const Item& intervention) {
    Package package;
    package.parts = with(all.interventions, "parent_id", intervention.code);
    add_content(package, all, intervention.code);
    package.alias = intervention["alias_of"];
    if (!package.alias.empty()) add_content(package, all, package.alias);
    return package;
}

}  // namespace

Package package_of(const store::Reader& db, const Item& intervention, Day day) {
    return package_of(shelves(db, day), intervention);
}

Package whole_package_of(const store::Reader& db, const Item& intervention, Day day) {
    const Shelves all = shelves(db, day);
    Package whole = package_of(all, intervention);
    auto parts = whole.parts;
    if (parts.empty() && !whole.alias.empty())
        parts = with(all.interventions, "parent_id", whole.alias);
    for (const Item& part : parts)
        add_content(whole, all, part.code);
    return whole;
}

}  // namespace primum::library
