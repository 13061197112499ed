#include "reports/year.h"

#include <algorithm>
#include <chrono>

namespace primum::reports {
namespace {

using momentum::Facts;
using momentum::Period;

int year_number(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

Day last_day(const momentum::Campaign& campaign, Day today) {
    return std::min(today, campaign.ends.value_or(today));
}

bool began(const Facts& facts, const Year& year) {
    return std::ranges::any_of(facts.member, [&](const Period& period) {
        return year.from <= period.from && period.from <= year.to;
    });
}

bool left(const Facts& facts, const Year& year) {
    const Period within{.from = year.from, .until = year.to};
    return !(facts.open_on(year.to) && facts.member_on(year.to)) &&
           std::ranges::any_of(facts.member,
                               [&](const Period& period) { return period.overlaps(within); });
}

}  // namespace

std::vector<int> years_of(const momentum::Campaign& campaign, Day today) {
    std::vector<int> years;
    const Day last = last_day(campaign, today);
    if (last < campaign.starts) return years;
    for (int year = year_number(last); year >= year_number(campaign.starts); --year)
        years.push_back(year);
    return years;
}

std::optional<Year> year_of(const store::Reader& db, const momentum::Campaign& campaign,
                            const std::vector<Facts>& all, int number, Day today) {
    const auto years = years_of(campaign, today);
    if (std::ranges::find(years, number) == years.end()) return {};
    const auto year = std::chrono::year(number);
    const Day end = std::chrono::sys_days(year / 12 / 31);
    Year found{.number = number,
               .from = std::max(campaign.starts, Day(std::chrono::sys_days(year / 1 / 1))),
               .to = std::min(end, last_day(campaign, today))};
    found.over = end < today || (campaign.ends && *campaign.ends < today);
    for (const Facts* one : momentum::eligible_on(all, campaign, found.to)) {
        ++found.eligible;
        if (one->member_on(found.to)) ++found.members;
        if (one->enrolled_on(found.to)) ++found.enrolled;
    }
    for (const Facts& one : all) {
        if (!campaign.may_be_joined_by(one.kind)) continue;
        if (began(one, found)) ++found.joined;
        if (left(one, found)) ++found.left;
    }
    for (const momentum::Act& act : momentum::acts_of(db, campaign, found.to))
        if (act.day >= found.from) ++found.acts[static_cast<std::size_t>(act.kind)];
    return found;
}

}  // namespace primum::reports
