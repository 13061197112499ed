#include "spc/subgroup_sigma.h"

#include <cmath>

#include "spc/constants.h"

namespace primum::spc {
namespace {

double d2_for(double n, const Options& options) {
    return options.factor == Factor::exact ? d2(n) : d2_printed(n);
}
double d3_for(double n, const Options& options) {
    return options.factor == Factor::exact ? d3(n) : d3_printed(n);
}

/// Sum of weight × value over sum of weights, over the subgroups that have a spread.
template <class Weight, class Value>
double weighted(const SubgroupSpreads& subgroups, Weight weight, Value value) {
    double total = 0;
    double weights = 0;
    for (std::size_t i = 0; i < subgroups.spreads.size(); ++i) {
        const double n = subgroups.sizes[i];
        if (!(n >= 2) || std::isnan(subgroups.spreads[i])) continue;
        total += weight(n) * value(subgroups.spreads[i], n);
        weights += weight(n);
    }
    return weights > 0 ? total / weights : kMissing;
}

double one(double) {
    return 1;
}
double degrees_of_freedom(double n) {
    return n - 1;
}
double squared(double s, double) {
    return s * s;
}
double itself(double s, double) {
    return s;
}

double pooled_s(const SubgroupSpreads& subgroups) {
    return std::sqrt(weighted(subgroups, degrees_of_freedom, squared));
}

double all_degrees_of_freedom(const SubgroupSpreads& subgroups) {
    double total = 0;
    for (std::size_t i = 0; i < subgroups.spreads.size(); ++i) {
        if (subgroups.sizes[i] >= 2 && !std::isnan(subgroups.spreads[i]))
            total += subgroups.sizes[i] - 1;
    }
    return total;
}

/// R charts are made of ranges, whatever the option says of standard deviations.
SubgroupSigma estimator(const Options& options) {
    const SubgroupSigma chosen = options.subgroup_sigma;
    if (options.chart != Chart::r || chosen == SubgroupSigma::mvlue_ranges) return chosen;
    return SubgroupSigma::mean_ranges;
}

/// Whether the spread is an s, still to be corrected by c4.
bool is_s(const Options& options) {
    if (options.given_sigma) return false;
    const SubgroupSigma chosen = estimator(options);
    return chosen == SubgroupSigma::mean_s_or_pooled || chosen == SubgroupSigma::pooled;
}

}  // namespace

double spread_of(const SubgroupSpreads& subgroups, const Options& options) {
    switch (estimator(options)) {
        case SubgroupSigma::mean_s_or_pooled:
            return subgroups.equal_sizes ? weighted(subgroups, one, itself) : pooled_s(subgroups);
        case SubgroupSigma::pooled:
            return pooled_s(subgroups);
        case SubgroupSigma::mean_ranges:
            return weighted(subgroups, one,
                            [&](double r, double n) { return r / d2_for(n, options); });
        case SubgroupSigma::mean_sds:
            return weighted(subgroups, one, [](double s, double n) { return s / c4(n); });
        case SubgroupSigma::mvlue_ranges:
            return weighted(
                subgroups,
                [&](double n) { return std::pow(d2_for(n, options) / d3_for(n, options), 2); },
                [&](double r, double n) { return r / d2_for(n, options); });
        case SubgroupSigma::mvlue_sds:
            return weighted(
                subgroups, [](double n) { return c4(n) * c4(n) / (1 - c4(n) * c4(n)); },
                [](double s, double n) { return s / c4(n); });
        case SubgroupSigma::rms_pooled:
            return pooled_s(subgroups) / c4(all_degrees_of_freedom(subgroups) + 1);
    }
    return kMissing;
}

double sigma_of_mean(double spread, double n, const Options& options) {
    return (is_s(options) ? spread / c4(n) : spread) / std::sqrt(n);
}

CentreAndSigma lines_of_spread(double spread, double n, const Options& options) {
    const bool range = options.chart == Chart::r;
    const double expected = range ? d2_for(n, options) : c4(n);  // of one sigma
    const double error = range ? d3_for(n, options) : c5(n);
    if (options.given_centre) {
        const double sigma = options.given_sigma.value_or(*options.given_centre / expected);
        return {*options.given_centre, error * sigma};
    }
    if (!range && is_s(options)) return {spread, spread * error / expected};
    return {expected * spread, error * spread};
}

}  // namespace primum::spc
