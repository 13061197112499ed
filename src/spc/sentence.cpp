#include "spc/sentence.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "spc/names.h"
#include "spc/variation.h"

namespace primum::spc {
namespace {

/// The latest phase, seen from its latest point back.
class Telling {
public:
    Telling(const Analysis& analysis, const Options& options,
            std::span<const std::uint8_t> excluded, const Wording& wording)
        : analysis_(analysis), options_(options), excluded_(excluded), wording_(wording) {
        std::size_t last = analysis.values.size();
        while (last > 0 && !is_useful(last - 1))
            --last;
        if (last == 0) return;
        phase_ = &analysis.phase_at(last - 1);
        for (std::size_t i = phase_->begin; i < last; ++i) {
            if (is_useful(i)) useful_.push_back(i);
        }
    }

    std::string sentence() const {
        if (useful_.empty()) return "There is nothing to read: no point has a value.";
        if (useful_.size() == 1)
            return fmt::format("There is one point, {}: too few to tell variation from change.",
                               number(value(0)));
        const PointSignals& latest = analysis_.signals[useful_.back()];
        const std::string body = latest == PointSignals{} ? ordinary() : special(latest);
        return body + provisional() + ".";
    }

private:
    bool is_useful(std::size_t i) const {
        return !std::isnan(analysis_.values[i]) && (excluded_.empty() || excluded_[i] == 0);
    }
    double value(std::size_t back) const {
        return analysis_.values[useful_[useful_.size() - 1 - back]];
    }
    std::string number(double x) const { return wording_.number(x); }
    const Limits& lines() const { return analysis_.limits_at(useful_.back()); }
    bool has_limits() const { return !std::isnan(lines().upper); }

    std::string_view centre_name() const {
        const bool median =
            options_.chart == Chart::run ||
            (options_.chart == Chart::g && options_.g_centre == GCentre::median) ||
            (options_.chart == Chart::individuals && options_.centre == Centre::median);
        if (options_.given_centre) return "given centre line";
        return median ? "median" : "mean";
    }
    std::string centre() const {
        return fmt::format("{} of {}", centre_name(), number(lines().centre));
    }

    /// How many of the latest points, counted back, keep to what `holds(newer)` says. Points that
    /// `skips` names are passed over.
    template <class Holds, class Skips>
    std::size_t count_back(Holds holds, Skips skips) const {
        std::size_t count = 0;
        for (std::size_t k = useful_.size(); k-- > 0;) {
            if (skips(k)) continue;
            if (!holds(k)) break;
            ++count;
        }
        return count;
    }

    std::size_t points_on_side(Side side) const {
        const auto offset = [&](std::size_t k) {
            const double from_centre =
                analysis_.values[useful_[k]] - analysis_.limits_at(useful_[k]).centre;
            return side == Side::high ? from_centre : -from_centre;
        };
        const bool skip = options_.rules.shift_ties == Ties::are_skipped || options_.rules.anhoej;
        return count_back([&](std::size_t k) { return offset(k) > 0; },
                          [&](std::size_t k) { return skip && offset(k) == 0; });
    }

    std::size_t points_in_trend(Side side) const {
        const auto step = [&](std::size_t k) {
            const double move = analysis_.values[useful_[k]] - analysis_.values[useful_[k - 1]];
            return side == Side::high ? move : -move;
        };
        const bool skip = options_.rules.trend_ties == Ties::are_skipped;
        const std::size_t moves =
            count_back([&](std::size_t k) { return k > 0 && step(k) > 0; },
                       [&](std::size_t k) { return skip && k > 0 && step(k) == 0; });
        return moves + 1;
    }

    std::string since(std::size_t points) const {
        return wording_.point(useful_[useful_.size() - points]);
    }

    static std::string_view reading_name(Reading reading) {
        switch (reading) {
            case Reading::improvement:
                return "Improvement";
            case Reading::concern:
                return "Concern";
            case Reading::high:
                return "Change upwards";
            case Reading::low:
                return "Change downwards";
            case Reading::common:
                break;
        }
        return "Special cause";
    }

