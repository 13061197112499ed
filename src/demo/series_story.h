#pragma once
// What the stories about measures have in common: opening a series, and filling it period by period
// as people would have done.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "demo/draws.h"
#include "demo/world.h"
#include "measures/decision.h"
#include "measures/dictionary.h"
#include "measures/saving.h"

namespace primum::demo {

/// How far five years of measuring go back.
inline constexpr int kMonths = 60;
/// How far back the campaign began: see World::began.
inline constexpr int kMonthsOfCampaign = 24;

class SeriesStory {
public:
    SeriesStory(store::Writer& db, const World& world, SeededRandom& chance)
        : db_(db), world_(world), chance_(chance) {}

    SeededRandom& chance() { return chance_; }
    const World& world() const { return world_; }
    store::Writer& db() { return db_; }

    /// The first of the month that many months before today's.
    Day months_ago(int months) const;

    struct Opening {
        OrganisationId organisation;
        std::string_view measure;  ///< its code
        int months = kMonths;      ///< since when
        std::string stratum = {};
        std::optional<PersonId> keeper = {};
        measures::Audience audience = measures::Audience::members;
        std::optional<spc::Chart> chart = {};  ///< where the organisation has one of its own
    };
    measures::Series open(const Opening& opening);

    /// What is said of a period; nothing where nobody sent anything.
    using Tell = std::function<std::optional<measures::Said>(Day period)>;
    /// Every period from the first day of the series until the last that is due. `slack`: how many
    /// days people usually take after the end of a period; some take longer. `import`: the file
    /// that brings them; empty where somebody enters each. Gives how many points there are.
    std::int64_t fill(const measures::Series& series, const Tell& tell, int slack = 6,
                      const std::string& import = {});

    void target(const measures::Series& series, Day from, double value, const std::string& why);
    void rebase(const measures::Series& series, Day from, const std::string& change,
                const std::string& reason);
    const measures::Measure& measure(std::string_view code);

private:
    store::Writer& db_;
    const World& world_;
    SeededRandom& chance_;
    std::map<std::string, measures::Measure, std::less<>> measures_;
};

/// Said of a period: a count out of a number of cases, or over an exposure.
inline measures::Said counted(Day period, double numerator, double denominator) {
    return {.period = period, .numerator = numerator, .denominator = denominator};
}

/// Some wards of a trust that are open, in the order of the country: the emergency department, the
/// intensive care unit, and so on.
std::vector<OrganisationId> wards_of(const World& world, OrganisationId trust, std::size_t most);

/// The first week whose ventilator bundle the shown trust tallies patient by patient.
Day tallied_since(const World& world);

/// The measures of every trust, and of some trusts' wards.
void tell_trusts(store::Store& store, const World& world);
/// Those of the trust whose people's sign-ins are printed: every kind of story that a chart tells.
void tell_shown_trust(store::Store& store, const World& world);

}  // namespace primum::demo
