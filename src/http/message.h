#pragma once
// A request as a handler sees it, and what it answers.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "html/html.h"

namespace primum::http {

enum class Method : std::uint8_t { get, head, post, put, patch, remove, options };

/// "GET", and so on; remove is "DELETE".
std::string_view name(Method method);

/// Methods that change nothing, so that they may be repeated and need no token.
constexpr bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

struct Header {
    std::string name;
    std::string value;
};

/// In the order in which they came; names compare without regard to case. A line end or another
/// control character is a mistake of ours and throws: no value can begin a header of its own.
class Headers {
public:
    std::optional<std::string_view> find(std::string_view name) const;  ///< the first of that name
    void add(std::string name, std::string value);
    void set(std::string name, std::string value);  ///< replaces every one of that name
    void remove(std::string_view name);
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    std::size_t size() const { return all_.size(); }

private:
    std::vector<Header> all_;
};

/// Who is at the other end, once trusted proxies have been believed and nobody else.
struct Peer {
    std::string address;  ///< "192.0.2.7" or "2001:db8::7"
    bool secure = false;  ///< came over TLS, to us or to a trusted proxy
    std::string host;     ///< the Host the person typed: "primum.example:8443"
};

struct Request {
    Method method = Method::get;
    std::string path;   ///< decoded, without the base path: "/measures/42"; always begins with "/",
                        ///< is text, and has no part "." or ".."
    std::string query;  ///< as sent, without "?"
    Headers headers;
    std::string body;
    Peer peer;
    std::string id;  ///< names this request in logs and on problem pages

    /// What stood for {name} in the route's pattern; empty where the route has no such part.
    std::string_view part(std::string_view name) const;
    std::vector<std::pair<std::string, std::string>> parts;

    /// The first value of a name in the query, decoded. Absent as well where the query is broken.
    std::optional<std::string> parameter(std::string_view name) const;
    /// The value of a cookie. A name that is sent twice counts as absent.
    std::optional<std::string> cookie(std::string_view name) const;
};

enum class Status : std::uint16_t {
    ok = 200,
    created = 201,
    accepted = 202,
    no_content = 204,
    see_other = 303,
    not_modified = 304,
    bad_request = 400,
    unauthorised = 401,
    forbidden = 403,
    not_found = 404,
    method_not_allowed = 405,
    request_timeout = 408,
    conflict = 409,
    precondition_failed = 412,
    too_large = 413,
    uri_too_long = 414,
    unsupported_media_type = 415,
    unprocessable = 422,
    precondition_required = 428,
    too_many_requests = 429,
    headers_too_large = 431,
    broken = 500,
    not_implemented = 501,
    unavailable = 503,
    out_of_space = 507,
};

/// Bytes that many answers share, and that outlive all of them.
struct Shared {
    std::string_view bytes;
    std::shared_ptr<const void> owner;  ///< empty for bytes of the executable itself
};

using Body = std::variant<std::string, Shared>;

struct Response {
    Status status = Status::ok;
    Headers headers;
    Body body;

    std::string_view bytes() const;
};

Response ok(html::Html page);             ///< 200, a page for people
Response unprocessable(html::Html page);  ///< 422, the same form again with what to correct
Response page(Status status, html::Html page);
Response text(Status status, std::string plain);
Response json(Status status, std::string document);
/// 303: after a change, look there.
Response see_other(const html::Url& where);
/// These have no body: the front door gives them a page for people or a document for programs.
Response not_found();
Response forbidden();
Response bare(Status status);

}  // namespace primum::http
