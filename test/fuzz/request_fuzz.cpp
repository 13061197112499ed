// Bytes of a connection: requests or a refusal, the same however the bytes are cut, and every
// request keeps what message.h promises.

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "http/decoding.h"
#include "http/host.h"
#include "http/request_reader.h"

namespace primum::http {
namespace {

using Step = RequestReader::Step;

void require(bool holds) {
    if (!holds) std::abort();
}

// Small, so that short inputs reach them.
Limits small() {
    Limits limits;
    limits.header_bytes = 1024;
    limits.headers = 20;
    limits.target_bytes = 256;
    limits.body_bytes = 1024;
    return limits;
}

/// What a connection meant.
struct Meaning {
    std::vector<std::string> requests;
    bool refused = false;
};

void check(const Request& request, const Limits& limits) {
    require(request.path.starts_with('/') && is_text(request.path));
    require(request.path.find("/../") == std::string::npos);
    require(request.query.size() <= limits.target_bytes);
    require(request.headers.size() <= limits.headers);
    require(request.body.size() <= limits.body_bytes);
    require(request.peer.host.empty() || is_host(request.peer.host));
    unsigned lengths = 0;
    for (const Header& header : request.headers) {
        require(!header.name.empty());
        for (const char c : header.value)
            require(c != '\r' && c != '\n' && c != '\0');
        lengths += equal_names(header.name, "content-length") ||
                           equal_names(header.name, "transfer-encoding")
                       ? 1U
                       : 0U;
    }
    require(lengths <= 1);
}

std::string told(const Request& request) {
    std::string all(name(request.method));
    all += ' ' + request.path + '?' + request.query + '\n';
    for (const Header& header : request.headers)
        all += header.name + ':' + header.value + '\n';
    return all + '\n' + request.body;
}

Meaning read(std::string_view bytes, std::size_t piece) {
    const Limits limits = small();
    RequestReader reader(limits);
    Meaning meaning;
    while (!bytes.empty() && !meaning.refused) {
        reader.add(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (Step step = reader.next(); step != Step::more; step = reader.next()) {
            if (step == Step::refused) {
                require(!reader.refusal().sentence.empty());
                meaning.refused = true;
                break;
            }
            if (step != Step::whole) continue;
            check(reader.request(), limits);
            meaning.requests.push_back(told(reader.request()));
            reader.forget();
        }
    }
    return meaning;
}

}  // namespace
}  // namespace primum::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace primum::http;
    if (size < 1) return 0;
    const std::size_t piece = 1 + data[0] % 64;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Meaning whole = read(bytes, bytes.size() + 1);
    const Meaning pieces = read(bytes, piece);
    if (whole.requests != pieces.requests) std::abort();
    // The last bytes of a body may wait for more of it before they are refused.
    if (pieces.refused && !whole.refused) std::abort();
    return 0;
}
