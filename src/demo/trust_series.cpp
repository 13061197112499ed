#include <chrono>
#include <cmath>
#include <map>
#include <numbers>
#include <vector>

#include "demo/luck.h"
#include "demo/number_file.h"
#include "demo/series_story.h"
#include "imports/carrying.h"

namespace primum::demo {
namespace {

using measures::Said;
using std::chrono::days;

/// What a trust is like, and what became of it once the campaign had begun.
struct Character {
    double size;        ///< discharges a month
    double level;       ///< of harm, against the country's
    double gain;        ///< to what share of its level arrests and infections came down
    int learned_after;  ///< months after the campaign began
    int silent_for;     ///< months until today in which it sent nothing
};

Character character_of(SeededRandom& chance) {
    Character trust{.size = 2500 + static_cast<double>(chance.below(4500)),
                    .level = 0.8 + 0.45 * share(chance),
                    .gain = 1,
                    .learned_after = 4 + static_cast<int>(chance.below(9)),
                    .silent_for = 0};
    const auto fate = chance.below(100);
    if (fate < 38) trust.gain = 0.55 + 0.2 * share(chance);  // it learned
    if (fate >= 88) {                                        // it got worse, of late
        trust.gain = 1.5 + 0.3 * share(chance);
        trust.learned_after = 13 + static_cast<int>(chance.below(4));
    }
    if (in_a_hundred(chance, 5)) trust.silent_for = 3 + static_cast<int>(chance.below(4));
    return trust;
}

/// From 1 - by to 1 + by, highest in January.
double season(Day period, double by) {
    const auto month = static_cast<unsigned>(std::chrono::year_month_day(period).month());
    return 1 + by * std::cos((month - 1) * std::numbers::pi / 6);
}

/// What a trust counts every month of all its wards together.
class Trust {
public:
    Trust(SeriesStory& story, OrganisationId trust)
        : story_(story), trust_(trust), character_(character_of(story.chance())) {}

    struct Counted {
        std::string_view measure;
        SeriesStory::Tell tell;
    };
    std::vector<Counted> all(bool reviews_records) {
        std::vector<Counted> counted = {
            {"CORE-05", [this](Day period) { return deaths(period); }},
            {"DET-01", [this](Day period) { return arrests(period); }},
            {"CVC-01", [this](Day period) { return line_infections(period); }}};
        if (reviews_records)
            counted.push_back({"CORE-01", [this](Day period) { return harm_in_records(period); }});
        return counted;
    }

private:
    /// Whether anything was sent: not of late by some, and now and then not at all.
    bool sent(Day period) {
        return period < story_.months_ago(character_.silent_for) &&
               !in_a_hundred(story_.chance(), 2);
    }

    double learned(Day period) const {
        const Day since = story_.world().began() + days(30 * character_.learned_after);
        return period < since ? 1 : character_.gain;
    }

    std::optional<Said> deaths(Day period) {
        auto& chance = story_.chance();
        const double discharges = around(chance, character_.size, 0.06);
        const double mean = 0.021 * character_.level * season(period, 0.16) * discharges;
        const double deaths = poisson(chance, mean);
        if (!sent(period)) return {};
        return counted(period, std::min(deaths, discharges), discharges);
    }

    std::optional<Said> arrests(Day period) {
        auto& chance = story_.chance();
        const double discharges = around(chance, character_.size, 0.06);
        const double arrests =
            poisson(chance, 1.9 / 1000 * character_.level * learned(period) * discharges);
        if (!sent(period)) return {};
        return counted(period, arrests, discharges);
    }

    std::optional<Said> line_infections(Day period) {
        auto& chance = story_.chance();
        const double line_days = around(chance, character_.size / 7, 0.2);
        const double infections =
            poisson(chance, 4.2 / 1000 * character_.level * learned(period) * line_days);
        if (!sent(period)) return {};
        return counted(period, infections, line_days);
    }

