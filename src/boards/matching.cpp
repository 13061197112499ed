#include "boards/matching.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "language/language.h"

namespace primum::boards {
namespace {

using language::sentence;

std::string small(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

/// What reviewers find depends on who they are: rates of record review differ between hospitals by
/// training and second readers more than by harm (von Plessen et al., BMJ Open 2012).
bool is_record_review(const measures::Measure& measure) {
    constexpr std::array<std::string_view, 3> kCodes = {"CORE-01", "CORE-02", "CORE-03"};
    if (std::ranges::find(kCodes, measure.library_code) != kCodes.end() ||
        std::ranges::find(kCodes, measure.code) != kCodes.end())
        return true;
    const measures::Definition& says = measure.now();
    for (const std::string* text : {&says.name, &says.numerator, &says.source, &says.sampling})
        for (const std::string_view words : {"record review", "case note review", "trigger tool"})
            if (small(*text).contains(words)) return true;
    return false;
}

}  // namespace

Window window_of(const measures::Measure& measure, Day today) {
    using namespace std::chrono;
    const measures::Frequency frequency = measure.now().frequency;
    Window window{.until = measures::period_of(frequency, today), .says = nullptr};
    const year_month_day end(window.until);
    const year_month_day start(end.year() - years(1), end.month(), day(1));
    window.from = sys_days(start);
    window.says = &measure.on(window.until - days(1));
    if (window.says->from > window.from && window.says->number > 1) {
        window.from = measures::period_of(frequency, window.says->from);
        if (window.from < window.says->from)
            window.from = measures::next_period(frequency, window.from);
        window.cut_short = true;
    }
    return window;
}

std::optional<const char*> never_compared(const measures::Measure& measure) {
    if (is_record_review(measure))
        return sentence(
            "This is measured by record review. What reviewers find depends on their training and "
            "on who they are more than on the hospital, so that these numbers are never compared "
            "between organisations: compare your own with your own past.");
    const measures::Definition& says = measure.now();
    if (!says.divides())
        return sentence(
            "Nothing divides this number, so that large and small organisations cannot be put "
            "beside each other.");
    if (says.chart == spc::Chart::g || says.chart == spc::Chart::t)
        return sentence(
            "This counts how rare something is, event by event: there is nothing to compare in one "
            "period.");
    if (says.better == spc::Better::neutral)
        return sentence(
            "Neither direction is better here, so that a difference between organisations says "
            "nothing to learn from.");
    return {};
}

std::optional<const char*> left_out(const measures::Measure& measure,
                                    const measures::Series& series, const Window& window) {
    if (!series.stratum.empty()) return sentence("It is about a part of the patients only.");
    if (series.chart && *series.chart != measure.now().chart)
        return sentence("It has a chart of another kind than the definition says.");
    if (series.starts >= window.until || (series.ends && *series.ends < window.from))
        return sentence("It was not kept in the months that are compared.");
    return {};
}

}  // namespace primum::boards
