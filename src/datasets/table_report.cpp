#include <fmt/format.h>

#include <cmath>

#include "datasets/points.h"
#include "datasets/report.h"
#include "datasets/sentence.h"
#include "datasets/summary.h"
#include "datasets/text_table.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

std::string shown(double value, chart::NumberFormat format) {
    return std::isnan(value) ? "" : chart::axis_number(value, format);
}

std::string heading_of(const Study& study) {
    const auto span = time_span(study);
    return fmt::format("{}{}{}, {}, rules: {}\n", unit_of(study), span.empty() ? "" : ", ", span,
                       spc::spoken_name_of(study.options.chart), study.rules);
}

TextTable summaries(const Study& study) {
    TextTable table({{study.data.by_name.empty() ? "series" : study.data.by_name},
                     {"points", Align::right},
                     {"latest"},
                     {"value", Align::right},
                     {"centre", Align::right},
                     {"lower", Align::right},
                     {"upper", Align::right},
                     {"variation"},
                     {"assurance"}});
    const auto format = number_format(study);
    for (std::size_t member = 0; member < study.analyses.size(); ++member) {
        const auto summary = summary_of(study, member);
        const auto& analysis = study.analyses[member];
        table.add_row({name_of(study, member), std::to_string(summary.points),
                       summary.latest ? PointView(study, member, *summary.latest).date() : "",
                       shown(summary.value, format), shown(summary.limits.centre, format),
                       shown(summary.limits.lower, format), shown(summary.limits.upper, format),
                       std::string(spc::name_of(analysis.variation)),
                       std::string(spc::name_of(analysis.assurance))});
    }
    return table;
}

TextTable points_of(const Study& study, std::size_t member) {
    TextTable table({{"date"},
                     {"value", Align::right},
                     {"centre", Align::right},
                     {"lower", Align::right},
                     {"upper", Align::right},
                     {"phase", Align::right},
                     {"reading"},
                     {"signals"}});
    const auto format = number_format(study);
    for (std::size_t i = 0; i < study.analyses[member].values.size(); ++i) {
        const PointView point(study, member, i);
        table.add_row({point.date(), shown(point.value(), format),
                       shown(point.limits().centre, format), shown(point.limits().lower, format),
                       shown(point.limits().upper, format), std::to_string(point.phase_number()),
                       std::string(spc::name_of(point.reading())),
                       point.excluded() ? "excluded" : names_of(point.signals().all())});
    }
    return table;
}

}  // namespace

std::string table_report(const Study& study) {
    std::string out = fmt::format("{}\n{}\n", heading_of(study), summaries(study).text());
    const auto format = number_format(study);
    for (std::size_t member = 0; member < study.analyses.size(); ++member)
        out += fmt::format("{}: {}\n", name_of(study, member), sentence_of(study, member, format));
    if (study.analyses.size() == 1) out += fmt::format("\n{}", points_of(study, 0).text());
    return out;
}

}  // namespace primum::datasets
