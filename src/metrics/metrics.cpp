#include "metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>
#include <vector>

namespace primum::metrics {
namespace {

constexpr std::array<std::string_view, 8> kMethods = {"GET",   "HEAD",   "POST",    "PUT",
                                                      "PATCH", "DELETE", "OPTIONS", ""};
constexpr std::size_t kClasses = 5;

// From what is in memory to what somebody gives up on, in seconds.
const prometheus::Histogram::BucketBoundaries kSeconds = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

/// A number that somebody else keeps.
struct Asked {
    std::string name;
    std::string help;
    prometheus::MetricType type;
    std::function<double()> read;

    prometheus::MetricFamily family() const {
        prometheus::ClientMetric metric;
        metric.gauge.value = metric.counter.value = read();
        return {name, help, type, {metric}};
    }
};

}  // namespace

struct Metrics::State {
    prometheus::Registry registry;
    std::array<std::array<prometheus::Counter*, kClasses>, kMethods.size()> requests{};
    prometheus::Histogram* seconds = nullptr;
    std::vector<Asked> asked;
    mutable std::mutex mutex;  // of `asked`

    void ask(Asked question) {
        const std::scoped_lock lock(mutex);
        asked.push_back(std::move(question));
    }
};

Metrics::Metrics(std::string_view version) : state_(std::make_unique<State>()) {
    prometheus::BuildGauge()
        .Name("primum_build_info")
        .Help("The program that answers; always 1.")
        .Register(state_->registry)
        .Add({{"version", std::string(version)}})
        .Set(1);
    auto& requests = prometheus::BuildCounter()
                         .Name("primum_requests_total")
                         .Help("Requests answered.")
                         .Register(state_->registry);
    // All at once, so that answered() need not look anything up.
    for (std::size_t method = 0; method < kMethods.size(); ++method)
        for (std::size_t c = 0; c < kClasses; ++c)
            state_->requests[method][c] =
                &requests.Add({{"method", std::string(kMethods[method])},
                               {"status", std::string(1, static_cast<char>('1' + c)) + "xx"}});
    state_->seconds = &prometheus::BuildHistogram()
                           .Name("primum_request_seconds")
                           .Help("From the whole request to the last byte of its answer.")
                           .Register(state_->registry)
                           .Add({}, kSeconds);
}
Metrics::~Metrics() = default;

void Metrics::answered(std::string_view method, int status, std::chrono::microseconds took) {
    const auto known = std::ranges::find(kMethods, method);
    const auto row = std::min<std::size_t>(static_cast<std::size_t>(known - kMethods.begin()),
                                           kMethods.size() - 1);
    const auto column = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    state_->requests[row][column]->Increment();
    state_->seconds->Observe(std::chrono::duration<double>(took).count());
}

void Metrics::gauge(std::string name, std::string help, std::function<double()> read) {
    state_->ask({std::move(name), std::move(help), prometheus::MetricType::Gauge, std::move(read)});
}

void Metrics::counter(std::string name, std::string help, std::function<double()> read) {
    state_->ask(
        {std::move(name), std::move(help), prometheus::MetricType::Counter, std::move(read)});
}

std::string Metrics::text() const {
    auto families = state_->registry.Collect();
    {
        const std::scoped_lock lock(state_->mutex);
        for (const Asked& question : state_->asked)
            families.push_back(question.family());
    }
    return prometheus::TextSerializer().Serialize(families);
}

}  // namespace primum::metrics
