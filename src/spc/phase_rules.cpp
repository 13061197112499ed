#include "spc/phase_rules.h"

#include <cmath>
#include <limits>

#include "spc/kernels.h"
#include "spc/patterns.h"
#include "spc/runs.h"

namespace primum::spc {
namespace {

constexpr std::size_t kRowsOfAnswers = 3;  // found, passed over, flagged
constexpr std::size_t kRowsOfCopies = 3;   // near the upper and lower limit, one sigma there
constexpr std::size_t kLines = 7;

/// The points that rules look at, side by side, with their lines when those vary.
struct Useful {
    const double* values;
    std::size_t points;
    /// Position in the phase of each useful point; null when they are all useful.
    const std::uint32_t* positions;
    const Limits* line;             ///< for all points, or null
    const double* lines = nullptr;  ///< kLines rows of `points` numbers, in the order of Limits
};

/// A missing point that ends patterns stays in its place: NaN is on no side of anything.
bool is_useful(const PhaseView& phase, Ties missing, std::size_t i) {
    if (!phase.excluded.empty() && phase.excluded[i] != 0) return false;
    return missing == Ties::break_it || !std::isnan(phase.values[i]);
}

Useful gather(const PhaseView& phase, Ties missing, Workspace& workspace) {
    const std::size_t size = phase.values.size();
    const bool vary = phase.limits.size() > 1 || size == 1;
    Useful useful{phase.values.data(), size, nullptr, phase.limits.data()};
    double* const numbers = workspace.numbers.data();
    if (phase.has_missing || !phase.excluded.empty()) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size; ++i) {
            if (!is_useful(phase, missing, i)) continue;
            workspace.positions[kept] = static_cast<std::uint32_t>(i);
            numbers[kept++] = phase.values[i];
        }
        useful.values = numbers;
        useful.points = kept;
        useful.positions = workspace.positions.data();
    }
    if (vary) {
        double* const lines = numbers + size;
        for (std::size_t k = 0; k < useful.points; ++k) {
            const std::size_t i = useful.positions ? useful.positions[k] : k;
            const Limits& at = phase.limits[i];
            const double row[kLines] = {at.centre, at.lower,  at.upper, at.lower2,
                                        at.upper2, at.lower1, at.upper1};
            for (std::size_t line = 0; line < kLines; ++line)
                lines[line * useful.points + k] = row[line];
        }
        useful.lines = lines;
        useful.line = nullptr;
    }
    return useful;
}

/// The workspace's bits as rows, handed out one after the other.
template <std::size_t W>
class RowStore {
public:
    RowStore(Workspace& workspace, std::size_t points)
        : bits_(workspace.bits), words_(words_for(points)) {}
    Row<W> next() {
        const Row<W> row(bits_.data() + used_, words_);
        used_ += words_;
        return row;
    }

private:
    std::span<std::uint64_t> bits_;
    std::size_t words_;
    std::size_t used_ = 0;
};

bool needs_one_sigma(const Rules& rules) {
    return rules.four_of_five || rules.beyond_one_sigma_points > 0 ||
           rules.within_one_sigma_points > 0 || rules.outside_sigmas == 1 ||
           rules.two_of_three_sigmas == 1;
}

/// The lines at the useful points, whether one for all or one a point.
class Lines {
public:
    explicit Lines(const Useful& useful) : useful_(useful) {}
    Operand operator()(double Limits::* line, std::size_t row) const {
        if (useful_.line) return {&(useful_.line->*line), 0};
        return {useful_.lines + row * useful_.points, 1};
    }

private:
    const Useful& useful_;
};

