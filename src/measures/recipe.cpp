#include "measures/recipe.h"

#include <cmath>

#include "csv/writer.h"
#include "datasets/points.h"
#include "html/number.h"
#include "spc/names.h"

namespace primum::measures {
namespace {

bool divides(const Material& material) {
    return material.measure.now().divides();
}

std::string exact(double number) {
    std::string text;
    html::append_number(text, number);
    return text;
}

/// One length for all phases; nothing where they differ.
std::optional<std::size_t> baseline_of(const datasets::Study& study) {
    const auto& phases = study.data.members[0].phases;
    for (const spc::Phase& phase : phases)
        if (phase.baseline != phases.front().baseline) return {};
    return phases.front().baseline;
}

/// The target at the last point: the one that the assurance is about.
double last_target(const datasets::Study& study) {
    return study.data.targets.empty() ? spc::kMissing : study.data.targets.back();
}

}  // namespace

std::string points_csv(const Material& material, const datasets::Study& study) {
    std::string text = "period,";
    text += divides(material) ? "numerator,denominator" : "value";
    text += ",phase,excluded,target,note,entered_by,entered_at\r\n";
    csv::Writer csv(text);
    const Frequency frequency = material.measure.now().frequency;
    for (std::size_t i = 0; i < material.points.size(); ++i) {
        const Point& point = material.points[i];
        csv.plain(iso_period(frequency, point.said.period));
        csv.number(study.data.values[i]);
        if (divides(material)) csv.number(point.said.denominator.value_or(spc::kMissing));
        csv.number(datasets::PointView(study, 0, i).phase_number());
        csv.plain(point.said.excluded.empty() ? "0" : "1");
        csv.number(study.data.targets.empty() ? spc::kMissing : study.data.targets[i]);
        csv.text(point.said.note.empty() ? point.said.excluded : point.said.note);
        csv.text(point.entered_by);
        csv.plain(iso_day(std::chrono::floor<std::chrono::days>(point.entered_at)));
        csv.end_row();
    }
    return text;
}

std::optional<std::string> command_of(const Material& material, const datasets::Study& study) {
    const auto baseline = baseline_of(study);
    if (!baseline) return {};
    std::string command = "primum analyse " + material.series.code + ".csv --date period";
    if (!study.data.denominators.empty())
        command += " --numerator numerator --denominator denominator";
    else
        command += divides(material) ? " --value numerator" : " --value value";
    command += " --phase phase --exclude excluded --by none --chart ";
    command += spc::name_of(study.options.chart);
    command += " --rules " + study.rules;
    if (study.options.multiply != 1) command += " --multiply " + exact(study.options.multiply);
    command += " --better ";
    command += name(study.options.better);
    if (const double target = last_target(study); !std::isnan(target))
        command += " --target " + exact(target);
    if (*baseline > 0) command += " --baseline " + std::to_string(*baseline);
    return command + " --format csv";
}

}  // namespace primum::measures
