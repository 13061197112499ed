#include "demo/series_story.h"

#include <chrono>

#include "demo/luck.h"

namespace primum::demo {
namespace {

using std::chrono::days;
using std::chrono::months;

}  // namespace

Day tallied_since(const World& world) {
    constexpr days kSixWeeks{42};
    return measures::period_of(measures::Frequency::week, world.today - kSixWeeks);
}

std::vector<OrganisationId> wards_of(const World& world, OrganisationId trust, std::size_t most) {
    std::vector<OrganisationId> wards;
    const auto& places = world.country.places;
    for (const std::size_t ward : open_places(world.country, "ward")) {
        const std::size_t site = places[ward].parent;
        if (world.places[places[site].parent] != trust) continue;
        wards.push_back(world.places[ward]);
        if (wards.size() == most) break;
    }
    return wards;
}

Day SeriesStory::months_ago(int before) const {
    const std::chrono::year_month_day today(world_.today);
    return (today.year() / today.month() - months(before)) / 1;
}

const measures::Measure& SeriesStory::measure(std::string_view code) {
    const auto found = measures_.find(code);
    if (found != measures_.end()) return found->second;
    auto measure = measures::find_measure_by_code(db_, code);
    must(measure.has_value());
    return measures_.emplace(std::string(code), std::move(*measure)).first->second;
}

measures::Series SeriesStory::open(const Opening& opening) {
    const measures::Measure& counted = measure(opening.measure);
    const Day starts = measures::period_of(counted.now().frequency, months_ago(opening.months));
    return measures::open_series(db_, World::scope().may_write(opening.organisation),
                                 world_.stamp(starts, opening.keeper), counted,
                                 {.stratum = opening.stratum,
                                  .chart = opening.chart,
                                  .starts = starts,
                                  .keeper = opening.keeper,
                                  .audience = opening.audience});
}

std::int64_t SeriesStory::fill(const measures::Series& series, const Tell& tell, int slack,
                               const std::string& import) {
    const auto writable = World::scope().may_write(series.organisation);
    const auto frequency = measures::find_measure(db_, series.measure)->now().frequency;
    measures::Saving saving(db_, world_.stamp(world_.today, series.keeper), world_.today, import);
    std::int64_t points = 0;
    Day period = measures::period_of(frequency, series.starts);
    while (true) {
        const Day next = measures::next_period(frequency, period);
        const auto slow = in_a_hundred(chance_, 8) ? chance_.below(25) : 0;
        const Day entered = next + days(1 + chance_.below(static_cast<unsigned>(slack)) + slow);
        if (next > world_.today || entered > world_.today) break;
        if (const auto said = tell(period)) {
            saving.entered(world_.stamp(entered, series.keeper));
            saving.put(writable, series, *said);
            ++points;
        }
        period = next;
    }
    saving.finish();
    return points;
}

void SeriesStory::target(const measures::Series& series, Day from, double value,
                         const std::string& why) {
    const auto writable = World::scope().may_write(series.organisation);
    const auto stamp = world_.stamp(from, series.keeper);
    measures::save_target(db_, writable, stamp, series.id,
                          {.from = from, .value = value, .reason = why});
}

void SeriesStory::rebase(const measures::Series& series, Day from, const std::string& change,
                         const std::string& reason) {
    const auto writable = World::scope().may_write(series.organisation);
    measures::add_decision(db_, writable, world_.stamp(from + days(300), series.keeper), series.id,
                           {.kind = measures::Decision::Kind::rebase,
                            .from = from,
                            .change = change,
                            .reason = reason});
}

}  // namespace primum::demo
