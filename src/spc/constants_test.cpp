#include "spc/constants.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "spc/normal.h"
#include "spc/series.h"

namespace primum::spc {
namespace {

struct Row {
    double n, c4, c5, a3, b3, b4, d2_printed, d3_printed, d2;
};

// R 4.2.2: c4 through lgamma; d2 by numerical integration of the studentised range (ptukey);
// printed d2 and d3 as in qcc 2.7.
constexpr Row kTable[] = {
    {2, 0.79788456080286541, 0.6028102749890869, 2.6586807763582736, 0, 3.2665319192886004, 1.128,
     0.8525033, 1.128379167095708},
    {3, 0.88622692545275805, 0.46325137517610415, 1.9544100476116797, 0, 2.5681696026311895, 1.693,
     0.8883697, 1.6925687506441214},
    {4, 0.92131773192356126, 0.38881054106495744, 1.6281028227561023, 0, 2.2660470788503693, 2.059,
     0.8798108, 2.0587507460142871},
    {5, 0.93998560298662526, 0.34121410606519564, 1.4272992929222166, 0, 2.0889978686302837, 2.326,
     0.8640855, 2.3259289473036211},
    {6, 0.95153286194814446, 0.30754709010617126, 1.2871282962146755, 0.030363209495969157,
     1.9696367905040308, 2.534, 0.8480442, 2.5344127212561669},
    {7, 0.959368788699833, 0.28215514751394349, 1.1819161019031794, 0.11768503154142906,
     1.8823149684585709, 2.704, 0.8332108, 2.7043567511843802},
    {8, 0.96503045614737182, 0.26213778573108359, 1.09909502339877, 0.18508959775964218,
     1.8149104022403577, 2.847, 0.8198378, 2.8472006118201789},
    {9, 0.96931069971395423, 0.24583890542394718, 1.03166095277304, 0.23913280180494823,
     1.7608671981950517, 2.97, 0.8078413, 2.970026323679325},
    {10, 0.97265927412158826, 0.23223681117614625, 0.97535007714522926, 0.2837055564420129,
     1.7162944435579872, 3.078, 0.7970584, 3.0775054603687688},
    {11, 0.97535007714522948, 0.22066315282075269, 0.92739422995770771, 0.32128014958501105,
     1.6787198504149889, 3.173, 0.787323, 3.1728727022382226},
    {12, 0.97755935185477183, 0.21066018513539383, 0.88590570193133111, 0.35351183106468842,
     1.6464881689353117, 3.258, 0.7784873, 3.2584552787275451},
    {13, 0.97940560431421808, 0.20190260582246411, 0.84954618461719655, 0.38155569582276361,
     1.6184443041772365, 3.336, 0.7704257, 3.3359803550118796},
    {14, 0.98097143675551635, 0.19415210601437718, 0.81733646434100871, 0.40624538470808214,
     1.593754615291918, 3.407, 0.763033, 3.406763112695911},
    {15, 0.98231617716265007, 0.18722961326819304, 0.7885410901802008, 0.42819954220139467,
     1.5718004577986053, 3.472, 0.7562217, 3.4718268994846726},
    {16, 0.98348353161584179, 0.18099763269289329, 0.76259538252538561, 0.44788816424149525,
     1.5521118357585046, 3.532, 0.7499188, 3.5319828017546544},
    {17, 0.98450640547183055, 0.17534861728834827, 0.73905753285605991, 0.46567554163049429,
     1.5343244583695057, 3.588, 0.7440627, 3.587883983414295},
    {18, 0.9854100438080805, 0.17019707859466007, 0.71757618630916298, 0.48184896328961757,
     1.5181510367103823, 3.64, 0.7386021, 3.6400637843539569},
    {19, 0.98621413686019299, 0.16547409542615582, 0.69786791315206231, 0.49663844014756708,
     1.5033615598524328, 3.689, 0.7334929, 3.6889630519347651},
    {20, 0.98693426752465474, 0.16112340483484455, 0.67970118712407457, 0.51023058940198518,
     1.4897694105980148, 3.735, 0.728698, 3.7349501471218076},
    {21, 0.98758292882615661, 0.15709856361899199, 0.66288475792721535, 0.52277861726796027,
     1.4772213827320397, 3.778, 0.7241851, 3.7783358519052537},
    {22, 0.98817025331583519, 0.15336085048576825, 0.64725905978309595, 0.53440963243582384,
     1.4655903675641762, 3.819, 0.7199267, 3.8193846553421738},
    {23, 0.98870454523399609, 0.14987769091374809, 0.63268976074462913, 0.54523009436066672,
     1.4547699056393333, 3.858, 0.7158987, 3.8583234206052146},
    {24, 0.98919267495850782, 0.14662145753071715, 0.61906284912742693, 0.55532993346255644,
     1.4446700665374435, 3.895, 0.7120802, 3.8953481269519621},
    {25, 0.9896403755857015, 0.14356854464189456, 0.60628084181074404, 0.56478570948484386,
     1.4352142905151561, 3.931, 0.7084528, 3.9306291757422422},
};

void expect_close(double ours, double theirs, const char* factor, double n,
                  double relative = 2e-13) {
    EXPECT_LE(std::abs(ours - theirs), relative * std::abs(theirs)) << factor << " of " << n;
}

/// Tippett's integral of 1 - F^n - (1 - F)^n in steps of 1/32.
double slow_d2(double n) {
    double sum = 0;
    for (double x = -12; x <= 12; x += 1.0 / 32)
        sum +=
            -std::expm1(n * std::log1p(-normal_upper_tail(x))) - std::pow(normal_upper_tail(x), n);
    return sum / 32;
}

TEST(Constants, AgreeWithThePeersTables) {
    for (const Row& row : kTable) {
        expect_close(c4(row.n), row.c4, "c4", row.n);
        expect_close(c5(row.n), row.c5, "c5", row.n);
        expect_close(a3(row.n), row.a3, "A3", row.n);
        expect_close(b3(row.n), row.b3, "B3", row.n);
        expect_close(b4(row.n), row.b4, "B4", row.n);
        // ptukey is right to eight figures only: it has d2 of 25 as 3.930629176, not 3.930629220.
        expect_close(d2(row.n), row.d2, "d2", row.n, 2e-8);
        EXPECT_EQ(d2_printed(row.n), row.d2_printed) << row.n;
        EXPECT_EQ(d3_printed(row.n), row.d3_printed) << row.n;
    }
}

TEST(Constants, AgreeWithTippettsIntegral) {
    for (const double n : {2.0, 3.0, 7.0, 14.0, 20.0, 25.0, 50.0, 51.0, 2.5, 1000.0, 1e6})
        expect_close(d2(n), slow_d2(n), "d2", n);
}

struct Printed {
    double n, a3, c4, b3, b4, d2, d3;
};

// Montgomery, Introduction to Statistical Quality Control, 6th edition, appendix VI.
TEST(Constants, AgreeWithTheTextbook) {
    constexpr Printed kTextbook[] = {
        {2, 2.659, 0.7979, 0, 3.267, 1.128, 0.853},
        {3, 1.954, 0.8862, 0, 2.568, 1.693, 0.888},
        {4, 1.628, 0.9213, 0, 2.266, 2.059, 0.880},
        {5, 1.427, 0.9400, 0, 2.089, 2.326, 0.864},
        {6, 1.287, 0.9515, 0.030, 1.970, 2.534, 0.848},
        {7, 1.182, 0.9594, 0.118, 1.882, 2.704, 0.833},
        {10, 0.975, 0.9727, 0.284, 1.716, 3.078, 0.797},
        {15, 0.789, 0.9823, 0.428, 1.572, 3.472, 0.756},
        {20, 0.680, 0.9869, 0.510, 1.490, 3.735, 0.729},
        {25, 0.606, 0.9896, 0.565, 1.435, 3.931, 0.708},
    };
    for (const Printed& row : kTextbook) {
        EXPECT_NEAR(a3(row.n), row.a3, 0.0005) << row.n;
        EXPECT_NEAR(c4(row.n), row.c4, 0.00005) << row.n;
        EXPECT_NEAR(b3(row.n), row.b3, 0.0005) << row.n;
        EXPECT_NEAR(b4(row.n), row.b4, 0.0005) << row.n;
        EXPECT_NEAR(d2(row.n), row.d2, 0.00051) << row.n;  // 3.0775 is printed as 3.078
        EXPECT_NEAR(d3(row.n), row.d3, 0.0005) << row.n;
    }
}

// Closed forms: the range of a pair is |x - y|, whose mean is 2 / sqrt(pi) and mean square 2; that
// of three has mean 3 / sqrt(pi) and mean square 2 + 3 sqrt(3) / pi.
TEST(Constants, AreExactForPairsAndTriples) {
    EXPECT_NEAR(d2(2), 2 / std::sqrt(std::numbers::pi), 1e-14);
    EXPECT_NEAR(d3(2), std::sqrt(2 - 4 / std::numbers::pi), 1e-13);
    EXPECT_NEAR(d2(3), 3 / std::sqrt(std::numbers::pi), 1e-14);
    EXPECT_NEAR(d3(3), std::sqrt(2 + (3 * std::sqrt(3) - 9) / std::numbers::pi), 1e-13);
    EXPECT_NEAR(c4(2), std::sqrt(2 / std::numbers::pi), 1e-15);
}

// Neither the end of the table nor the change to a series may show: neighbours on a smooth curve.
TEST(Constants, AreSmoothWhereTheMethodChanges) {
    EXPECT_NEAR(d2(50), (d2(50 - 1e-6) + d2(50 + 1e-6)) / 2, 1e-12);
    EXPECT_NEAR(d3(50), (d3(50 - 1e-6) + d3(50 + 1e-6)) / 2, 1e-12);
    for (double (*factor)(double) : {c4, c5}) {
        const double below = factor(1000);
        const double above = factor(1000 + 1e-9);
        EXPECT_NEAR(below / above, 1, 1e-11);
    }
}

// Printed tables give 5.015 and 0.605 for 100. For large n, c5 is sqrt(1 / (2 n)).
TEST(Constants, HoldForLargeSubgroups) {
    EXPECT_NEAR(d2(100), 5.015, 0.0005);
    EXPECT_NEAR(d3(100), 0.605, 0.0005);
    EXPECT_NEAR(c5(1e12), std::sqrt(0.5e-12), 1e-16);
    EXPECT_EQ(c4(1e100), 1);
    EXPECT_EQ(b3(1e100), 1);
}

TEST(Constants, AreMissingForSubgroupsThatHaveNoSpread) {
    for (const double n : {1.0, 0.0, -3.0, 1.999, kMissing}) {
        EXPECT_TRUE(std::isnan(c4(n)));
        EXPECT_TRUE(std::isnan(c5(n)));
        EXPECT_TRUE(std::isnan(a3(n)));
        EXPECT_TRUE(std::isnan(b3(n)));
        EXPECT_TRUE(std::isnan(b4(n)));
        EXPECT_TRUE(std::isnan(d2(n)));
        EXPECT_TRUE(std::isnan(d3(n)));
        EXPECT_TRUE(std::isnan(d2_printed(n)));
        EXPECT_TRUE(std::isnan(d3_printed(n)));
    }
}

}  // namespace
}  // namespace primum::spc
