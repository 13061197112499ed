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
/// end, in the same transaction: until then sums and readings are behind, and so may points be,
/// several of which are written in one statement.
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
    void entered(store::Stamp stamp) {
        write_points();
        stamp_ = std::move(stamp);
    }

    /// Adds the point of its period, or replaces what it says and keeps the old as a revision; the
    /// same again changes nothing. The point is one that check_point lets pass.
    Saved put(const store::Writable& organisation, const Series& series, const Said& said,
              const std::string& why = {});

    /// Takes a point away; its last state is kept as a revision. False where there is none.
    bool remove(const store::Writable& organisation, const Series& series, Day period,
                const std::string& why);

    /// Something else that the chart shows has changed: a decision, a target, the definition.
    void touch(const store::Writable& organisation, const Series& series);

    /// Writes the points that still wait to be written together, for whoever reads them now.
    void write_points();

    /// The same, and brings readings and sums up to date.
    void finish();

private:
    void audit(const store::Writable& organisation, const Series& series, const Said* before,
               const Said* after);
    void keep_revision(const store::Writable& organisation, const Series& series,
                       const Point& before, bool removed, const std::string& why);
    const Measure& measure_of(const Series& series);

    /// A series that is being changed, with what its points say by now, in order of time. Who said
    /// it is known of those only that have not changed.
    struct Touched {
        store::Writable organisation;
        Series series;
        std::vector<Point> points;
    };
    Touched& touched(const store::Writable& organisation, const Series& series);
    void count(const Series& series, Day period, const Point* before, const Point* after);
    void add(Touched& touched, std::vector<Point>::iterator place, const Said& said);
    void finish(Touched& touched);

    store::Writer& db_;
    store::Stamp stamp_;
    Day today_;
    std::string import_id_;
    TotalChanges totals_;
    std::map<SeriesId, Touched> touched_;
    Touched* latest_ = nullptr;  // of touched_: mostly the next change is of the same series
    std::vector<Said> added_;    // new points of latest_ that wait to be written
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
