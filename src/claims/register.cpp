// What a published claim is kept by: frozen numbers, and what became of it.

#include <algorithm>

#include "claims/figures.h"
#include "store/audit.h"

namespace primum::claims {
namespace {

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("a published claim shows what it was made from, through disclosure");
    return kScope;
}

Version parse_version(std::string_view text) {
    for (const Version version : {Version::case_mix, Version::net_of_trend, Version::not_joined})
        if (name(version) == text) return version;
    return Version::raw;
}

void freeze(store::Writer& db, const store::Writable& organisation, const Claim& claim,
            const Estimate& estimate) {
    const spc::AvoidedVersion& says = estimate.says;
    db.run(R"sql(
        INSERT INTO claim_estimates (organisation_id, claim_id, version, observed, expected,
                                     observed_lower, observed_upper, baseline_lower,
                                     baseline_upper, both_lower, both_upper)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    )sql",
           organisation, claim.id, name(estimate.version), says.observed, says.expected,
           says.of_observed.lower, says.of_observed.upper, says.of_baseline.lower,
           says.of_baseline.upper, says.both.lower, says.both.upper);
}

void freeze(store::Writer& db, const store::Writable& organisation, const Claim& claim,
            const UnitCounts& unit) {
    for (const Count& one : unit.counts)
        db.run(R"sql(
            INSERT INTO claim_counts (organisation_id, claim_id, unit_id, period, joined, numerator,
                                      denominator, risk)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
               organisation, claim.id, unit.unit, one.period, unit.joined, one.numerator,
               one.denominator, one.risk);
}

}  // namespace

std::vector<Estimate> frozen_estimates(const store::Reader& db, const Claim& claim) {
    auto all = db.all(
        [](const store::Row& row) {
            Estimate estimate{.version = parse_version(row.get<std::string_view>(0)), .says = {}};
            spc::AvoidedVersion& says = estimate.says;
            says.observed = row.get<double>(1);
            says.expected = row.get<double>(2);
            says.saved = says.expected - says.observed;
            says.of_observed = {row.get<double>(3), row.get<double>(4)};
            says.of_baseline = {row.get<double>(5), row.get<double>(6)};
            says.both = {row.get<double>(7), row.get<double>(8)};
            return estimate;
        },
        R"sql(
        SELECT version, observed, expected, observed_lower, observed_upper, baseline_lower,
               baseline_upper, both_lower, both_upper
          FROM claim_estimates WHERE organisation_id = $1 AND claim_id = $2
    )sql",
        scope().may_read(claim.organisation), claim.id);
    std::ranges::sort(all, {}, &Estimate::version);
    return all;
}

bool publish(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Claim& claim, const Figures& figures, const std::vector<UnitCounts>& counts,
             const std::string& fingerprint) {
    const Coverage& coverage = figures.coverage;
    const auto changed = db.run(
        R"sql(
        UPDATE claims
           SET state = 'published', published_by = $1, published_at = $2, fingerprint = $3,
               units = $4, reporting = $5, counted = $6, exposure = $7, exposure_reported = $8,
               method = $9, rev = rev + 1
         WHERE organisation_id = $10 AND id = $11 AND state = 'draft' AND rev = $12
    )sql",
        stamp.person, stamp.at, fingerprint, coverage.units, coverage.reporting, coverage.counted,
        coverage.exposure, coverage.exposure_reported, kMethod, organisation, claim.id, claim.rev);
    if (changed == 0) return false;
    for (const Estimate& estimate : figures.estimates)
        freeze(db, organisation, claim, estimate);
    for (const UnitCounts& unit : counts)
        freeze(db, organisation, claim, unit);
    store::record(db, organisation, stamp,
                  {.action = "claims.publish",
                   .object = claim.id.text(),
                   .before = "\"draft\"",
                   .after = "\"published " + fingerprint + "\""});
    return true;
}

bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Claim& claim, const std::string& because) {
    const auto changed = db.run(R"sql(
        UPDATE claims
           SET state = 'withdrawn', withdrawn_by = $1, withdrawn_at = $2, withdrawn_because = $3,
               rev = rev + 1
         WHERE organisation_id = $4 AND id = $5 AND state = 'published'
    )sql",
                                stamp.person, stamp.at, because, organisation, claim.id);
    if (changed == 0) return false;
    store::record(db, organisation, stamp,
                  {.action = "claims.withdraw",
                   .object = claim.id.text(),
                   .before = "\"published\"",
                   .after = "\"withdrawn\""});
    return true;
}

}  // namespace primum::claims
