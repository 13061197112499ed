#pragma once
// The table of contents of every room: which URL, for whom, and what happens.
//
//     routes.get("/organisations/{id}", policy::members, show_organisation);

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/policy.h"
#include "http/message.h"

namespace primum::access {

class Context;

using Action = std::function<http::Response(const http::Request&, Context&)>;

struct Route {
    http::Method method;
    std::string pattern;
    Policy policy;
    Action action;
    std::size_t body_bytes;  ///< how long a body may be
};

/// Patterns are paths whose parts are words or {names}. A word goes before a {name} where both
/// match, and {id} matches a UUID only, so that "/organisations/new" is never taken for one.
class Routes {
public:
    static constexpr std::size_t kForm = 1024 * 1024;
    static constexpr std::size_t kImport = 25 * 1024 * 1024;

    /// Throw std::logic_error for a pattern that is there already but for its names.
    void get(std::string pattern, const Policy& policy, Action action);
    void post(std::string pattern, const Policy& policy, Action action,
              std::size_t body_bytes = kForm);
    void put(std::string pattern, const Policy& policy, Action action);
    void remove(std::string pattern, const Policy& policy, Action action);

    struct Match {
        const Route* route = nullptr;  ///< absent where the path is known, but not by this method
        std::vector<std::pair<std::string, std::string>> parts;
        std::vector<http::Method> allowed;
    };
    /// Nothing where no pattern matches the path. HEAD finds the route of GET.
    std::optional<Match> find(http::Method method, std::string_view path) const;

    /// In the order in which they were added.
    const std::vector<Route>& all() const { return all_; }

private:
    void add(Route route);
    std::vector<Route> all_;
};

}  // namespace primum::access
