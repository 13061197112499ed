#pragma once
// The engine a second time, slow and obvious, for tests: no bits, no lanes, no reuse. Where the
// two differ, one of them is wrong.

#include <cmath>
#include <numeric>
#include <vector>

#include "spc/analysis.h"

namespace primum::spc::slow {

inline double mean(const std::vector<double>& values) {
    const auto sum = std::accumulate(values.begin(), values.end(), 0.0L);
    return static_cast<double>(sum / static_cast<long double>(values.size()));
}

/// Points of one phase that set its lines, as pairs of index and "a gap lies before me".
struct BasePoint {
    std::size_t index;
    bool after_gap;
};

inline std::vector<BasePoint> base_points(const Series& series, const std::vector<double>& y,
                                          std::size_t begin, std::size_t end) {
    std::vector<BasePoint> base;
    bool gap = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (!series.excluded.empty() && series.excluded[i] != 0) continue;
        if (std::isnan(y[i])) {
            gap = true;
        } else {
            base.push_back({i, gap});
            gap = false;
        }
    }
    return base;
}

inline double mean_range(const std::vector<double>& y, const std::vector<BasePoint>& base,
                         const Options& options) {
    std::vector<double> ranges;
    for (std::size_t k = 1; k < base.size(); ++k) {
        if (base[k].after_gap && options.gaps == Gaps::dropped) continue;
        ranges.push_back(std::abs(y[base[k].index] - y[base[k - 1].index]));
    }
    if (ranges.empty()) return kMissing;
    const double plain = mean(ranges);
    if (options.screening == Screening::off) return plain;
    std::vector<double> kept;
    for (const double range : ranges) {
        if (range < 3.267 * plain) kept.push_back(range);
    }
    return kept.empty() ? plain : mean(kept);
}

/// Limits of individuals, c, u and p charts for points begin to end of one phase.
inline std::vector<Limits> limits(const Series& series, const Options& options,
                                  const std::vector<double>& y, std::size_t begin, std::size_t end,
                                  std::size_t base_begin, std::size_t base_end) {
    const std::vector<BasePoint> base = base_points(series, y, base_begin, base_end);
    double values = 0;
    double weights = 0;
    for (const BasePoint& point : base) {
        values += series.values[point.index];
        weights += series.denominators.empty() ? 1 : series.denominators[point.index];
    }
    const double centre = base.empty() ? kMissing : values / weights;
    const double range = mean_range(y, base, options);

    std::vector<Limits> lines;
    for (std::size_t i = begin; i < end; ++i) {
        double sigma = kMissing;
        double lowest = -INFINITY;
        double highest = INFINITY;
        const double n = series.denominators.empty() || !(series.denominators[i] > 0)
                             ? kMissing
                             : series.denominators[i];
        if (options.chart == Chart::individuals) sigma = 2.66 * range / 3;
        if (options.chart == Chart::c) sigma = std::sqrt(centre);
        if (options.chart == Chart::u) sigma = std::sqrt(centre / n);
        if (options.chart == Chart::p) sigma = std::sqrt(centre * (1 - centre) / n);
        if (options.chart != Chart::individuals) lowest = 0;
        if (options.chart == Chart::p) highest = 1;
        const auto line = [&](double k) {
            const double at = centre + k * sigma;
            return std::isnan(at) ? at : std::fmin(highest, std::fmax(lowest, at));
        };
        lines.push_back({centre, line(-3), line(3), line(-2), line(2), line(-1), line(1)});
    }
    return lines;
}

/// The points of one phase that rules look at.
struct Point {
    std::size_t index;
    double y;
    Limits at;
};

/// +1 above the line at +k sigma, -1 below the one at -k, else 0; k = 0 is the centre.
inline int beyond(const Point& point, int k) {
    const double upper[] = {point.at.centre, point.at.upper1, point.at.upper2, point.at.upper};
    const double lower[] = {point.at.centre, point.at.lower1, point.at.lower2, point.at.lower};
    if (point.y > upper[k]) return 1;
    if (point.y < lower[k]) return -1;
    return 0;
}

