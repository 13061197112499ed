#include "demo/country.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "demo/names.h"
#include "demo/wards.h"

namespace primum::demo {
namespace {

using std::chrono::year;

constexpr std::array<std::string_view, 7> kRegions{
    "The Upper Vales", "Northmarch",   "Eastreach",      "The Middle Rivers",
    "Westerlands",     "The Lowlands", "Southmoor Coast"};
constexpr std::size_t kNetworks = 21;

// Mergers that happened: each of these trusts, beyond the 140, went into one of them.
constexpr std::size_t kMerged = 3;
constexpr Day kFirstMerger = year(2014) / 4 / 1;
constexpr Day kSecondMerger = year(2021) / 10 / 1;
constexpr Day kReorganised = year(2022) / 7 / 1;  // when some trusts came to another network

constexpr std::array<std::string_view, 5> kTrustNames{
    "{} University Hospitals Trust", "{} General Hospitals Trust",
    "{} and District Hospitals Trust", "{} Integrated Care Trust", "Royal {} Hospitals Trust"};
constexpr std::array<std::string_view, 4> kLargeSites{
    "{} General Hospital", "{} Infirmary", "{} University Hospital", "{} Memorial Hospital"};
constexpr std::array<std::string_view, 3> kSmallSites{"{} Community Hospital",
                                                      "{} Cottage Hospital", "{} Health Centre"};

std::string filled(std::string_view pattern, const std::string& town) {
    return fmt::format(fmt::runtime(pattern), town);
}

/// How many wards each trust has: as a small demonstration has them, or as many as a nation.
std::vector<std::size_t> wards_of_trusts(SeededRandom& random, Size size) {
    constexpr std::size_t kFew = 15;
    constexpr std::size_t kMany = 40;
    constexpr std::size_t kNation = 20'000;
    std::vector<std::size_t> wards;
    for (std::size_t i = 0; i < kTrusts; ++i)
        wards.push_back(kFew + random.below(kMany - kFew + 1));
    if (size == Size::small) return wards;

    std::size_t all = 0;
    for (const std::size_t count : wards)
        all += count;
    std::size_t given = 0;
    for (std::size_t& count : wards)
        given += count = count * kNation / all;
    for (std::size_t i = 0; given < kNation; ++i, ++given)
        ++wards[i];
    return wards;
}

class Builder {
public:
    Builder(SeededRandom& random, Size size) : random_(random), size_(size), towns_(random) {}

    Country build() {
        add("country", "M", "Merrowland", {}, 0);
        regions_and_networks();
        trusts();
        for (std::size_t i = 0; i < kTrusts; ++i)
            sites_and_wards(i);
        merged_trusts();
        history();
        std::ranges::stable_sort(country_.events, {}, &Event::on);
        return std::move(country_);
    }

private:
    std::size_t add(std::string kind, std::string code, std::string name, std::optional<Day> opened,
                    std::size_t parent) {
        country_.places.push_back(
            {std::move(kind), std::move(code), std::move(name), opened, parent});
        return country_.places.size() - 1;
    }

    Day some_day(int first_year, int years) {
        const auto y = first_year + static_cast<int>(random_.below(static_cast<unsigned>(years)));
        return year(y) / std::chrono::April / 1;
    }

    void regions_and_networks() {
        std::vector<std::size_t> regions;
        for (std::size_t i = 0; i < kRegions.size(); ++i)
            regions.push_back(
                add("region", fmt::format("M{}", i + 1), std::string(kRegions[i]), {}, 0));
        for (std::size_t i = 0; i < kNetworks; ++i)
            networks_.push_back(add("network", fmt::format("N{:02}", i + 1),
                                    towns_.next() + " Safety Network", year(2008) / 4 / 1,
                                    regions[i % regions.size()]));
    }

    std::size_t add_trust(std::size_t number, std::size_t network) {
        const std::string town = towns_.next();
        towns_of_trusts_.push_back(town);
        return add("trust", fmt::format("T{:03}", number + 1),
                   filled(pick(random_, kTrustNames), town), some_day(1992, 12),
                   networks_[network % networks_.size()]);
    }

    void trusts() {
        for (std::size_t i = 0; i < kTrusts; ++i)
            trusts_.push_back(add_trust(i, i));
        wards_ = wards_of_trusts(random_, size_);
    }

