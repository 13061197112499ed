#include "datasets/names.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace primum::datasets {
namespace {

// The plain way to do the same is a map.
TEST(Names, NumberTextsInOrderOfAppearance) {
    std::mt19937 random(20250401);
    std::vector<std::string> texts;
    for (int i = 0; i < 50; ++i)
        texts.push_back("W" + std::to_string(i));
    Names names;
    std::map<std::string, std::uint32_t> expected;
    for (int i = 0; i < 10'000; ++i) {
        // Runs, cycles and jumps.
        const auto at = i < 3000   ? static_cast<std::size_t>(i / 60 % 50)
                        : i < 6000 ? static_cast<std::size_t>(i % 37)
                                   : random() % texts.size();
        const auto number =
            expected.emplace(texts[at], static_cast<std::uint32_t>(expected.size()));
        ASSERT_EQ(names.number_of(texts[at]), number.first->second) << i;
    }
    EXPECT_EQ(names.texts().size(), 50U);
}

}  // namespace
}  // namespace primum::datasets
