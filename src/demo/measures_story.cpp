// Measuring for five years: the campaign's dictionary, then what trusts and their wards counted.

#include <array>
#include <chrono>

#include "demo/luck.h"
#include "demo/series_story.h"
#include "demo/stories.h"
#include "library/item.h"
#include "measures/adoption.h"

namespace primum::demo {
namespace {

using measures::Definition;
using measures::Frequency;
using measures::Kind;
using measures::Status;

/// Those that the campaign took from the library.
constexpr std::array kTakenUp = {"CORE-01", "CORE-04", "CORE-05", "CORE-06", "CORE-07", "DET-01",
                                 "DET-03",  "CVC-01",  "CVC-03",  "VAP-01",  "VAP-03",  "CHK-01"};

Definition falls() {
    return {.name = "Falls with harm per 1,000 bed days",
            .kind = Kind::outcome,
            .numerator = "Falls after which a patient needed more than first aid",
            .denominator = "Occupied bed days",
            .exclusions = "Day cases; falls of visitors and staff",
            .source =
                "Incident records, checked by the ward's manager; bed days from the nightly "
                "count",
            .sampling = "All falls",
            .unit = "per 1,000 bed days",
            .multiplier = 1000,
            .frequency = Frequency::month,
            .chart = spc::Chart::u,
            .better = spc::Better::lower,
            .goal = "A quarter fewer within two years",
            .steward = "Falls prevention nurse"};
}

Definition pressure_ulcers() {
    return {.name = "New pressure ulcers per 1,000 bed days",
            .kind = Kind::outcome,
            .numerator = "New pressure ulcers of category 3 or 4",
            .denominator = "Occupied bed days",
            .exclusions = "Ulcers that were there on admission",
            .source = "Tissue viability team",
            .sampling = "All ulcers",
            .unit = "per 1,000 bed days",
            .multiplier = 1000,
            .frequency = Frequency::month,
            .chart = spc::Chart::u,
            .better = spc::Better::lower,
            .goal = "Half as many within two years",
            .steward = "Tissue viability nurse"};
}

class Dictionary {
public:
    Dictionary(store::Writer& db, const World& world, Day from)
        : db_(db),
          world_(world),
          owner_(World::scope().may_write(world.top())),
          from_(from),
          stamp_(world.stamp(from, world.holder(access::Role::campaign_office, world.top()))) {}

    void write() {
        for (const char* code : kTakenUp)
            take_up(code);
        define("FALLS", falls());
        define("ULCERS", pressure_ulcers());
        change_ulcers();
    }

private:
    void take_up(std::string_view code) {
        const auto item = library::find_item(db_, "measures", code, world_.today);
        must(item.has_value());
        const auto version = measures::version_from_library(*item, from_);
        must(version.has_value());
        measures::add_measure(db_, owner_, stamp_, std::string(code), std::string(code),
                              Status::agreed, *version);
    }

    void define(const std::string& code, const Definition& says) {
        measures::add_measure(db_, owner_, stamp_, code, "", Status::agreed,
                              {.from = from_, .says = says});
    }

    /// Eighteen months ago, more was counted than before.
    void change_ulcers() {
        const std::chrono::year_month_day today(world_.today);
        const Day changed = (today.year() / today.month() - std::chrono::months(18)) / 1;
        Definition says = pressure_ulcers();
        says.numerator = "New pressure ulcers of category 2, 3 or 4";
        const auto measure = measures::find_measure_by_code(db_, "ULCERS").value();
        must(measures::add_version(db_, owner_, world_.stamp(changed, stamp_.person), measure,
                                   {.from = changed,
                                    .breaks = true,
                                    .says = says,
                                    .reason = "Category 2 counts as well"}));
    }

    store::Writer& db_;
    const World& world_;
    store::Writable owner_;
    Day from_;
    store::Stamp stamp_;
};

}  // namespace

void tell_measures(store::Store& store, const World& world) {
    const std::chrono::year_month_day today(world.today);
    const Day began = (today.year() / today.month() - std::chrono::months(kMonths)) / 1;
    store.write([&](store::Writer& db) { Dictionary(db, world, began).write(); });
    tell_trusts(store, world);
    tell_shown_trust(store, world);
}

}  // namespace primum::demo