template <std::size_t W>
Rows<W> compare(const Useful& useful, const Rules& rules, RowStore<W>& store) {
    const Lines line(useful);
    const std::span<const double> values(useful.values, useful.points);
    Rows<W> rows;
    rows.points = useful.points;
    for (Row<W>* row : {&rows.above, &rows.below, &rows.above2, &rows.below2, &rows.above3,
                        &rows.below3, &rows.rising, &rows.falling})
        *row = store.next();
    const Operand centre = line(&Limits::centre, 0);
    compare_with_lines(
        values,
        {centre.values, line(&Limits::lower, 1).values, line(&Limits::upper, 2).values,
         line(&Limits::lower2, 3).values, line(&Limits::upper2, 4).values, centre.stride},
        {rows.above.begin(), rows.below.begin(), rows.above2.begin(), rows.below2.begin(),
         rows.above3.begin(), rows.below3.begin()});
    if (rules.trend_points > 0 || rules.alternating_points > 0)
        compare_neighbours(values, rows.rising.begin(), rows.falling.begin());

    const Operand points{useful.values, 1};
    const Operand lower1 = line(&Limits::lower1, 5);
    const Operand upper1 = line(&Limits::upper1, 6);
    if (needs_one_sigma(rules)) {
        rows.below1 = store.next();
        rows.above1 = store.next();
        greater_bits(lower1, points, useful.points, rows.below1.begin());
        greater_bits(points, upper1, useful.points, rows.above1.begin());
    }
    if (rules.within_one_sigma_points > 0) {
        // A point on the line is not beyond it, so it is within; a point or line that is missing
        // is neither, and greater than nothing.
        constexpr double kLowest = -std::numeric_limits<double>::infinity();
        rows.within1 = store.next();
        const Row<W> has_line = store.next();
        greater_bits(points, {&kLowest, 0}, useful.points, rows.within1.begin());
        greater_bits(upper1, {&kLowest, 0}, useful.points, has_line.begin());
        for (std::size_t w = 0; w < has_line.size(); ++w)
            rows.within1[w] &= has_line[w] & ~(rows.above1[w] | rows.below1[w]);
    }
    return rows;
}

/// The rows of one phase, and the way back from a row to the points of the phase.
template <std::size_t W>
class Questions {
public:
    Questions(const Useful& useful, const Rules& rules, Workspace& workspace,
              std::span<PointSignals> signals)
        : useful_(useful), rules_(rules), signals_(signals), store_(workspace, useful.points) {
        scratch_ = {store_.next(), store_.next(), store_.next()};
        found_ = store_.next();
        skipped_ = store_.next();
        flagged_ = store_.next();
        std::fill(flagged_.begin(), flagged_.end(), 0);
        rows_ = compare(useful, rules, store_);
    }

    Runs runs() const { return count_runs(rows_, scratch_); }

    void outside_limits() {
        if (rules_.outside_sigmas == 0) return;
        note(above(rules_.outside_sigmas), Rule::outside_limits, &PointSignals::high);
        note(below(rules_.outside_sigmas), Rule::outside_limits, &PointSignals::low);
    }

    void trend() {
        if (rules_.trend_points == 0) return;
        const auto points = static_cast<std::size_t>(rules_.trend_points);
        const Row<W>* const skipped = equal_neighbours(rules_.trend_ties);
        find_trend(rows_.rising, skipped, points, rules_.flags, scratch_, found_);
        note(found_, Rule::trend, &PointSignals::high);
        find_trend(rows_.falling, skipped, points, rules_.flags, scratch_, found_);
        note(found_, Rule::trend, &PointSignals::low);
    }

    void two_of_three() {
        if (!rules_.two_of_three) return;
        const MostOf pattern{3, rules_.two_of_three_third, rules_.two_of_three_flags};
        const Row<W> high = near_limit(above(rules_.two_of_three_sigmas), rows_.above3);
        const Row<W> low = near_limit(below(rules_.two_of_three_sigmas), rows_.below3);
        find_most_of(pattern, rows_.points, high, rows_.above, low, scratch_, found_);
        note(found_, Rule::two_of_three, &PointSignals::high);
        find_most_of(pattern, rows_.points, low, rows_.below, high, scratch_, found_);
        note(found_, Rule::two_of_three, &PointSignals::low);
    }