class RuleBook {
public:
    RuleBook(std::vector<Point> points, const Rules& rules, std::vector<PointSignals>& signals)
        : points_(std::move(points)), rules_(rules), signals_(signals) {}

    void ask_all() {
        for (const int side : {1, -1}) {
            outside(side);
            shift(side);
            trend(side);
            most_of(3, 2, side, rules_.two_of_three, rules_.two_of_three_third,
                    rules_.two_of_three_flags, Rule::two_of_three);
            most_of(5, 1, side, rules_.four_of_five, rules_.four_of_five_fifth,
                    rules_.four_of_five_flags, Rule::four_of_five);
        }
        windows(points_, rules_.within_one_sigma_points, Rule::within_one_sigma, 0,
                [](const Point* first, int length) {
                    for (int k = 0; k < length; ++k) {
                        if (!(first[k].y >= first[k].at.lower1 && first[k].y <= first[k].at.upper1))
                            return false;
                    }
                    return true;
                });
        windows(points_, rules_.beyond_one_sigma_points, Rule::beyond_one_sigma, 0,
                [](const Point* first, int length) {
                    bool above = false;
                    bool below = false;
                    for (int k = 0; k < length; ++k) {
                        if (beyond(first[k], 1) == 0) return false;
                        (beyond(first[k], 1) > 0 ? above : below) = true;
                    }
                    return above && below;
                });
        windows(
            points_, rules_.alternating_points, Rule::alternating, 0,
            [](const Point* first, int length) {
                for (int k = 2; k < length; ++k) {
                    if (!((first[k].y - first[k - 1].y) * (first[k - 1].y - first[k - 2].y) < 0))
                        return false;
                }
                return true;
            });
    }

    /// Longest run on one side and crossings, points on the centre passed over.
    static void count_runs(const std::vector<Point>& points, PhaseSummary& out) {
        std::vector<int> sides;
        for (const Point& point : points) {
            if (beyond(point, 0) != 0) sides.push_back(beyond(point, 0));
        }
        out.useful = sides.size();
        std::size_t run = 0;
        for (std::size_t k = 0; k < sides.size(); ++k) {
            const bool same = k > 0 && sides[k] == sides[k - 1];
            run = same ? run + 1 : 1;
            out.crossings += k > 0 && !same ? 1 : 0;
            out.longest_run = std::max(out.longest_run, run);
        }
    }

private:
    RuleSet& set(const Point& point, int side) {
        PointSignals& at = signals_[point.index];
        return side > 0 ? at.high : side < 0 ? at.low : at.undirected;
    }

    void outside(int side) {
        if (rules_.outside_sigmas == 0) return;
        for (const Point& point : points_) {
            if (beyond(point, static_cast<int>(rules_.outside_sigmas)) == side)
                set(point, side).add(Rule::outside_limits);
        }
    }

    /// Tries every window of `length` points and flags those for which `holds`.
    template <class Holds>
    void windows(const std::vector<Point>& points, int length, Rule rule, int side, Holds holds) {
        if (length == 0) return;
        for (std::size_t first = 0; first + static_cast<std::size_t>(length) <= points.size();
             ++first) {
            if (!holds(&points[first], length)) continue;
            const std::size_t end = first + static_cast<std::size_t>(length);
            const std::size_t from = rules_.flags == Flagged::whole_pattern ? first : end - 1;
            for (std::size_t k = from; k < end; ++k)
                set(points[k], side).add(rule);
        }
    }

    void shift(int side) {
        std::vector<Point> points;
        for (const Point& point : points_) {
            if (rules_.shift_ties == Ties::break_it || beyond(point, 0) != 0 || std::isnan(point.y))
                points.push_back(point);
        }
        windows(points, rules_.shift_points, Rule::shift, side,
                [&](const Point* first, int length) {
                    for (int k = 0; k < length; ++k) {
                        if (beyond(first[k], 0) != side) return false;
                    }
                    return true;
                });
    }

