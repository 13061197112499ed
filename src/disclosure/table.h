#pragma once
// Counts of people in units (wards in hospitals in a trust) and periods, with their totals: what of
// it may be published, so that no hidden number can be found from the others.
//
//     Table table(months);
//     const Unit trust = table.add_unit();
//     const Unit ward = table.add_unit(trust);
//     table.count(ward, 0, Confidential(3));
//     const PublishedTable published = table.publish(Mode::hes);
//     published.at(trust, 0).text();
//
// The rule for a single number (rule.h) is not enough: 3 of 7 and 7, both hidden, are plain where
// their total is shown as 15, and 2 + 9 is where 10 and 10 stand beside it. Hence, after it, for
// every small number: the range to which everything published confines it is worked out exactly,
// and where it is narrower than Rule::open another number is hidden too ("complementary
// suppression"). Which one depends on what the rule alone would publish, not on what it hides.
//
// Decide once for everything that is published of a measure: the whole tree of units, all periods.
// Two tables that overlap and are decided apart can tell together what neither tells alone. With
// no totals over periods, periods are decided apart, so that a new month changes no earlier one.
// A sum that is not in the table (the last twelve months, this year so far) is sum() of published
// numbers; never published from raw ones.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/published.h"

namespace primum::disclosure {

enum class Unit : std::uint32_t {};

class PublishedTable {
public:
    const Published& at(Unit unit, std::size_t period) const {
        return cells_[static_cast<std::size_t>(unit) * columns_ + period];
    }
    /// Over all periods; of a table with such totals only.
    const Published& total(Unit unit) const { return at(unit, columns_ - 1); }

private:
    friend class Table;
    std::size_t columns_ = 0;
    std::vector<Published> cells_;
};

class Table {
public:
    enum class Totals : std::uint8_t { units, units_and_periods };

    explicit Table(std::size_t periods, Totals totals = Totals::units)
        : periods_(periods), totals_(totals) {}

    /// A unit, below one that is there already. Whoever has units below has no count of its own:
    /// its number is their sum. A unit that has both gets one more unit for the rest.
    Unit add_unit(std::optional<Unit> above = {});

    /// What a unit without units below counted. Not called where nothing was reported.
    void count(Unit unit, std::size_t period, Confidential people);

    /// Which number to hide beside small ones; `small_only` is for tests that must see it fail.
    enum class Protection : std::uint8_t { complementary, small_only };

    /// Throws std::invalid_argument where a count is no whole number from 0.
    PublishedTable publish(Mode mode, Protection protection = Protection::complementary) const;

private:
    struct Place {
        std::optional<std::size_t> above;
        bool leaf = true;
        std::vector<Confidential> counts;  // one a period
    };

    std::size_t periods_;
    Totals totals_;
    std::vector<Place> units_;
};

}  // namespace primum::disclosure
