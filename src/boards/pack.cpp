#include "boards/pack.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "boards/sentences.h"
#include "chart/icons.h"
#include "csv/writer.h"
#include "datasets/points.h"
#include "xlsx/writer.h"

namespace primum::boards {
namespace {

/// As chart::number writes it, so that a file says what the page says.
std::optional<double> shown(std::optional<double> value, chart::NumberFormat format) {
    if (!value || std::isnan(*value)) return {};
    const double scale = format.style == chart::NumberStyle::proportion ? 100 : 1;
    const double step = std::pow(10, format.decimals);
    return std::round(*value * scale * step) / step;
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& one : sentences)
        if (!one.empty()) all.append(all.empty() ? "" : " ").append(one);
    return all;
}

constexpr auto kHeadings = std::to_array<std::string_view>(
    {"measure", "code", "unit", "period", "value", "target", "variation", "assurance", "mean",
     "lower_limit", "upper_limit", "what_the_chart_tells", "what_people_say",
     "what_the_rule_says_of_it"});

/// Row by row and cell by cell, for both kinds of files.
template <class Text, class Number, class EndRow>
void write_board(const Pack& pack, Text text, Number number, EndRow end_row) {
    for (const PackRow& row : pack.rows) {
        for (const std::string* cell : {&row.name, &row.code, &row.unit, &row.period})
            text(*cell);
        number(row.value);
        number(row.target);
        text(row.variation);
        text(row.assurance);
        for (const auto& line : {row.centre, row.lower, row.upper})
            number(line);
        for (const std::string* cell : {&row.tells, &row.narrative, &row.judged})
            text(*cell);
        end_row();
    }
}

std::vector<xlsx::Column> columns_of_board() {
    std::vector<xlsx::Column> columns;
    for (const std::string_view heading : kHeadings) {
        const bool number = heading == "value" || heading == "target" || heading == "mean" ||
                            heading.ends_with("_limit");
        const bool words = heading.starts_with("what") || heading == "measure";
        columns.push_back({.heading = std::string(heading),
                           .format = number ? xlsx::Format::number : xlsx::Format::text,
                           .width = words ? 40.0 : 14.0});
    }
    return columns;
}

void write_points(xlsx::Writer& file, const PackRow& row) {
    const measures::Material& material = row.row->material;
    const auto& study = row.row->drawn.study;
    for (std::size_t i = 0; i < material.points.size(); ++i) {
        const measures::Said& said = material.points[i].said;
        file.text(row.code);
        file.date(said.period);
        file.number(said.numerator.value_or(spc::kMissing));
        file.number(said.denominator.value_or(spc::kMissing));
        if (study) {
            const datasets::PointView point(*study, 0, i);
            file.number(point.value());
            file.number(point.limits().centre);
            file.number(point.limits().lower);
            file.number(point.limits().upper);
            file.text(datasets::names_of(point.signals().all()));
        } else {
            for (int blank = 0; blank < 5; ++blank)
                file.empty();
        }
        file.text(said.excluded);
        file.text(said.note);
        file.end_row();
    }
}

void write_definition(const design::View& view, xlsx::Writer& file, const PackRow& row) {
    const measures::Version& version = row.row->material.measure.latest();
    const measures::Definition& says = version.says;
    file.text(row.code);
    for (const std::string* cell : {&says.name, &says.numerator, &says.denominator,
                                    &says.exclusions, &says.source, &says.unit})
        file.text(*cell);
    file.number(says.multiplier);
    file.text(view.say(measures::label(says.frequency)));
    file.text(view.say(measures::label(says.better)));
    file.number(version.number);
    file.date(version.from);
    file.end_row();
}

}  // namespace

Pack pack_of(const design::View& view, const Board& board, const organisations::Kinds& kinds) {
    Pack pack{.title = view.say("Board of {}", board.organisation.name),
              .when = view.say("As of {}", view.words->day(board.until)),
              .summary = summary_sentence(view, board)};
    for (const Row* row : rows_of(board, {})) {
        const measures::Reading& reading = row->reading;
        const chart::NumberFormat format = row->drawn.format;
        PackRow line{.row = row,
                     .name = row->name,
                     .code = row->material.series.code,
                     .unit = row->says().unit};
        if (reading.latest)
            line.period = measures::iso_period(row->says().frequency, *reading.latest);
        line.value = shown(reading.value, format);
        line.target = shown(reading.target, format);
        line.centre = shown(reading.centre, format);
        line.lower = shown(reading.lower, format);
        line.upper = shown(reading.upper, format);
        line.variation = chart::name_of(reading.variation);
        line.assurance = chart::name_of(reading.assurance);
        line.tells = joined({row->drawn.sentence, row->drawn.target_sentence,
                             coverage_sentence(view, *row), below_sentence(view, *row, kinds)});
        if (row->narrative) line.narrative = row->narrative->words;
        line.judged = judgement_sentence(view, row->judgement, row->drawn);
        pack.rows.push_back(std::move(line));
    }
    return pack;
}

std::string pack_csv(const Pack& pack) {
    std::string out;
    csv::Writer csv(out);
    for (const std::string_view heading : kHeadings)
        csv.plain(heading);
    csv.end_row();
    write_board(
        pack, [&](const std::string& text) { csv.text(text); },
        [&](std::optional<double> number) {
            // The shortest digits: 4.2 rather than seventeen of them.
            number ? csv.plain(fmt::format("{}", *number)) : csv.plain("");
        },
        [&] { csv.end_row(); });
    return out;
}

Checked<std::string> pack_xlsx(const design::View& view, const Pack& pack, Instant made,
                               const Progress& progress) {
    auto file = xlsx::Writer::begin(pack.title, made);
    if (!file) return std::unexpected(file.error());
    file->sheet("Board", columns_of_board());
    write_board(
        pack, [&](const std::string& text) { file->text(text); },
        [&](std::optional<double> number) { file->number(number.value_or(spc::kMissing)); },
        [&] { file->end_row(); });
    using enum xlsx::Format;
    const std::array data = {
        xlsx::Column{"code", text},          xlsx::Column{"period", date},
        xlsx::Column{"numerator", number},   xlsx::Column{"denominator", number},
        xlsx::Column{"value", number},       xlsx::Column{"mean", number},
        xlsx::Column{"lower_limit", number}, xlsx::Column{"upper_limit", number},
        xlsx::Column{"signals", text},       xlsx::Column{"excluded", text},
        xlsx::Column{"note", text, 40}};
    file->sheet("Data", data);
    for (std::size_t i = 0; i < pack.rows.size(); ++i) {
        write_points(*file, pack.rows[i]);
        if (progress) progress(i + 1, pack.rows.size());
    }
    const std::array definitions = {
        xlsx::Column{"code", text},           xlsx::Column{"measure", text, 40},
        xlsx::Column{"numerator", text, 40},  xlsx::Column{"denominator", text, 40},
        xlsx::Column{"exclusions", text, 30}, xlsx::Column{"source", text, 30},
        xlsx::Column{"unit", text, 24},       xlsx::Column{"multiplier", number},
        xlsx::Column{"frequency", text},      xlsx::Column{"better", text},
        xlsx::Column{"version", number},      xlsx::Column{"holds_from", date}};
    file->sheet("Definitions", definitions);
    for (const PackRow& row : pack.rows)
        write_definition(view, *file, row);
    return file->finish();
}

}  // namespace primum::boards
