#include "datasets/subgroups.h"

#include <span>

#include "spc/subgroups.h"

namespace primum::datasets {
namespace {

/// The number of the subgroup that each row belongs to, from 0.
std::vector<std::size_t> subgroup_of_rows(std::span<const Key> keys) {
    std::vector<std::size_t> groups(keys.size(), 0);
    for (std::size_t i = 1; i < keys.size(); ++i)
        groups[i] = groups[i - 1] + (keys[i] == keys[i - 1] ? 0 : 1);
    return groups;
}

std::vector<spc::Phase> phases_by_subgroup(const std::vector<spc::Phase>& phases,
                                           const std::vector<std::size_t>& groups) {
    std::vector<spc::Phase> result;
    for (auto phase : phases) {
        phase.begin = groups[phase.begin];
        if (result.empty() || result.back().begin != phase.begin) result.push_back(phase);
    }
    return result;
}

void append(std::vector<double>& list, const std::vector<double>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

void gather(const Dataset& rows, const Dataset::Member& member, Dataset& points) {
    const std::size_t count = member.end - member.begin;
    const auto groups = subgroup_of_rows(std::span(rows.keys).subspan(member.begin, count));
    const auto summary =
        spc::summarise(std::span(rows.values).subspan(member.begin, count), groups);

    const std::size_t begin = points.values.size();
    const std::size_t end = begin + summary.means.size();
    append(points.values, summary.means);
    append(points.spreads, summary.sds);
    append(points.denominators, summary.sizes);
    points.keys.resize(end);
    points.row_numbers.resize(end);
    if (!rows.excluded.empty()) points.excluded.resize(end, 1);
    for (std::size_t i = count; i-- > 0;) {  // backwards, so that the first row of each stays
        const std::size_t row = member.begin + i;
        const std::size_t point = begin + groups[i];
        points.keys[point] = rows.keys[row];
        points.row_numbers[point] = rows.row_numbers[row];
        if (!rows.excluded.empty() && rows.excluded[row] == 0) points.excluded[point] = 0;
    }
    points.members.push_back({member.name, begin, end, phases_by_subgroup(member.phases, groups)});
}

}  // namespace

Dataset gather_subgroups(const Dataset& rows) {
    Dataset points;
    points.calendar = rows.calendar;
    points.value_name = rows.value_name;
    points.by_name = rows.by_name;
    for (const auto& member : rows.members)
        gather(rows, member, points);
    return points;
}

}  // namespace primum::datasets
