#include "boards/public_measures.h"

#include <algorithm>

#include "boards/sums.h"
#include "boards/thread.h"
#include "json/writer.h"
#include "measures/dictionary.h"
#include "measures/publishing.h"
#include "store/audit.h"

namespace primum::boards {
namespace {

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("a campaign shows published sums where its keepers allow it");
    return kScope;
}

std::int64_t series_of_patients(const store::Reader& db, const measures::MeasureId& measure) {
    return db
        .one([](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
            SELECT COUNT(*) FROM series WHERE measure_id = $1 AND stratum = ''
        )sql",
             measure, scope().everywhere())
        .value_or(0);
}

std::string in_json(const std::vector<measures::MeasureId>& allowed) {
    json::Writer document;
    document.begin_array();
    for (const auto& id : allowed)
        document.value(id.text());
    document.end_array();
    return std::string(document.text());
}

}  // namespace

std::vector<measures::MeasureId> allowed_measures(const store::Reader& db,
                                                  campaigns::CampaignId campaign) {
    const auto read = [](const store::Row& row) { return row.get<measures::MeasureId>(0); };
    return db.all(read, R"sql(
        SELECT m.id FROM campaign_public_measures a JOIN measures m ON m.id = a.measure_id
         WHERE a.campaign_id = $1 ORDER BY m.code
    )sql",
                  campaign);
}

void save_allowed(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  campaigns::CampaignId campaign, const std::vector<measures::MeasureId>& allowed) {
    const auto before = allowed_measures(db, campaign);
    db.run("DELETE FROM campaign_public_measures WHERE campaign_id = $1", campaign);
    for (const auto& id : allowed)
        db.run(R"sql(
            INSERT INTO campaign_public_measures (campaign_id, measure_id, allowed_by, allowed_at)
            VALUES ($1, $2, $3, $4)
        )sql",
               campaign, id, stamp.person, stamp.at);
    store::record(db, owner, stamp,
                  {.action = "boards.allow_public_measures",
                   .object = campaign.text(),
                   .before = in_json(before),
                   .after = in_json(allowed)});
}

std::vector<measures::Measure> measures_to_allow(const store::Reader& db,
                                                 const campaigns::Campaign& campaign, Day day) {
    std::vector<measures::Measure> found;
    const auto offer = [&](const ThreadMeasure& one) {
        if (!one.measure || !measures::is_additive(one.measure->now())) return;
        const bool there = std::ranges::any_of(
            found, [&](const measures::Measure& other) { return other.id == one.measure->id; });
        if (!there && measures::has_totals(db, scope().may_read(campaign.owner), one.measure->id))
            found.push_back(*one.measure);
    };
    const Thread thread = thread_of(db, campaign, day);
    if (thread.aim) offer(*thread.aim);
    for (const ThreadIntervention& part : thread.interventions)
        std::ranges::for_each(part.measures, offer);
    return found;
}

std::vector<PublicMeasure> public_measures_of(const store::Reader& db,
                                              const campaigns::Campaign& campaign,
                                              disclosure::Mode mode, Day today) {
    std::vector<PublicMeasure> all;
    for (const auto& id : allowed_measures(db, campaign.id)) {
        const auto measure = measures::find_measure(db, id);
        if (!measure) continue;
        PublicMeasure one{.measure = *measure, .keep = series_of_patients(db, id)};
        std::vector<measures::Point> points;
        measures::Publication published(db, *measure, mode);
        for (const measures::PublishedSum& sum : published.sums_below(campaign.owner)) {
            if (sum.point.period > today) continue;
            measures::Said said{.period = sum.point.period};
            if (sum.point.value.number()) {
                said.numerator = sum.point.numerator.number();
                said.denominator = sum.point.denominator.number();
            }
            one.reported = sum.places;
            one.latest = sum.point.period;
            points.push_back({.said = std::move(said)});
        }
        if (points.empty()) continue;
        const auto material = material_of_sums(campaign.owner, *measure, std::move(points));
        one.drawn = measures::draw(material, material.series.code);
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace primum::boards
