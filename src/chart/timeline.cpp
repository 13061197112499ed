#include "chart/timeline.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "chart/text_width.h"

namespace primum::chart {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

int number_of(sys_days day) {
    return static_cast<int>(day.time_since_epoch().count());
}
sys_days day_of(int number) {
    return sys_days(days(number));
}

int year_of(year_month_day date) {
    return static_cast<int>(date.year());
}
unsigned month_of(year_month_day date) {
    return static_cast<unsigned>(date.month());
}
unsigned day_in_month(year_month_day date) {
    return static_cast<unsigned>(date.day());
}

int month_number(sys_days day) {
    const year_month_day date = day;
    return year_of(date) * 12 + static_cast<int>(month_of(date)) - 1;
}

sys_days first_day_of(int month) {
    const int year = month >= 0 ? month / 12 : (month - 11) / 12;
    return sys_days(std::chrono::year(year) /
                    std::chrono::month(static_cast<unsigned>(month - year * 12 + 1)) / 1);
}

bool is_last_of_month(sys_days day) {
    return day_in_month(year_month_day(day + days(1))) == 1;
}

std::string_view short_month(year_month_day date) {
    return kMonths[month_of(date) - 1].substr(0, 3);
}

std::string day_and_month(sys_days day) {
    const year_month_day date = day;
    return std::to_string(day_in_month(date)) + " " + std::string(short_month(date));
}

// The first number not below `from` that is `anchor` plus a multiple of `step`.
int first_multiple(int from, int step, int anchor) {
    const int past = (from - anchor) % step;
    return past == 0 ? from : from - past + (past > 0 ? step : 0);
}

// Writes the year below the first label, and again whenever it has changed.
class Years {
public:
    std::string below(sys_days day) {
        const int year = year_of(year_month_day(day));
        return year == std::exchange(last_, year) ? std::string() : std::to_string(year);
    }

private:
    int last_ = -1'000'000;
};

}  // namespace

Timeline::Timeline(std::span<const sys_days> dates, std::size_t points, Spacing spacing)
    : dates_(dates.size() >= points ? dates.first(points) : std::span<const sys_days>()),
      kind_(kind_of(dates_, spacing)) {
    for (std::size_t i = 1; i < dates_.size(); ++i) {
        const int step = kind_ == Kind::months
                             ? month_number(dates_[i]) - month_number(dates_[i - 1])
                             : number_of(dates_[i]) - number_of(dates_[i - 1]);
        gap_ = i == 1 ? step : std::gcd(gap_, step);
    }
}

// Dates are months when each is in a month of its own and all are the same day of it, or the last.
Timeline::Kind Timeline::kind_of(std::span<const sys_days> dates, Spacing spacing) const {
    if (dates.empty()) return Kind::numbers;
    if (std::ranges::adjacent_find(dates, std::ranges::greater_equal()) != dates.end() ||
        spacing == Spacing::even)
        return Kind::even;
    if (dates.size() == 1) return Kind::days;

    const unsigned day = day_in_month(year_month_day(dates.front()));
    const bool same_day = std::ranges::all_of(
        dates, [&](sys_days d) { return day_in_month(year_month_day(d)) == day; });
    return same_day || std::ranges::all_of(dates, is_last_of_month) ? Kind::months : Kind::days;
}

double Timeline::position(std::size_t point) const {
    switch (kind_) {
        case Kind::days:
            return number_of(dates_[point]);
        case Kind::months:
            return number_of(first_day_of(month_number(dates_[point])));
        case Kind::numbers:
        case Kind::even:
            break;
    }
    return static_cast<double>(point);
}

double Timeline::position_of(sys_days day) const {
    if (kind_ == Kind::numbers) return 0;
    if (kind_ != Kind::even) return number_of(day);
    const auto next = std::ranges::find_if(dates_, [&](sys_days d) { return d >= day; });
    const auto index = static_cast<double>(next - dates_.begin());
    return next != dates_.end() && *next == day ? index : index - 0.5;
}

