#include "measures/public_nodes.h"

#include <algorithm>
#include <utility>

#include "measures/publishing.h"
#include "measures/totals.h"

namespace primum::measures {
namespace {

using Node = PublicTree::Node;

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("what others may see is decided for all of them at once");
    return kScope;
}

/// Organisations of which a campaign shows sums to everybody (boards/public_measures.h).
std::vector<OrganisationId> owners_of_sums(const store::Reader& db, MeasureId measure) {
    const auto read = [](const store::Row& row) { return row.get<OrganisationId>(0); };
    return db.all(read, R"sql(
        SELECT DISTINCT c.owner_id
          FROM campaign_public_measures a JOIN campaigns c ON c.id = a.campaign_id
         WHERE a.measure_id = $1
    )sql",
                  measure);
}

using Above = std::vector<std::pair<OrganisationId, OrganisationId>>;

/// What lies above each organisation that shows something of the measure, the nearest first.
Above above_those_that_show(const store::Reader& db, MeasureId measure, Day today) {
    const auto read = [](const store::Row& row) {
        return std::pair{row.get<OrganisationId>(0), row.get<OrganisationId>(1)};
    };
    return db.all(read, R"sql(
        SELECT c.descendant_id, c.ancestor_id
          FROM organisation_closure c
         WHERE c.depth > 0 AND c.valid_from <= $2 AND c.valid_to >= $2
           AND c.descendant_id IN (SELECT organisation_id FROM series
                                    WHERE measure_id = $1 AND audience <> 'organisation'
                                    UNION
                                   SELECT p.owner_id
                                     FROM campaign_public_measures a
                                     JOIN campaigns p ON p.id = a.campaign_id
                                    WHERE a.measure_id = $1)
         ORDER BY c.descendant_id, c.depth
    )sql",
                  measure, today, scope().everywhere());
}

/// Gathers trees from their tops downwards.
class Gathering {
public:
    Gathering(const store::Reader& db, MeasureId measure, Day today) {
        for (Series& one : all_series_of(db, scope(), measure)) {
            Place& place = places_[one.organisation];
            place.shows = place.shows || one.audience != Audience::organisation;
            if (one.stratum.empty())
                place.whole = std::move(one);
            else if (one.audience != Audience::organisation)
                place.parts.push_back(std::move(one));
        }
        for (const OrganisationId& owner : owners_of_sums(db, measure))
            places_[owner].sums = places_[owner].shows = true;
        const Above above = above_those_that_show(db, measure, today);
        // What lies above what is shown limits it, shown or not; so does the whole of its parts.
        for (const auto& [below, up] : above)
            if (const auto found = places_.find(up); found != places_.end())
                found->second.shows = true;
        std::erase_if(places_, [](const auto& place) { return !place.second.shows; });
        OrganisationId shows;
        OrganisationId last;
        for (const auto& [below, up] : above) {
            if (below != shows) shows = last = below;
            const auto found = places_.find(up);
            if (found == places_.end() || !(found->second.whole || found->second.sums)) continue;
            if (nearest_.emplace(last, up).second) below_[up].push_back(last);
            last = up;
        }
        for (const auto& [organisation, place] : places_)
            if (!nearest_.contains(organisation)) add(organisation, std::nullopt);
    }

    std::vector<Node> take() && { return std::move(nodes_); }

private:
    struct Place {
        std::optional<Series> whole;
        std::vector<Series> parts;  ///< that are shown
        bool shows = false;         ///< or limits what others show
        bool sums = false;          ///< of what lies below it
    };

    std::size_t push(Node node) {
        nodes_.push_back(std::move(node));
        return nodes_.size() - 1;
    }

    void add(OrganisationId organisation, std::optional<std::size_t> above) {
        const Place& place = places_.at(organisation);
        std::optional<std::size_t> whole;
        std::optional<std::size_t> lowest = above;
        if (place.whole)
            whole = lowest =
                push({.organisation = organisation, .series = place.whole->id, .above = above});
        if (place.sums)
            lowest = push({.organisation = organisation, .series = {}, .above = lowest});
        const bool divided = place.sums || below_.contains(organisation);
        for (const Series& part : place.parts)
            push({.organisation = organisation,
                  .series = part.id,
                  .above = whole,
                  .apart = divided});
        if (const auto found = below_.find(organisation); found != below_.end())
            for (const OrganisationId& below : found->second)
                add(below, lowest);
    }

    std::map<OrganisationId, Place> places_;
    std::map<OrganisationId, OrganisationId> nearest_;
    std::map<OrganisationId, std::vector<OrganisationId>> below_;
    std::vector<Node> nodes_;
};

std::size_t top_of(const std::vector<Node>& nodes, std::size_t node) {
    while (nodes[node].above)
        node = *nodes[node].above;
    return node;
}

/// The tree in which a series stands, alone.
std::vector<Node> tree_with(const std::vector<Node>& nodes, SeriesId series) {
    const auto own = std::ranges::find(nodes, std::optional(series), &Node::series);
    if (own == nodes.end()) return {};
    const std::size_t top = top_of(nodes, static_cast<std::size_t>(own - nodes.begin()));
    std::vector<Node> kept;
    std::vector<std::size_t> now(nodes.size());
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        if (top_of(nodes, node) != top) continue;
        now[node] = kept.size();
        kept.push_back(nodes[node]);
        if (kept.back().above) kept.back().above = now[*kept.back().above];
    }
    return kept;
}

void read_points(const store::Reader& db, std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        if (!node.series) continue;
        db.each(
            [&](const store::Row& row) {
                const Day period = row.get<Day>(0);
                if (const auto number = row.get<std::optional<double>>(1))
                    node.numerators.emplace(period, *number);
                if (const auto number = row.get<std::optional<double>>(2))
                    node.denominators.emplace(period, *number);
                if (row.get<bool>(3)) node.excluded.insert(period);
            },
            R"sql(
                SELECT period, numerator, denominator, CASE WHEN excluded = '' THEN 0 ELSE 1 END
                  FROM points WHERE organisation_id = $1 AND series_id = $2
            )sql",
            scope().may_read(node.organisation), *node.series);
    }
}

void read_sums(const store::Reader& db, std::vector<Node>& nodes, MeasureId measure) {
    for (Node& node : nodes) {
        if (node.series) continue;
        for (const Total& total : totals_of(db, scope().may_read(node.organisation), measure)) {
            if (total.series < kFewestInASum) continue;
            node.numerators.emplace(total.period, total.numerator);
            node.denominators.emplace(total.period, total.denominator);
            node.places.emplace(total.period, total.series);
        }
    }
}

}  // namespace

std::vector<Node> public_nodes(const store::Reader& db, MeasureId measure, Day today,
                               std::optional<SeriesId> only) {
    std::vector<Node> nodes = Gathering(db, measure, today).take();
    if (only) nodes = tree_with(nodes, *only);
    read_points(db, nodes);
    read_sums(db, nodes, measure);
    return nodes;
}

}  // namespace primum::measures
