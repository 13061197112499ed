#include "imports/carrying.h"

#include <algorithm>

#include "json/writer.h"
#include "language/language.h"
#include "measures/saving.h"
#include "store/audit.h"

namespace primum::imports {
namespace {

using measures::Saving;
using measures::Series;

std::string in_json(const Import& import) {
    json::Writer document;
    document.begin_object()
        .member("file", import.file_name)
        .member("sha256", import.digest)
        .member("added", import.counts.added)
        .member("changed", import.counts.changed)
        .member("unchanged", import.counts.unchanged)
        .member("left_out", import.counts.left_out)
        .end_object();
    return std::string(document.text());
}

/// The series, opened where there is none, and begun earlier where the file has older points.
Series opened(store::Writer& db, const store::Writable& at, const store::Stamp& stamp,
              const PlannedSeries& planned) {
    const Day first = planned.points.front().period;
    auto series = planned.series;
    if (!series)
        series = measures::find_series_by_code(
            db, at, measures::series_code(planned.measure->code, planned.stratum));
    if (!series)
        return measures::open_series(db, at, stamp, *planned.measure,
                                     {.stratum = planned.stratum, .starts = first});
    if (series->starts <= first) return *series;
    Series earlier = *series;
    earlier.starts = first;
    if (measures::save_series(db, at, stamp, *series, earlier)) ++earlier.rev;
    return earlier;
}

void save_series_of(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                    const PlannedSeries& planned, const Reading& reading, Saving& saving,
                    Counts& counts) {
    if (planned.changes() == 0) {
        counts.unchanged += static_cast<std::int64_t>(planned.points.size());
        return;
    }
    const auto at = scope.may_write(planned.organisation);
    const Series series = opened(db, at, stamp, planned);
    for (const PlannedPoint& point : planned.points) {
        const auto saved = point.fate == Saved::unchanged
                               ? Saved::unchanged
                               : saving.put(at, series, said_of(planned, point, reading));
        if (saved == Saved::added) ++counts.added;
        if (saved == Saved::changed) ++counts.changed;
        if (saved == Saved::unchanged) ++counts.unchanged;
    }
}

}  // namespace

void carry_on(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
              const Plan& plan, const Reading& reading, Import& import, std::size_t most,
              Day today) {
    Import next = import;
    Saving saving(db, stamp, today, std::string(import.id.text()));
    std::size_t points = 0;
    next.state = State::running;
    next.series = static_cast<std::int64_t>(plan.series.size());
    while (next.done < next.series && points < most) {
        const PlannedSeries& planned = plan.series[static_cast<std::size_t>(next.done)];
        save_series_of(db, scope, stamp, planned, reading, saving, next.counts);
        points += planned.points.size();
        ++next.done;
    }
    saving.finish();
    const auto owner = scope.may_write(import.organisation);
    if (next.done == next.series) {
        next.state = State::done;
        next.counts.left_out = static_cast<std::int64_t>(plan.problems.size());
        store::record(db, owner, stamp,
                      {.action = "imports.import",
                       .object = import.id.text(),
                       .before = "",
                       .after = in_json(next)});
    }
    save_import(db, owner, next);
    ++next.rev;
    next.content.clear();
    import = std::move(next);
}

}  // namespace primum::imports
