#pragma once
// From a table and a mapping to what it says.

#include "base/checked.h"
#include "csv/table.h"
#include "imports/incoming.h"

namespace primum::imports {

/// Every row that can be read, and why the others cannot. The mapping must fit (check_mapping).
Reading read_table(const csv::Table& table, const Mapping& mapping);

/// What DHIS2 exports as JSON: a dataValueSet, whose period and organisation unit may stand once
/// for all values. Refuses other JSON. Source: DHIS2 developer guide, data values.
Checked<Reading> read_dhis2(std::string_view json);

}  // namespace primum::imports