    std::string special(const PointSignals& latest) const {
        const auto in_phase = std::span<const PointSignals>(analysis_.signals)
                                  .subspan(phase_->begin, phase_->end - phase_->begin);
        const Side side = side_of(in_phase, useful_.back() - phase_->begin, options_);
        const RuleSet found = side == Side::high  ? latest.high
                              : side == Side::low ? latest.low
                                                  : latest.undirected;
        for (int k = 0; k < kRuleCount; ++k) {
            const auto rule = static_cast<Rule>(k);
            if (found.has(rule))
                return fmt::format("{}: {}", reading_name(reading_of(side, options_.better)),
                                   pattern(rule, side));
        }
        return "Special cause";
    }

    std::string pattern(Rule rule, Side side) const {
        const bool high = side == Side::high;
        const std::string_view above = high ? "above" : "below";
        const Rules& rules = options_.rules;
        switch (rule) {
            case Rule::outside_limits:
                return fmt::format("the latest point, {} in {}, lies {} the {} limit of {}",
                                   number(value(0)), wording_.point(useful_.back()), above,
                                   high ? "upper" : "lower", number(outer_line(high)));
            case Rule::trend: {
                const std::size_t points = points_in_trend(side);
                return fmt::format(
                    "the latest {} points, since {}, each {} than the one before "
                    "(trend: {} or more)",
                    points, since(points), high ? "higher" : "lower", rules.trend_points);
            }
            case Rule::two_of_three:
                return fmt::format(
                    "at least two of the latest three points lie more than {} sigma "
                    "{} the {}",
                    rules.two_of_three_sigmas == 2 ? "two" : "one", above, centre());
            case Rule::shift: {
                const std::size_t points = points_on_side(side);
                return fmt::format(
                    "the latest {} points, since {}, all lie {} the {} (shift: {} or "
                    "more on one side)",
                    points, since_side(points, side), above, centre(), rules.shift_points);
            }
            case Rule::four_of_five:
                return fmt::format(
                    "at least four of the latest five points lie more than one "
                    "sigma {} the {}",
                    above, centre());
            case Rule::within_one_sigma:
                return fmt::format(
                    "the latest {} points or more all lie within one sigma of the "
                    "{}, closer than chance explains",
                    rules.within_one_sigma_points, centre());
            case Rule::beyond_one_sigma:
                return fmt::format(
                    "the latest {} points or more all lie further than one sigma "
                    "from the {}",
                    rules.beyond_one_sigma_points, centre());
            case Rule::alternating:
                return fmt::format("the latest {} points or more go up and down in turn",
                                   rules.alternating_points);
            case Rule::long_run:
                return fmt::format(
                    "the latest {} points all lie {} the {}; chance explains runs "
                    "of up to {} among {} points",
                    points_on_side(side), above, centre(), phase_->longest_run_most,
                    phase_->useful);
            case Rule::few_crossings:
                return fmt::format(
                    "the points cross the {} {} time{}; chance explains {} or more "
                    "among {} points",
                    centre(), phase_->crossings, phase_->crossings == 1 ? "" : "s",
                    phase_->crossings_least, phase_->useful);
        }
        std::unreachable();
    }

    /// Points on the centre are passed over, so the first of the run is found by its own side.
    std::string since_side(std::size_t points, Side side) const {
        std::size_t seen = 0;
        for (std::size_t k = useful_.size(); k-- > 0;) {
            const double from_centre =
                analysis_.values[useful_[k]] - analysis_.limits_at(useful_[k]).centre;
            seen += (side == Side::high ? from_centre > 0 : from_centre < 0) ? 1 : 0;
            if (seen == points) return wording_.point(useful_[k]);
        }
        return since(points);
    }

    double outer_line(bool high) const {
        const double sigmas = options_.rules.outside_sigmas;
        const Limits& at = lines();
        if (sigmas == 1) return high ? at.upper1 : at.lower1;
        if (sigmas == 2) return high ? at.upper2 : at.lower2;
        return high ? at.upper : at.lower;
    }

