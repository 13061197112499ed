#include "organisations/title_case.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace primum::organisations {
namespace {

// Written by hand as a person would, from the manner of the ODS files; all names are invented.
TEST(TitleCase, ReadsAsPeopleWriteNames) {
    const std::vector<std::pair<std::string, std::string>> names{
        {"ALDERWICK UNIVERSITY HOSPITALS NHS FOUNDATION TRUST",
         "Alderwick University Hospitals NHS Foundation Trust"},
        {"THE ROYAL HOSPITAL OF ST AGNES", "The Royal Hospital of St Agnes"},
        {"QUEEN MATILDA'S HOSPITAL", "Queen Matilda's Hospital"},
        {"O'HARA HOUSE", "O'Hara House"},
        {"MCALLEN UNIT", "McAllen Unit"},
        {"HARROW-UPON-WENN", "Harrow-upon-Wenn"},
        {"NORTHMARCH AND FENWICK ICB", "Northmarch and Fenwick ICB"},
        {"WARD 4B (THE ANNEXE)", "Ward 4B (The Annexe)"},
        {"A&E DEPARTMENT", "A&E Department"},
        {"CAFÉ SANTÉ", "Café Santé"},
        {"YSBYTY TŶ GWYN", "Ysbyty Tŷ Gwyn"},
        {"", ""},
    };
    for (const auto& [shouted, written] : names)
        EXPECT_EQ(title_case(shouted), written);
}

TEST(TitleCase, LeavesNamesAloneThatHaveSmallLetters) {
    EXPECT_EQ(title_case("eHealth UNIT"), "eHealth UNIT");
}

}  // namespace
}  // namespace primum::organisations
