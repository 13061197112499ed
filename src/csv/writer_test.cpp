#include "csv/writer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

#include "csv/in_quotes.h"

namespace primum::csv {
namespace {

std::string written(double value) {
    std::string out;
    Writer(out).number(value);
    return out;
}

std::string written(std::string_view text) {
    std::string out;
    Writer(out).text(text);
    return out;
}

TEST(Writer, SeparatesCellsAndEndsRows) {
    std::string out;
    Writer writer(out);
    writer.text("Ward 7");
    writer.number(std::size_t{3});
    writer.end_row();
    writer.plain("2025-01-01");
    writer.number(std::numeric_limits<double>::quiet_NaN());
    writer.end_row();
    EXPECT_EQ(out, "Ward 7,3\r\n2025-01-01,\r\n");
}

TEST(Writer, QuotesWhatRfc4180AsksFor) {
    EXPECT_EQ(written("Ward 7, East"), "\"Ward 7, East\"");
    EXPECT_EQ(written("5\" nail"), "\"5\"\" nail\"");
    EXPECT_EQ(written("two\nlines"), "\"two\nlines\"");
}

TEST(Writer, DisarmsFormulasButNotNumbers) {
    EXPECT_EQ(written("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    EXPECT_EQ(written("@cmd, x"), "\"'@cmd, x\"");
    EXPECT_EQ(written("-5"), "-5");
}

// The C library is the reference for 17 significant digits.
TEST(Writer, PrintsNumbersAsTheCLibraryDoes) {
    std::mt19937_64 random(20250401);
    std::uniform_real_distribution<double> exponent(-20, 20);
    for (int i = 0; i < 10'000; ++i) {
        double value = std::pow(10.0, exponent(random)) * (i % 2 == 0 ? 1 : -1);
        if (i % 7 == 0) value = std::round(value);
        char expected[40];
        std::snprintf(expected, sizeof expected, "%.17g", value);
        ASSERT_EQ(written(value), expected);
    }
    EXPECT_EQ(written(0.1), "0.10000000000000001");
    EXPECT_EQ(written(12.0), "12");
    EXPECT_EQ(written(-0.0), "-0");
}

TEST(InQuotes, KeepsMessagesShortAndHarmless) {
    EXPECT_EQ(in_quotes("Tŷ"), "'Tŷ'");
    EXPECT_EQ(in_quotes("a\x1b[31m\nb"), "'a?[31m?b'");
    EXPECT_EQ(in_quotes(std::string(50, 'x')), "'" + std::string(40, 'x') + "...'");
}

}  // namespace
}  // namespace primum::csv
