#include "boards/public_measures.h"

#include <algorithm>
#include <cmath>

#include "boards/sums.h"
#include "boards/thread.h"
#include "disclosure/published.h"
#include "json/writer.h"
#include "measures/dictionary.h"
#include "store/audit.h"

namespace primum::boards {
namespace {

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("a campaign shows published sums where its keepers allow it");
    return kScope;
}

/// Sums of people; sums of hours or litres are no whole numbers, and about nobody.
std::optional<double> published(std::optional<double> number, disclosure::Mode mode) {
    if (!number || *number != std::floor(*number) || *number < 0) return number;
    return disclosure::publish(disclosure::Confidential(*number), mode).number();
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
    for (const ThreadIntervention& part : thread_of(db, campaign, day).interventions)
        for (const ThreadMeasure& one : part.measures) {
            if (!one.measure || !measures::is_additive(one.measure->now())) continue;
            const bool there = std::ranges::any_of(
                found, [&](const measures::Measure& other) { return other.id == one.measure->id; });
            if (!there &&
                measures::has_totals(db, scope().may_read(campaign.owner), one.measure->id))
                found.push_back(*one.measure);
        }
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
        for (const measures::Total& total :
             measures::totals_of(db, scope().may_read(campaign.owner), id)) {
            if (total.period > today || total.series < kFewestSeries) continue;
            measures::Said said{.period = total.period,
                                .numerator = published(total.numerator, mode)};
            if (measure->now().divides()) said.denominator = published(total.denominator, mode);
            if (measure->now().divides() && !said.denominator) said.numerator.reset();
            one.reported = total.series;
            one.latest = total.period;
            points.push_back({.said = std::move(said)});
        }
        if (points.empty()) continue;
        auto material = material_of_sums(campaign.owner, *measure, std::move(points));
        one.drawn = measures::draw(material);
        one.drawn.chart.caption.id = material.series.code;
        if (one.drawn.study) one.drawn.picture = chart::control_chart(one.drawn.chart);
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace primum::boards
