#include "web/look.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace primum::web {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A small server on loopback: one answer a connection, chosen by the first line of the request.
class SmallServer {
public:
    using Answer = std::function<std::string(const std::string& method, const std::string& path)>;

    explicit SmallServer(Answer answer) : answer_(std::move(answer)) {
        socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof where;
        if (bind(socket_, reinterpret_cast<sockaddr*>(&where), size) != 0 ||
            listen(socket_, 16) != 0 ||
            getsockname(socket_, reinterpret_cast<sockaddr*>(&where), &size) != 0)
            throw std::runtime_error("no socket");
        port_ = ntohs(where.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~SmallServer() {
        shutdown(socket_, SHUT_RDWR);
        thread_.join();
        close(socket_);
    }
    SmallServer(const SmallServer&) = delete;

    std::string at(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + path;
    }
    std::vector<std::string> asked() {
        const std::lock_guard lock(mutex_);
        return asked_;
    }

private:
    void serve() {
        while (true) {
            const int client = accept(socket_, nullptr, nullptr);
            if (client < 0) return;
            std::string request(4096, '\0');
            const auto got = read(client, request.data(), request.size());
            request.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
            const std::string method = request.substr(0, request.find(' '));
            const auto begin = request.find(' ') + 1;
            const std::string path = request.substr(begin, request.find(' ', begin) - begin);
            {
                const std::lock_guard lock(mutex_);
                asked_.push_back(method + " " + path);
            }
            const std::string answer = answer_(method, path);
            if (!answer.empty()) {
                const auto sent = write(client, answer.data(), answer.size());
                static_cast<void>(sent);
            } else {
                std::this_thread::sleep_for(std::chrono::milliseconds(600));
            }
            close(client);
        }
    }

    Answer answer_;
    int socket_ = -1;
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    std::vector<std::string> asked_;
    std::thread thread_;
};

std::string head(const std::string& status, const std::string& more = "") {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n" + more + "\r\n";
}

const Limits kHere{.connect = std::chrono::milliseconds(1000),
                   .whole = std::chrono::milliseconds(3000),
                   .redirects = 3,
                   .private_too = true};

TEST(ALink, WorksWhereItsHeadDoes) {
    SmallServer server([](auto&&...) { return head("200 OK"); });
    const Seen seen = look(server.at("/page"), kHere);
    EXPECT_EQ(seen.status, 200);
    EXPECT_EQ(seen.problem, "");
    EXPECT_THAT(server.asked(), ElementsAre("HEAD /page"));
}

TEST(ALink, IsAskedWithGetWhereTheServerDoesNotKnowHead) {
    SmallServer server([](const std::string& method, auto&&) {
        return method == "HEAD"
                   ? head("405 Method Not Allowed")
                   : std::string("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nA long page");
    });
    EXPECT_EQ(look(server.at("/page"), kHere).problem, "");
    EXPECT_THAT(server.asked(), ElementsAre("HEAD /page", "GET /page"));
}

TEST(ALink, IsDeadWhereThePageIsGone) {
    SmallServer server([](auto&&...) { return head("404 Not Found"); });
    const Seen seen = look(server.at("/"), kHere);
    EXPECT_EQ(seen.status, 404);
    EXPECT_EQ(seen.problem, "the page is gone (404)");
}

TEST(ALink, WorksWhereAPersonWouldSignIn) {
    SmallServer server([](auto&&...) { return head("403 Forbidden"); });
    EXPECT_EQ(look(server.at("/"), kHere).problem, "");
}

TEST(ALink, IsFollowedToWhereItLeads) {
    SmallServer server([](auto&&, const std::string& path) {
        return path == "/old" ? head("301 Moved", "Location: /new\r\n") : head("200 OK");
    });
    EXPECT_EQ(look(server.at("/old"), kHere).status, 200);
    EXPECT_THAT(server.asked(), ElementsAre("HEAD /old", "HEAD /new"));
}

TEST(ALink, IsNotFollowedWithoutEnd) {
    SmallServer server([](auto&&...) { return head("302 Found", "Location: /again\r\n"); });
    EXPECT_THAT(look(server.at("/"), kHere).problem, HasSubstr("without end"));
}

TEST(ALink, IsNotFollowedToAFile) {
    SmallServer server(
        [](auto&&...) { return head("302 Found", "Location: file:///etc/passwd\r\n"); });
    EXPECT_NE(look(server.at("/"), kHere).problem, "");
}

TEST(ALink, IsDeadWhereNothingAnswersInTime) {
    SmallServer server([](auto&&...) { return std::string(); });
    Limits short_of_time = kHere;
    short_of_time.whole = std::chrono::milliseconds(200);
    EXPECT_EQ(look(server.at("/"), short_of_time).problem, "no answer in time");
}

TEST(ALink, IsDeadWhereNobodyListens) {
    std::string where;
    {
        SmallServer server([](auto&&...) { return head("200 OK"); });
        where = server.at("/");
    }
    EXPECT_EQ(look(where, kHere).problem, "nothing answers there");
}

// A link is what somebody typed: it must not show them what answers inside.
TEST(ALink, IntoOurOwnNetworkIsNotAsked) {
    SmallServer server([](auto&&...) { return head("200 OK"); });
    const Seen seen = look(server.at("/"), {});
    EXPECT_EQ(seen.status, 0);
    EXPECT_EQ(seen.problem, "its address is not on the open internet");
    EXPECT_TRUE(server.asked().empty());
    EXPECT_EQ(look("http://169.254.169.254/", {}).problem,
              "its address is not on the open internet");
    EXPECT_EQ(look("http://[::1]:9/", {}).problem, "its address is not on the open internet");
}

TEST(ALink, ThatIsNoWebAddressIsSaidToBeNone) {
    EXPECT_EQ(look("ftp://example.org/", {}).problem, "is not a web address");
    EXPECT_EQ(look("http://", {}).problem, "is not a web address");
}

}  // namespace
}  // namespace primum::web
