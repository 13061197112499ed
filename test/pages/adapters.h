#pragma once
// How the package's own components are called, in terms of ours.

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "html/html.h"
#include "params.h"

namespace primum {

struct Rendered {
    html::Html markup;
    /// What the fixture has and ours has otherwise: replaced in the fixture before comparing.
    std::vector<std::pair<std::string, std::string>> otherwise = {};
};

/// Thrown by an adapter: what the example has and our component does not.
struct Lacking {
    std::string what;
};

using Adapter = std::function<Rendered(const Params&)>;

/// By the name of the package's folder.
const std::map<std::string, Adapter>& adapters();

}  // namespace primum
