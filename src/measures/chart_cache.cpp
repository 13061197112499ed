#include "measures/chart_cache.h"

namespace primum::measures {

std::shared_ptr<const Drawn> ChartCache::of(const Material& material) {
    const SeriesId series = material.series.id;
    const std::int64_t revision = material.series.revision;
    if (auto known = find(series, revision)) return known;
    // Drawn without the lock: two who ask at once may both draw, which is better than to wait.
    auto drawn = std::make_shared<const Drawn>(draw(material));
    const std::lock_guard lock(mutex_);
    keep({series, revision, drawn});
    return drawn;
}

std::shared_ptr<const Drawn> ChartCache::find(SeriesId series, std::int64_t revision) {
    const std::lock_guard lock(mutex_);
    const auto known = of_series_.find(series);
    if (known == of_series_.end() || known->second->revision != revision) return {};
    by_use_.splice(by_use_.begin(), by_use_, known->second);
    return known->second->drawn;
}

std::size_t ChartCache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

void ChartCache::keep(Kept kept) {
    const auto known = of_series_.find(kept.series);
    if (known != of_series_.end()) {
        // Somebody who began to read earlier must not put the past back.
        if (known->second->revision > kept.revision) return;
        bytes_ -= known->second->drawn->bytes();
        by_use_.erase(known->second);
        of_series_.erase(known);
    }
    bytes_ += kept.drawn->bytes();
    const SeriesId series = kept.series;
    by_use_.push_front(std::move(kept));
    of_series_[series] = by_use_.begin();
    while (bytes_ > most_bytes_ && by_use_.size() > 1)
        forget_the_oldest();
}

void ChartCache::forget_the_oldest() {
    const Kept& oldest = by_use_.back();
    bytes_ -= oldest.drawn->bytes();
    of_series_.erase(oldest.series);
    by_use_.pop_back();
}

}  // namespace primum::measures
