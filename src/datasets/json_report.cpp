#include "datasets/points.h"
#include "datasets/report.h"
#include "datasets/sentence.h"
#include "datasets/suggestions.h"
#include "datasets/summary.h"
#include "datasets/written_dates.h"
#include "json/writer.h"
#include "spc/names.h"

namespace primum::datasets {
namespace {

void write_point(json::Writer& json, const PointView& point, WrittenDates& dates, std::size_t i) {
    const auto& limits = point.limits();
    json.begin_object().member("i", i + 1).member("date", dates.of(point.key()));
    json.member("value", point.value());
    json.member("numerator", point.numerator()).member("denominator", point.denominator());
    json.member("centre", limits.centre)
        .member("lower", limits.lower)
        .member("upper", limits.upper);
    json.member("lower2", limits.lower2).member("upper2", limits.upper2);
    json.member("phase", point.phase_number()).member("baseline", point.in_baseline());
    json.member("excluded", point.excluded());
    json.key("signals").begin_array();
    for (int k = 0; k < spc::kRuleCount; ++k)
        if (point.signals().all().has(static_cast<spc::Rule>(k)))
            json.value(spc::name_of(static_cast<spc::Rule>(k)));
    json.end_array().member("reading", spc::name_of(point.reading())).end_object();
}

void write_signal(json::Writer& json, const Study& study, std::size_t member,
                  const spc::Signal& signal) {
    using Direction = spc::Signal::Direction;
    json.begin_object().member("rule", spc::name_of(signal.rule));
    json.member("direction", signal.direction == Direction::high  ? "high"
                             : signal.direction == Direction::low ? "low"
                                                                  : "none");
    json.member("first", PointView(study, member, signal.first).date());
    json.member("last", PointView(study, member, signal.last).date()).end_object();
}

void write_suggestion(json::Writer& json, const Study& study, std::size_t member,
                      const spc::SuggestedRebase& suggestion) {
    json.begin_object().member("date", PointView(study, member, suggestion.begin).date());
    json.member("points", suggestion.points).member("direction", suggestion.above ? "high" : "low");
    json.member("lasts", suggestion.reason == spc::RebaseReason::shift_lasts);
    json.member("old_centre", suggestion.old_centre).member("new_centre", suggestion.new_centre);
    json.end_object();
}

void write_runs(json::Writer& json, const spc::PhaseSummary& phase) {
    json.member("longest_run", phase.longest_run)
        .member("longest_run_limit", phase.longest_run_most);
    json.member("crossings", phase.crossings).member("crossings_limit", phase.crossings_least);
}

void write_phase(json::Writer& json, const Study& study, std::size_t member,
                 const spc::PhaseSummary& phase) {
    json.begin_object().member("begin", PointView(study, member, phase.begin).date());
    json.member("points", phase.end - phase.begin).member("base_points", phase.base_points);
    json.member("centre", phase.centre).member("sigma", phase.sigma);
    write_runs(json, phase);
    json.end_object();
}

void write_series(json::Writer& json, const Study& study, std::size_t member,
                  chart::NumberFormat format, WrittenDates& dates) {
    const auto& analysis = study.analyses[member];
    json.begin_object().member("series", study.data.members[member].name);
    json.member("variation", spc::name_of(analysis.variation));
    json.member("assurance", spc::name_of(analysis.assurance));
    json.member("sentence", sentence_of(study, member, format));
    write_runs(json, analysis.phases.back());

    json.key("signals").begin_array();
    for (const auto& signal : spc::signals_of(analysis))
        write_signal(json, study, member, signal);
    json.end_array().key("suggested_rebases").begin_array();
    for (const auto& suggestion : suggestions_of(study, member))
        write_suggestion(json, study, member, suggestion);
    json.end_array().key("phases").begin_array();
    for (const auto& phase : analysis.phases)
        write_phase(json, study, member, phase);
    json.end_array().key("points").begin_array();
    for (std::size_t i = 0; i < analysis.values.size(); ++i)
        write_point(json, PointView(study, member, i), dates, i);
    json.end_array().end_object();
}

std::string_view name_of(spc::Better better) {
    switch (better) {
        case spc::Better::higher:
            return "higher";
        case spc::Better::lower:
            return "lower";
        default:
            return "neutral";
    }
}

}  // namespace

std::string json_report(const Study& study) {
    json::Writer json;
    json.begin_object().member("chart", spc::name_of(study.options.chart));
    json.member("rules", study.rules).member("better", name_of(study.options.better));
    json.member("target", study.options.target).member("multiply", study.options.multiply);
    json.key("series").begin_array();
    const auto format = number_format(study);
    WrittenDates dates(study.data.calendar);
    for (std::size_t member = 0; member < study.analyses.size(); ++member)
        write_series(json, study, member, format, dates);
    json.end_array().end_object();
    return std::string(json.text()) + "\n";
}

}  // namespace primum::datasets
