#include "measures/public_tree.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "disclosure/table.h"

namespace primum::measures {
namespace {

using disclosure::Confidential;
using disclosure::Mode;
using disclosure::Published;

using Numbers = std::map<Day, double> PublicTree::Node::*;

store::Scope everywhere() {
    return store::Scope::system("what others may see is decided for all of them at once");
}

/// Of each organisation with a public series, the nearest above it that has one too.
std::map<OrganisationId, OrganisationId> nearest_above(const store::Reader& db, MeasureId measure,
                                                       Day today) {
    std::map<OrganisationId, OrganisationId> nearest;
    db.each(
        [&](const store::Row& row) {
            nearest.emplace(row.get<OrganisationId>(0), row.get<OrganisationId>(1));
        },
        R"sql(
            SELECT c.descendant_id, c.ancestor_id
              FROM series d
              JOIN organisation_closure c ON c.descendant_id = d.organisation_id
              JOIN series a ON a.organisation_id = c.ancestor_id
             WHERE d.measure_id = $1 AND d.stratum = '' AND d.audience <> 'organisation'
               AND a.measure_id = $1 AND a.stratum = '' AND a.audience <> 'organisation'
               AND c.depth > 0 AND c.valid_from <= $2 AND c.valid_to >= $2
             ORDER BY c.descendant_id, c.depth
        )sql",
        measure, today, everywhere().everywhere());
    return nearest;
}

bool is_count(double number) {
    return number >= 0 && number < 1e15 && number == std::floor(number);
}

/// The number of a node on a day, where it is a count.
std::optional<double> count_of(const PublicTree::Node& node, Numbers numbers, Day period) {
    const auto found = (node.*numbers).find(period);
    return found != (node.*numbers).end() && is_count(found->second) ? std::optional(found->second)
                                                                     : std::nullopt;
}

/// Gathers a tree from its top downwards.
class Gathering {
public:
    Gathering(const store::Reader& db, const Series& series, Day today)
        : series_(all_series_of(db, everywhere(), series.measure)),
          above_(nearest_above(db, series.measure, today)) {
        std::erase_if(series_, [&](const Series& one) {
            return one.audience == Audience::organisation && one.id != series.id;
        });
        OrganisationId top = series.organisation;
        if (has_whole(top))
            for (auto up = above_.find(top); up != above_.end(); up = above_.find(top))
                top = up->second;
        add(top, std::nullopt);
        for (std::size_t node = 0; node < tree_.nodes.size(); ++node)
            if (tree_.nodes[node].series.id == series.id) tree_.own = node;
    }

    PublicTree take() && { return std::move(tree_); }

private:
    bool has_whole(OrganisationId organisation) const {
        return std::ranges::any_of(series_, [&](const Series& one) {
            return one.organisation == organisation && one.stratum.empty();
        });
    }

    void add(OrganisationId organisation, std::optional<std::size_t> above) {
        std::optional<std::size_t> whole;
        for (const Series& one : series_)
            if (one.organisation == organisation && one.stratum.empty()) {
                whole = tree_.nodes.size();
                tree_.nodes.push_back({.series = one, .above = above});
            }
        bool has_parts = false;
        for (const auto& [below, up] : above_)
            if (up == organisation && whole) {
                has_parts = true;
                add(below, whole);
            }
        for (const Series& one : series_)
            if (one.organisation == organisation && !one.stratum.empty())
                tree_.nodes.push_back({.series = one, .above = whole, .apart = has_parts});
    }

    std::vector<Series> series_;
    std::map<OrganisationId, OrganisationId> above_;
    PublicTree tree_;
};

void read_numbers(const store::Reader& db, PublicTree& tree, MeasureId measure) {
    std::map<SeriesId, PublicTree::Node*> nodes;
    for (PublicTree::Node& node : tree.nodes)
        nodes.emplace(node.series.id, &node);
    db.each(
        [&](const store::Row& row) {
            const auto node = nodes.find(row.get<SeriesId>(0));
            if (node == nodes.end()) return;
            const Day period = row.get<Day>(1);
            if (const auto number = row.get<std::optional<double>>(2))
                node->second->numerators.emplace(period, *number);
            if (const auto number = row.get<std::optional<double>>(3))
                node->second->denominators.emplace(period, *number);
        },
        R"sql(
            SELECT p.series_id, p.period, p.numerator, p.denominator
              FROM series s
              JOIN points p ON p.organisation_id = s.organisation_id AND p.series_id = s.id
             WHERE s.measure_id = $1
        )sql",
        measure, everywhere().everywhere());
}

/// What may be shown of one node on one day: decided in a table of all that have a count then. What
/// a sum has beyond its parts is one more part, as if it were shown.
class DayTable {
public:
    DayTable(const PublicTree& tree, Numbers numbers, Day period)
        : tree_(tree), numbers_(numbers), period_(period), table_(1) {
        units_.resize(tree.nodes.size());
        for (std::size_t node = 0; node < tree.nodes.size(); ++node)
            if (!tree.nodes[node].above || !count(*tree.nodes[node].above)) add(node, {});
    }

    Published of(std::size_t node, Mode mode) const {
        return units_[node] ? table_.publish(mode).at(*units_[node], 0) : Published();
    }

private:
    std::optional<double> count(std::size_t node) const {
        return count_of(tree_.nodes[node], numbers_, period_);
    }

    void add(std::size_t node, std::optional<disclosure::Unit> above) {
        if (tree_.nodes[node].apart || !count(node)) return;
        const disclosure::Unit unit = table_.add_unit(above);
        units_[node] = unit;
        std::vector<std::size_t> parts;
        double rest = *count(node);
        for (std::size_t part = node + 1; part < tree_.nodes.size(); ++part)
            if (tree_.nodes[part].above == node && !tree_.nodes[part].apart && count(part)) {
                parts.push_back(part);
                rest -= *count(part);
            }
        // Parts that exceed their sum are not parts of it: somebody counts otherwise.
        const bool adds_up = rest >= 0;
        for (const std::size_t part : parts)
            add(part, adds_up ? std::optional(unit) : std::nullopt);
        const bool divided = adds_up && !parts.empty();
        table_.count(divided ? table_.add_unit(unit) : unit, 0,
                     Confidential(divided ? rest : *count(node)));
    }

    const PublicTree& tree_;
    Numbers numbers_;
    Day period_;
    disclosure::Table table_;
    std::vector<std::optional<disclosure::Unit>> units_;
};

Published decided(const PublicTree& tree, Numbers numbers, Day period, Mode mode) {
    const PublicTree::Node& own = tree.nodes[tree.own];
    const auto found = (own.*numbers).find(period);
    if (found == (own.*numbers).end()) return {};
    if (own.apart || !is_count(found->second))
        return disclosure::publish_average(Confidential(found->second), Confidential(std::nullopt),
                                           mode);
    return DayTable(tree, numbers, period).of(tree.own, mode);
}

}  // namespace

PublicTree PublicTree::of(const store::Reader& db, const Series& series, Day today) {
    PublicTree tree = Gathering(db, series, today).take();
    read_numbers(db, tree, series.measure);
    return tree;
}

Published PublicTree::numerator(Day period, Mode mode) const {
    return decided(*this, &Node::numerators, period, mode);
}

Published PublicTree::denominator(Day period, Mode mode) const {
    return decided(*this, &Node::denominators, period, mode);
}

}  // namespace primum::measures
