#include "measures/drawn.h"

#include <cmath>

#include "chart/key.h"
#include "chart/sparkline.h"
#include "datasets/sentence.h"
#include "datasets/summary.h"
#include "measures/gaps.h"

namespace primum::measures {

std::string Drawn::number(std::optional<double> value) const {
    return value && !std::isnan(*value) ? chart::number(*value, format) : "–";
}

std::size_t Drawn::bytes() const {
    constexpr std::size_t kOfAPoint = 400;  // its lines, its readings, its place in the chart
    return sizeof(Drawn) + picture.markup().size() + key.markup().size() +
           chart.points.size() * kOfAPoint;
}

Drawn draw(const Material& material, std::string_view id) {
    Drawn drawn{.study = study_of(material)};
    if (!drawn.study) return drawn;
    const datasets::Study& study = *drawn.study;
    drawn.format = datasets::number_format(study);
    drawn.chart = chart_of(material, study);
    drawn.chart.caption.id = id;
    break_at_missing(drawn.chart, material);
    drawn.sentence = datasets::sentence_of(study, 0, drawn.format);
    drawn.target_sentence = datasets::target_sentence_of(study, 0, drawn.format);
    drawn.key = chart::key(drawn.chart);
    drawn.picture = chart::control_chart(drawn.chart);
    return drawn;
}

html::Html sparkline(const Drawn& drawn, std::string_view name) {
    return drawn.study ? chart::sparkline(drawn.chart, name) : html::Html();
}

}  // namespace primum::measures
