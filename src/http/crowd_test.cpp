// Ten thousand people whose browsers stay connected, and one who asks.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <memory>
#include <vector>

#include "http/loopback.h"

namespace primum::http {
namespace {

constexpr unsigned kCrowd = 10'000;

bool may_open(rlim_t files) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_max < files) return false;
    limit.rlim_cur = std::max(limit.rlim_cur, files);
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

/// The crowd is a process of its own: one may not have as many files open as both need.
class Crowd {
public:
    Crowd() {
        if (::pipe(to_) != 0 || ::pipe(from_) != 0) throw std::runtime_error("no pipe");
        child_ = ::fork();
        if (child_ != 0) {
            ::close(to_[0]);
            ::close(from_[1]);
            return;
        }
        ::close(to_[1]);
        ::close(from_[0]);
        ::_exit(stand_around() ? 0 : 1);
    }
    ~Crowd() {
        ::close(to_[1]);
        ::waitpid(child_, nullptr, 0);
        ::close(from_[0]);
    }

    /// Whether all have come, asked once, and been answered.
    bool gather(std::uint16_t port) {
        char all = 0;
        return ::write(to_[1], &port, sizeof port) == sizeof port &&
               ::read(from_[0], &all, 1) == 1 && all == 'y';
    }

private:
    // In the child, which must not touch what threads of the parent may hold.
    bool stand_around() const {
        std::uint16_t port = 0;
        if (::read(to_[0], &port, sizeof port) != sizeof port) return false;
        std::vector<std::unique_ptr<Client>> people;
        char all = 'y';
        for (unsigned i = 0; i < kCrowd && all == 'y'; ++i) {
            people.push_back(std::make_unique<Client>(port));
            const auto reply = people.back()->ask(get("/"));
            if (!reply || reply->status != 200) all = 'n';
        }
        char leave = 0;
        return ::write(from_[1], &all, 1) == 1 && ::read(to_[0], &leave, 1) == 0;
    }

    int to_[2];
    int from_[2];
    pid_t child_;
};

TEST(Server, HoldsTenThousandIdleConnectionsAndAnswers) {
    if (!may_open(kCrowd + 100))
        GTEST_SKIP()
            << "The hard limit of open files is below ten thousand; raise it to test this.";
    Crowd crowd;
    Options options;
    options.limits.connections = kCrowd + 1;
    options.limits.connections_per_address = kCrowd + 1;
    options.limits.idle = std::chrono::seconds(600);
    Running running(options, [](const Request&) { return text(Status::ok, "here"); });
    ASSERT_TRUE(crowd.gather(running.server.port()));
    EXPECT_EQ(running.server.load().connections, kCrowd);
    Client one(running.server.port());
    EXPECT_EQ(one.ask(get("/"))->body, "here");
}

}  // namespace
}  // namespace primum::http
