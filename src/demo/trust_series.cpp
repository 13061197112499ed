#include <chrono>
#include <cmath>
#include <numbers>

#include "demo/luck.h"
#include "demo/series_story.h"

namespace primum::demo {
namespace {

using measures::Said;

/// What a trust is like, and what became of it once the campaign had begun.
struct Character {
    double size;        ///< discharges a month
    double level;       ///< of harm, against the country's
    double gain;        ///< to what share of its level arrests and infections came down
    int learned_after;  ///< months after the campaign began
    int silent_for;     ///< months until today in which it sent nothing
};

Character character_of(SeededRandom& chance) {
    Character trust{.size = 2500 + static_cast<double>(chance.below(4500)),
                    .level = 0.8 + 0.45 * share(chance),
                    .gain = 1,
                    .learned_after = 4 + static_cast<int>(chance.below(9)),
                    .silent_for = 0};
    const auto fate = chance.below(100);
    if (fate < 38) trust.gain = 0.55 + 0.2 * share(chance);  // it learned
    if (fate >= 88) {                                        // it got worse, of late
        trust.gain = 1.5 + 0.3 * share(chance);
        trust.learned_after = 13 + static_cast<int>(chance.below(4));
    }
    if (in_a_hundred(chance, 5)) trust.silent_for = 3 + static_cast<int>(chance.below(4));
    return trust;
}

/// From 1 - by to 1 + by, highest in January.
double season(Day period, double by) {
    const auto month = static_cast<unsigned>(std::chrono::year_month_day(period).month());
    return 1 + by * std::cos((month - 1) * std::numbers::pi / 6);
}

class Trust {
public:
    Trust(SeriesStory& story, OrganisationId trust)
        : story_(story),
          trust_(trust),
          keeper_(story.world().holder(access::Role::analyst, trust)),
          character_(character_of(story.chance())) {}

    void tell() {
        deaths();
        arrests();
        line_infections();
    }

private:
    measures::Series open(std::string_view measure) {
        return story_.open({.organisation = trust_, .measure = measure, .keeper = keeper_});
    }

    /// The analyst sends a file of all wards together.
    void send(const measures::Series& series, const SeriesStory::Tell& tell) {
        constexpr int kDays = 6;
        story_.fill(series, tell, kDays, SeriesStory::By::file);
    }

    /// Whether anything was sent: not of late by some, and now and then not at all.
    bool sent(Day period) {
        return period < story_.months_ago(character_.silent_for) &&
               !in_a_hundred(story_.chance(), 2);
    }

    double learned(Day period) const {
        const Day since = story_.world().began() + std::chrono::days(30 * character_.learned_after);
        return period < since ? 1 : character_.gain;
    }

    void deaths() {
        send(open("CORE-05"), [&](Day period) -> std::optional<Said> {
            auto& chance = story_.chance();
            const double discharges = around(chance, character_.size, 0.06);
            const double mean = 0.021 * character_.level * season(period, 0.16) * discharges;
            const double deaths = poisson(chance, mean);
            if (!sent(period)) return {};
            return counted(period, std::min(deaths, discharges), discharges);
        });
    }

    void arrests() {
        send(open("DET-01"), [&](Day period) -> std::optional<Said> {
            auto& chance = story_.chance();
            const double discharges = around(chance, character_.size, 0.06);
            const double arrests =
                poisson(chance, 1.9 / 1000 * character_.level * learned(period) * discharges);
            if (!sent(period)) return {};
            return counted(period, arrests, discharges);
        });
    }

    void line_infections() {
        const auto series = open("CVC-01");
        story_.target(series, story_.world().began(), 1.4, "The campaign's first goal");
        send(series, [&](Day period) -> std::optional<Said> {
            auto& chance = story_.chance();
            const double days = around(chance, character_.size / 7, 0.2);
            const double infections =
                poisson(chance, 4.2 / 1000 * character_.level * learned(period) * days);
            if (!sent(period)) return {};
            return counted(period, infections, days);
        });
    }

    SeriesStory& story_;
    OrganisationId trust_;
    std::optional<PersonId> keeper_;
    Character character_;
};

/// Falls on some wards of a trust, by those who work there.
void tell_wards(SeriesStory& story, const std::vector<OrganisationId>& wards) {
    for (const OrganisationId& ward : wards) {
        auto& chance = story.chance();
        const double beds = 400 + static_cast<double>(chance.below(400));
        const double rate = 2.2 + 3.2 * share(chance);
        const double gain = in_a_hundred(chance, 25) ? 0.5 : 1;
        const auto series = story.open({.organisation = ward, .measure = "FALLS", .months = 36});
        story.fill(series, [&](Day period) -> std::optional<Said> {
            const double days = around(chance, beds, 0.1);
            const double now = period < story.months_ago(11) ? rate : rate * gain;
            const double falls = poisson(chance, now / 1000 * days);
            if (in_a_hundred(chance, 3)) return {};
            return counted(period, falls, days);
        });
    }
}

/// Some wards of a trust, in the order of the country.
std::vector<OrganisationId> wards_of(const World& world, OrganisationId trust, std::size_t most) {
    std::vector<OrganisationId> wards;
    const auto& places = world.country.places;
    for (const std::size_t ward : open_places(world.country, "ward")) {
        const std::size_t site = places[ward].parent;
        if (world.places[places[site].parent] != trust) continue;
        wards.push_back(world.places[ward]);
        if (wards.size() == most) break;
    }
    return wards;
}

}  // namespace

void tell_trusts(store::Store& store, const World& world) {
    constexpr std::size_t kWithWards = 14;
    constexpr std::size_t kWards = 4;
    const auto trusts = world.trusts();
    for (std::size_t i = 0; i < trusts.size(); ++i)
        store.write([&](store::Writer& db) {
            auto chance = world.chance("measures of " + std::to_string(i));
            SeriesStory story(db, world, chance);
            Trust(story, trusts[i]).tell();
            if (i > 0 && i <= kWithWards) tell_wards(story, wards_of(world, trusts[i], kWards));
        });
}

}  // namespace primum::demo
