// Any numbers, any options: the engine answers or refuses, within its promises.

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "spc/analysis.h"
#include "spc/sentence.h"

namespace primum::spc {
namespace {

/// Takes the fuzzer's bytes apart; zeros when they run out.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
    bool empty() const { return size_ == 0; }

    template <class T>
    T take() {
        T value{};
        const std::size_t length = std::min(sizeof value, size_);
        std::memcpy(&value, data_, length);
        data_ += length;
        size_ -= length;
        return value;
    }
    unsigned below(unsigned n) { return take<std::uint8_t>() % n; }

    /// A number as it may come: small and whole, missing, or any bits at all.
    double number() {
        switch (below(4)) {
            case 0:
                return take<std::uint8_t>();
            case 1:
                return take<std::int16_t>() / 16.0;
            case 2:
                return kMissing;
            default:
                return take<double>();
        }
    }

private:
    const std::uint8_t* data_;
    std::size_t size_;
};

Rules rules_from(Bytes& bytes) {
    const Rules sets[] = {mdc_rules(), anhoej_rules(), ihi_rules(), western_electric_rules(),
                          nelson_rules()};
    Rules rules = sets[bytes.below(5)];
    rules.missing = static_cast<Ties>(bytes.below(2));
    rules.shift_ties = static_cast<Ties>(bytes.below(2));
    rules.trend_ties = static_cast<Ties>(bytes.below(2));
    rules.trend_points = static_cast<int>(bytes.below(12)) - 1;
    rules.shift_points = static_cast<int>(bytes.below(200)) - 1;
    return rules;
}

Options options_from(Bytes& bytes) {
    Options options;
    options.chart = static_cast<Chart>(bytes.below(static_cast<unsigned>(Chart::t) + 1));
    options.better = static_cast<Better>(bytes.below(3));
    options.factor = static_cast<Factor>(bytes.below(3));
    options.screening = static_cast<Screening>(bytes.below(2));
    options.centre = static_cast<Centre>(bytes.below(2));
    options.dispersion = static_cast<Dispersion>(bytes.below(3));
    options.gaps = static_cast<Gaps>(bytes.below(2));
    options.clamping = static_cast<Clamping>(bytes.below(3));
    options.subgroup_sigma = static_cast<SubgroupSigma>(bytes.below(7));
    options.probability = bytes.below(4) == 0 ? 0.99 : 0;
    options.target = bytes.number();
    if (bytes.below(8) == 0) options.given_centre = bytes.number();
    if (bytes.below(8) == 0) options.given_sigma = bytes.number();
    options.rules = rules_from(bytes);
    return options;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const Analysis& analysis, std::size_t points) {
    if (analysis.problem) {
        require(analysis.values.empty() && analysis.signals.empty());
        return;
    }
    require(analysis.values.size() == points && analysis.readings.size() == points);
    for (std::size_t i = 0; i < points; ++i) {
        const Limits& at = analysis.limits_at(i);
        require(!std::isinf(analysis.values[i]) && !std::isinf(at.centre));
        require(!std::isinf(at.lower) && !std::isinf(at.upper) && !(at.lower > at.upper));
    }
}

}  // namespace
}  // namespace primum::spc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace primum::spc;
    Bytes bytes(data, size);
    const Options options = options_from(bytes);
    const unsigned shape = bytes.below(16);

    std::vector<double> values;
    std::vector<double> denominators;
    std::vector<double> spreads;
    std::vector<std::uint8_t> excluded;
    std::vector<Phase> phases;
    while (!bytes.empty() && values.size() < 200) {
        if (values.empty() || bytes.below(16) == 0)
            phases.push_back({values.size(), bytes.below(20), bytes.below(2) == 1});
        values.push_back(bytes.number());
        denominators.push_back(bytes.number());
        spreads.push_back(bytes.number());
        excluded.push_back(bytes.below(8) == 0 ? 1 : 0);
    }
    Series series;
    series.values = values;
    if ((shape & 1U) != 0) series.denominators = denominators;
    if ((shape & 2U) != 0) series.spreads = spreads;
    if ((shape & 4U) != 0) series.excluded = excluded;
    if ((shape & 8U) != 0) series.phases = phases;

    const Analysis analysis = analyse(series, options);
    check(analysis, values.size());
    const Wording wording{[](double) { return std::string("x"); },
                          [](std::size_t) { return std::string("p"); }};
    require(!reading_sentence(analysis, options, series.excluded, wording).empty());
    return 0;
}
