#include "datasets/text_table.h"

#include <gtest/gtest.h>

namespace primum::datasets {
namespace {

TEST(TextTable, AlignsCharactersRatherThanBytes) {
    TextTable table({{"ward"}, {"falls", Align::right}, {"note"}});
    table.add_row({"Tŷ Gwyn", "3", "x"});
    table.add_row({"A", "12", ""});
    EXPECT_EQ(table.text(),
              "ward     falls  note\n"
              "-------  -----  ----\n"
              "Tŷ Gwyn      3  x\n"
              "A           12\n");
}

}  // namespace
}  // namespace primum::datasets
