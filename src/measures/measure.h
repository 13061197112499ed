#pragma once
// What is counted and how: a measure, and the versions of its definition.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "measures/frequency.h"
#include "spc/options.h"

namespace primum::measures {

struct Measure;
using MeasureId = Id<Measure>;

enum class Status : std::uint8_t { draft, agreed, retired };
std::string_view name(Status status);
std::optional<Status> parse_status(std::string_view name);
const char* label(Status status);

enum class Kind : std::uint8_t { outcome, process, balancing };
std::string_view name(Kind kind);
std::optional<Kind> parse_kind(std::string_view name);
const char* label(Kind kind);

std::string_view name(spc::Better better);
std::optional<spc::Better> parse_better(std::string_view name);
const char* label(spc::Better better);

/// What a definition says from a day on, until the next version.
struct Definition {
    std::string name;  ///< "Falls with harm per 1,000 bed days"
    Kind kind = Kind::outcome;
    std::string numerator;    ///< what is counted, or the value itself where nothing divides it
    std::string denominator;  ///< empty where nothing divides
    std::string exclusions;
    std::string source;  ///< where the numbers come from
    std::string sampling;
    std::string unit;       ///< of what is plotted: "per 1,000 bed days", "percent", "days"
    double multiplier = 1;  ///< of numerator / denominator; above 0
    Frequency frequency = Frequency::month;
    spc::Chart chart = spc::Chart::run;
    spc::Better better = spc::Better::neutral;
    std::string goal;
    std::string steward;  ///< who answers for it, as people say it

    /// Whether points have a denominator.
    bool divides() const { return !denominator.empty(); }
    friend bool operator==(const Definition&, const Definition&) = default;
};

/// Whether points of several organisations may be added up: counts, with or without opportunities.
bool is_additive(const Definition& definition);

struct Version {
    int number = 1;
    Day from;             ///< the first day on which it holds
    bool breaks = false;  ///< charts begin a new phase there
    Definition says;
    std::string reason;    ///< what changed, and why
    std::string added_by;  ///< a name; empty where nobody knows
    Instant added_at;
};

struct Measure {
    MeasureId id;
    OrganisationId owner;
    std::string code;          ///< "CORE-01"
    std::string library_code;  ///< of the library's row that it was made from; or empty
    std::string copied_from;   ///< code of the measure that it is a variant of; or empty
    Status status = Status::agreed;
    std::int64_t rev = 1;
    std::vector<Version> versions;  ///< in order of time; at least one

    /// The version that holds on a day; the first where the day lies before all.
    const Version& on(Day day) const;
    const Version& latest() const { return versions.back(); }
    const Definition& now() const { return versions.back().says; }
    const std::string& name() const { return now().name; }
};

}  // namespace primum::measures
