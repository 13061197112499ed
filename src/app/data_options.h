#pragma once
// The options that analyse and chart have in common.

#include <string>
#include <vector>

#include "base/checked.h"
#include "datasets/notes.h"
#include "datasets/study.h"

namespace CLI {
class App;
}

namespace primum::app {

/// As they stand on the command line.
struct DataOptions {
    std::string file;
    datasets::Question question;
    datasets::Method method;
    std::string chart;
    std::vector<std::string> where;
    bool screening = true;
};

void add_data_options(CLI::App& verb, DataOptions& options);

/// Reads the file and analyses every series in it.
Checked<datasets::Study> study_of(const DataOptions& options, datasets::Notes& notes);

/// Says on standard error what was decided on the reader's behalf.
void say(const datasets::Notes& notes);

}  // namespace primum::app
