#include "boards/thread.h"

#include <algorithm>

#include "library/item.h"
#include "measures/dictionary.h"

namespace primum::boards {
namespace {

std::int64_t organisations_with(const store::Reader& db, const measures::MeasureId& measure) {
    static const auto scope =
        store::Scope::system("how many organisations keep a measure is no number about people");
    return db
        .one([](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
            SELECT COUNT(DISTINCT organisation_id) FROM series WHERE measure_id = $1
        )sql",
             measure, scope.everywhere())
        .value_or(0);
}

bool belongs(const campaigns::Intervention& intervention, std::string_view code) {
    return intervention.code == code ||
           std::ranges::any_of(intervention.parts,
                               [&](const auto& part) { return part.code == code; });
}

ThreadMeasure measure_of(const store::Reader& db, const library::Item& item) {
    ThreadMeasure one{.code = item.code,
                      .name = std::string(item["name"]),
                      .measure = measures::find_measure_by_library(db, item.code)};
    if (one.measure) {
        one.name = one.measure->name();
        one.organisations = organisations_with(db, one.measure->id);
    }
    return one;
}

}  // namespace

Thread thread_of(const store::Reader& db, const campaigns::Campaign& campaign, Day day) {
    Thread thread{.campaign = campaign};
    const auto items = library::items_of(db, "measures", day);
    for (const library::Item& item : items)
        if (item.code == campaign.goal.measure) thread.aim = measure_of(db, item);
    for (campaigns::Intervention& intervention :
         campaigns::interventions_of(db, campaign.id, day)) {
        ThreadIntervention part{.intervention = std::move(intervention)};
        for (const library::Item& item : items) {
            if (!belongs(part.intervention, item["intervention"])) continue;
            part.measures.push_back(measure_of(db, item));
        }
        // What is kept comes before what could be.
        std::ranges::stable_sort(part.measures, std::greater(), &ThreadMeasure::organisations);
        thread.interventions.push_back(std::move(part));
    }
    return thread;
}

std::vector<WayUp> ways_up(const store::Reader& db, const measures::Measure& measure, Day day) {
    std::vector<WayUp> ways;
    if (measure.library_code.empty()) return ways;
    const auto item = library::find_item(db, "measures", measure.library_code, day);
    if (!item) return ways;
    for (const campaigns::Campaign& campaign : campaigns::campaigns_of(db)) {
        if (campaign.status == campaigns::Status::history) continue;
        if (campaign.goal.measure == measure.library_code) ways.push_back({campaign, {}});
        for (campaigns::Intervention& intervention :
             campaigns::interventions_of(db, campaign.id, day))
            if (belongs(intervention, (*item)["intervention"]))
                ways.push_back({campaign, std::move(intervention)});
    }
    return ways;
}

}  // namespace primum::boards
