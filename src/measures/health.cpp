#include "measures/health.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "measures/dictionary.h"
#include "measures/saving.h"
#include "measures/study.h"
#include "measures/totals.h"

namespace primum::measures {
namespace {

constexpr std::size_t kSample = 50;

const store::Scope& scope() {
    static const auto kScope = store::Scope::system("whether kept numbers are right is looked at");
    return kScope;
}

bool same(std::optional<double> kept, std::optional<double> made) {
    if (!kept || !made) return !kept && !made;
    return std::abs(*kept - *made) <= 1e-9 * std::max(1.0, std::abs(*made));
}

/// Whether a reading is what the points of the series say; where none is kept there are no points.
bool reads_right(const store::Reader& db, const Measure& measure, const Series& series) {
    const auto key = scope().may_read(series.organisation);
    const auto kept = find_reading(db, key, series.id);
    const Material material = material_of(db, key, measure, series);
    if (!kept) return material.points.empty();
    const Reading made = reading_of(material, study_of(material));
    return kept->points == made.points && kept->latest == made.latest &&
           same(kept->value, made.value) && same(kept->centre, made.centre) &&
           kept->variation == made.variation && kept->assurance == made.assurance &&
           kept->signal_rule == made.signal_rule;
}

/// Series whose reading is wrong, of a sample from the whole.
std::size_t wrong_readings(const store::Reader& db, const Measure& measure) {
    const auto all = all_series_of(db, scope(), measure.id);
    const std::size_t step = std::max<std::size_t>(1, all.size() / kSample);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < all.size(); i += step)
        if (!reads_right(db, measure, all[i])) ++wrong;
    return wrong;
}

}  // namespace

std::vector<store::Finding> examine(const store::Reader& db, Day today) {
    std::size_t sums = 0;
    std::size_t readings = 0;
    for (const Measure& measure : all_measures(db, scope())) {
        sums += wrong_totals(db, measure, today);
        readings += wrong_readings(db, measure);
    }
    store::Finding added{"sums of measures", ""};
    if (sums > 0)
        added.advice = fmt::format(
            "{} sums or counts are not what the points make: run primum migrate, which makes them "
            "anew.",
            sums);
    store::Finding read{"readings of measures", ""};
    if (readings > 0)
        read.advice = fmt::format(
            "{} series say something else than their points: run primum migrate, which reads them "
            "anew.",
            readings);
    return {added, read};
}

std::size_t mend(store::Store& store, Day today) {
    std::size_t mended = 0;
    for (const Measure& measure : all_measures(*store.read(), scope())) {
        const bool sums = wrong_totals(*store.read(), measure, today) > 0;
        const bool readings = wrong_readings(*store.read(), measure) > 0;
        if (!sums && !readings) continue;
        store.write([&](store::Writer& db) {
            if (readings) refresh_readings_of(db, {.person = {}, .at = db.now()}, measure, today);
            rebuild_totals(db, measure);
        });
        ++mended;
    }
    return mended;
}

}  // namespace primum::measures
