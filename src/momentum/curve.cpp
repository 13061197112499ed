#include "momentum/curve.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace primum::momentum {
namespace {

constexpr double kDaysInAMonth = 30.4375;

Day month_end(Day day, int months_later) {
    const std::chrono::year_month_day date(day);
    const auto month = date.year() / date.month() + std::chrono::months(months_later);
    return Day(month / std::chrono::last);
}

int count_members(const std::vector<const Facts*>& eligible, Day day) {
    return static_cast<int>(
        std::ranges::count_if(eligible, [&](const Facts* one) { return one->member_on(day); }));
}

template <class KeyOf>
std::vector<Share> shares(std::span<const Facts> all, const Campaign& campaign, Day day,
                          KeyOf key_of) {
    std::map<std::pair<std::string, std::string>, Share> found;
    for (const Facts* one : eligible_on(all, campaign, day)) {
        const auto key = key_of(*one);
        Share& share = found.try_emplace(key, Share{key.second, key.first, 0, 0}).first->second;
        ++share.open;
        if (one->member_on(day)) ++share.members;
    }
    std::vector<Share> list;
    for (auto& [key, share] : found)
        list.push_back(std::move(share));
    return list;
}

}  // namespace

std::vector<CurvePoint> joining_curve(std::span<const Facts> all, const Campaign& campaign,
                                      Day until) {
    std::vector<CurvePoint> curve;
    const auto add = [&](Day day) {
        const auto eligible = eligible_on(all, campaign, day);
        curve.push_back({day, count_members(eligible, day), static_cast<int>(eligible.size())});
    };
    for (int month = 0;; ++month) {
        const Day end = month_end(campaign.starts, month);
        if (end >= until) break;
        add(end);
    }
    if (campaign.starts <= until) add(until);
    return curve;
}

std::optional<Forecast> forecast_of(std::span<const Facts> all, const Campaign& campaign,
                                    Day today) {
    const Day begin = today - std::chrono::days(static_cast<int>(kMonthsWatched * kDaysInAMonth));
    if (campaign.starts > begin || (campaign.ends && *campaign.ends <= today)) return {};
    Forecast forecast{.joined = 0,
                      .months_watched = kMonthsWatched,
                      .exposure_months = 0,
                      .waiting = 0,
                      .ahead = {}};
    double days = 0;
    int members = 0;
    for (const Facts& one : all) {
        if (!campaign.may_be_joined_by(one.kind)) continue;
        const auto joined = one.first_joined();
        const bool open = one.open_on(today);
        if (open && one.member_on(today)) ++members;
        if (open && (!joined || *joined > today)) ++forecast.waiting;
        // Watched from the beginning, or its opening, until it joined, closed, or today.
        Day from = begin;
        if (one.opened) from = std::max(from, *one.opened);
        Day to = today;
        if (one.closed) to = std::min(to, *one.closed);
        const bool in_time = joined && *joined > from && *joined <= to;
        if (in_time) to = *joined;
        if ((joined && *joined <= from) || to <= from) continue;
        days += static_cast<double>((to - from).count());
        if (in_time) ++forecast.joined;
    }
    forecast.exposure_months = days / kDaysInAMonth;
    if (forecast.joined < kFewestJoins || forecast.waiting == 0) return {};
    for (int month = 1; month <= kMonthsAhead; ++month) {
        const Day day = month_end(today, month);
        const double ahead = static_cast<double>((day - today).count()) / kDaysInAMonth;
        const auto more = spc::uptake_forecast({.joined = static_cast<double>(forecast.joined),
                                                .exposure = forecast.exposure_months,
                                                .waiting = static_cast<double>(forecast.waiting)},
                                               ahead, kForecastConfidence);
        forecast.ahead.push_back({day, members + more.expected, members + more.interval.lower,
                                  members + more.interval.upper});
    }
    return forecast;
}

std::vector<Share> shares_by_region(std::span<const Facts> all, const Campaign& campaign, Day day) {
    return shares(all, campaign, day, [](const Facts& one) {
        return std::pair<std::string, std::string>("",
                                                   one.region.empty() ? one.network : one.region);
    });
}

std::vector<Share> shares_by_network(std::span<const Facts> all, const Campaign& campaign,
                                     Day day) {
    return shares(all, campaign, day,
                  [](const Facts& one) { return std::pair(one.region, one.network); });
}

std::vector<Share> shares_by_kind(std::span<const Facts> all, const Campaign& campaign, Day day) {
    std::map<std::string, Share> found;
    for (const Facts& one : all) {
        if (!one.open_on(day)) continue;
        Share& share = found.try_emplace(one.kind, Share{one.kind, "", 0, 0}).first->second;
        ++share.open;
        if (one.member_on(day)) ++share.members;
    }
    std::vector<Share> list;
    for (auto& [kind, share] : found)
        list.push_back(std::move(share));
    std::ranges::stable_partition(
        list, [&](const Share& share) { return share.name == campaign.eligible_kind; });
    return list;
}

}  // namespace primum::momentum
