#pragma once
// How many more will join what others have joined already.

#include "spc/intervals.h"

namespace primum::spc {

/// What has been seen of a group that joins one by one, each once.
struct Uptake {
    double joined = 0;    ///< how many joined while they were watched
    double exposure = 0;  ///< for how long those who had not joined were watched, summed over them
    double waiting = 0;   ///< how many have not joined yet; whole
};

struct UptakeForecast {
    double expected = kMissing;  ///< mean of how many of the waiting join
    Interval interval;           ///< whole numbers, which hold `confidence` of the forecast
};

/// How many of the waiting join within `ahead`, in the exposure's unit of time:
///
///     rate ~ Gamma(joined + 1/2, exposure)                     what is known of it (Jeffreys)
///     each joins with probability 1 - exp(-rate ahead)         a constant rate, each on its own
///     X | rate ~ Binomial(waiting, that probability)
///     expected = waiting (1 - (exposure / (exposure + ahead))^(joined + 1/2))
///     interval = the (1 - confidence)/2 and (1 + confidence)/2 quantiles of X, over all rates
///
/// The mixture is summed over 512 equally likely rates. It supposes that the waiting go on as those
/// who were watched: it knows neither deadlines nor that the keen come first, and widens with
/// neither. Nobody waiting gives 0. NaN unless joined >= 0, exposure and ahead are above 0, waiting
/// is at least 0 and confidence lies between 0 and 1.
/// Source: Gelman et al., Bayesian Data Analysis, 3rd edition, 2.6 and 2.8 (gamma prior of a rate).
UptakeForecast uptake_forecast(const Uptake& seen, double ahead, double confidence);

}  // namespace primum::spc
