#include "access/return_to.h"

namespace primum::access {

html::Url page_on_this_site(std::string_view address) {
    const bool local = address.starts_with('/') && !address.starts_with("//");
    const auto url = local ? html::Url::parse(address) : std::nullopt;
    return url.value_or(html::url("/"));
}

html::Url return_to(const http::Request& request) {
    return page_on_this_site(request.parameter("return").value_or("/"));
}

}  // namespace primum::access
