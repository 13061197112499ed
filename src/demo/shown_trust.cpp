#include <algorithm>
#include <chrono>
#include <cmath>

#include "demo/luck.h"
#include "demo/number_file.h"
#include "demo/series_story.h"

namespace primum::demo {
namespace {

using measures::Said;
using std::chrono::days;

/// The trust that visitors of the demonstration sign in to.
class ShownTrust {
public:
    explicit ShownTrust(SeriesStory& story)
        : story_(story),
          world_(story.world()),
          trust_(world_.trusts().front()),
          wards_(wards_of(world_, trust_, kAllWards)) {
        lead_ = world_.holder(access::Role::improvement_lead, trust_);
        analyst_ = world_.holder(access::Role::analyst, trust_);
        nurse_ = world_.holder(access::Role::team_member, wards_.front());
    }

    void tell() {
        ventilator_bundle();
        line_bundle();
        falls();
        observations();
        checklist();
        ulcers();
        severe_harm();
        mortality_ratio();
        incidents();
        send_and_wait();
    }

private:
    // What a story is about lies some months before today.
    Day ago(int months) const { return story_.months_ago(months); }
    SeededRandom& chance() { return story_.chance(); }
    OrganisationId intensive_care() const { return wards_[1]; }
    static constexpr std::size_t kAllWards = 100;

    /// A bundle that worked: all or none from six in ten to nearly all, pneumonia down, and new
    /// lines once it had stayed there.
    void ventilator_bundle() {
        const auto bundle = story_.open(
            {.organisation = intensive_care(), .measure = "VAP-03", .months = 36, .keeper = lead_});
        story_.fill(bundle, [&](Day period) -> std::optional<Said> {
            if (period >= tallied_since(world_)) return {};
            const double met = period < ago(22) ? 0.58 : period < ago(19) ? 0.74 : 0.95;
            const int patients = 8 + static_cast<int>(chance().below(7));
            return counted(period, binomial(chance(), patients, met), patients);
        });
        story_.target(bundle, ago(24), 95, "The campaign's goal for every bundle");
        story_.rebase(bundle, measures::period_of(measures::Frequency::week, ago(19)),
                      "Bundle checked at every morning round",
                      "All or none rose and has stayed up for a year");

        const auto pneumonia =
            story_.open({.organisation = intensive_care(), .measure = "VAP-01", .keeper = lead_});
        story_.fill(pneumonia, [&](Day period) {
            const double rate = period < ago(20) ? 14.0 : 4.0;
            const double on_ventilator = around(chance(), 290, 0.15);
            return counted(period, poisson(chance(), rate / 1000 * on_ventilator), on_ventilator);
        });
        story_.rebase(pneumonia, ago(20), "Ventilator bundle at every morning round",
                      "Pneumonia fell when the bundle became reliable, and has stayed down");
        refresh(bundle);
        refresh(pneumonia);
    }

    /// Some weeks nobody counted, and once the reason is known.
    void line_bundle() {
        const auto bundle = story_.open(
            {.organisation = intensive_care(), .measure = "CVC-03", .months = 24, .keeper = lead_});
        story_.fill(bundle, [&](Day period) -> std::optional<Said> {
            const int lines = 3 + static_cast<int>(chance().below(6));
            const double met = binomial(chance(), lines, 0.78);
            if (ago(13) <= period && period < ago(12)) return {};
            if (ago(7) <= period && period < ago(7) + days(7))
                return Said{.period = period,
                            .note = "No count: the unit had moved to the new building"};
            return counted(period, met, lines);
        });
        story_.target(bundle, ago(24), 95, "The campaign's goal for every bundle");
        refresh(bundle);
    }

    /// Every ward counts; one drifts upwards, one was closed for a while, and older people's falls
    /// are counted by themselves.
    void falls() {
        for (std::size_t i = 0; i < wards_.size(); ++i) {
            const double rate = 2.0 + 2.6 * share(chance());
            const double beds = 450 + static_cast<double>(chance().below(350));
            const bool drifts = i == 4;
            const auto series = story_.open({.organisation = wards_[i],
                                             .measure = "FALLS",
                                             .months = i < 8 ? kMonths : 36,
                                             .keeper = i == 0 ? nurse_ : std::nullopt});
            story_.fill(series, [&](Day period) -> std::optional<Said> {
                const double bed_days = around(chance(), beds, 0.08);
                const double months =
                    drifts && ago(16) < period
                        ? std::round(static_cast<double>((period - ago(16)).count()) / 30)
                        : 0;
                const double now = rate * (1 + 0.11 * months);
                Said said = counted(period, poisson(chance(), now / 1000 * bed_days), bed_days);
                if (i == 2 && period == ago(9)) close_ward(said);
                if (i == 0 && ago(2) < period) return {};
                return said;
            });
            if (i == 0) {
                story_.target(series, ago(24), 3.0,
                              "A quarter fewer, as the trust's strategy says");
                story_.target(series, ago(9), 2.5, "The first goal was met");
                refresh(series);
            }
        }
        older_people();
    }

    static void close_ward(Said& said) {
        said.denominator = std::round(*said.denominator * 0.3);
        said.numerator = 4;
        said.note = "Closed for three weeks: norovirus";
        said.excluded = "The ward was closed for three weeks; those who stayed could not be moved";
    }

