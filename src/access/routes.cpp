#include "access/routes.h"

#include <algorithm>
#include <stdexcept>

#include "base/id.h"

namespace primum::access {
namespace {

/// Takes the next part off a path: "/a/b" gives "a" and leaves "/b".
std::string_view take_part(std::string_view& path) {
    path.remove_prefix(1);
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == path.npos ? std::string_view() : path.substr(slash);
    return part;
}

bool is_name(std::string_view part) {
    return part.size() > 2 && part.starts_with('{') && part.ends_with('}');
}

bool fits(std::string_view pattern_part, std::string_view part) {
    if (!is_name(pattern_part)) return pattern_part == part;
    if (pattern_part == "{id}") return Uuid::parse(part).has_value();
    return !part.empty();
}

bool matches(std::string_view pattern, std::string_view path) {
    while (!pattern.empty() && !path.empty())
        if (!fits(take_part(pattern), take_part(path))) return false;
    return pattern.empty() && path.empty();
}

/// "/organisations/{}/names": what two patterns must not have in common.
std::string shape(std::string_view pattern) {
    std::string result;
    while (!pattern.empty()) {
        const std::string_view part = take_part(pattern);
        (result += '/') += is_name(part) ? std::string_view("{}") : part;
    }
    return result;
}

/// Whether a pattern is to be preferred: at the first difference it has a word, the other a name.
bool more_particular(std::string_view one, std::string_view other) {
    while (!one.empty() && !other.empty()) {
        const bool first = is_name(take_part(one));
        const bool second = is_name(take_part(other));
        if (first != second) return second;
    }
    return false;
}

std::vector<std::pair<std::string, std::string>> parts_of(std::string_view pattern,
                                                          std::string_view path) {
    std::vector<std::pair<std::string, std::string>> parts;
    while (!pattern.empty()) {
        const std::string_view name = take_part(pattern);
        const std::string_view part = take_part(path);
        if (is_name(name)) parts.emplace_back(name.substr(1, name.size() - 2), part);
    }
    return parts;
}

}  // namespace

void Routes::get(std::string pattern, const Policy& policy, Action action) {
    add({http::Method::get, std::move(pattern), policy, std::move(action), 0});
}

void Routes::post(std::string pattern, const Policy& policy, Action action,
                  std::size_t body_bytes) {
    add({http::Method::post, std::move(pattern), policy, std::move(action), body_bytes});
}

void Routes::put(std::string pattern, const Policy& policy, Action action) {
    add({http::Method::put, std::move(pattern), policy, std::move(action), kForm});
}

void Routes::remove(std::string pattern, const Policy& policy, Action action) {
    add({http::Method::remove, std::move(pattern), policy, std::move(action), 0});
}

void Routes::add(Route route) {
    if (!route.pattern.starts_with('/'))
        throw std::logic_error("A pattern begins with a slash: " + route.pattern);
    for (const Route& other : all_)
        if (other.method == route.method && shape(other.pattern) == shape(route.pattern))
            throw std::logic_error("Two routes for " + route.pattern);
    all_.push_back(std::move(route));
}

std::optional<Routes::Match> Routes::find(http::Method method, std::string_view path) const {
    if (!path.starts_with('/')) return std::nullopt;
    const http::Method asked = method == http::Method::head ? http::Method::get : method;
    Match match;
    for (const Route& route : all_) {
        if (!matches(route.pattern, path)) continue;
        match.allowed.push_back(route.method);
        if (route.method != asked) continue;
        if (!match.route || more_particular(route.pattern, match.route->pattern))
            match.route = &route;
    }
    if (match.allowed.empty()) return std::nullopt;
    if (match.route) match.parts = parts_of(match.route->pattern, path);
    return match;
}

}  // namespace primum::access
