#include "claims/counts.h"

#include <algorithm>
#include <map>

#include "measures/totals.h"
#include "organisations/tree.h"

namespace primum::claims {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "a claim adds up all its members; what leaves them goes through disclosure control");
    return kScope;
}

/// What an organisation reports itself, for all patients; else the sums of what lies below it.
std::vector<measures::Total> sums_of(const store::Reader& db, OrganisationId organisation,
                                     const measures::MeasureId& measure) {
    const auto key = scope().may_read(organisation);
    const bool reports = db.one([](const store::Row& row) { return row.get<int>(0); }, R"sql(
        SELECT 1 FROM series WHERE organisation_id = $1 AND measure_id = $2 AND stratum = ''
    )sql",
                                key, measure)
                             .has_value();
    if (!reports) return measures::totals_of(db, key, measure);
    return db.all(
        [](const store::Row& row) {
            return measures::Total{.period = row.get<Day>(0),
                                   .numerator = row.get<double>(1),
                                   .denominator = row.get<std::optional<double>>(2).value_or(0),
                                   .series = 1};
        },
        R"sql(
        SELECT p.period, p.numerator, p.denominator
          FROM series s
          JOIN points p ON p.organisation_id = s.organisation_id AND p.series_id = s.id
         WHERE s.organisation_id = $1 AND s.measure_id = $2 AND s.stratum = ''
           AND p.excluded = '' AND p.numerator IS NOT NULL
         ORDER BY p.period
    )sql",
        key, measure);
}

bool is_asked(const Claim& claim, Day period) {
    return period >= claim.baseline_from && period <= claim.to;
}

void add_counts(const store::Reader& db, const Claim& claim, UnitCounts& unit) {
    for (const measures::Total& total : sums_of(db, unit.unit, claim.measure)) {
        if (!is_asked(claim, total.period)) continue;
        unit.counts.push_back(
            {.period = total.period,
             .numerator = total.numerator,
             .denominator = total.denominator > 0 ? std::optional(total.denominator) : std::nullopt,
             .risk = {}});
    }
    if (!claim.risk || unit.counts.empty()) return;
    std::map<Day, double> risks;
    for (const measures::Total& total : sums_of(db, unit.unit, *claim.risk))
        risks[total.period] = total.numerator;
    for (Count& count : unit.counts)
        if (const auto risk = risks.find(count.period); risk != risks.end())
            count.risk = risk->second;
}

std::optional<momentum::Campaign> campaign_of(const store::Reader& db,
                                              const momentum::CampaignId& id) {
    const auto code = db.one([](const store::Row& row) { return row.get<std::string>(0); },
                             "SELECT code FROM campaigns WHERE id = $1", id);
    return code ? momentum::find_campaign(db, *code) : std::nullopt;
}

}  // namespace

std::vector<UnitCounts> live_counts(const store::Reader& db, const Claim& claim,
                                    const measures::Measure& measure) {
    std::vector<UnitCounts> units;
    if (!claim.campaign) {
        const auto one = organisations::find_organisation(db, claim.organisation);
        if (one)
            units.push_back({.unit = one->id, .name = one->name, .joined = true, .counts = {}});
    } else if (const auto campaign = campaign_of(db, *claim.campaign)) {
        const Day last =
            measures::next_period(measure.now().frequency, claim.to) - std::chrono::days(1);
        for (const momentum::Facts& facts : momentum::facts_of(db, *campaign)) {
            const bool joined =
                std::ranges::any_of(facts.member, [&](const momentum::Period& period) {
                    return period.from <= last && period.until >= claim.from;
                });
            if (!joined && (!campaign->may_be_joined_by(facts.kind) || !facts.open_on(last)))
                continue;
            units.push_back({.unit = facts.id, .name = facts.name, .joined = joined, .counts = {}});
        }
    }
    for (UnitCounts& unit : units)
        add_counts(db, claim, unit);
    return units;
}

std::vector<UnitCounts> frozen_counts(const store::Reader& db, const Claim& claim) {
    std::vector<UnitCounts> units;
    db.each(
        [&](const store::Row& row) {
            const auto id = row.get<OrganisationId>(0);
            if (units.empty() || units.back().unit != id)
                units.push_back({.unit = id,
                                 .name = row.get<std::string>(1),
                                 .joined = row.get<bool>(2),
                                 .counts = {}});
            units.back().counts.push_back({.period = row.get<Day>(3),
                                           .numerator = row.get<double>(4),
                                           .denominator = row.get<std::optional<double>>(5),
                                           .risk = row.get<std::optional<double>>(6)});
        },
        R"sql(
        SELECT n.unit_id, o.name, n.joined, n.period, n.numerator, n.denominator, n.risk
          FROM claim_counts n JOIN organisations o ON o.id = n.unit_id
         WHERE n.organisation_id = $1 AND n.claim_id = $2
         ORDER BY n.unit_id, n.period
    )sql",
        scope().may_read(claim.organisation), claim.id);
    std::ranges::stable_sort(units, {}, &UnitCounts::name);
    return units;
}

Changes changes_between(const std::vector<UnitCounts>& before,
                        const std::vector<UnitCounts>& after) {
    using Key = std::pair<OrganisationId, Day>;
    std::map<Key, Count> known;
    for (const UnitCounts& unit : before)
        for (const Count& count : unit.counts)
            if (unit.joined) known.emplace(Key{unit.unit, count.period}, count);
    Changes changes;
    for (const UnitCounts& unit : after)
        for (const Count& count : unit.counts) {
            if (!unit.joined) continue;
            const auto was = known.find({unit.unit, count.period});
            if (was == known.end()) {
                ++changes.added;
                continue;
            }
            if (was->second != count) ++changes.changed;
            known.erase(was);
        }
    changes.removed = static_cast<int>(known.size());
    return changes;
}

}  // namespace primum::claims
