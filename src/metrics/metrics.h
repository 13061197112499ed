#pragma once
// Numbers about the service, for Prometheus.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace primum::metrics {

/// What the text is, in an HTTP answer.
inline constexpr std::string_view kContentType = "text/plain; version=0.0.4; charset=utf-8";

/// Safe to use from several threads.
class Metrics {
public:
    explicit Metrics(std::string_view version);
    ~Metrics();

    /// One answer: primum_requests_total by method and class of status ("2xx"), and
    /// primum_request_seconds. Quick enough for the thread that reads sockets. The method of a
    /// request that could not be read is "".
    void answered(std::string_view method, int status, std::chrono::microseconds took);

    /// A number that is asked for whenever somebody looks: "primum_connections". The function must
    /// be good for as long as this lives, and quick.
    void gauge(std::string name, std::string help, std::function<double()> read);
    /// The same for one that only grows: "primum_log_lines_dropped_total".
    void counter(std::string name, std::string help, std::function<double()> read);

    /// Everything, in Prometheus's text format.
    std::string text() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::metrics
