#include "spc/analysis.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>

#include "spc/chart_kind.h"
#include "spc/limits.h"
#include "spc/phase_rules.h"
#include "spc/plotted.h"
#include "spc/variation.h"

namespace primum::spc {
namespace {

/// One analysis under way.
class Run {
public:
    Run(const Series& series, const Options& options, Analysis& out)
        : series_(series), options_(options), out_(out) {}

    void go() {
        out_.problem = check_shape(series_, options_);
        if (out_.problem) return clear();
        make_room();
        const Plotted plotted = plot(series_, options_, out_.values);
        out_.problem = plotted.problem;
        if (out_.problem) return clear();
        has_missing_ = plotted.has_missing;
        floor_at_zero_ = options_.clamping == Clamping::at_zero && !has_negative();

        for (std::size_t k = 0; k < out_.phases.size(); ++k)
            analyse_phase(k);
        read_latest_point();
        if (options_.multiply != 1) multiply();
    }

private:
    void clear() {
        out_.values.clear();
        out_.signals.clear();
        out_.readings.clear();
        out_.phases.clear();
        out_.limits.clear();
        out_.variation = Variation::none;
        out_.assurance = Assurance::none;
    }

    void make_room() {
        const std::size_t points = series_.values.size();
        out_.values.resize(points);
        out_.signals.resize(points);
        static_assert(std::is_trivially_copyable_v<PointSignals>);
        std::memset(static_cast<void*>(out_.signals.data()), 0, points * sizeof(PointSignals));
        out_.readings.resize(points);
        std::memset(out_.readings.data(), static_cast<int>(Reading::common), points);
        out_.phases.clear();
        if (series_.phases.empty()) out_.phases.push_back({.begin = 0, .end = points});
        for (std::size_t k = 0; k < series_.phases.size(); ++k) {
            const bool last = k + 1 == series_.phases.size();
            out_.phases.push_back({.begin = series_.phases[k].begin,
                                   .end = last ? points : series_.phases[k + 1].begin});
        }
        out_.limits_vary = limits_vary(options_.chart);
        out_.limits.resize(out_.limits_vary ? points : out_.phases.size());
        Workspace& room = out_.workspace;
        room.numbers.resize(std::max<std::size_t>(6 * points, numbers_for_rules(points)));
        room.bits.resize(bit_words_for_rules(points));
        room.positions.resize(points);
        room.flagged.resize(points);
        room.flags.resize(points);
    }

    bool has_negative() const {
        return std::ranges::any_of(out_.values, [](double value) { return value < 0; });
    }

    bool is_excluded(std::size_t i) const {
        return !series_.excluded.empty() && series_.excluded[i] != 0;
    }

    /// First and one past the last point of the baseline.
    std::pair<std::size_t, std::size_t> baseline_of(std::size_t k) const {
        const auto [begin, end] = std::pair(out_.phases[k].begin, out_.phases[k].end);
        if (series_.phases.empty()) return {begin, end};
        const Phase& phase = series_.phases[k];
        if (phase.baseline == 0 || phase.baseline >= end - begin) return {begin, end};
        return phase.baseline_from_end ? std::pair(end - phase.baseline, end)
                                       : std::pair(begin, begin + phase.baseline);
    }

    template <class T>
    static std::span<T> part(std::span<T> all, std::size_t begin, std::size_t end) {
        return all.empty() ? all : all.subspan(begin, end - begin);
    }

    Base base_of(std::size_t begin, std::size_t end) {
        if (!has_missing_ && series_.excluded.empty())
            return {std::span<const double>(out_.values).subspan(begin, end - begin),
                    part(series_.values, begin, end),
                    part(series_.denominators, begin, end),
                    part(series_.spreads, begin, end),
                    {},
                    false};
        return gather_base(begin, end);
    }

    /// Moves the base points together, in scratch space behind what `estimate` uses.
    Base gather_base(std::size_t begin, std::size_t end) {
        const std::size_t points = series_.values.size();
        double* const values = out_.workspace.numbers.data() + 2 * points;
        double* const counts = values + points;
        double* const denominators = counts + points;
        double* const spreads = denominators + points;
        std::size_t kept = 0;
        bool gap = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_excluded(i)) continue;  // missing or not: ranges bridge what is left out
            if (std::isnan(out_.values[i])) {
                gap = true;
                continue;
            }
            values[kept] = out_.values[i];
            counts[kept] = series_.values[i];
            if (!series_.denominators.empty()) denominators[kept] = series_.denominators[i];
            if (!series_.spreads.empty()) spreads[kept] = series_.spreads[i];
            out_.workspace.flags[kept] = gap ? 1 : 0;
            gap = false;
            ++kept;
        }
        const std::size_t n_kept = series_.denominators.empty() ? 0 : kept;
        const std::size_t s_kept = series_.spreads.empty() ? 0 : kept;
        return {{values, kept},
                {counts, kept},
                {denominators, n_kept},
                {spreads, s_kept},
                {out_.workspace.flags.data(), kept},
                false};
    }

    bool has_equal_sizes(const PhaseSummary& phase) const {
        const auto sizes = part(series_.denominators, phase.begin, phase.end);
        return std::ranges::all_of(sizes, [&](double n) { return n == sizes.front(); });
    }

