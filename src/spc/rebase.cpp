#include "spc/rebase.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "spc/input_checks.h"

namespace primum::spc {
namespace {

using Kind = Problem::Kind;

struct Stretch {
    std::size_t begin;
    std::size_t end;
};

Problem check_phases(std::span<const std::size_t> begins, std::size_t points) {
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const bool in_order = i == 0 ? begins[0] == 0 : begins[i] > begins[i - 1];
        if (!in_order || begins[i] >= points) return {Kind::phases_out_of_order, begins[i]};
    }
    return {};
}

Problem check(const DrawnSeries& series, const RebaseOptions& options) {
    if (const Problem problem = check_values(series.values)) return problem;
    const std::size_t points = series.values.size();
    if (series.centres.size() != points) return {Kind::lengths_differ};
    if (const Problem problem = check_values(series.centres)) return problem;
    if (!series.excluded.empty() && series.excluded.size() != points) return {Kind::lengths_differ};
    if (const Problem problem = check_denominators(series.denominators, points, true))
        return problem;
    if (const Problem problem = check_phases(series.phase_begins, points)) return problem;
    if (options.shift_points < 2 || options.settled_points < options.shift_points)
        return {Kind::options_out_of_range};
    return {};
}

/// One phase of a chart, and the search for shifts in it.
class Search {
public:
    Search(const DrawnSeries& series, const RebaseOptions& options, Stretch phase)
        : series_(series), options_(options), phase_(phase) {}

    void add_to(std::vector<SuggestedRebase>& suggestions) const {
        double accepted = kMissing;  // the centre that an earlier suggestion would have set
        std::size_t from = phase_.begin;
        while (const auto shift = next_shift(from, accepted)) {
            from = shift->end;
            if (shift->begin == first_counting()) continue;
            suggestions.push_back(*shift);
            accepted = shift->new_centre;
        }
    }

private:
    bool counts(std::size_t i) const {
        return !std::isnan(series_.values[i]) && (series_.excluded.empty() || !series_.excluded[i]);
    }

    std::size_t first_counting() const {
        std::size_t i = phase_.begin;
        while (i < phase_.end && !counts(i))
            ++i;
        return i;
    }

    double centre_at(std::size_t i, double accepted) const {
        return std::isnan(accepted) ? series_.centres[i] : accepted;
    }

    /// 1 above, -1 below, 0 on the line or not to be counted.
    int side_at(std::size_t i, double accepted) const {
        if (!counts(i)) return 0;
        const double centre = centre_at(i, accepted);
        return (series_.values[i] > centre) - (series_.values[i] < centre);
    }

    /// The first run from `from` on that is worth a suggestion.
    std::optional<SuggestedRebase> next_shift(std::size_t from, double accepted) const {
        while (from < phase_.end) {
            const SuggestedRebase run = run_from(from, accepted);
            if (run.points == 0) return std::nullopt;
            if (is_suggested(run, accepted)) return run;
            from = run.end;
        }
        return std::nullopt;
    }

    /// The whole run that begins at the first point off the line, at or after `from`.
    SuggestedRebase run_from(std::size_t from, double accepted) const {
        SuggestedRebase run;
        int run_side = 0;
        for (std::size_t i = from; i < phase_.end; ++i) {
            const int side = side_at(i, accepted);
            if (side == 0) continue;
            if (run_side == 0) {
                run_side = side;
                run.begin = i;
                run.above = side > 0;
            }
            if (side != run_side) break;
            run.end = i + 1;
            ++run.points;
        }
        if (run.points == 0) return run;
        run.old_centre = centre_at(run.begin, accepted);
        run.new_centre = mean_of({run.begin, run.end});
        run.reason = lasts(run, accepted) ? RebaseReason::shift_lasts : RebaseReason::shift_settled;
        return run;
    }

    /// Nothing after the run lies on the other side.
    bool lasts(const SuggestedRebase& run, double accepted) const {
        for (std::size_t i = run.end; i < phase_.end; ++i)
            if (side_at(i, accepted) != 0) return false;
        return true;
    }

    bool is_suggested(const SuggestedRebase& run, double accepted) const {
        const std::size_t needed =
            lasts(run, accepted) ? options_.shift_points : options_.settled_points;
        return run.points >= needed;
    }

    double mean_of(Stretch stretch) const {
        double sum = 0;
        double weights = 0;
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            const double weight = series_.denominators.empty() ? 1 : series_.denominators[i];
            if (!counts(i) || !(weight > 0)) continue;
            sum += weight * series_.values[i];
            weights += weight;
        }
        return weights > 0 ? sum / weights : kMissing;
    }

    const DrawnSeries& series_;
    const RebaseOptions& options_;
    Stretch phase_;
};

}  // namespace

std::expected<std::vector<SuggestedRebase>, Problem> suggest_rebases(const DrawnSeries& series,
                                                                     const RebaseOptions& options) {
    if (const Problem problem = check(series, options)) return std::unexpected(problem);
    std::vector<SuggestedRebase> suggestions;
    const std::size_t phases = std::max<std::size_t>(series.phase_begins.size(), 1);
    for (std::size_t k = 0; k < phases; ++k) {
        const std::size_t begin = k == 0 ? 0 : series.phase_begins[k];
        const std::size_t end = k + 1 < phases ? series.phase_begins[k + 1] : series.values.size();
        Search(series, options, {begin, end}).add_to(suggestions);
    }
    return suggestions;
}

}  // namespace primum::spc
