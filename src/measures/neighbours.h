#pragma once
// What other rooms add to the pages of this one: each is wired in src/app/installation.cpp.

#include <functional>
#include <vector>

#include "access/context.h"
#include "html/html.h"
#include "measures/material.h"
#include "organisations/here.h"

namespace primum::measures {

/// A part of a series' page, below its chart and above its points: what it is used for, who waits
/// for it. Empty where there is nothing to say.
using Panel =
    std::function<html::Html(const access::Context&, const organisations::Here&, const Material&)>;

/// A way from the list of an organisation's series to another room: a design::link, "Enter today’s
/// data". Empty where this person may not go there.
using Door = std::function<html::Html(const access::Context&, const organisations::Here&)>;

struct Neighbours {
    std::vector<Panel> panels = {};
    std::vector<Door> doors = {};
    /// Parts of the page that others see: of public facts only. There may be no session.
    std::vector<Panel> published = {};
};

}  // namespace primum::measures
