#include "demo/country.h"

#include <gtest/gtest.h>

#include <set>

#include "demo/names.h"
#include "demo/staff.h"
#include "organisations/kind.h"

namespace primum::demo {
namespace {

constexpr Day kToday = std::chrono::year(2026) / 1 / 5;

Country country_of(std::uint64_t seed, Size size = Size::small) {
    SeededRandom random(seed);
    return make_country(random, size);
}

std::string in_words(const Country& country) {
    std::string words;
    for (const Place& place : country.places)
        words += place.code + ' ' + place.name + ' ' + std::to_string(place.parent) + '\n';
    for (const Event& event : country.events)
        words += iso_day(event.on) + ' ' + std::to_string(event.place) + ' ' + event.name + '\n';
    return words;
}

TEST(Country, IsTheSameForTheSameSeedAndAnotherForAnother) {
    EXPECT_EQ(in_words(country_of(7)), in_words(country_of(7)));
    EXPECT_NE(in_words(country_of(7)), in_words(country_of(8)));
}

TEST(Country, Has140OpenTrustsWithFifteenToFortyWardsEach) {
    const Country country = country_of(1);
    const auto trusts = open_places(country, "trust");
    ASSERT_EQ(trusts.size(), kTrusts);
    for (const std::size_t trust : trusts) {
        std::size_t wards = 0;
        for (const std::size_t ward : open_places(country, "ward"))
            if (country.places[country.places[ward].parent].parent == trust) ++wards;
        EXPECT_GE(wards, 15U) << country.places[trust].name;
        EXPECT_LE(wards, 40U) << country.places[trust].name;
    }
}

TEST(Country, HasTwentyThousandWardsAsANation) {
    const Country country = country_of(1, Size::national);
    const auto wards = open_places(country, "ward");
    constexpr std::size_t kOfMergedTrusts = 12;  // three trusts with four wards that went on
    EXPECT_EQ(wards.size(), 20'000U + kOfMergedTrusts);
}

TEST(Country, IsATreeOfLesserKindsBelowGreaterOnes) {
    const Country country = country_of(3);
    const auto kinds = organisations::first_kinds();
    std::set<std::string> codes;
    for (std::size_t i = 0; i < country.places.size(); ++i) {
        const Place& place = country.places[i];
        EXPECT_TRUE(codes.insert(place.code).second) << place.code << " comes twice";
        if (i == 0) continue;
        ASSERT_LT(place.parent, i);
        EXPECT_TRUE(kinds.may_lie_below(place.kind, country.places[place.parent].kind));
    }
}

TEST(Country, HasMergersClosingsMovesAndNewNamesInItsPast) {
    const Country country = country_of(1);
    std::set<Event::What> seen;
    for (const Event& event : country.events) {
        seen.insert(event.what);
        EXPECT_LT(event.on, kToday);
    }
    EXPECT_EQ(seen.size(), 4U);
}

TEST(Staff, HasOnePersonForEachRoleWhoseSignInIsShown) {
    const Country country = country_of(1);
    SeededRandom random(1);
    const auto staff = make_staff(random, country);
    std::set<access::Role> roles;
    std::set<std::string> addresses;
    for (const Colleague& colleague : staff) {
        EXPECT_TRUE(addresses.insert(colleague.email).second) << colleague.email;
        EXPECT_LE(colleague.from, kToday);
        if (colleague.shown) roles.insert(colleague.role);
    }
    EXPECT_EQ(roles.size(), access::kRoles);
    EXPECT_EQ(staff.front().email, "amina.okafor@demo.example");
}

}  // namespace
}  // namespace primum::demo