    void shift() {
        if (rules_.shift_points == 0) return;
        const auto points = static_cast<std::size_t>(rules_.shift_points);
        const Row<W>* const skipped = points_on_centre(rules_.shift_ties);
        find_run(rows_.above, skipped, points, rules_.flags, scratch_, found_);
        note(found_, Rule::shift, &PointSignals::high);
        find_run(rows_.below, skipped, points, rules_.flags, scratch_, found_);
        note(found_, Rule::shift, &PointSignals::low);
    }

    void four_of_five() {
        if (!rules_.four_of_five) return;
        const MostOf pattern{5, rules_.four_of_five_fifth, rules_.four_of_five_flags};
        find_most_of(pattern, rows_.points, rows_.above1, rows_.above, rows_.below1, scratch_,
                     found_);
        note(found_, Rule::four_of_five, &PointSignals::high);
        find_most_of(pattern, rows_.points, rows_.below1, rows_.below, rows_.above1, scratch_,
                     found_);
        note(found_, Rule::four_of_five, &PointSignals::low);
    }

    void within_one_sigma() {
        if (rules_.within_one_sigma_points == 0) return;
        find_run<W>(rows_.within1, nullptr,
                    static_cast<std::size_t>(rules_.within_one_sigma_points), rules_.flags,
                    scratch_, found_);
        note(found_, Rule::within_one_sigma, &PointSignals::undirected);
    }

    void beyond_one_sigma() {
        if (rules_.beyond_one_sigma_points == 0) return;
        find_mixture(rows_.above1, rows_.below1,
                     static_cast<std::size_t>(rules_.beyond_one_sigma_points), rules_.flags,
                     scratch_, found_);
        note(found_, Rule::beyond_one_sigma, &PointSignals::undirected);
    }

    void alternating() {
        if (rules_.alternating_points == 0) return;
        find_alternation(rows_, static_cast<std::size_t>(rules_.alternating_points), rules_.flags,
                         scratch_, found_);
        note(found_, Rule::alternating, &PointSignals::undirected);
    }

    /// The runs that are too long, and the whole phase when it crosses its centre too rarely.
    void anhoej(const PhaseSummary& summary) {
        if (!rules_.anhoej) return;
        if (summary.longest_run > summary.longest_run_most) {
            const Row<W>* const skipped = points_on_centre(Ties::are_skipped);
            const std::size_t points = summary.longest_run_most + 1;
            find_run(rows_.above, skipped, points, Flagged::whole_pattern, scratch_, found_);
            note(found_, Rule::long_run, &PointSignals::high);
            find_run(rows_.below, skipped, points, Flagged::whole_pattern, scratch_, found_);
            note(found_, Rule::long_run, &PointSignals::low);
        }
        if (summary.crossings < summary.crossings_least) {
            for (std::size_t w = 0; w < found_.size(); ++w)
                found_[w] = rows_.above[w] | rows_.below[w];
            note(found_, Rule::few_crossings, &PointSignals::undirected);
        }
    }

    /// Points that any rule flagged.
    std::span<const std::uint32_t> flagged(std::vector<std::uint32_t>& out) const {
        std::size_t count = 0;
        for_each_bit(flagged_, [&](std::size_t k) {
            out[count++] = static_cast<std::uint32_t>(position(k));
        });
        return {out.data(), count};
    }

private:
    Row<W> above(double sigmas) const {
        return sigmas == 3 ? rows_.above3 : sigmas == 2 ? rows_.above2 : rows_.above1;
    }
    Row<W> below(double sigmas) const {
        return sigmas == 3 ? rows_.below3 : sigmas == 2 ? rows_.below2 : rows_.below1;
    }

    /// Points beyond the inner line; without those outside the limits when these do not count.
    Row<W> near_limit(Row<W> beyond, Row<W> outside) {
        if (rules_.two_of_three_counts_outside) return beyond;
        const Row<W> near = store_.next();
        for (std::size_t w = 0; w < near.size(); ++w)
            near[w] = beyond[w] & ~outside[w];
        return near;
    }

