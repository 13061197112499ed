#pragma once
// The table of contents of every room: which URL, for whom, and what happens.
//
//     routes.get("/organisations/{id}", policy::members, show_organisation);

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/context.h"
#include "access/policy.h"
#include "http/message.h"

namespace primum::access {

using Action = std::function<http::Response(const http::Request&, Context&)>;

struct Route {
    http::Method method;
    std::string pattern;
    Policy policy;
    Action action;
    std::size_t body_bytes;  ///< how long a body may be
};

class Routes {
public:
    static constexpr std::size_t kForm = 1024 * 1024;
    static constexpr std::size_t kImport = 25 * 1024 * 1024;

    /// Patterns are paths whose parts are words or {names}. Two routes of one method that could
    /// match the same path throw std::logic_error.
    void get(std::string pattern, const Policy& policy, Action action);
    void post(std::string pattern, const Policy& policy, Action action,
              std::size_t body_bytes = kForm);

    struct Match {
        const Route* route = nullptr;  ///< absent where the path is known, but not by this method
        std::vector<std::pair<std::string, std::string>> parts;
        std::vector<http::Method> allowed;
    };
    /// Nothing where no pattern matches the path.
    std::optional<Match> find(http::Method method, std::string_view path) const;

    const std::vector<Route>& all() const { return all_; }

private:
    void add(Route route);
    std::vector<Route> all_;
};

}  // namespace primum::access
