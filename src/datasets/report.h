#pragma once
// A study as text: for people, spreadsheets and programs.

#include <string>

#include "datasets/study.h"

namespace primum::datasets {

/// One row a point, RFC 4180, as in the contract: series, i, date, value, numerator, denominator,
/// centre, lower, upper, lower2, upper2, phase, baseline, excluded, signals, reading. Numbers have
/// 17 significant digits; an empty field is "none".
std::string csv_report(const Study& study);

/// The rows of one series, with headings.
std::string csv_report(const Study& study, std::size_t member);

/// The same points as JSON, and for each series what they mean together.
std::string json_report(const Study& study);

/// A table to be read in a terminal: one row a series and a sentence for each; the points too when
/// there is one series.
std::string table_report(const Study& study);

}  // namespace primum::datasets
