#include "http/response_head.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <ctime>

#include "http/decoding.h"

namespace primum::http {
namespace {

std::string_view status_line(Status status) {
    switch (status) {
        case Status::ok:
            return "HTTP/1.1 200 OK\r\n";
        case Status::created:
            return "HTTP/1.1 201 Created\r\n";
        case Status::accepted:
            return "HTTP/1.1 202 Accepted\r\n";
        case Status::no_content:
            return "HTTP/1.1 204 No Content\r\n";
        case Status::see_other:
            return "HTTP/1.1 303 See Other\r\n";
        case Status::not_modified:
            return "HTTP/1.1 304 Not Modified\r\n";
        case Status::bad_request:
            return "HTTP/1.1 400 Bad Request\r\n";
        case Status::unauthorised:
            return "HTTP/1.1 401 Unauthorized\r\n";
        case Status::forbidden:
            return "HTTP/1.1 403 Forbidden\r\n";
        case Status::not_found:
            return "HTTP/1.1 404 Not Found\r\n";
        case Status::method_not_allowed:
            return "HTTP/1.1 405 Method Not Allowed\r\n";
        case Status::request_timeout:
            return "HTTP/1.1 408 Request Timeout\r\n";
        case Status::conflict:
            return "HTTP/1.1 409 Conflict\r\n";
        case Status::precondition_failed:
            return "HTTP/1.1 412 Precondition Failed\r\n";
        case Status::too_large:
            return "HTTP/1.1 413 Content Too Large\r\n";
        case Status::uri_too_long:
            return "HTTP/1.1 414 URI Too Long\r\n";
        case Status::unsupported_media_type:
            return "HTTP/1.1 415 Unsupported Media Type\r\n";
        case Status::unprocessable:
            return "HTTP/1.1 422 Unprocessable Content\r\n";
        case Status::precondition_required:
            return "HTTP/1.1 428 Precondition Required\r\n";
        case Status::too_many_requests:
            return "HTTP/1.1 429 Too Many Requests\r\n";
        case Status::headers_too_large:
            return "HTTP/1.1 431 Request Header Fields Too Large\r\n";
        case Status::broken:
            return "HTTP/1.1 500 Internal Server Error\r\n";
        case Status::not_implemented:
            return "HTTP/1.1 501 Not Implemented\r\n";
        case Status::unavailable:
            return "HTTP/1.1 503 Service Unavailable\r\n";
        case Status::out_of_space:
            return "HTTP/1.1 507 Insufficient Storage\r\n";
    }
    return "HTTP/1.1 500 Internal Server Error\r\n";
}

struct Fixed {
    std::string_view name;
    std::string_view value;
};

constexpr std::array kSecurity = {
    Fixed{"Content-Security-Policy", kContentSecurityPolicy},
    Fixed{"X-Content-Type-Options", "nosniff"},
    Fixed{"Referrer-Policy", "same-origin"},
    Fixed{"X-Frame-Options", "DENY"},
    Fixed{"Cross-Origin-Opener-Policy", "same-origin"},
    Fixed{"Cross-Origin-Resource-Policy", "same-origin"},
    Fixed{"Permissions-Policy", "geolocation=(), camera=(), microphone=(), payment=(), usb=()"},
};
constexpr Fixed kStrictTransport{"Strict-Transport-Security",
                                 "max-age=63072000; includeSubDomains"};

// All of kSecurity as it goes over the wire; nearly every answer has all of them.
const std::string& security_block() {
    static const std::string block = [] {
        std::string text;
        for (const Fixed& header : kSecurity)
            ((text += header.name) += ": ") += std::string(header.value) + "\r\n";
        return text;
    }();
    return block;
}

bool brings_own(const Response& response) {
    for (const Header& header : response.headers)
        for (const Fixed& fixed : kSecurity)
            if (equal_names(header.name, fixed.name)) return true;
    return false;
}

void append(std::string& head, std::string_view name, std::string_view value) {
    (((head += name) += ": ") += value) += "\r\n";
}

void append_security(std::string& head, const Response& response, bool secure) {
    if (!brings_own(response)) {
        head += security_block();
    } else {
        for (const Fixed& header : kSecurity)
            if (!response.headers.find(header.name)) append(head, header.name, header.value);
    }
    if (secure) append(head, kStrictTransport.name, kStrictTransport.value);
}

void append_length(std::string& head, const Response& response) {
    if (response.status == Status::no_content || response.status == Status::not_modified) return;
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), response.bytes().size()).ptr;
    append(head, "Content-Length", {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

}  // namespace

void append_head(std::string& head, const Response& response, const HeadFacts& facts) {
    head += status_line(response.status);
    append(head, "Date", facts.date);
    append_length(head, response);
    for (const Header& header : response.headers)
        append(head, header.name, header.value);
    append_security(head, response, facts.secure);
    if (facts.connection == Connection::close) {
        append(head, "Connection", "close");
    } else if (facts.http_1_0) {
        append(head, "Connection", "keep-alive");
    }
    head += "\r\n";
}

std::string http_date(std::int64_t seconds_since_1970) {
    constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto time = static_cast<std::time_t>(seconds_since_1970);
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    // strftime would write the names in the language of the process.
    std::array<char, 32> rest{};
    const std::string day = kDays.at(static_cast<std::size_t>(parts.tm_wday));
    const std::string month = kMonths.at(static_cast<std::size_t>(parts.tm_mon));
    const std::size_t length = std::strftime(rest.data(), rest.size(), "%Y %H:%M:%S GMT", &parts);
    const std::string number = (parts.tm_mday < 10 ? "0" : "") + std::to_string(parts.tm_mday);
    return day + ", " + number + " " + month + " " + std::string(rest.data(), length);
}

}  // namespace primum::http
