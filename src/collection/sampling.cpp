#include "collection/sampling.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace primum::collection {
namespace {

constexpr int kFirstHour = 7;
constexpr int kHours = 15;

/// FNV-1a, then the finisher of SplitMix64, so that neighbouring days and beds share nothing.
std::uint64_t mixed(std::string_view series, Day day, std::uint64_t what) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : series)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash += static_cast<std::uint64_t>(day.time_since_epoch().count()) * 0x9e3779b97f4a7c15;
    hash ^= what * 0xd1342543de82ef95;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    return hash ^ (hash >> 31);
}

}  // namespace

Draw draw_for(std::string_view series, Day day, int beds, int many) {
    std::vector<std::pair<std::uint64_t, int>> order;
    for (int bed = 1; bed <= beds; ++bed)
        order.emplace_back(mixed(series, day, static_cast<std::uint64_t>(bed)), bed);
    std::ranges::sort(order);
    Draw draw{.hour = kFirstHour + static_cast<int>(mixed(series, day, 0) % kHours)};
    for (std::size_t i = 0; i < order.size() && static_cast<int>(i) < many; ++i)
        draw.beds.push_back(order[i].second);
    return draw;
}

}  // namespace primum::collection
