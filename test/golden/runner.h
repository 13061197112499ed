#pragma once
// How our engine answers a golden case. Each peer has a file of its own, which turns the peer's
// options into ours, asks the engine, and names the results as the peer does.

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "case.h"

namespace primum::golden {

/// Tables named as in Case::expected.
struct Answer {
    std::map<std::string, Table> tables;
    bool refused = false;  ///< the engine says that such input has no answer
};

/// Why we do not answer a case: an option or chart that Primum does not have.
struct NotSupported {
    std::string reason;
};

using Answered = std::expected<Answer, NotSupported>;
using Run = Answered (*)(const Case&);

/// Which cases a function answers. A chart that ends in '*' stands for all that begin so.
struct Runner {
    std::string_view peer;
    std::string_view chart;
    Run run;
};

/// Put one of these, static, into the file of a peer: that is all the registration there is.
class Registered {
public:
    Registered(std::initializer_list<Runner> runners);
};

/// The runner for a case; an exact name of a chart goes before one with '*'. Null when nobody
/// answers such cases.
const Runner* runner_for(const Case& golden);

}  // namespace primum::golden
