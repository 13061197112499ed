#pragma once
// Every change of points goes through here: it keeps what was there before, the sums above the
// organisation, and what the chart says, all in one transaction.

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/checked.h"
#include "measures/dictionary.h"
#include "measures/point.h"
#include "measures/totals.h"
#include "store/stamp.h"

namespace primum::measures {

/// Whether a point makes sense for a definition, before it is saved; otherwise one sentence that
/// says what to do: no denominator where one is needed, a share above one, a negative count, a
/// period that has not begun.
Checked<void> check_point(const Measure& measure, const Series& series, const Said& said,
                          Day today);

enum class Saved : std::uint8_t { added, changed, unchanged };

/// Saves many points in one transaction, of one organisation or of several. Call finish() at the
/// end, in the same transaction: until then sums and readings are behind.
class Saving {
public:
    /// `import_id` is empty where somebody enters points by hand; each is then audited by itself,
    /// while an import is audited by whoever does it.
    Saving(store::Writer& db, store::Stamp stamp, Day today, std::string import_id = {})
        : db_(db),
          stamp_(std::move(stamp)),
          today_(today),
          import_id_(std::move(import_id)),
          totals_(db) {}

    /// Who enters what comes next, and when.
    void entered(store::Stamp stamp) { stamp_ = std::move(stamp); }

    /// Adds the point of its period, or replaces what it says and keeps the old as a revision; the
    /// same again changes nothing. The point is one that check_point lets pass.
    Saved put(const store::Writable& organisation, const Series& series, const Said& said,
              const std::string& why = {});

    /// Takes a point away; its last state is kept as a revision. False where there is none.
    bool remove(const store::Writable& organisation, const Series& series, Day period,
                const std::string& why);

    /// Something else that the chart shows has changed: a decision, a target, the definition.
    void touch(const store::Writable& organisation, const Series& series);

    /// Brings readings and sums up to date.
    void finish();

private:
    void audit(const store::Writable& organisation, const Series& series, const Said* before,
               const Said* after);
    void keep_revision(const store::Writable& organisation, const Series& series,
                       const Point& before, bool removed, const std::string& why);
    const Measure& measure_of(const Series& series);

    /// A series that is being changed, with its points as they are by now.
    struct Touched {
        store::Writable organisation;
        Series series;
        std::map<Day, Point> points;
    };
    Touched& touched(const store::Writable& organisation, const Series& series);
    void count(const Series& series, Day period, const Point* before, const Point* after);
    void finish(Touched& touched);

    store::Writer& db_;
    store::Stamp stamp_;
    Day today_;
    std::string import_id_;
    TotalChanges totals_;
    std::map<SeriesId, Touched> touched_;
    std::map<MeasureId, Measure> measures_;
};

/// One point, for pages and the API.
Saved save_point(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Series& series, const Said& said, Day today, const std::string& why = {});

/// After a decision, a target, or a change of the series itself.
void refresh_reading(store::Writer& db, const store::Writable& organisation,
                     const store::Stamp& stamp, const Series& series, Day today);

/// After a new version of a definition: the charts of all series of the measure.
void refresh_readings_of(store::Writer& db, const store::Stamp& stamp, const Measure& measure,
                         Day today);

}  // namespace primum::measures