    /// Twenty records a month, since the campaign asked for it.
    std::optional<Said> harm_in_records(Day period) {
        auto& chance = story_.chance();
        const double patient_days = around(chance, 104, 0.2);
        const double harm = poisson(
            chance, 62.0 / 1000 * character_.level * std::sqrt(learned(period)) * patient_days);
        if (period < story_.world().began() || !sent(period)) return {};
        return counted(period, harm, patient_days);
    }

    SeriesStory& story_;
    OrganisationId trust_;
    Character character_;
};

/// One who counts by a definition of its own, and one who has chosen a chart of another kind: they
/// are left out where others are compared.
constexpr std::size_t kOwnDefinition = 4;
constexpr std::size_t kOwnChart = 9;
/// So many review records.
constexpr std::size_t kReviewers = 24;

/// One analyst's numbers: the series of a trust, and the files that fill them.
class Analyst {
public:
    Analyst(SeriesStory& story, std::size_t number, OrganisationId trust)
        : story_(story),
          world_(story.world()),
          number_(number),
          trust_(trust),
          writable_(World::scope().may_write(trust)),
          analyst_(world_.holder(access::Role::analyst, trust)),
          counts_(story, trust),
          counted_(counts_.all(number < kReviewers)) {}

    /// All of it as one import, with each number on the day on which it came: what a file every
    /// month would leave, in a hundredth of the time.
    void send_at_once() {
        const auto stamp = world_.stamp(world_.today, analyst_);
        imports::Import import{.organisation = trust_,
                               .file_name = "core-measures.csv",
                               .state = imports::State::done,
                               .series = static_cast<std::int64_t>(counted_.size())};
        import.id = imports::add_import(story_.db(), writable_, stamp, import);
        for (const auto& counted : counted_)
            import.counts.added +=
                story_.fill(open(counted.measure), counted.tell, 6, std::string(import.id.text()));
        import.done = import.series;
        must(imports::save_import(story_.db(), writable_, import));
    }

    /// What was counted before the campaign in one file, then one every month.
    void send_files() {
        const Day began = world_.began();
        std::map<Day, NumberFile> files;
        for (const auto& counted : counted_) {
            open(counted.measure);
            for (Day month = story_.months_ago(kMonths); month < story_.months_ago(0);
                 month = next(month))
                if (const auto said = counted.tell(month))
                    file_of(files, month < began ? began : month).add(counted.measure, *said);
        }
        for (auto& [month, file] : files) {
            const bool history = month == began;
            if (history) file.add("DET-99", {.period = began, .numerator = 3, .denominator = 10});
            const Day day = next(month) + days(2 + static_cast<int>(story_.chance().below(7)));
            if (day > world_.today) break;
            file.send(story_.db(), world_, trust_, analyst_, day);
        }
        send_and_take_back();
    }

private:
    static Day next(Day month) { return measures::next_period(measures::Frequency::month, month); }

    static NumberFile& file_of(std::map<Day, NumberFile>& files, Day month) {
        const std::string name =
            "core-measures-" + measures::iso_period(measures::Frequency::month, month) + ".csv";
        return files.try_emplace(month, name).first->second;
    }

    measures::Series open(std::string_view measure) {
        const bool infections = measure == "CVC-01";
        const bool own_definition = infections && number_ == kOwnDefinition;
        if (own_definition) define_positive_cultures();
        const auto series = story_.open(
            {.organisation = trust_,
             .measure = own_definition ? kCultures : measure,
             .months = measure == "CORE-01" ? kMonthsOfCampaign : kMonths,
             .keeper = analyst_,
             .chart = number_ == kOwnChart ? std::optional(spc::Chart::run) : std::nullopt});
        if (infections) story_.target(series, world_.began(), 1.4, "The campaign's first goal");
        return series;
    }

