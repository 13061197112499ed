#include "collection/entering.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "collection/burden.h"
#include "design/form.h"
#include "measures/saving.h"

namespace primum::collection {
namespace {

std::optional<std::int64_t> whole_in(std::string_view text) {
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || whole < 0) return {};
    return whole;
}

}  // namespace

html::Html opened_field(const access::Context& context) {
    return design::hidden("opened", std::to_string(context.now.time_since_epoch().count()));
}

std::chrono::seconds time_taken(const access::Context& context) {
    std::int64_t seconds = kLongestOpen.count();
    if (const auto spent = whole_in(context.form.text("spent")))
        seconds = *spent;
    else
        seconds = std::chrono::duration_cast<std::chrono::seconds>(context.now - opened_at(context))
                      .count();
    return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kLongestOpen.count()));
}

Instant opened_at(const access::Context& context) {
    const auto opened = whole_in(context.form.text("opened"));
    return opened ? std::min(Instant(Instant::duration(*opened)), context.now) : context.now;
}

SavedEntries save_entries(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                          Day today, std::chrono::seconds taken, const std::vector<Entry>& entries,
                          std::optional<Instant> replaces) {
    SavedEntries result;
    measures::Saving saving(db, stamp, today);
    std::map<measures::SeriesId, std::pair<OrganisationId, int>> brought;
    for (const Entry& entry : entries) {
        const measures::Series& series = entry.kept.series;
        const auto organisation = scope.may_write(series.organisation);
        const auto before = find_point(db, organisation, series.id, entry.said.period);
        if (before && before->said == entry.said) {
            ++result.saved;
            continue;
        }
        if (before && (!replaces || before->entered_at > *replaces)) {
            result.taken.push_back(&entry);
            continue;
        }
        saving.put(organisation, series, entry.said);
        ++result.saved;
        brought.try_emplace(series.id, series.organisation, 0).first->second.second++;
    }
    saving.finish();
    for (const auto& [series, what] : brought) {
        const double share = static_cast<double>(what.second) / static_cast<double>(entries.size());
        note_time(db, scope.may_write(what.first), series, today,
                  static_cast<double>(taken.count()) * share, what.second);
    }
    return result;
}

}  // namespace primum::collection