    /// The first site has half of the wards and every department; now and then one has closed.
    void sites_and_wards(std::size_t trust) {
        const std::size_t wards = wards_[trust];
        const std::size_t sites = 1 + random_.below(3) + wards / kWardsOfASite;
        std::size_t left = wards;
        std::vector<std::size_t> added;
        for (std::size_t number = 0; number < sites; ++number) {
            const bool large = number == 0;
            const std::size_t here = number + 1 == sites ? left : std::min(left, left / 2 + 1);
            left -= here;
            added.push_back(add_site(trust, number, large));
            add_wards(added.back(), here, large);
        }
        constexpr unsigned kOneIn = 9;
        if (random_.below(kOneIn) == 0) closed_site(trust, sites);
    }

    static constexpr std::size_t kWardsOfASite = 45;

    std::size_t add_site(std::size_t trust, std::size_t number, bool large) {
        const std::string town = large ? towns_of_trusts_[trust] : towns_.next();
        const Place& owner = country_.places[trusts_[trust]];
        return add("site", fmt::format("{}-S{}", owner.code, number + 1),
                   large ? filled(pick(random_, kLargeSites), town)
                         : filled(pick(random_, kSmallSites), town),
                   owner.opened, trusts_[trust]);
    }

    void add_wards(std::size_t site, std::size_t count, bool large) {
        for (std::size_t number = 0; number < count; ++number) {
            const std::string code =
                fmt::format("{}-W{:02}", country_.places[site].code, number + 1);
            add("ward", code, ward_name(random_, number, large), some_day(2004, 14), site);
        }
    }

    /// A site that has closed, with two wards that closed with it.
    void closed_site(std::size_t trust, std::size_t number) {
        const std::size_t site = add_site(trust, number, false);
        const std::size_t first = country_.places.size();
        add_wards(site, 2, false);
        const Day last_day = some_day(2019, 6) - std::chrono::days(1);
        for (const std::size_t place : {site, first, first + 1})
            country_.events.push_back({Event::What::closed, last_day, place, 0, {}});
    }

    /// Trusts that went into others: two into the third trust, later one into the eighth.
    void merged_trusts() {
        constexpr std::array<std::size_t, kMerged> kInto{2, 2, 7};
        for (std::size_t i = 0; i < kMerged; ++i) {
            const std::size_t trust = add_trust(kTrusts + i, kInto[i]);
            const std::size_t site =
                add("site", country_.places[trust].code + "-S1",
                    filled(pick(random_, kLargeSites), towns_of_trusts_.back()),
                    country_.places[trust].opened, trust);
            add_wards(site, 4, true);
            country_.events.push_back({Event::What::merged,
                                       i + 1 < kMerged ? kFirstMerger : kSecondMerger,
                                       trust,
                                       trusts_[kInto[i]],
                                       {}});
        }
    }

    void history() {
        // What a merger makes takes a name for all of it.
        country_.events.push_back(
            {Event::What::renamed, kFirstMerger, trusts_[2], 0,
             towns_of_trusts_[2] + " and " + towns_.next() + " Hospitals Trust"});
        for (std::size_t trust = 10; trust < kTrusts; trust += 29)
            country_.events.push_back({Event::What::moved,
                                       kReorganised,
                                       trusts_[trust],
                                       networks_[(trust + 7) % networks_.size()],
                                       {}});
        for (std::size_t trust = 4; trust < kTrusts; trust += 23)
            country_.events.push_back({Event::What::renamed, some_day(2010, 14), trusts_[trust], 0,
                                       filled(kTrustNames[0], towns_of_trusts_[trust])});
        std::erase_if(country_.events, [&](const Event& event) {
            return event.what == Event::What::renamed &&
                   event.name == country_.places[event.place].name;
        });
    }

    SeededRandom& random_;
    Size size_;
    Towns towns_;
    Country country_;
    std::vector<std::size_t> networks_;
    std::vector<std::size_t> trusts_;
    std::vector<std::string> towns_of_trusts_;
    std::vector<std::size_t> wards_;
};

}  // namespace

Country make_country(SeededRandom& random, Size size) {
    return Builder(random, size).build();
}

std::vector<std::size_t> open_places(const Country& country, std::string_view kind) {
    std::vector<bool> gone(country.places.size());
    for (const Event& event : country.events)
        if (event.what == Event::What::closed || event.what == Event::What::merged)
            gone[event.place] = true;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < country.places.size(); ++i)
        if (country.places[i].kind == kind && !gone[i]) places.push_back(i);
    return places;
}

}  // namespace primum::demo
