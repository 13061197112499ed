#include "api/documents.h"

#include <algorithm>

#include "spc/names.h"

namespace primum::api {
namespace {

using disclosure::Published;

void member(json::Writer& json, std::string_view name, const Published& number) {
    json.key(name);
    if (const auto shown = number.number())
        json.value(*shown);
    else
        json.null();
}

void member(json::Writer& json, std::string_view name, const std::optional<Day>& day) {
    json.key(name);
    if (day)
        json.value(iso_day(*day));
    else
        json.null();
}

}  // namespace

void write_measure(json::Writer& json, const measures::Measure& measure) {
    const measures::Definition& says = measure.now();
    json.begin_object()
        .member("code", measure.code)
        .member("name", says.name)
        .member("status", measures::name(measure.status))
        .member("kind", measures::name(says.kind))
        .member("numerator", says.numerator)
        .member("denominator", says.denominator)
        .member("exclusions", says.exclusions)
        .member("source", says.source)
        .member("sampling", says.sampling)
        .member("unit", says.unit)
        .member("multiplier", says.multiplier)
        .member("frequency", measures::name(says.frequency))
        .member("chart", spc::name_of(says.chart))
        .member("better", measures::name(says.better))
        .member("goal", says.goal)
        .member("steward", says.steward)
        .member("version", measure.latest().number)
        .member("valid_from", iso_day(measure.latest().from))
        .end_object();
}

void write_series(json::Writer& json, const organisations::Organisation& organisation,
                  const measures::Measure& measure, const measures::Series& series,
                  disclosure::Mode mode) {
    const measures::Definition& says = measure.now();
    json.begin_object()
        .member("code", series.code)
        .member("organisation", organisation.code)
        .member("organisation_name", organisation.name)
        .member("measure", measure.code)
        .member("stratum", series.stratum)
        .member("chart", spc::name_of(series.chart.value_or(says.chart)))
        .member("rules", series.rules)
        .member("audience", measures::name(series.audience))
        .member("disclosure", disclosure::name(mode));
    member(json, "starts_on", series.starts);
    member(json, "ends_on", series.ends);
    json.key("definition");
    write_measure(json, measure);
    json.end_object();
}

void write_point(json::Writer& json, const Asked& asked, const measures::PublishedSeries& published,
                 std::size_t which) {
    const measures::PublishedPoint& point = published.points[which];
    const measures::Frequency frequency = asked.says().frequency;
    const bool own = asked.mode == disclosure::Mode::none;
    json.begin_object()
        .member("period", measures::iso_period(frequency, point.period))
        .member("period_start", iso_day(point.period))
        .member("period_end", iso_day(last_day(frequency, point.period)));
    member(json, "numerator", point.numerator);
    member(json, "denominator", point.denominator);
    member(json, "value", point.value);
    json.member("suppressed", point.value.is_hidden() || point.numerator.is_hidden() ||
                                  point.denominator.is_hidden())
        .member("rounded", point.value.state() == Published::State::rounded)
        .member("excluded", point.excluded);
    if (own) {
        const measures::Point& kept = published.material.points[which];
        json.member("note", kept.said.note)
            .member("excluded_because", kept.said.excluded)
            .member("entered_by", kept.entered_by)
            .member("entered_at", iso_instant(kept.entered_at))
            .member("revision", kept.rev);
    }
    json.end_object();
}

std::string point_document(const Asked& asked, const measures::PublishedSeries& published,
                           std::size_t point) {
    json::Writer json;
    write_point(json, asked, published, point);
    return std::string(json.text());
}

std::optional<std::size_t> find_point(const measures::PublishedSeries& published, Day period) {
    const auto found =
        std::ranges::find(published.points, period, &measures::PublishedPoint::period);
    if (found == published.points.end()) return std::nullopt;
    return static_cast<std::size_t>(found - published.points.begin());
}

Day last_day(measures::Frequency frequency, Day period) {
    if (frequency == measures::Frequency::event) return period;
    return measures::next_period(frequency, period) - std::chrono::days(1);
}

}  // namespace primum::api
