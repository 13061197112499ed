#pragma once
// For tests: measures and series in a small tree of organisations.

#include <string>

#include "measures/dictionary.h"
#include "measures/saving.h"
#include "measures/study.h"
#include "organisations/testing_tree.h"

namespace primum::measures {

using organisations::day;
using organisations::everywhere;
using organisations::kToday;
using organisations::stamp;

/// Falls with harm per 1,000 bed days, every month, on a u chart.
inline Definition falls() {
    return {.name = "Falls with harm",
            .numerator = "Falls with harm",
            .denominator = "Bed days",
            .unit = "per 1,000 bed days",
            .multiplier = 1000,
            .frequency = Frequency::month,
            .chart = spc::Chart::u,
            .better = spc::Better::lower};
}

inline Measure add_measure_to(store::Store& store, OrganisationId owner, const std::string& code,
                              const Definition& says) {
    const auto id = store.write([&](store::Writer& db) {
        return add_measure(db, everywhere().may_write(owner), stamp(), code, "", Status::agreed,
                           {.from = day("2020-01-01"), .says = says});
    });
    return find_measure(*store.read(), id).value();
}

inline Series open_at(store::Store& store, OrganisationId organisation, const Measure& measure,
                      const std::string& stratum = "") {
    return store.write([&](store::Writer& db) {
        return open_series(db, everywhere().may_write(organisation), stamp(), measure,
                           {.stratum = stratum, .starts = day("2020-01-01")});
    });
}

/// Months from a day on, one a pair of numerator and denominator.
inline void put_months(store::Store& store, const Series& series, Day from,
                       const std::vector<std::pair<double, double>>& numbers) {
    store.write([&](store::Writer& db) {
        Saving saving(db, stamp(), kToday);
        Day period = from;
        for (const auto& [numerator, denominator] : numbers) {
            saving.put(everywhere().may_write(series.organisation), series,
                       {.period = period, .numerator = numerator, .denominator = denominator});
            period = next_period(Frequency::month, period);
        }
        saving.finish();
    });
}

}  // namespace primum::measures
