#include <algorithm>
#include <thread>
#include <vector>

#include "csv/writer.h"
#include "datasets/points.h"
#include "datasets/report.h"
#include "datasets/written_dates.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

constexpr std::string_view kHeadings =
    "series,i,date,value,numerator,denominator,centre,lower,upper,lower2,upper2,phase,baseline,"
    "excluded,signals,reading\r\n";

constexpr std::size_t kBytesOfARow = 180;  // about

void append_point(csv::Writer& csv, const std::string& series, const PointView& point,
                  WrittenDates& dates, std::size_t i) {
    csv.text(series);
    csv.number(i + 1);
    csv.plain(dates.of(point.key()));
    csv.number(point.value());
    csv.number(point.numerator());
    csv.number(point.denominator());
    const auto& limits = point.limits();
    csv.number(limits.centre);
    csv.number(limits.lower);
    csv.number(limits.upper);
    csv.number(limits.lower2);
    csv.number(limits.upper2);
    csv.number(point.phase_number());
    csv.plain(point.in_baseline() ? "1" : "0");
    csv.plain(point.excluded() ? "1" : "0");
    csv.plain(names_of(point.signals().all()));
    csv.plain(spc::name_of(point.reading()));
    csv.end_row();
}

void append_member(csv::Writer& csv, const Study& study, std::size_t member, WrittenDates& dates) {
    const std::size_t points = study.analyses[member].values.size();
    for (std::size_t i = 0; i < points; ++i)
        append_point(csv, study.data.members[member].name, PointView(study, member, i), dates, i);
}

std::string rows_between(const Study& study, std::size_t begin, std::size_t end) {
    const auto& members = study.data.members;
    std::string out;
    if (begin == end) return out;
    out.reserve(kBytesOfARow * (members[end - 1].end - members[begin].begin));
    csv::Writer csv(out);
    WrittenDates dates(study.data.calendar);
    for (std::size_t member = begin; member < end; ++member)
        append_member(csv, study, member, dates);
    return out;
}

}  // namespace

std::string csv_report(const Study& study) {
    // Writing digits takes longer than finding them, so every core writes its share.
    constexpr std::size_t kPointsWorthAThread = 4'000;
    const std::size_t members = study.data.members.size();
    const std::size_t shares =
        std::clamp<std::size_t>(study.data.size() / kPointsWorthAThread, 1,
                                std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::string> parts(shares);
    {
        std::vector<std::jthread> helpers;
        for (std::size_t k = 1; k < shares; ++k)
            helpers.emplace_back([&, k] {
                parts[k] = rows_between(study, members * k / shares, members * (k + 1) / shares);
            });
        parts[0] = rows_between(study, 0, members / shares);
    }
    std::string out(kHeadings);
    std::size_t size = out.size();
    for (const auto& part : parts)
        size += part.size();
    out.reserve(size);
    for (const auto& part : parts)
        out += part;
    return out;
}

std::string csv_report(const Study& study, std::size_t member) {
    return std::string(kHeadings) + rows_between(study, member, member + 1);
}

}  // namespace primum::datasets