    /// A variant of the campaign's measure, which counts more.
    void define_positive_cultures() {
        measures::Version first{.from = story_.months_ago(kMonths),
                                .says = story_.measure("CVC-01").now()};
        first.says.name = "Positive blood cultures in patients with a central line";
        first.says.numerator = "Positive blood cultures, whatever they came from";
        first.says.source = "Laboratory system; nobody looks at the notes";
        measures::add_measure(story_.db(), writable_, world_.stamp(first.from, analyst_), kCultures,
                              "", measures::Status::agreed, first, "CVC-01");
    }

    /// Somebody put the arrests of one hospital of the trust into the column of all.
    void send_and_take_back() {
        NumberFile file("arrests-corrected.csv");
        const Day sent = story_.months_ago(1) + days(13);
        const auto series = measures::find_series_by_code(story_.db(), writable_, "det-01").value();
        for (const auto& point : measures::points_of(story_.db(), writable_, series.id)) {
            if (point.said.period < story_.months_ago(7) ||
                point.said.period >= story_.months_ago(3))
                continue;
            Said half = point.said;
            half.numerator = std::floor(*half.numerator / 2);
            file.add("DET-01", half);
        }
        const auto import = file.send(story_.db(), world_, trust_, analyst_, sent);
        must(imports::undo(story_.db(), World::scope(), world_.stamp(sent + days(1), analyst_),
                           import, sent + days(1))
                 .empty());
    }

    static constexpr const char* kCultures = "CULTURES";

    SeriesStory& story_;
    const World& world_;
    std::size_t number_;
    OrganisationId trust_;
    store::Writable writable_;
    std::optional<PersonId> analyst_;
    Trust counts_;
    std::vector<Trust::Counted> counted_;  // borrows from counts_
};

/// Falls on some wards of a trust, by those who work there.
void tell_wards(SeriesStory& story, const std::vector<OrganisationId>& wards) {
    for (const OrganisationId& ward : wards) {
        auto& chance = story.chance();
        const double beds = 400 + static_cast<double>(chance.below(400));
        const double rate = 2.2 + 3.2 * share(chance);
        const double gain = in_a_hundred(chance, 25) ? 0.5 : 1;
        const auto series = story.open({.organisation = ward, .measure = "FALLS", .months = 36});
        story.fill(series, [&](Day period) -> std::optional<Said> {
            const double bed_days = around(chance, beds, 0.1);
            const double now = period < story.months_ago(11) ? rate : rate * gain;
            const double falls = poisson(chance, now / 1000 * bed_days);
            if (in_a_hundred(chance, 3)) return {};
            return counted(period, falls, bed_days);
        });
    }
}

/// Pneumonia on the ventilator in a unit for intensive care; some units have learned how.
void tell_intensive_care(SeriesStory& story, OrganisationId unit) {
    auto& chance = story.chance();
    const double days_a_month = 180 + static_cast<double>(chance.below(220));
    const double rate = 7 + 8 * share(chance);
    const double gain = in_a_hundred(chance, 40) ? 0.4 : 1;
    const auto series = story.open({.organisation = unit, .measure = "VAP-01", .months = 36});
    story.fill(series, [&](Day period) {
        const double on_ventilator = around(chance, days_a_month, 0.15);
        const double now = period < story.months_ago(14) ? rate : rate * gain;
        return counted(period, poisson(chance, now / 1000 * on_ventilator), on_ventilator);
    });
}

}  // namespace

void tell_trusts(store::Store& store, const World& world) {
    constexpr std::size_t kWithWards = 14;
    constexpr std::size_t kWards = 4;
    const auto trusts = world.trusts();
    for (std::size_t i = 0; i < trusts.size(); ++i)
        store.write([&](store::Writer& db) {
            auto chance = world.chance("measures of " + std::to_string(i));
            SeriesStory story(db, world, chance);
            Analyst analyst(story, i, trusts[i]);
            if (i == 0)
                analyst.send_files();
            else
                analyst.send_at_once();
            if (i == 0 || i > kWithWards) return;
            const auto wards = wards_of(world, trusts[i], kWards);
            tell_wards(story, wards);
            tell_intensive_care(story, wards[1]);
        });
}

}  // namespace primum::demo