    /// Points on the centre line, to be passed over; null when they end a run.
    const Row<W>* points_on_centre(Ties rule) {
        if (rule == Ties::break_it) return nullptr;
        neither(rows_.above, rows_.below);
        for_each_missing([&](std::size_t k) { clear_bit(skipped_, k); });
        return &skipped_;
    }

    /// Points equal to the one before, to be passed over; null when they end a trend. The first
    /// point, and one after a missing point, has nothing before it to be equal to.
    const Row<W>* equal_neighbours(Ties rule) {
        if (rule == Ties::break_it) return nullptr;
        neither(rows_.rising, rows_.falling);
        clear_bit(skipped_, 0);
        for_each_missing([&](std::size_t k) {
            clear_bit(skipped_, k);
            if (k + 1 < useful_.points) clear_bit(skipped_, k + 1);
        });
        return &skipped_;
    }

    void neither(Row<W> one, Row<W> other) {
        for (std::size_t w = 0; w < skipped_.size(); ++w)
            skipped_[w] = ~(one[w] | other[w]);
        if (const std::size_t used = useful_.points % 64; used != 0)
            skipped_.back() &= (std::uint64_t{1} << used) - 1;
    }

    /// Missing points are among the useful ones only where they end patterns.
    template <class Visit>
    void for_each_missing(Visit visit) const {
        if (rules_.missing != Ties::break_it) return;
        for (std::size_t k = 0; k < useful_.points; ++k) {
            if (std::isnan(useful_.values[k])) visit(k);
        }
    }

    std::size_t position(std::size_t k) const {
        return useful_.positions ? useful_.positions[k] : k;
    }

    void note(Row<W> row, Rule rule, RuleSet PointSignals::* direction) {
        for (std::size_t w = 0; w < row.size(); ++w)
            flagged_[w] |= row[w];
        for_each_bit(row, [&](std::size_t k) { (signals_[position(k)].*direction).add(rule); });
    }

    const Useful& useful_;
    const Rules& rules_;
    std::span<PointSignals> signals_;
    RowStore<W> store_;
    ScratchRows<W> scratch_;
    Row<W> found_;
    Row<W> skipped_;
    Row<W> flagged_;
    Rows<W> rows_;
};

/// Asks with rows of W words.
template <std::size_t W>
std::span<const std::uint32_t> ask(const Useful& useful, const Rules& rules, Workspace& workspace,
                                   std::span<PointSignals> signals, PhaseSummary& summary) {
    Questions<W> questions(useful, rules, workspace, signals);
    const Runs runs = questions.runs();
    summary.useful = runs.useful;
    summary.longest_run = runs.longest_run;
    summary.crossings = runs.crossings;
    summary.longest_run_most = longest_run_most(runs.useful);
    summary.crossings_least = crossings_least(runs.useful);
    questions.outside_limits();
    questions.trend();
    questions.two_of_three();
    questions.shift();
    questions.four_of_five();
    questions.within_one_sigma();
    questions.beyond_one_sigma();
    questions.alternating();
    questions.anhoej(summary);
    return questions.flagged(workspace.flagged);
}

}  // namespace

std::size_t numbers_for_rules(std::size_t points) {
    return (1 + kLines) * points;
}

std::size_t bit_words_for_rules(std::size_t points) {
    return (kRowsOfPoints + kRowsOfScratch + kRowsOfAnswers + kRowsOfCopies) * words_for(points);
}

std::span<const std::uint32_t> ask_rules(const PhaseView& phase, const Rules& rules,
                                         Workspace& workspace, std::span<PointSignals> signals,
                                         PhaseSummary& summary) {
    const Useful useful = gather(phase, rules.missing, workspace);
    if (useful.points == 0) return {};
    const std::size_t words = words_for(useful.points);
    if (words == 1) return ask<1>(useful, rules, workspace, signals, summary);
    if (words == 2) return ask<2>(useful, rules, workspace, signals, summary);
    return ask<kAnyWords>(useful, rules, workspace, signals, summary);
}

}  // namespace primum::spc
