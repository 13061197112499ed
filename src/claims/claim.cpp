#include "claims/claim.h"

#include <algorithm>

#include "store/audit.h"

namespace primum::claims {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "a claim that was published is public, and drafts are left out for those who keep none");
    return kScope;
}

State parse_state(std::string_view text) {
    for (const State state : {State::published, State::withdrawn})
        if (name(state) == text) return state;
    return State::draft;
}

Claim read_claim(const store::Row& row) {
    return {.id = row.get<ClaimId>(0),
            .organisation = row.get<OrganisationId>(1),
            .campaign = row.get<std::optional<momentum::CampaignId>>(2),
            .measure = row.get<measures::MeasureId>(3),
            .risk = row.get<std::optional<measures::MeasureId>>(4),
            .words = row.get<std::string>(5),
            .baseline_from = row.get<Day>(6),
            .baseline_to = row.get<Day>(7),
            .from = row.get<Day>(8),
            .to = row.get<Day>(9),
            .method = row.get<int>(10),
            .state = parse_state(row.get<std::string_view>(11)),
            .made_by = row.get<std::string>(12),
            .made_at = row.get<Instant>(13),
            .published_by = row.get<std::string>(14),
            .published_at = row.get<std::optional<Instant>>(15),
            .withdrawn_by = row.get<std::string>(16),
            .withdrawn_at = row.get<std::optional<Instant>>(17),
            .withdrawn_because = row.get<std::string>(18),
            .fingerprint = row.get<std::string>(19),
            .coverage = {.units = row.get<int>(20),
                         .reporting = row.get<int>(21),
                         .counted = row.get<int>(22),
                         .exposure = row.get<double>(23),
                         .exposure_reported = row.get<double>(24)},
            .rev = row.get<std::int64_t>(25)};
}

std::vector<Claim> seen(std::vector<Claim> all, const store::Scope& scope) {
    std::erase_if(all, [&](const Claim& claim) {
        return !claim.is_public() && !scope.can_read(claim.organisation);
    });
    return all;
}

}  // namespace

std::string_view name(State state) {
    switch (state) {
        case State::published:
            return "published";
        case State::withdrawn:
            return "withdrawn";
        case State::draft:
            break;
    }
    return "draft";
}

std::vector<Claim> all_claims(const store::Reader& db, const store::Scope& reads) {
    return seen(db.all(read_claim, R"sql(
        SELECT c.id, c.organisation_id, c.campaign_id, c.measure_id, c.risk_measure_id, c.words,
               c.baseline_from, c.baseline_to, c.from_period, c.to_period, c.method, c.state,
               COALESCE(m.name, ''), c.made_at, COALESCE(p.name, ''), c.published_at,
               COALESCE(w.name, ''), c.withdrawn_at, c.withdrawn_because, c.fingerprint, c.units,
               c.reporting, c.counted, c.exposure, c.exposure_reported, c.rev
          FROM claims c
          LEFT JOIN people m ON m.id = c.made_by
          LEFT JOIN people p ON p.id = c.published_by
          LEFT JOIN people w ON w.id = c.withdrawn_by
         ORDER BY c.made_at DESC, c.id
    )sql",
                       scope().everywhere()),
                reads);
}

std::vector<Claim> claims_about(const store::Reader& db, const store::Scope& scope,
                                const momentum::CampaignId& campaign) {
    auto all = all_claims(db, scope);
    std::erase_if(all, [&](const Claim& claim) { return claim.campaign != campaign; });
    return all;
}

std::vector<Claim> claims_about(const store::Reader& db, const store::Scope& scope,
                                OrganisationId organisation) {
    auto all = all_claims(db, scope);
    std::erase_if(all, [&](const Claim& claim) {
        return claim.campaign || claim.organisation != organisation;
    });
    return all;
}

std::optional<Claim> find_claim(const store::Reader& db, const store::Scope& scope,
                                std::string_view id) {
    const auto wanted = ClaimId::parse(id);
    if (!wanted) return {};
    auto all = all_claims(db, scope);
    const auto found = std::ranges::find(all, *wanted, &Claim::id);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

ClaimId add_claim(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const Claim& claim) {
    const auto id = db.new_id<Claim>();
    db.run(R"sql(
        INSERT INTO claims (organisation_id, id, campaign_id, measure_id, risk_measure_id, words,
                            baseline_from, baseline_to, from_period, to_period, method, made_by,
                            made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    )sql",
           organisation, id, claim.campaign, claim.measure, claim.risk, claim.words,
           claim.baseline_from, claim.baseline_to, claim.from, claim.to, kMethod, stamp.person,
           stamp.at);
    store::record(
        db, organisation, stamp,
        {.action = "claims.draft", .object = id.text(), .before = {}, .after = "\"draft\""});
    return id;
}

}  // namespace primum::claims
