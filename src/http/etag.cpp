#include "http/etag.h"

#include <span>

#include "crypto/hash.h"
#include "http/cursor.h"
#include "http/decoding.h"

namespace primum::http {
namespace {

// If-None-Match compares weakly (RFC 9110 section 13.1.2): W/ makes no difference.
bool names(std::string_view list, std::string_view tag) {
    Cursor cursor(list);
    for (cursor.skip_spaces(); !cursor.at_end(); cursor.skip_spaces()) {
        if (cursor.skip("*")) return true;
        if (cursor.skip(",")) continue;
        cursor.skip("W/");
        if (!cursor.skip("\"")) return false;
        const auto named = cursor.take_until("\"");
        if (!named) return false;
        if (tag.size() == named->size() + 2 && tag.substr(1, named->size()) == *named) return true;
    }
    return false;
}

bool may_be_stored(const Response& response) {
    const auto control = response.headers.find("cache-control");
    return !control || control->find("no-store") == control->npos;
}

}  // namespace

std::string entity_tag(std::string_view bytes) {
    // 128 bits: nobody finds two pages of one tag by chance.
    const crypto::Digest digest = crypto::sha256(bytes);
    return '"' + crypto::hex(std::span(digest).first<16>()) + '"';
}

void tag_or_spare(const Request& request, Response& response) {
    const bool reads = request.method == Method::get || request.method == Method::head;
    if (!reads || response.status != Status::ok) return;
    if (!response.headers.find("etag") && may_be_stored(response))
        response.headers.add("ETag", entity_tag(response.bytes()));
    const auto tag = response.headers.find("etag");
    const auto known = request.headers.find("if-none-match");
    if (!tag || !known || !names(*known, *tag)) return;
    response.status = Status::not_modified;
    response.headers.remove("content-type");
    response.headers.remove("content-encoding");
    response.body = std::string();
}

}  // namespace primum::http