    void analyse_phase(std::size_t k) {
        PhaseSummary& phase = out_.phases[k];
        const auto [base_begin, base_end] = baseline_of(k);
        Base base = base_of(base_begin, base_end);
        base.equal_sizes = has_equal_sizes(phase);
        phase.base_points = base.values.size();
        const Estimate found = estimate(base, options_, out_.workspace.numbers);
        phase.centre = found.centre;
        phase.sigma = sigma_of_one(found, options_);
        draw_lines(k, found);

        const std::size_t size = phase.end - phase.begin;
        const std::span<const Limits> limits(out_.limits);
        const PhaseView view{
            phase.begin, std::span<const double>(out_.values).subspan(phase.begin, size),
            part(series_.excluded, phase.begin, phase.end),
            out_.limits_vary ? limits.subspan(phase.begin, size) : limits.subspan(k, 1),
            has_missing_};
        const std::span<PointSignals> signals = std::span(out_.signals).subspan(phase.begin, size);
        for (const std::uint32_t i :
             ask_rules(view, options_.rules, out_.workspace, signals, phase))
            out_.readings[phase.begin + i] =
                reading_of(side_of(signals, i, options_), options_.better);
    }

    void draw_lines(std::size_t k, const Estimate& found) {
        PhaseSummary& phase = out_.phases[k];
        if (!out_.limits_vary) {
            out_.limits[k] = limits_for(found, options_, kMissing, floor_at_zero_);
            phase.centre = out_.limits[k].centre;
            return;
        }
        for (std::size_t i = phase.begin; i < phase.end; ++i) {
            const double n = series_.denominators[i];
            out_.limits[i] = limits_for(found, options_, n > 0 ? n : kMissing, floor_at_zero_);
        }
    }

    std::size_t last_useful_point() const {
        for (std::size_t i = out_.values.size(); i-- > 0;) {
            if (!std::isnan(out_.values[i]) && !is_excluded(i)) return i;
        }
        return out_.values.size();
    }

    void read_latest_point() {
        const std::size_t last = last_useful_point();
        out_.variation = Variation::none;
        out_.assurance = Assurance::none;
        if (last == out_.values.size()) return;
        const PhaseSummary& phase = out_.phase_at(last);
        const auto signals = std::span<const PointSignals>(out_.signals)
                                 .subspan(phase.begin, phase.end - phase.begin);
        out_.variation =
            variation_of(side_of(signals, last - phase.begin, options_), options_.better);
        const double target = series_.targets.empty() ? options_.target : series_.targets[last];
        out_.assurance = assurance_of(out_.limits_at(last), target / options_.multiply, options_);
    }

    void multiply() {
        const double by = options_.multiply;
        for (double& value : out_.values)
            value *= by;
        for (Limits& at : out_.limits) {
            at = {at.centre * by, at.lower * by,  at.upper * by, at.lower2 * by,
                  at.upper2 * by, at.lower1 * by, at.upper1 * by};
        }
        for (PhaseSummary& phase : out_.phases) {
            phase.centre *= by;
            phase.sigma *= by;
        }
    }

    const Series& series_;
    const Options& options_;
    Analysis& out_;
    bool has_missing_ = false;
    bool floor_at_zero_ = false;
};

}  // namespace

const PhaseSummary& Analysis::phase_at(std::size_t point) const {
    const auto after = std::upper_bound(
        phases.begin(), phases.end(), point,
        [](std::size_t at, const PhaseSummary& phase) { return at < phase.begin; });
    return *std::prev(after);
}

const Limits& Analysis::limits_at(std::size_t point) const {
    if (limits_vary) return limits[point];
    if (phases.size() == 1) return limits.front();
    return limits[static_cast<std::size_t>(&phase_at(point) - phases.data())];
}

void analyse(const Series& series, const Options& options, Analysis& out) {
    Run(series, options, out).go();
}

Analysis analyse(const Series& series, const Options& options) {
    Analysis out;
    analyse(series, options, out);
    return out;
}

std::vector<Signal> signals_of(const Analysis& analysis) {
    std::vector<Signal> found;
    const auto collect = [&](const PhaseSummary& phase, Rule rule, Signal::Direction direction,
                             RuleSet PointSignals::* side) {
        bool open = false;
        for (std::size_t i = phase.begin; i < phase.end; ++i) {
            if (!(analysis.signals[i].*side).has(rule)) {
                open = open && std::isnan(analysis.values[i]);  // a gap does not end a pattern
                continue;
            }
            if (!open) found.push_back({rule, direction, i, i});
            found.back().last = i;
            open = true;
        }
    };
    for (const PhaseSummary& phase : analysis.phases) {
        for (int k = 0; k < kRuleCount; ++k) {
            const auto rule = static_cast<Rule>(k);
            collect(phase, rule, Signal::Direction::high, &PointSignals::high);
            collect(phase, rule, Signal::Direction::low, &PointSignals::low);
            collect(phase, rule, Signal::Direction::undirected, &PointSignals::undirected);
        }
    }
    std::ranges::stable_sort(found, {}, &Signal::first);
    return found;
}

}  // namespace primum::spc
