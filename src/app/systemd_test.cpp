#include "app/systemd.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>

namespace primum::app {
namespace {

/// Listens where systemd would.
class Listener {
public:
    Listener() : socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
        ::unlink(path_.c_str());
        EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        ::setenv("NOTIFY_SOCKET", path_.c_str(), 1);
    }
    ~Listener() {
        ::unsetenv("NOTIFY_SOCKET");
        ::close(socket_);
        ::unlink(path_.c_str());
    }

    std::string hear() const {
        char bytes[256];
        const ssize_t got = ::recv(socket_, bytes, sizeof bytes, MSG_DONTWAIT);
        return got < 0 ? std::string() : std::string(bytes, static_cast<std::size_t>(got));
    }

private:
    std::string path_ = testing::TempDir() + "systemd_test." + std::to_string(::getpid());
    int socket_;
};

TEST(Systemd, HearsHowTheServiceIs) {
    const Listener listener;
    tell_systemd_ready();
    EXPECT_EQ(listener.hear(), "READY=1");
    tell_systemd_alive();
    EXPECT_EQ(listener.hear(), "WATCHDOG=1");
    tell_systemd_stopping();
    EXPECT_EQ(listener.hear(), "STOPPING=1");
}

TEST(Systemd, IsToldTwiceInItsInterval) {
    EXPECT_FALSE(watchdog_interval());
    ::setenv("WATCHDOG_USEC", "30000000", 1);
    EXPECT_EQ(watchdog_interval(), std::chrono::seconds(15));
    ::unsetenv("WATCHDOG_USEC");
}

}  // namespace
}  // namespace primum::app
