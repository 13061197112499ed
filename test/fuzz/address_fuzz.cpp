// One line: as a path, a query, a cookie, what a proxy says of others, and If-None-Match.

#include <cstdlib>
#include <string>
#include <string_view>

#include "http/decoding.h"
#include "http/etag.h"
#include "http/forwarded.h"
#include "http/host.h"
#include "http/multipart.h"

namespace {

using namespace primum::http;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_path(std::string_view line) {
    const auto path = decoded_path(line);
    if (!path) return;
    require(path->starts_with('/') && is_text(*path) && path->size() <= line.size());
    require((*path + "/").find("/../") == std::string::npos);
    require((*path + "/").find("/./") == std::string::npos);
}

void check_query(const Request& request) {
    const auto pairs = decoded_pairs(request.query, 1000, LineEnds::allowed);
    if (!pairs) return;
    for (const auto& [name, value] : *pairs) {
        require(is_text(name) && is_text(value, LineEnds::allowed));
        require(request.parameter(name).has_value());
    }
}

void check_headers(Request& request, const std::string& line) {
    for (const char* name : {"Cookie", "Forwarded", "X-Forwarded-For", "If-None-Match"})
        request.headers.add(name, line);
    if (const auto value = request.cookie("a"))
        require(value->find_first_of("\"; \\,") == std::string::npos);

    const Peer by_x = forwarded_peer(request.headers, Peer());
    request.headers.remove("x-forwarded-for");
    const Peer by_standard = forwarded_peer(request.headers, Peer());
    for (const Peer& peer : {by_x, by_standard}) {
        require(peer.host.empty() || is_host(peer.host));
        require(peer.address.find_first_not_of("0123456789abcdef.:%") == std::string::npos ||
                peer.address.find('%') != std::string::npos);
    }
    Response response = text(Status::ok, "x");
    tag_or_spare(request, response);
    require(response.status == Status::ok || response.bytes().empty());
    if (const auto value = parse_header_value(line)) require(!value->value.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string line(reinterpret_cast<const char*>(data), size);
    check_path(line);
    Request request;
    request.query = line;
    check_query(request);
    for (const char c : line)
        if ((static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f') return 0;
    check_headers(request, line);
    return 0;
}
