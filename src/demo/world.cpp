#include "demo/world.h"

#include <chrono>

namespace primum::demo {

namespace {

std::uint64_t hash(std::string_view text) {  // FNV-1a: the same on every machine
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : text)
        value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return value;
}

}  // namespace

Day World::began() const {
    const std::chrono::year_month_day day(today);
    return (day.year() - std::chrono::years(2)) / day.month() / 1;
}

std::vector<OrganisationId> World::trusts() const {
    std::vector<OrganisationId> trusts;
    for (const std::size_t place : open_places(country, "trust"))
        trusts.push_back(places[place]);
    return trusts;
}

std::optional<PersonId> World::holder(access::Role role, OrganisationId place) const {
    for (std::size_t i = 0; i < staff.size(); ++i)
        if (staff[i].role == role && places[staff[i].place] == place) return people[i];
    return std::nullopt;
}

SeededRandom World::chance(std::string_view story) const {
    return SeededRandom(seed ^ hash(story));
}

const store::Scope& World::scope() {
    static const auto kScope = store::Scope::system("a demonstration begins");
    return kScope;
}

store::Stamp World::stamp(Day day, std::optional<PersonId> person) const {
    return {.person = person, .at = day + std::chrono::hours(9), .request = "demo"};
}

}  // namespace primum::demo
