#pragma once
// Within this room: a series as a file to take along.

#include <string>
#include <string_view>

#include "http/message.h"
#include "measures/series.h"

namespace primum::measures {

/// Named by the series: "core-01.csv".
http::Response file_of(const Series& series, std::string_view ending, const char* type,
                       std::string body);

}  // namespace primum::measures
