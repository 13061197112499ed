#pragma once
// Numbers of measures, in and out, as verbs.

#include <string>
#include <vector>

#include "base/checked.h"
#include "store/store.h"

namespace primum::app {

struct ImportNumbers {
    std::string file;
    std::string organisation;  ///< code
    std::string measure;       ///< code; empty where the file names measures
    std::string shape;         ///< empty where the file shows it
    std::string sheet;
    std::vector<std::string> map;  ///< "field=heading"
    bool dry_run = false;
    bool resume = false;
    bool undo = false;  ///< take back what this very file brought
};
Checked<void> import_numbers(store::Store& store, const ImportNumbers& options);

struct ExportNumbers {
    std::string file;  ///< .xlsx is a workbook, anything else CSV
    std::string organisation;
    std::string measure;
};
Checked<void> export_numbers(store::Store& store, const ExportNumbers& options);

}  // namespace primum::app
