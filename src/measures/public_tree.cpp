#include "measures/public_tree.h"

#include <algorithm>
#include <cmath>

#include "disclosure/table.h"
#include "measures/public_nodes.h"

namespace primum::measures {
namespace {

using disclosure::Confidential;
using disclosure::Mode;
using disclosure::Published;

using Which = PublicTree::Which;

const std::map<Day, double>& numbers_of(const PublicTree::Node& node, Which which) {
    return which == Which::numerator ? node.numerators : node.denominators;
}

bool is_count(double number) {
    return number >= 0 && number < 1e15 && number == std::floor(number);
}

/// The number of a node on a day, where it is a count.
std::optional<double> count_of(const PublicTree::Node& node, Which which, Day period) {
    const auto& numbers = numbers_of(node, which);
    const auto found = numbers.find(period);
    return found != numbers.end() && is_count(found->second) ? std::optional(found->second)
                                                             : std::nullopt;
}

}  // namespace

/// What may be shown on one day: decided in a table of all that have a count then. What a sum has
/// beyond its parts is one more part, as if it were shown.
class PublicTree::DayTable {
public:
    DayTable(const std::vector<Node>& nodes, Which which, Day period, Mode mode)
        : nodes_(nodes), table_(1), units_(nodes.size()), parts_(nodes.size()) {
        for (const Node& node : nodes)
            counts_.push_back(node.apart ? std::nullopt : count_of(node, which, period));
        std::vector<std::size_t> tops;
        for (std::size_t node = 0; node < nodes.size(); ++node) {
            if (!counts_[node]) continue;
            const auto above = nearest_above(node, period);
            (above ? parts_[*above] : tops).push_back(node);
        }
        for (const std::size_t top : tops)
            add(top, {});
        // Adding one may have found another that is no part of its sum.
        for (std::size_t next = 0; next < alone_.size(); ++next)
            add(alone_[next], {});
        published_ = table_.publish(mode);
    }

    Published of(std::size_t node) const {
        return units_[node] ? published_.at(*units_[node], 0) : Published();
    }

private:
    std::optional<std::size_t> nearest_above(std::size_t node, Day period) const {
        // Sums have neither what is excluded nor what lies below a series that says nothing then.
        bool in_sums = !nodes_[node].excluded.contains(period);
        for (auto above = nodes_[node].above; above; above = nodes_[*above].above) {
            const bool is_series = nodes_[*above].series.has_value();
            if (counts_[*above] && (is_series || in_sums)) return above;
            if (is_series) in_sums = false;
        }
        return std::nullopt;
    }

    void add(std::size_t node, std::optional<disclosure::Unit> above) {
        const disclosure::Unit unit = table_.add_unit(above);
        units_[node] = unit;
        double rest = *counts_[node];
        bool divided = false;
        for (const std::size_t part : parts_[node]) {
            // A part that exceeds what is left of its sum is none: somebody counts otherwise.
            if (*counts_[part] > rest) {
                alone_.push_back(part);
                continue;
            }
            rest -= *counts_[part];
            divided = true;
            add(part, unit);
        }
        table_.count(divided ? table_.add_unit(unit) : unit, 0, Confidential(rest));
    }

    const std::vector<Node>& nodes_;
    disclosure::Table table_;
    std::vector<std::optional<double>> counts_;
    std::vector<std::optional<disclosure::Unit>> units_;
    std::vector<std::vector<std::size_t>> parts_;
    std::vector<std::size_t> alone_;
    disclosure::PublishedTable published_;
};

PublicTree PublicTree::of(const store::Reader& db, MeasureId measure, Day today,
                          std::optional<SeriesId> only) {
    return PublicTree(public_nodes(db, measure, today, only));
}

PublicTree::PublicTree(std::vector<Node> nodes) : nodes_(std::move(nodes)) {}
PublicTree::~PublicTree() = default;
PublicTree::PublicTree(PublicTree&&) noexcept = default;
PublicTree& PublicTree::operator=(PublicTree&&) noexcept = default;

std::optional<std::size_t> PublicTree::series(SeriesId series) const {
    const auto found = std::ranges::find(nodes_, std::optional(series), &Node::series);
    if (found == nodes_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - nodes_.begin());
}

std::optional<std::size_t> PublicTree::sums_below(OrganisationId organisation) const {
    const auto found = std::ranges::find_if(nodes_, [&](const Node& node) {
        return !node.series && node.organisation == organisation;
    });
    if (found == nodes_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - nodes_.begin());
}

Published PublicTree::number(std::size_t which_node, Which which, Day period, Mode mode) {
    const Node& node = nodes_[which_node];
    const auto& numbers = numbers_of(node, which);
    const auto found = numbers.find(period);
    if (found == numbers.end()) return {};
    // No count of people: hours or litres where they are those of several places, and otherwise an
    // average of nobody knows how many.
    if (!node.apart && !is_count(found->second) && !node.series)
        return disclosure::publish_other(Confidential(found->second));
    if (node.apart || !is_count(found->second))
        return disclosure::publish_average(Confidential(found->second), Confidential(std::nullopt),
                                           mode);
    auto& table = decided_[{which, period, mode}];
    if (!table) table = std::make_unique<DayTable>(nodes_, which, period, mode);
    return table->of(which_node);
}

}  // namespace primum::measures
