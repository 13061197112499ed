#pragma once
// What answers hold: values to JSON and CSV. Their schemas are in contract.cpp.

#include <string>

#include "api/asked.h"
#include "json/writer.h"
#include "measures/publishing.h"

namespace primum::api {

void write_measure(json::Writer& json, const measures::Measure& measure);

void write_series(json::Writer& json, const organisations::Organisation& organisation,
                  const measures::Measure& measure, const measures::Series& series,
                  disclosure::Mode mode);

/// A point by its number in the published series. Who reads its own sees its note as well.
void write_point(json::Writer& json, const Asked& asked, const measures::PublishedSeries& published,
                 std::size_t point);

/// That point alone: what its ETag is of.
std::string point_document(const Asked& asked, const measures::PublishedSeries& published,
                           std::size_t point);

/// The number of the point of a period.
std::optional<std::size_t> find_point(const measures::PublishedSeries& published, Day period);

/// The last day of the period that begins on a day.
Day last_day(measures::Frequency frequency, Day period);

/// Long form, for spreadsheets: UTF-8 with its mark, lines that end with CR LF.
std::string points_csv(const Asked& asked, const measures::PublishedSeries& published);

}  // namespace primum::api
