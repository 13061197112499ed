#include "imports/export.h"

#include <array>
#include <set>

#include "csv/writer.h"
#include "imports/export_rows.h"
#include "xlsx/writer.h"

namespace primum::imports {
namespace {

using xlsx::Format;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct ExportColumn {
    const char* heading;
    Format format;
    double width;
};
constexpr std::array kColumns = {ExportColumn{"organisation_ods", Format::text, 18},
                                 ExportColumn{"measure", Format::text, 16},
                                 ExportColumn{"period_start", Format::date, 13},
                                 ExportColumn{"period_end", Format::date, 13},
                                 ExportColumn{"location", Format::text, 30},
                                 ExportColumn{"numerator", Format::number, 12},
                                 ExportColumn{"denominator", Format::number, 12},
                                 ExportColumn{"value", Format::decimal, 12},
                                 ExportColumn{"target", Format::decimal, 10},
                                 ExportColumn{"mean", Format::decimal, 10},
                                 ExportColumn{"lower", Format::decimal, 10},
                                 ExportColumn{"upper", Format::decimal, 10},
                                 ExportColumn{"signal", Format::text, 16},
                                 ExportColumn{"phase", Format::number, 8},
                                 ExportColumn{"suppressed", Format::number, 12},
                                 ExportColumn{"stratum", Format::text, 14},
                                 ExportColumn{"note", Format::text, 40},
                                 ExportColumn{"excluded", Format::text, 40}};

void day(csv::Writer& out, Day when) {
    out.plain(iso_day(when));
}
void day(xlsx::Writer& out, Day when) {
    out.date(when);
}

/// The same cells for both kinds of files.
template <class Out>
void write(Out& out, const ExportRow& row) {
    const measures::Said& said = row.point.said;
    out.text(row.organisation_code);
    out.text(row.material.measure.code);
    day(out, said.period);
    day(out, row.period_end);
    out.text(row.organisation_name);
    out.number(said.numerator.value_or(spc::kMissing));
    out.number(said.denominator.value_or(spc::kMissing));
    for (const double number :
         {row.value, row.target, row.limits.centre, row.limits.lower, row.limits.upper})
        out.number(number);
    out.text(row.signals);
    out.number(static_cast<double>(row.phase));
    out.number(0.0);
    out.text(row.material.series.stratum);
    out.text(said.note);
    out.text(said.excluded);
    out.end_row();
}

void write_definitions(xlsx::Writer& out, const std::vector<measures::Measure>& measures,
                       const std::set<measures::MeasureId>& used) {
    const std::array columns = {
        xlsx::Column{"measure", Format::text, 16},     xlsx::Column{"from", Format::date, 13},
        xlsx::Column{"name", Format::text, 40},        xlsx::Column{"numerator", Format::text, 40},
        xlsx::Column{"denominator", Format::text, 30}, xlsx::Column{"exclusions", Format::text, 30},
        xlsx::Column{"source", Format::text, 30},      xlsx::Column{"unit", Format::text, 20},
        xlsx::Column{"frequency", Format::text, 12},   xlsx::Column{"better", Format::text, 10},
        xlsx::Column{"goal", Format::text, 30},        xlsx::Column{"reason", Format::text, 40}};
    out.sheet("Definitions", columns);
    for (const measures::Measure& measure : measures) {
        if (!used.contains(measure.id)) continue;
        for (const measures::Version& version : measure.versions) {
            const measures::Definition& says = version.says;
            out.text(measure.code);
            out.date(version.from);
            for (const std::string& text : {says.name, says.numerator, says.denominator,
                                            says.exclusions, says.source, says.unit})
                out.text(text);
            out.text(measures::name(says.frequency));
            out.text(measures::name(says.better));
            out.text(says.goal);
            out.text(version.reason);
            out.end_row();
        }
    }
}

}  // namespace

std::string long_csv(const store::Reader& db, const store::Scope& scope, const Wanted& wanted) {
    std::string text(kByteOrderMark);
    csv::Writer out(text);
    for (const ExportColumn& column : kColumns)
        out.plain(column.heading);
    out.end_row();
    each_row(db, scope, wanted, measures_of(db, scope, wanted),
             [&](const ExportRow& row) { write(out, row); });
    return text;
}

Checked<std::string> workbook(const store::Reader& db, const store::Scope& scope,
                              const Wanted& wanted, Instant made) {
    auto out = xlsx::Writer::begin("Primum", made);
    if (!out) return std::unexpected(out.error());
    std::vector<xlsx::Column> columns;
    for (const ExportColumn& column : kColumns)
        columns.push_back({column.heading, column.format, column.width});
    out->sheet("Data", columns);
    const auto measures = measures_of(db, scope, wanted);
    std::set<measures::MeasureId> used;
    each_row(db, scope, wanted, measures, [&](const ExportRow& row) {
        used.insert(row.material.measure.id);
        write(*out, row);
    });
    write_definitions(*out, measures, used);
    return out->finish();
}

}  // namespace primum::imports
