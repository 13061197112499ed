#include "datasets/file_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::datasets {
namespace {

using testing::ElementsAre;

TEST(FileNames, AreTheNamesOfTheSeriesWhereThatIsSafe) {
    EXPECT_THAT(file_names({"RRK", "Ward 7, East", "a/../b", "Tŷ Gwyn", ""}),
                ElementsAre("RRK", "Ward-7-East", "a-b", "T-Gwyn", "series"));
}

TEST(FileNames, AreDifferentEvenInCapitals) {
    EXPECT_THAT(file_names({"Ward 7", "ward-7", "WARD/7", "Ward 7-2"}),
                ElementsAre("Ward-7", "ward-7-2", "WARD-7-3", "Ward-7-2-2"));
}

TEST(FileNames, AreNoneThatGalleriesOrSystemsUse) {
    EXPECT_THAT(file_names({"Index", "charts", "CON", "com1"}),
                ElementsAre("Index-2", "charts-2", "CON-2", "com1-2"));
}

TEST(FileNames, AreShort) {
    EXPECT_EQ(file_names({std::string(300, 'x')}).front().size(), 60U);
}

}  // namespace
}  // namespace primum::datasets