    void trend(int side) {
        std::vector<Point> points;
        for (const Point& point : points_) {
            if (rules_.trend_ties == Ties::break_it || points.empty() || point.y != points.back().y)
                points.push_back(point);
        }
        windows(points, rules_.trend_points, Rule::trend, side,
                [&](const Point* first, int length) {
                    for (int k = 1; k < length; ++k) {
                        if (!((first[k].y - first[k - 1].y) * side > 0)) return false;
                    }
                    return true;
                });
    }

    void most_of(std::size_t n, int sigmas, int side, bool asked, OddOneOut odd,
                 FlaggedBeyond flagged, Rule rule) {
        if (!asked) return;
        const auto counts = [&](const Point& point) {
            if (n == 3 && !rules_.two_of_three_counts_outside && beyond(point, 3) == side)
                return false;
            return beyond(point, sigmas) == side;
        };
        for (std::size_t last = 0; last < points_.size(); ++last) {
            std::size_t far = 0;
            bool same_side = true;
            bool other = false;
            const std::size_t first = last + 1 >= n ? last + 1 - n : 0;
            for (std::size_t k = first; k <= last; ++k) {
                far += counts(points_[k]) ? 1 : 0;
                same_side = same_side && beyond(points_[k], 0) == side;
                // Beyond the other line, as far as that counts.
                other =
                    other ||
                    (beyond(points_[k], sigmas) == -side &&
                     (n != 3 || rules_.two_of_three_counts_outside || beyond(points_[k], 3) == 0));
            }
            if (last + 1 < n || far + 1 < n) continue;
            if (odd == OddOneOut::same_side && !same_side) continue;
            if (odd == OddOneOut::not_beyond_other && other) continue;
            if (flagged == FlaggedBeyond::from_completion) {
                if (counts(points_[last])) set(points_[last], side).add(rule);
                continue;
            }
            for (std::size_t k = first; k <= last; ++k) {
                if (flagged == FlaggedBeyond::whole_window || counts(points_[k]))
                    set(points_[k], side).add(rule);
            }
        }
    }

    std::vector<Point> points_;
    const Rules& rules_;
    std::vector<PointSignals>& signals_;
};

/// Individuals, c, u and p charts with every rule but Anhoej's flags; no `multiply`, nothing given.
inline Analysis analyse(const Series& series, const Options& options) {
    Analysis out;
    const std::size_t points = series.values.size();
    for (std::size_t i = 0; i < points; ++i) {
        const bool ratio = options.chart == Chart::u || options.chart == Chart::p;
        const bool absent = ratio && !(series.denominators[i] > 0);
        out.values.push_back(absent  ? kMissing
                             : ratio ? series.values[i] / series.denominators[i]
                                     : series.values[i]);
    }
    out.signals.resize(points);
    out.limits_vary = true;
    std::vector<Phase> phases(series.phases.begin(), series.phases.end());
    if (phases.empty()) phases.push_back({});
    for (std::size_t k = 0; k < phases.size(); ++k) {
        PhaseSummary summary;
        summary.begin = phases[k].begin;
        summary.end = k + 1 < phases.size() ? phases[k + 1].begin : points;
        std::size_t base_begin = summary.begin;
        std::size_t base_end = summary.end;
        const std::size_t length = phases[k].baseline;
        if (length > 0 && length < base_end - base_begin) {
            if (phases[k].baseline_from_end)
                base_begin = base_end - length;
            else
                base_end = base_begin + length;
        }
        std::vector<Point> useful;
        for (const Limits& at : limits(series, options, out.values, summary.begin, summary.end,
                                       base_begin, base_end)) {
            const std::size_t i = out.limits.size();
            out.limits.push_back(at);
            const bool excluded = !series.excluded.empty() && series.excluded[i] != 0;
            const bool missing = std::isnan(out.values[i]);
            if (!excluded && (!missing || options.rules.missing == Ties::break_it))
                useful.push_back({i, out.values[i], at});
        }
        RuleBook::count_runs(useful, summary);
        out.phases.push_back(summary);
        RuleBook(useful, options.rules, out.signals).ask_all();
    }
    return out;
}

}  // namespace primum::spc::slow
