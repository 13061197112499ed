// FunnelPlotR: funnels of proportions, ratios of counts and standardised ratios.

#include <string>

#include "grouped_input.h"
#include "runner.h"
#include "spc/funnel.h"

namespace primum::golden {
namespace {

constexpr double kInner = 0.95;
constexpr double kOuter = 0.998;

spc::FunnelScale scale_of(const CaseOptions& options) {
    const std::string kind = options.text("data_type", "SR");
    const bool cqc = options.text("sr_method", "SHMI") == "CQC";
    return {.kind = kind == "PR"   ? spc::FunnelKind::proportion
                    : kind == "RC" ? spc::FunnelKind::ratio_of_counts
                                   : spc::FunnelKind::standardised_ratio,
            .transform = cqc ? spc::FunnelTransform::square_root : spc::FunnelTransform::logarithm,
            .spelling = spc::FunnelSpelling::funnelplotr};
}

/// SHMI is a way of its own, which truncates and rounds; everything else winsorises.
spc::FunnelOptions options_of(const CaseOptions& options) {
    spc::FunnelOptions ours;
    ours.scale = scale_of(options);
    const bool ratio = ours.scale.kind == spc::FunnelKind::standardised_ratio;
    const bool shmi = ratio && ours.scale.transform == spc::FunnelTransform::logarithm;
    ours.method = ratio ? spc::FunnelMethod::exact_interval : spc::FunnelMethod::transformed;
    ours.over_dispersion = options.flag("draw_adjusted", true);
    ours.trimming = shmi ? spc::Trimming::truncated : spc::Trimming::winsorised;
    ours.trim = options.number("trim_by").value_or(0.1);
    ours.rounded_expected = shmi && options.flag("SHMI_rounding", true);
    ours.outlier_share = options.number("limit").value_or(99) == 95 ? kInner : kOuter;
    ours.multiply = options.number("multiplier").value_or(1);
    return ours;
}

void put_interval(Table& table, const std::string& lower, const std::string& upper,
                  spc::Interval limits) {
    table[lower].push_back(limits.lower);
    table[upper].push_back(limits.upper);
}

/// Limits on the transformed scale, which the peer prints also where it does not use them.
spc::Interval od_limits(const spc::Funnel& funnel, double denominator, double share) {
    const auto limits =
        spc::transformed_limits(funnel.options.scale, funnel.centre, denominator, share,
                                funnel.adjusted ? funnel.dispersion.tau2 : 0);
    return {.lower = limits.lower * funnel.options.multiply,
            .upper = limits.upper * funnel.options.multiply};
}

void put_group(Table& table, const spc::Funnel& funnel, const spc::FunnelGroup& group) {
    table["denominator"].push_back(group.denominator);
    table["ratio"].push_back(group.ratio / funnel.options.multiply);
    table["target_transformed"].push_back(
        spc::transform_centre(funnel.options.scale, funnel.centre));
    table["y"].push_back(group.transformed);
    table["z"].push_back(group.z);
    table["winsorised"].push_back(group.trimmed ? 1.0 : 0.0);
    table["truncated"].push_back(group.trimmed ? 1.0 : 0.0);
    table["z_used"].push_back(group.z_used);
    table["outlier"].push_back(group.outlier == spc::Standing::within ? 0.0 : 1.0);
    const double n = group.denominator;
    put_interval(table, "od95lcl", "od95ucl", od_limits(funnel, n, kInner));
    put_interval(table, "od99lcl", "od99ucl", od_limits(funnel, n, kOuter));
    put_interval(table, "lcl95", "ucl95", funnel.chance_limits_at(n, kInner));
    put_interval(table, "lcl99", "ucl99", funnel.chance_limits_at(n, kOuter));
}

/// The peer prints the error that its limits are made of.
double printed_error(const spc::Funnel& funnel, const spc::FunnelGroup& group) {
    return funnel.options.scale.kind == spc::FunnelKind::ratio_of_counts
               ? spc::expected_error(funnel.options.scale, funnel.centre, group.denominator)
               : group.error;
}

constexpr std::string_view kOptions[] = {"data_type", "limit",   "draw_adjusted", "draw_unadjusted",
                                         "sr_method", "trim_by", "multiplier",    "SHMI_rounding"};

Answered funnel(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    const GroupSums groups = sums_by_group(golden.input);
    const auto ours = options_of(golden.options);
    const auto funnel = spc::funnel(groups.numerators, groups.denominators, ours);
    Answer answer{.tables = {}, .refused = !funnel};
    if (!funnel) return answer;

    Table& table = answer.tables[""];
    double outliers = 0;
    for (std::size_t i = 0; i < groups.names.size(); ++i) {
        table["group"].push_back(groups.names[i]);
        table["numerator"].push_back(groups.numerators[i]);
        put_group(table, *funnel, funnel->groups[i]);
        table["s"].push_back(printed_error(*funnel, funnel->groups[i]));
        outliers += funnel->groups[i].outlier == spc::Standing::within ? 0 : 1;
    }
    Table& summary = answer.tables["summary"];
    summary["target"].push_back(funnel->centre);
    summary["phi"].push_back(ours.over_dispersion ? funnel->dispersion.phi : 0);
    summary["tau2"].push_back(ours.over_dispersion ? funnel->dispersion.tau2 : 0);
    summary["draw_adjusted"].push_back(funnel->adjusted ? 1.0 : 0.0);
    summary["draw_unadjusted"].push_back(
        golden.options.flag("draw_unadjusted", false) || !funnel->adjusted ? 1.0 : 0.0);
    summary["groups"].push_back(static_cast<double>(groups.names.size()));
    summary["outliers"].push_back(outliers);
    return answer;
}

const Registered here{{"FunnelPlotR", "funnel", funnel}};

}  // namespace
}  // namespace primum::golden
