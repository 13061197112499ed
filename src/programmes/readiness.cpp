#include "programmes/readiness.h"

#include <algorithm>

#include "programmes/capability.h"

namespace primum::programmes {
namespace {

bool in_campaign(const store::Reader& db, const store::Readable& organisation, const Uuid& campaign,
                 Day day) {
    return db.one([](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
                 SELECT count(*) FROM campaign_periods
                  WHERE organisation_id = $1 AND campaign_id = $2 AND state = 'joined'
                    AND from_day <= $3 AND to_day >= $3
             )sql",
                  organisation, campaign, day)
               .value_or(0) > 0;
}

std::optional<std::string> holder(const store::Reader& db, const store::Readable& organisation,
                                  std::string_view role, Day day) {
    return db.one([](const store::Row& row) { return row.get<std::string>(0); }, R"sql(
        SELECT p.name
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND r.role = $2 AND p.status = 'active'
           AND r.from_day <= $3 AND (r.until_day IS NULL OR r.until_day >= $3)
         ORDER BY r.from_day, p.name
    )sql",
                  organisation, role, day);
}

}  // namespace

bool Readiness::may_send() const {
    return std::ranges::all_of(findings, [](const Finding& finding) {
        return finding.met || finding.check.weight != "required";
    });
}

int Readiness::met() const {
    return static_cast<int>(std::ranges::count_if(findings, &Finding::met));
}

Readiness readiness_of(const store::Reader& db, const store::Readable& organisation,
                       const Programme& programme, const Application* application, Day day) {
    Readiness readiness;
    for (const Check& check : checks_of(db, programme.id)) {
        if (check.weight == "off") continue;
        Finding finding{.check = check};
        if (check.kind == "campaign") {
            if (!programme.campaign) continue;
            finding.met = in_campaign(db, organisation, *programme.campaign, day);
        } else if (check.kind == "role") {
            const auto name = holder(db, organisation, check.code, day);
            finding.met = name.has_value();
            finding.who = name.value_or("");
        } else if (check.kind == "assessment") {
            const auto level = parse_level(check.code);
            finding.met = level && has_assessed(db, organisation, *level);
        } else {
            finding.met = application != nullptr &&
                          is_complete(application->who, team_roles_of(db, programme.id));
        }
        readiness.findings.push_back(std::move(finding));
    }
    return readiness;
}

}  // namespace primum::programmes
