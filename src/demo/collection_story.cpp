// How numbers come to be: patients who were tallied, what entering costs, and who looks at charts.

#include <algorithm>
#include <chrono>

#include "collection/burden.h"
#include "collection/tally.h"
#include "demo/draws.h"
#include "demo/luck.h"
#include "demo/series_story.h"
#include "demo/stories.h"

namespace primum::demo {
namespace {

using collection::Kept;
using std::chrono::days;

class CollectionStory {
public:
    CollectionStory(store::Store& store, const World& world)
        : store_(store),
          world_(world),
          chance_(world.chance("collection")),
          trust_(world.trusts().front()),
          wards_(wards_of(world, trust_, 2)) {}

    void tell() {
        store_.write([&](store::Writer& db) { tally(db); });
        store_.write([&](store::Writer& db) { take_time(db); });
        look_at_charts();
    }

private:
    Kept kept(const store::Reader& db, OrganisationId place, std::string_view code) const {
        const auto series =
            measures::find_series_by_code(db, World::scope().may_read(place), code).value();
        return {.measure = measures::find_measure(db, series.measure).value(), .series = series};
    }

    // The ventilator bundle, three patients on most days. What is missed is mostly the same.
    void tally(store::Writer& db) {
        const OrganisationId unit = wards_[1];
        const auto writable = World::scope().may_write(unit);
        const auto lead = world_.holder(access::Role::improvement_lead, trust_);
        const Kept bundle = kept(db, unit, "vap-03");
        int patient = 0;
        for (Day day = tallied_since(world_); day < world_.today; day += days(1)) {
            if (std::chrono::weekday(day) == std::chrono::Sunday) continue;
            for (int i = 0; i < 3; ++i) {
                // Read again: the first patient settles the sheet.
                const auto sheet = collection::sheet_of(db, writable, bundle, day);
                must(sheet.has_value());
                must(collection::observe(db, writable, world_.stamp(day, lead), bundle, *sheet,
                                         looked_at(*sheet, day),
                                         "demo-" + std::to_string(++patient))
                         .has_value());
            }
        }
    }

    collection::Observation looked_at(const collection::Sheet& sheet, Day day) {
        collection::Observation one{.day = day, .version = std::max(1, sheet.version)};
        for (std::size_t i = 0; i < sheet.elements.size(); ++i) {
            const unsigned missed = i == 1 ? 5 : i == 3 ? 2 : 1;
            const bool excepted = sheet.elements[i].exception && in_a_hundred(chance_, 4);
            one.answers += excepted ? 'x' : in_a_hundred(chance_, missed) ? 'n' : 'y';
            if (excepted) one.reasons = "Not possible today: seen by the consultant";
        }
        return one;
    }

    // A weekly sample of twenty charts takes ten minutes, a number that is at hand takes one.
    void take_time(store::Writer& db) {
        const auto enter = [&](OrganisationId place, std::string_view code, int every,
                               double usual) {
            const Kept one = kept(db, place, code);
            for (Day day = world_.today - days(360); day <= world_.today; day += days(every))
                collection::note_time(db, World::scope().may_write(place), one.series.id, day,
                                      around(chance_, usual, 0.4), 1);
        };
        enter(wards_[0], "det-03", 7, 560);
        enter(wards_[0], "falls", 30, 75);
        enter(wards_[1], "vap-03", 7, 95);
        enter(wards_[1], "cvc-03", 7, 140);
        enter(wards_[1], "vap-01", 30, 230);
        enter(trust_, "core-04", 90, 1500);
        enter(trust_, "core-07", 30, 160);
    }

    /// Most charts are opened now and then; a few have not been for months.
    void look_at_charts() {
        collection::Views views;
        const auto open = [&](OrganisationId place, std::string_view code, unsigned in_ten_days) {
            const auto series = kept(*store_.read(), place, code).series.id;
            for (Day day = world_.today - days(170); day < world_.today; day += days(10))
                for (auto times = chance_.below(in_ten_days + 1); times > 0; --times)
                    views.note(place, series, day);
        };
        open(wards_[0], "falls", 9);
        open(wards_[1], "vap-03", 12);
        open(wards_[1], "vap-01", 5);
        open(wards_[1], "cvc-03", 4);
        for (const char* code : {"core-05", "det-01", "cvc-01", "falls", "chk-01", "core-06"})
            open(trust_, code, 7);
        views.write_down(store_);
    }

    store::Store& store_;
    const World& world_;
    SeededRandom chance_;
    OrganisationId trust_;
    std::vector<OrganisationId> wards_;
};

}  // namespace

void tell_collection(store::Store& store, const World& world) {
    CollectionStory(store, world).tell();
}

}  // namespace primum::demo
