#include "claims/words.h"

#include <cmath>

#include "chart/number.h"
#include "language/language.h"

namespace primum::claims {

using disclosure::Mode;
using language::sentence;

namespace {

/// Above it, counts vary more than chance alone: said beside the interval.
constexpr double kOverDispersed = 1.5;

std::string percent(double share) {
    return chart::number(share, {chart::NumberStyle::proportion, 0});
}

}  // namespace

std::string number(double value, Mode mode) {
    if (std::isnan(value)) return std::string(disclosure::kHidden);
    const double tenths = std::round(value * 10) / 10;
    return chart::number(mode == Mode::none ? tenths : std::round(value),
                         {chart::NumberStyle::plain, 1});
}

std::string amount(const design::View& view, double saved, Mode mode) {
    if (std::isnan(saved)) return std::string(disclosure::kHidden);
    const std::string size = number(std::abs(saved), mode);
    if (size == "0") return std::string(view.say("none"));
    return saved > 0 ? view.say("{} fewer", size) : view.say("{} more", size);
}

std::string span(const design::View& view, spc::Interval interval, Mode mode) {
    return view.say("{} to {}", amount(view, interval.lower, mode),
                    amount(view, interval.upper, mode));
}

std::string estimate_sentence(const design::View& view, const ShownEstimate& estimate, Mode mode) {
    if (estimate.hidden)
        return std::string(
            view.say("The number is too small to be shown outside the organisation."));
    return view.say("Estimate: {} than expected. {} were counted, and {} expected.",
                    amount(view, estimate.saved, mode), number(estimate.observed, mode),
                    number(estimate.expected, mode));
}

std::string interval_sentence(const design::View& view, const ShownEstimate& estimate, Mode mode) {
    if (estimate.hidden) return {};
    const std::string runs = span(view, estimate.both, mode);
    return estimate.includes_zero
               ? view.say(
                     "The 95% interval of this estimate runs from {}. It includes zero: the "
                     "numbers cannot tell this from no change.",
                     runs)
               : view.say(
                     "The 95% interval of this estimate runs from {}. It does not include "
                     "zero.",
                     runs);
}

std::string versions_sentence(const design::View& view, const Shown& shown) {
    int all = 0;
    int clear = 0;
    for (const ShownEstimate& one : shown.estimates) {
        if (one.version == Version::not_joined || one.hidden) continue;
        ++all;
        if (!one.includes_zero && one.saved > 0) ++clear;
    }
    if (all == 0) return {};
    const std::string of = view.words->count(all, "{} version", "{} versions");
    if (clear == 0)
        return view.say(
            "Of {} of the estimate, none has an interval that lies wholly on the side "
            "of fewer.",
            of);
    if (clear == all)
        return view.say(
            "Of {} of the estimate, all have intervals that lie wholly on the side of "
            "fewer. That says how many fewer there were, not why.",
            of);
    return view.say(
        "Of {} of the estimate, {} lie wholly on the side of fewer: what is claimed "
        "depends on which is believed.",
        of, clear);
}

std::string coverage_sentence(const design::View& view, const Coverage& coverage) {
    std::string words = view.say(
        "{} of {} sent numbers; {} of these have a whole year before and "
        "are counted.",
        view.words->whole(coverage.reporting),
        view.words->count(coverage.units, "{} organisation", "{} organisations"),
        view.words->whole(coverage.counted));
    if (coverage.exposure_reported > 0)
        words += ' ' + view.say(
                           "They hold {} of all that was reported (patients, days: whatever "
                           "the measure is counted in).",
                           percent(coverage.exposure / coverage.exposure_reported));
    return words;
}

std::string trend_sentence(const design::View& view, const spc::Avoided& joined, int per_year) {
    if (!joined.trend)
        return std::string(
            view.say("No trend could be worked out from the baseline, so there is "
                     "no version net of it."));
    const spc::PoissonTrend& trend = *joined.trend;
    const double change = std::expm1(trend.per_period * per_year);
    const std::string size = chart::number(std::abs(change), {chart::NumberStyle::proportion, 1});
    std::string words =
        change < 0
            ? view.say("Before anything is claimed, rates were falling by about {} a year.", size)
            : view.say("Before anything is claimed, rates were rising by about {} a year.", size);
    words += ' ';
    words += view.say(
        "The version net of this trend supposes that it would have gone on at the "
        "same pace, in all organisations alike.");
    if (!trend.has_seasons) {
        words += ' ';
        words += view.say(
            "With less than two years before, the trend cannot be told from the "
            "season: read that version with care.");
    }
    if (trend.dispersion > kOverDispersed) {
        words += ' ';
        words += view.say(
            "The numbers vary more from month to month than chance alone would make "
            "them, so the truth is less certain than the intervals say.");
    }
    return words;
}

const char* label(Version version) {
    switch (version) {
        case Version::raw:
            break;
        case Version::case_mix:
            return sentence("Adjusted for how ill patients were");
        case Version::net_of_trend:
            return sentence("Net of the earlier trend");
        case Version::not_joined:
            return sentence("Those that have not joined");
    }
    return sentence("Raw");
}

const char* label(State state) {
    switch (state) {
        case State::draft:
            break;
        case State::published:
            return sentence("Published");
        case State::withdrawn:
            return sentence("Withdrawn");
    }
    return sentence("Draft");
}

const char* why(spc::NotCounted reason) {
    using enum spc::NotCounted;
    switch (reason) {
        case no:
            return sentence("It is counted.");
        case options_out_of_range:
            return sentence("What is claimed must begin after the baseline has ended.");
        case baseline_too_short:
            return sentence(
                "There must be a number for each period of the 12 months before: "
                "choose another baseline, or wait for the numbers.");
        case baseline_without_events:
            return sentence(
                "Nothing was counted in the 12 months before, so nothing could have "
                "been avoided.");
        case exposure_missing:
            return sentence("A number has no denominator: enter it first.");
        case impossible_number:
            return sentence("A number is below zero or out of order: correct it first.");
        case nothing_to_compare:
            break;
    }
    return sentence("There are no numbers for what is claimed: choose other periods.");
}

}  // namespace primum::claims