    void older_people() {
        for (const char* stratum : {"", "Aged 80 and over", "Under 80"}) {
            const double part = *stratum == '\0' ? 1 : *stratum == 'A' ? 0.35 : 0.65;
            const double rate = *stratum == '\0' ? 3.3 : *stratum == 'A' ? 6.1 : 1.8;
            const auto series = story_.open({.organisation = trust_,
                                             .measure = "FALLS",
                                             .months = 36,
                                             .stratum = stratum,
                                             .keeper = analyst_,
                                             .audience = measures::Audience::everyone});
            story_.fill(series, [&](Day period) {
                const double bed_days = around(chance(), 17000 * part, 0.05);
                return counted(period, poisson(chance(), rate / 1000 * bed_days), bed_days);
            });
        }
    }

    /// Weekly samples on six wards. What is claimed of the first: that it improved. It did not.
    void observations() {
        for (std::size_t i = 0; i < 6 && i < wards_.size(); ++i) {
            const auto series = story_.open({.organisation = wards_[i],
                                             .measure = "DET-03",
                                             .months = 24,
                                             .keeper = i == 0 ? nurse_ : std::nullopt});
            story_.fill(
                series,
                [&](Day period) {
                    const double share = i == 3 && ago(5) < period ? 0.97 : 0.82;
                    constexpr int kSets = 20;
                    return counted(period, binomial(chance(), kSets, share), kSets);
                },
                3);
            story_.target(series, ago(24), 95, "The campaign's goal");
            refresh(series);
        }
    }

    void checklist() {
        const auto series = story_.open({.organisation = trust_,
                                         .measure = "CHK-01",
                                         .months = 24,
                                         .keeper = analyst_,
                                         .audience = measures::Audience::everyone});
        story_.fill(series, [&](Day period) {
            const int operations = 180 + static_cast<int>(chance().below(60));
            const double done = ago(14) < period ? 0.985 : 0.94;
            return counted(period, binomial(chance(), operations, done), operations);
        });
        story_.target(series, ago(24), 95, "At least 95 in 100 by the end of the first year");
        refresh(series);
    }

    /// The definition changed eighteen months ago, and with it the level.
    void ulcers() {
        const auto series =
            story_.open({.organisation = trust_, .measure = "ULCERS", .keeper = analyst_});
        story_.fill(series, [&](Day period) {
            const double rate = period < ago(18) ? 0.42 : 1.15;
            const double bed_days = around(chance(), 17000, 0.05);
            return counted(period, poisson(chance(), rate / 1000 * bed_days), bed_days);
        });
    }

    /// Rare events, each on its day.
    void severe_harm() {
        const auto series =
            story_.open({.organisation = trust_, .measure = "CORE-06", .keeper = lead_});
        const auto writable = World::scope().may_write(trust_);
        measures::Saving saving(story_.db(), world_.stamp(world_.today, lead_), world_.today);
        for (Day event = series.starts; true;) {
            const double mean = event < ago(26) ? 24 : 68;
            event += days(1 + static_cast<int>(-mean * std::log(1 - share(chance()))));
            if (event >= world_.today) break;
            saving.entered(world_.stamp(std::min(event + days(2), world_.today), lead_));
            saving.put(writable, series, {.period = event});
        }
        saving.finish();
    }

    void mortality_ratio() {
        const auto series = story_.open({.organisation = trust_,
                                         .measure = "CORE-04",
                                         .keeper = analyst_,
                                         .audience = measures::Audience::everyone});
        story_.fill(
            series,
            [&](Day period) {
                const double expected = around(chance(), 330, 0.05);
                return counted(period, poisson(chance(), 0.98 * expected), expected);
            },
            25);
    }

    /// More reports are no more harm: neither direction is better.
    void incidents() {
        const auto series =
            story_.open({.organisation = trust_, .measure = "CORE-07", .keeper = analyst_});
        story_.fill(series, [&](Day period) {
            const double rate = period < ago(15) ? 41 : 49;
            const double bed_days = around(chance(), 17000, 0.05);
            return counted(period, poisson(chance(), rate / 1000 * bed_days), bed_days);
        });
    }

    /// A file of today that somebody is still to look at: most of it is known, some is corrected,
    /// and one ward is not ours.
    void send_and_wait() {
        NumberFile file("falls-of-wards.csv", "organisation,month,numerator,denominator");
        for (std::size_t i = 0; i < 8; ++i) {
            const auto at = World::scope().may_read(wards_[i]);
            const auto series = measures::find_series_by_code(story_.db(), at, "falls").value();
            Said said = measures::points_of(story_.db(), at, series.id).back().said;
            if (i % 3 == 1) *said.numerator += 1;
            file.add(code_of(wards_[i]), said);
            if (i == 4) file.add("4B-OLD", said);
        }
        file.leave_waiting(story_.db(), world_, trust_, analyst_, world_.today, "FALLS");
    }

    const std::string& code_of(OrganisationId place) const {
        const auto at = std::ranges::find(world_.places, place) - world_.places.begin();
        return world_.country.places[static_cast<std::size_t>(at)].code;
    }

    void refresh(const measures::Series& series) {
        measures::refresh_reading(story_.db(), World::scope().may_write(series.organisation),
                                  world_.stamp(world_.today, lead_), series, world_.today);
    }

    SeriesStory& story_;
    const World& world_;
    OrganisationId trust_;
    std::vector<OrganisationId> wards_;
    std::optional<PersonId> lead_;
    std::optional<PersonId> analyst_;
    std::optional<PersonId> nurse_;
};

}  // namespace

void tell_shown_trust(store::Store& store, const World& world) {
    store.write([&](store::Writer& db) {
        auto chance = world.chance("measures of the shown trust");
        SeriesStory story(db, world, chance);
        ShownTrust(story).tell();
    });
}

}  // namespace primum::demo
