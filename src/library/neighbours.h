#pragma once
// What other rooms add to this one's pages: each is wired in src/app/installation.cpp.

#include <functional>
#include <string>
#include <vector>

#include "access/context.h"
#include "html/html.h"

namespace primum::library {

/// A part of a row's page, below its words: what has been made of it. Empty where there is nothing
/// to say.
using Panel = std::function<html::Html(const access::Context&, const std::string& set,
                                       const std::string& code)>;

struct Neighbours {
    std::vector<Panel> panels = {};
};

}  // namespace primum::library
