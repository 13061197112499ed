#include "design/assets.h"

#include <algorithm>
#include <stdexcept>

#include "design/asset_table.h"

namespace primum::design {
namespace {

bool is(std::string_view a, std::string_view lower) {
    return std::ranges::equal(a, lower, [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x) == y;
    });
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Whether a header names a coding and does not weigh it with 0. "*" is not taken as an invitation:
// who wants a coding names it.
bool accepts(std::string_view header, std::string_view coding) {
    while (!header.empty()) {
        const std::size_t comma = header.find(',');
        const std::string_view item = header.substr(0, comma);
        header = comma == header.npos ? std::string_view() : header.substr(comma + 1);

        const std::size_t semicolon = item.find(';');
        if (!is(trimmed(item.substr(0, semicolon)), coding)) continue;
        if (semicolon == item.npos) return true;
        const std::string_view weight = trimmed(item.substr(semicolon + 1));
        return weight.size() > 2 && is(weight.substr(0, 2), "q=") &&
               weight.find_first_of("123456789") != weight.npos;
    }
    return false;
}

}  // namespace

html::Url asset(std::string_view name) {
    const auto found = std::ranges::find(asset_table(), name, &Asset::name);
    if (found == asset_table().end())
        throw std::logic_error("There is no asset called " + std::string(name) + ".");
    return *html::Url::parse(found->path);
}

const Asset* find_asset(std::string_view path) {
    const auto found = std::ranges::find(asset_table(), path, &Asset::path);
    return found == asset_table().end() ? nullptr : &*found;
}

Encoded encode(const Asset& asset, std::string_view accept_encoding) {
    Encoded result{.bytes = asset.bytes,
                   .headers = {{"Content-Type", std::string(asset.type)},
                               {"Cache-Control", "public, max-age=31536000, immutable"},
                               {"ETag", std::string(asset.tag)}}};
    const auto as = [&](std::string_view bytes, const char* coding) {
        if (bytes.empty() || !accepts(accept_encoding, coding)) return false;
        result.bytes = bytes;
        result.headers.emplace_back("Content-Encoding", coding);
        return true;
    };
    if (!asset.gzip.empty()) result.headers.emplace_back("Vary", "Accept-Encoding");
    if (!as(asset.brotli, "br")) as(asset.gzip, "gzip");
    return result;
}

}  // namespace primum::design
