#pragma once
// Charts that have been drawn, in memory until the series changes or others need the room.

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "measures/drawn.h"

namespace primum::measures {

/// For all workers. What it keeps is named by a series and its revision, and everything that a
/// chart shows raises the revision: so what is found is never old, whoever else writes.
class ChartCache {
public:
    explicit ChartCache(std::size_t most_bytes = kMost) : most_bytes_(most_bytes) {}

    /// The chart of what has been read, kept or drawn now.
    std::shared_ptr<const Drawn> of(const Material& material);

    /// What is kept of a revision; nothing where it must be drawn first.
    std::shared_ptr<const Drawn> find(SeriesId series, std::int64_t revision);

    std::size_t bytes() const;

private:
    static constexpr std::size_t kMost = std::size_t{64} * 1024 * 1024;

    struct Kept {
        SeriesId series;
        std::int64_t revision;
        std::shared_ptr<const Drawn> drawn;
    };
    void keep(Kept kept);
    void forget_the_oldest();

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::list<Kept> by_use_;  // the latest used first
    std::map<SeriesId, std::list<Kept>::iterator> of_series_;
    std::size_t bytes_ = 0;
};

}  // namespace primum::measures
