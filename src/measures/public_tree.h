#pragma once
// Within this room: the numbers of a measure that others may see, which of them are parts of which,
// and what is shown of each.

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "disclosure/published.h"
#include "disclosure/rule.h"
#include "measures/series.h"

namespace primum::measures {

class PublicTree {
public:
    /// A series, or the sums of what lies below an organisation, with its numbers by their days.
    struct Node {
        OrganisationId organisation;
        std::optional<SeriesId> series;    ///< absent of sums
        std::optional<std::size_t> above;  ///< what it is a part of; comes before it
        bool apart = false;  ///< not decided with the others, so not shown: see publishing.h
        std::map<Day, double> numerators;
        std::map<Day, double> denominators;
        std::set<Day> excluded;              ///< in no sum
        std::map<Day, std::int64_t> places;  ///< of sums: how many series are in one
    };
    enum class Which : std::uint8_t { numerator, denominator };

    /// All of them; or, of one series, those that its numbers are decided with.
    static PublicTree of(const store::Reader& db, MeasureId measure, Day today,
                         std::optional<SeriesId> only = {});

    explicit PublicTree(std::vector<Node> nodes);
    ~PublicTree();
    PublicTree(PublicTree&&) noexcept;
    PublicTree& operator=(PublicTree&&) noexcept;

    const Node& node(std::size_t which) const { return nodes_[which]; }
    std::optional<std::size_t> series(SeriesId series) const;
    std::optional<std::size_t> sums_below(OrganisationId organisation) const;

    /// What is shown of a node on one day. All nodes of a day are decided at once, when the first
    /// of them is asked for.
    disclosure::Published number(std::size_t node, Which which, Day period, disclosure::Mode mode);

private:
    class DayTable;
    std::vector<Node> nodes_;
    std::map<std::tuple<Which, Day, disclosure::Mode>, std::unique_ptr<DayTable>> decided_;
};

}  // namespace primum::measures
