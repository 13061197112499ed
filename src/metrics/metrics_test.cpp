#include "metrics/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace primum::metrics {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

TEST(Metrics, CountRequestsByMethodAndClassOfStatus) {
    Metrics metrics("1.2.3");
    metrics.answered("GET", 200, 700us);
    metrics.answered("GET", 204, 3ms);
    metrics.answered("POST", 422, 20s);
    metrics.answered("BREW", 400, 1us);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("primum_requests_total{method=\"GET\",status=\"2xx\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("primum_requests_total{method=\"POST\",status=\"4xx\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("primum_requests_total{method=\"\",status=\"4xx\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("primum_build_info{version=\"1.2.3\"} 1\n"));
}

TEST(Metrics, SortTimesIntoBuckets) {
    Metrics metrics("1");
    metrics.answered("GET", 200, 700us);
    metrics.answered("GET", 200, 3ms);
    metrics.answered("GET", 200, 20s);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("primum_request_seconds_bucket{le=\"0.0005\"} 0\n"));
    EXPECT_THAT(text, HasSubstr("primum_request_seconds_bucket{le=\"0.001\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("primum_request_seconds_bucket{le=\"0.005\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("primum_request_seconds_bucket{le=\"+Inf\"} 3\n"));
}

TEST(Metrics, AskOthersWhenSomebodyLooks) {
    Metrics metrics("1");
    double open = 3;
    metrics.gauge("primum_connections", "Open connections.", [&] { return open; });
    metrics.counter("primum_log_lines_dropped_total", "Lines.", [] { return 5; });
    open = 4;
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("# TYPE primum_connections gauge\nprimum_connections 4\n"));
    EXPECT_THAT(text, HasSubstr("# TYPE primum_log_lines_dropped_total counter\n"
                                "primum_log_lines_dropped_total 5\n"));
}

TEST(Metrics, LoseNothingBetweenThreads) {
    Metrics metrics("1");
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&metrics] {
                for (int request = 0; request < 1000; ++request)
                    metrics.answered("GET", 200, 1ms);
            });
    }
    EXPECT_THAT(metrics.text(), HasSubstr("{method=\"GET\",status=\"2xx\"} 4000\n"));
}

}  // namespace
}  // namespace primum::metrics