void Timeline::append_name(std::string& text, std::size_t point) const {
    if (kind_ == Kind::numbers) {
        text += std::to_string(point + 1);
        return;
    }
    const year_month_day date = dates_[point];
    if (kind_ != Kind::months) (text += std::to_string(day_in_month(date))) += ' ';
    ((text += kMonths[month_of(date) - 1]) += ' ') += std::to_string(year_of(date));
}

std::vector<TimeTick> Timeline::ticks(std::size_t begin, std::size_t end, double px_per_unit,
                                      double text_px) const {
    if (begin >= end) return {};
    if (kind_ == Kind::numbers) return number_ticks(begin, end, px_per_unit, text_px);
    if (kind_ == Kind::even) return even_ticks(begin, end, px_per_unit, text_px);

    const auto first = static_cast<int>(position(begin));
    const auto last = static_cast<int>(position(end - 1));
    const double apart = text_px * 0.8;
    if (kind_ == Kind::days) {
        const double widest = text_width("28 Sep", text_px) + apart;
        const int anchor = gap_ % 7 == 0 ? first : 4;  // day 4 of the epoch was a Monday
        for (const int step : {1, 2, 7, 14}) {
            if (step % (gap_ % 7 == 0 ? 7 : 1) == 0 && step * px_per_unit >= widest)
                return day_ticks(first, last, step, anchor);
        }
    }
    const int gap = kind_ == Kind::months ? gap_ : 1;
    const int first_month = month_number(day_of(first));
    const double widest = text_width("2000", text_px) + apart;
    constexpr double kDaysPerMonth = 30.4;
    for (const int step : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
        if (step % gap == 0 && step * kDaysPerMonth * px_per_unit >= widest)
            return month_ticks(first, last, step, gap > 1 ? first_month : 0);
    }
    return month_ticks(first, last, gap * 1200, first_month);
}

std::vector<TimeTick> Timeline::number_ticks(std::size_t begin, std::size_t end, double px_per_unit,
                                             double text_px) const {
    const double widest = text_width(std::to_string(end), text_px) + 1.6 * text_px;
    std::size_t step = 1;
    for (const std::size_t factor :
         {2U, 5U, 10U, 20U, 50U, 100U, 200U, 500U, 1000U, 5000U, 20000U}) {
        if (static_cast<double>(step) * px_per_unit < widest) step = factor;
    }
    std::vector<TimeTick> ticks;
    for (std::size_t i = begin; i < end; ++i) {
        if ((i + 1) % step == 0)
            ticks.push_back({static_cast<double>(i), std::to_string(i + 1), {}});
    }
    return ticks;
}

std::vector<TimeTick> Timeline::even_ticks(std::size_t begin, std::size_t end, double px_per_unit,
                                           double text_px) const {
    const double widest = text_width("28 Sep", text_px) + text_px;
    const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / px_per_unit)));
    std::vector<TimeTick> ticks;
    Years years;
    for (std::size_t i = begin; i < end; i += step)
        ticks.push_back({static_cast<double>(i), day_and_month(dates_[i]), years.below(dates_[i])});
    return ticks;
}

std::vector<TimeTick> Timeline::day_ticks(int first, int last, int step, int anchor) const {
    std::vector<TimeTick> ticks;
    Years years;
    for (int day = first_multiple(first, step, anchor); day <= last; day += step)
        ticks.push_back(
            {static_cast<double>(day), day_and_month(day_of(day)), years.below(day_of(day))});
    return ticks;
}

std::vector<TimeTick> Timeline::month_ticks(int first, int last, int step, int anchor) const {
    std::vector<TimeTick> ticks;
    Years years;
    const int from = month_number(day_of(first));
    for (int month = first_multiple(from, step, anchor);; month += step) {
        const sys_days day = first_day_of(month);
        if (number_of(day) > last) break;
        if (number_of(day) < first) continue;
        const year_month_day date = day;
        const bool year_says_all = step % 12 == 0 && month % 12 == 0;
        ticks.push_back(
            {static_cast<double>(number_of(day)),
             year_says_all ? std::to_string(year_of(date)) : std::string(short_month(date)),
             year_says_all ? std::string() : years.below(day)});
    }
    return ticks;
}

}  // namespace primum::chart
