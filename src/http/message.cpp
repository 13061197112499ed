#include "http/message.h"

#include <algorithm>
#include <stdexcept>

#include "http/cursor.h"
#include "http/decoding.h"

namespace primum::http {
namespace {

constexpr std::size_t kMostParameters = 1000;

void require_one_line(std::string_view name, std::string_view value) {
    const auto control = [](char c) {
        return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
    };
    if (name.empty() || !std::ranges::all_of(name, is_token_character) ||
        std::ranges::any_of(value, control))
        throw std::invalid_argument("This cannot be a header: " + std::string(name));
}

std::string markup(html::Html page) {
    return std::move(page).markup();
}

}  // namespace

std::string_view name(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::remove:
            return "DELETE";
        case Method::options:
            break;
    }
    return "OPTIONS";
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (const Header& header : all_)
        if (equal_names(header.name, name)) return header.value;
    return std::nullopt;
}

void Headers::add(std::string name, std::string value) {
    require_one_line(name, value);
    all_.push_back({std::move(name), std::move(value)});
}

void Headers::set(std::string name, std::string value) {
    remove(name);
    add(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
    std::erase_if(all_, [&](const Header& header) { return equal_names(header.name, name); });
}

std::string_view Request::part(std::string_view name) const {
    for (const auto& [part, value] : parts)
        if (part == name) return value;
    return {};
}

std::optional<std::string> Request::parameter(std::string_view name) const {
    auto pairs = decoded_pairs(query, kMostParameters, LineEnds::allowed);
    if (!pairs) return std::nullopt;
    for (auto& [parameter, value] : *pairs)
        if (parameter == name) return std::move(value);
    return std::nullopt;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    std::string_view value;
    unsigned times = 0;
    for (const Header& header : headers) {
        if (!equal_names(header.name, "cookie")) continue;
        const CookieValue found = find_cookie(header.value, name);
        if (found.times > 0) value = found.value;
        times += found.times;
    }
    return times == 1 ? std::optional(std::string(value)) : std::nullopt;
}

std::string_view Response::bytes() const {
    if (const auto* shared = std::get_if<Shared>(&body)) return shared->bytes;
    return std::get<std::string>(body);
}

Response ok(html::Html shown) {
    return page(Status::ok, std::move(shown));
}

Response unprocessable(html::Html shown) {
    return page(Status::unprocessable, std::move(shown));
}

Response page(Status status, html::Html shown) {
    Response response = bare(status);
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.body = markup(std::move(shown));
    return response;
}

Response text(Status status, std::string plain) {
    Response response = bare(status);
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(plain);
    return response;
}

Response json(Status status, std::string document) {
    Response response = bare(status);
    response.headers.add("Content-Type", "application/json; charset=utf-8");
    response.body = std::move(document);
    return response;
}

Response see_other(const html::Url& where) {
    Response response = bare(Status::see_other);
    response.headers.add("Location", where.address());
    return response;
}

Response not_found() {
    return bare(Status::not_found);
}

Response forbidden() {
    return bare(Status::forbidden);
}

Response bare(Status status) {
    Response response;
    response.status = status;
    return response;
}

}  // namespace primum::http
