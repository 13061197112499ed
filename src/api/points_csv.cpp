// Points as spreadsheets and reporting tools take them: one row each, with the lines of the chart.

#include <cmath>

#include "api/documents.h"
#include "csv/writer.h"
#include "datasets/points.h"
#include "measures/decision.h"
#include "measures/study.h"

namespace primum::api {
namespace {

using disclosure::Published;

constexpr std::string_view kMark = "\xef\xbb\xbf";
constexpr std::string_view kHeadings =
    "organisation_ods,measure,period_start,period_end,location,numerator,denominator,value,target,"
    "mean,lower,upper,signal,phase,suppressed\r\n";

double number(const Published& published) {
    return published.number().value_or(std::nan(""));
}

/// Of each point, where there is a chart; a point that no chart shows has no lines.
void add_lines(csv::Writer& row, const Checked<datasets::Study>& study, std::size_t point,
               double target) {
    row.number(target);
    if (!study) {
        for (int empty = 0; empty < 5; ++empty)
            row.plain("");
        return;
    }
    const datasets::PointView view(*study, 0, point);
    row.number(view.limits().centre);
    row.number(view.limits().lower);
    row.number(view.limits().upper);
    row.plain(datasets::names_of(view.signals().all()));
    row.number(view.phase_number());
}

}  // namespace

std::string points_csv(const Asked& asked, const measures::PublishedSeries& published) {
    std::string text(kMark);
    text += kHeadings;
    csv::Writer row(text);
    const auto study = measures::study_of(published.material);
    for (std::size_t i = 0; i < published.points.size(); ++i) {
        const measures::PublishedPoint& point = published.points[i];
        row.text(asked.organisation.code);
        row.text(asked.series.code);
        row.plain(iso_day(point.period));
        row.plain(iso_day(last_day(asked.says().frequency, point.period)));
        row.text(asked.organisation.name);
        row.number(number(point.numerator));
        row.number(number(point.denominator));
        row.number(number(point.value));
        add_lines(
            row, study, i,
            measures::target_on(published.material.targets, point.period).value_or(std::nan("")));
        row.plain(point.value.is_hidden() ? "1" : "0");
        row.end_row();
    }
    return text;
}

}  // namespace primum::api
