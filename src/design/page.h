#pragma once
// The frame of every page: who we are, where you are, who you are, and your language.

#include <optional>
#include <string>
#include <vector>

#include "design/links.h"
#include "design/text.h"
#include "design/view.h"

namespace primum::design {

struct Page {
    Text title;          ///< of the page alone: " – Primum" is added
    bool error = false;  ///< a form came back: the title begins with "Error: "
    std::vector<Crumb> breadcrumb = {};
    std::optional<html::Url> back = {};  ///< "Back", instead of a breadcrumb
    html::Html hero = {};                ///< above everything in main, from edge to edge
    html::Html sections = {};            ///< below everything in main, from edge to edge
    html::Html footer = {};              ///< links and words of the installation
    bool latest = false;                 ///< ends with View::latest, as open pages do
};

/// A whole document. `main` is laid out within the width that reads well.
html::Html page(const View& view, const Page& page, const html::Html& main);

/// Two thirds of the width: the measure for words and forms.
html::Html two_thirds(const html::Html& content);

}  // namespace primum::design