    /// The latest signal before the latest point, in this phase.
    std::optional<Signal> earlier_signal() const {
        std::optional<Signal> found;
        for (const Signal& signal : signals_of(analysis_)) {
            if (signal.first < phase_->begin) continue;
            if (!found || signal.last > found->last) found = signal;
        }
        return found;
    }

    std::string ordinary() const {
        const std::string first = wording_.point(useful_.front());
        if (const std::optional<Signal> earlier = earlier_signal())
            return fmt::format(
                "Ordinary variation: the latest point breaks no rule; the last that "
                "did was {} ({})",
                wording_.point(earlier->last), rule_words(*earlier));
        return fmt::format(
            "Ordinary variation: no rule found anything in the {} points since {}, "
            "which vary around a {}{}",
            useful_.size(), first, centre(), between_limits());
    }

    static std::string rule_words(const Signal& signal) {
        std::string words(name_of(signal.rule));
        for (char& letter : words) {
            if (letter == '-') letter = ' ';
        }
        switch (signal.direction) {
            case Signal::Direction::high:
                return words + ", high";
            case Signal::Direction::low:
                return words + ", low";
            case Signal::Direction::undirected:
                break;
        }
        return words;
    }

    std::string between_limits() const {
        if (!has_limits()) return {};
        if (analysis_.limits_vary)
            return fmt::format(" within limits, now {} and {}", number(lines().lower),
                               number(lines().upper));
        return fmt::format(" between limits of {} and {}", number(lines().lower),
                           number(lines().upper));
    }

    std::string provisional() const {
        if (!has_limits() || phase_->base_points >= kEnoughPoints || options_.given_sigma)
            return {};
        return fmt::format("; the limits rest on {} points and are provisional",
                           phase_->base_points);
    }

    const Analysis& analysis_;
    const Options& options_;
    std::span<const std::uint8_t> excluded_;
    const Wording& wording_;
    const PhaseSummary* phase_ = nullptr;
    std::vector<std::size_t> useful_;
};

}  // namespace

std::string reading_sentence(const Analysis& analysis, const Options& options,
                             std::span<const std::uint8_t> excluded, const Wording& wording) {
    if (analysis.problem)
        return fmt::format("Nothing was analysed: {}.", what_is_wrong(analysis.problem.kind));
    return Telling(analysis, options, excluded, wording).sentence();
}

std::string target_sentence(const Analysis& analysis, double target, const Wording& wording) {
    if (analysis.assurance == Assurance::none || analysis.values.empty()) return {};
    const std::string aim = wording.number(target);
    switch (analysis.assurance) {
        case Assurance::pass:
            return fmt::format("Ordinary variation stays on the better side of the target of {}.",
                               aim);
        case Assurance::fail:
            return fmt::format("Ordinary variation does not reach the target of {}.", aim);
        default:
            return fmt::format(
                "The target of {} lies within ordinary variation, which meets it at "
                "some points and misses it at others by chance.",
                aim);
    }
}

std::string_view what_is_wrong(Problem::Kind kind) {
    switch (kind) {
        case Problem::Kind::none:
            return "nothing is wrong";
        case Problem::Kind::no_points:
            return "there are no points";
        case Problem::Kind::lengths_differ:
            return "there are not as many denominators, exclusions or targets as values";
        case Problem::Kind::phases_out_of_order:
            return "phases must begin with the first point, rise, and lie within the series";
        case Problem::Kind::denominators_needed:
            return "this chart needs denominators";
        case Problem::Kind::spreads_needed:
            return "this chart needs the spread within each subgroup";
        case Problem::Kind::too_large:
            return "a number is infinite or too large";
        case Problem::Kind::negative_count:
            return "a count is below zero";
        case Problem::Kind::negative_denominator:
            return "a denominator is below zero";
        case Problem::Kind::numerator_above_denominator:
            return "a numerator is above its denominator";
        case Problem::Kind::not_positive:
            return "a time between events is not above zero";
        case Problem::Kind::options_out_of_range:
            return "a rule's length, a factor or a probability makes no sense";
    }
    std::unreachable();
}

}  // namespace primum::spc
