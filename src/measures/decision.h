#pragma once
// Decisions about the lines of a chart: new phases, baselines, targets.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measures/series.h"

namespace primum::measures {

struct Decision;
using DecisionId = Id<Decision>;

struct Decision {
    enum class Kind : std::uint8_t {
        rebase,    ///< a new phase begins on its day
        baseline,  ///< so many points set the lines of the phase that holds on its day
    };
    DecisionId id;
    Kind kind = Kind::rebase;
    Day from;
    int baseline = 0;    ///< how many points of the phase set its lines; 0 is all
    std::string change;  ///< what was changed in care
    std::string reason;
    std::string decided_by;
    Instant decided_at;
    std::string withdrawn_by;
    std::optional<Instant> withdrawn_at;
    std::string withdrawn_why;
    std::int64_t rev = 1;

    bool stands() const { return !withdrawn_at; }
};

std::string_view name(Decision::Kind kind);
std::optional<Decision::Kind> parse_decision(std::string_view name);

/// Those that stand and those that were withdrawn, in order of their days.
std::vector<Decision> decisions_of(const store::Reader& db, const store::Readable& organisation,
                                   SeriesId series);

/// Whoever calls these calls refresh_reading (saving.h) in the same transaction.
DecisionId add_decision(store::Writer& db, const store::Writable& organisation,
                        const store::Stamp& stamp, SeriesId series, const Decision& decision);
/// False where it has been withdrawn already.
bool withdraw_decision(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, const Decision& decision, const std::string& why);

/// Holds from its day until the next.
struct Target {
    Day from;
    std::optional<double> value;  ///< as plotted; absent: no target from here on
    std::string reason;
    std::string set_by;
    Instant set_at;
};

/// In order of their days.
std::vector<Target> targets_of(const store::Reader& db, const store::Readable& organisation,
                               SeriesId series);
/// Sets or replaces the target from its day on.
void save_target(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 SeriesId series, const Target& target);
/// The target on a day.
std::optional<double> target_on(const std::vector<Target>& targets, Day day);

}  // namespace primum::measures
