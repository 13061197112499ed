#include "access/assets.h"

#include "design/assets.h"

namespace primum::access {

std::optional<http::Response> answer_asset(const http::Request& request) {
    const design::Asset* asset = design::find_asset(request.path);
    if (!asset) return std::nullopt;
    design::Encoded encoded =
        design::encode(*asset, request.headers.find("Accept-Encoding").value_or(""));
    http::Response response;
    for (auto& [name, value] : encoded.headers)
        response.headers.add(std::move(name), std::move(value));
    response.body = http::Shared{encoded.bytes, {}};
    return response;
}

}  // namespace primum::access
