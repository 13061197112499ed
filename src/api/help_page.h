#pragma once
// /api: how people let their programs and spreadsheets in. Every command on it is run by a test.

#include <string>

#include "design/view.h"
#include "disclosure/rule.h"
#include "html/html.h"

namespace primum::api {

/// `here` is where people reach this installation: "https://primum.example/safety".
html::Html help_page(const design::View& view, const std::string& here, disclosure::Mode outside);

}  // namespace primum::api
