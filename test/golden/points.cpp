#include "points.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace primum::golden {

namespace {

double median_of(std::vector<double> values) {
    if (values.empty()) return spc::kMissing;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double sum_of(const std::vector<double>& values) {
    return values.empty() ? spc::kMissing : std::accumulate(values.begin(), values.end(), 0.0);
}

/// 1 for the point numbers that a list names.
void mark(std::vector<std::uint8_t>& excluded, const std::vector<double>& numbers) {
    for (const double number : numbers)
        if (number >= 1 && number <= static_cast<double>(excluded.size()))
            excluded[static_cast<std::size_t>(number) - 1] = 1;
}

/// A new phase after each of these point numbers, of which those outside the series say nothing.
void split(std::vector<std::size_t>& phase, const std::vector<double>& after) {
    for (std::size_t i = 1; i < phase.size(); ++i) {
        const auto last = static_cast<double>(i);
        const bool begins = std::ranges::find(after, last) != after.end();
        phase[i] = phase[i - 1] + (begins ? 1 : 0);
    }
}

}  // namespace

spc::Series Points::to_analyse() const {
    return {.values = values,
            .denominators = denominators,
            .spreads = spreads,
            .excluded = excluded,
            .targets = {},
            .phases = phases};
}

Grouped::Grouped(const Table& input, const SeriesRows& series) : input_(input), name_(series.name) {
    const auto* const dates = input.find("date");
    for (const auto row : series.rows) {
        if (dates == nullptr) {
            dates_.emplace_back(static_cast<double>(dates_.size() + 1));
            rows_.push_back({row});
            continue;
        }
        const Cell& date = (*dates)[row];
        const auto same = std::ranges::find(dates_, date.text, &Cell::text);
        if (same == dates_.end()) {
            dates_.push_back(date);
            rows_.push_back({row});
        } else {
            rows_[static_cast<std::size_t>(same - dates_.begin())].push_back(row);
        }
    }
}

Points Grouped::points(const CaseOptions& options, std::string_view exclude_option,
                       std::string_view split_option) const {
    Points points;
    points.series = name_;
    points.x = dates_;
    points.excluded.resize(dates_.size());
    points.phase.resize(dates_.size());
    mark(points.excluded, options.numbers(exclude_option));
    split(points.phase, options.numbers(split_option));

    const auto* const excluded = input_.find("exclude");
    const auto* const phase = input_.find("phase");
    std::size_t phases = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const std::size_t row = rows_[i].front();
        if (excluded != nullptr) points.excluded[i] = (*excluded)[row].number == 1 ? 1 : 0;
        if (phase == nullptr) continue;
        if (i > 0 && (*phase)[row].text != (*phase)[rows_[i - 1].front()].text) ++phases;
        points.phase[i] = phases;
    }
    points.phases = phases_of(points.phase);
    return points;
}

std::vector<std::vector<double>> Grouped::present() const {
    const auto all = input_.numbers("value");
    std::vector<std::vector<double>> present;
    for (const auto& rows : rows_) {
        present.emplace_back();
        for (const auto row : rows)
            if (!std::isnan(all[row])) present.back().push_back(all[row]);
    }
    return present;
}

spc::Subgroups Grouped::subgroups() const {
    std::vector<double> values;
    std::vector<std::size_t> groups;
    const auto all = input_.numbers("value");
    for (std::size_t group = 0; group < rows_.size(); ++group) {
        for (const auto row : rows_[group]) {
            values.push_back(all[row]);
            groups.push_back(group);
        }
    }
    return spc::summarise(values, groups);
}

std::vector<double> Grouped::values(Aggregate aggregate) const {
    if (aggregate == Aggregate::mean) return subgroups().means;
    if (aggregate == Aggregate::sd) return subgroups().sds;
    std::vector<double> values;
    for (const auto& there : present())
        values.push_back(aggregate == Aggregate::sum ? sum_of(there) : median_of(there));
    return values;
}

void Grouped::add_ratios(Points& points) const {
    const auto numerators = input_.numbers("numerator");
    const auto denominators = input_.numbers("denominator");
    for (const auto& rows : rows_) {
        double numerator = spc::kMissing;
        double denominator = spc::kMissing;
        for (const auto row : rows) {
            if (std::isnan(numerators[row]) || std::isnan(denominators[row])) continue;
            numerator = (std::isnan(numerator) ? 0 : numerator) + numerators[row];
            denominator = (std::isnan(denominator) ? 0 : denominator) + denominators[row];
        }
        points.values.push_back(numerator);
        points.denominators.push_back(denominator);
    }
}

std::vector<spc::Phase> phases_of(const std::vector<std::size_t>& phase, std::size_t baseline,
                                  bool baseline_from_end) {
    std::vector<spc::Phase> phases;
    for (std::size_t i = 0; i < phase.size(); ++i)
        if (i == 0 || phase[i] != phase[i - 1])
            phases.push_back(
                {.begin = i, .baseline = baseline, .baseline_from_end = baseline_from_end});
    return phases;
}

bool is_sequence(const std::vector<Cell>& x) {
    return std::ranges::all_of(x, [](const Cell& cell) {
        const bool is_date = cell.text.size() >= 8 && cell.text[4] == '-' && cell.text[7] == '-';
        return cell.is_number() || is_date;
    });
}

}  // namespace primum::golden
