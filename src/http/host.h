#pragma once
// The Host of a request: "primum.example", "192.0.2.7:8080", "[2001:db8::7]:8443".

#include <string_view>

namespace primum::http {

/// A name or an address, with or without a port; fit to stand in an address of a page.
bool is_host(std::string_view host);

}  // namespace primum::http
