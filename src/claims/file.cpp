#include "claims/file.h"

#include <algorithm>
#include <cmath>

#include "csv/writer.h"

namespace primum::claims {
namespace {

template <class... Headings>
void headings(csv::Writer& out, const Headings&... all) {
    (out.plain(all), ...);
    out.end_row();
}

}  // namespace

std::string file_of(const measures::Measure& measure, std::vector<UnitCounts> counts) {
    std::ranges::sort(counts, {}, [](const UnitCounts& unit) { return unit.unit.text(); });
    std::string text;
    csv::Writer out(text);
    headings(out, "unit", "joined", "period", "numerator", "denominator", "model_expected");
    for (const UnitCounts& unit : counts)
        for (const Count& one : unit.counts) {
            out.plain(unit.unit.text());
            out.plain(unit.joined ? "yes" : "no");
            out.plain(measures::iso_period(measure.now().frequency, one.period));
            out.number(one.numerator);
            out.number(one.denominator.value_or(spc::kMissing));
            out.number(one.risk.value_or(spc::kMissing));
            out.end_row();
        }
    return text;
}

std::string published_file(const measures::Measure& measure, const Shown& shown) {
    std::string text;
    csv::Writer out(text);
    headings(out, "period", "observed_so_far", "expected_so_far", "expected_with_trend_so_far");
    const auto number = [&](double value) {
        std::isnan(value) ? out.plain(disclosure::kHidden) : out.number(value);
    };
    for (const ShownSoFar& one : shown.so_far) {
        out.plain(measures::iso_period(measure.now().frequency, one.period));
        number(one.observed);
        number(one.expected);
        number(one.with_trend);
        out.end_row();
    }
    return text;
}

}  // namespace primum::claims
