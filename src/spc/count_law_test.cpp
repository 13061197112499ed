#include "spc/count_law.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <numeric>

namespace primum::spc {
namespace {

double sum(const CountLaw& law) {
    return std::accumulate(law.chances.begin(), law.chances.end(), 0.0);
}

// Boost.Math, which takes another way (incomplete gamma and beta functions).
TEST(CountLaw, AgreesWithBoost) {
    for (const double mean : {1e-9, 0.3, 4.0, 99.5, 25000.0}) {
        const CountLaw law = poisson_law(mean);
        const boost::math::poisson expected(mean);
        for (std::size_t i = 0; i < law.chances.size(); ++i) {
            const double chance = pdf(expected, static_cast<double>(law.first + i));
            EXPECT_NEAR(law.chances[i], chance, 1e-9 * chance) << mean;
        }
    }
    for (const double p : {1e-9, 0.02, 0.5, 0.97}) {
        const CountLaw law = binomial_law(1000, p);
        const boost::math::binomial expected(1000, p);
        for (std::size_t i = 0; i < law.chances.size(); ++i) {
            const double chance = pdf(expected, static_cast<double>(law.first + i));
            EXPECT_NEAR(law.chances[i], chance, 1e-9 * chance) << p;
        }
    }
}

TEST(CountLaw, SumsToOne) {
    EXPECT_NEAR(sum(poisson_law(1e6)), 1, 1e-12);
    EXPECT_NEAR(sum(binomial_law(1'000'000, 0.4)), 1, 1e-12);
}

TEST(CountLaw, IsCertainWhereNothingCanVary) {
    for (const CountLaw& law : {poisson_law(0), binomial_law(7, 0)}) {
        EXPECT_EQ(law.first, 0);
        EXPECT_EQ(law.chances.front(), 1);
    }
    const CountLaw all = binomial_law(7, 1);
    EXPECT_EQ(all.first + all.chances.size(), 8);
    EXPECT_EQ(all.chances.back(), 1);
}

}  // namespace
}  // namespace primum::spc
