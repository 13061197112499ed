#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "http/loopback.h"

namespace primum::http {
namespace {

using testing::HasSubstr;

/// What a command prints.
std::string output(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>&1 </dev/null").c_str(), "r");
    std::string all;
    std::array<char, 4096> bytes{};
    for (std::size_t got = 0; (got = ::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
        all.append(bytes.data(), got);
    ::pclose(pipe);
    return all;
}

class TlsTest : public testing::Test {
protected:
    std::string folder = testing::TempDir() + "tls_test." + std::to_string(::getpid());
    std::string certificate = folder + "/certificate.pem";
    std::string key = folder + "/key.pem";

    void SetUp() override {
        std::filesystem::create_directories(folder);
        output(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
            "-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout " +
            key + " -out " + certificate);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    Options options() const {
        Options options;
        options.tls = Tls{certificate, key};
        return options;
    }
    std::string curl(const Running& running, const std::string& more) const {
        return output("curl -sS -i --max-time 60 --noproxy '*' --cacert " + certificate +
                      " --resolve localhost:" + std::to_string(running.server.port()) +
                      ":127.0.0.1 " + more +
                      " https://localhost:" + std::to_string(running.server.port()) + "/x");
    }
};

Response who(const Request& request) {
    return text(Status::ok,
                (request.peer.secure ? "secure " : "open ") + std::to_string(request.body.size()));
}

TEST_F(TlsTest, ServesAndTellsBrowsersToStay) {
    Running running(options(), who);
    const std::string answer = curl(running, "");
    EXPECT_THAT(answer, HasSubstr("secure 0"));
    EXPECT_THAT(answer, HasSubstr("Strict-Transport-Security: max-age=63072000"));
}

TEST_F(TlsTest, TakesAndGivesMoreThanOneRecord) {
    const std::string large(3'000'000, 'x');
    std::ofstream(folder + "/upload") << std::string(1'000'000, 'y');
    Running running(options(), [&](const Request& request) {
        return text(Status::ok, std::to_string(request.body.size()) + large);
    });
    const std::string answer = curl(running, "--data-binary @" + folder + "/upload");
    EXPECT_THAT(answer, HasSubstr("\r\n\r\n1000000xxx"));
    EXPECT_GT(answer.size(), large.size());
}

TEST_F(TlsTest, RefusesOldVersions) {
    Running running(options(), who);
    const std::string connect =
        "openssl s_client -connect 127.0.0.1:" + std::to_string(running.server.port()) +
        " -cipher ALL:@SECLEVEL=0 ";
    EXPECT_THAT(output(connect + "-tls1_2"), HasSubstr("Protocol  : TLSv1.2"));
    EXPECT_THAT(output(connect + "-tls1_3"), HasSubstr("TLSv1.3"));
    EXPECT_THAT(output(connect + "-tls1_1"), HasSubstr("alert protocol version"));
}

TEST_F(TlsTest, EndsAConnectionThatDoesNotSpeakIt) {
    Running running(options(), who);
    Client plain(running.server.port());
    EXPECT_FALSE(plain.ask(get("/"))) << "At most an alert comes back.";
}

TEST_F(TlsTest, EndsAHandshakeThatTakesTooLong) {
    Options hasty = options();
    hasty.limits.head = std::chrono::seconds(1);
    Running running(hasty, who);
    Client silent(running.server.port());
    EXPECT_TRUE(silent.ended());
}

TEST_F(TlsTest, SaysWhichFileCannotBeUsed) {
    Options broken = options();
    broken.tls->key_file = folder + "/absent.pem";
    broken.port = 0;
    try {
        const Server server(broken, who);
        FAIL() << "A server without a key.";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("absent.pem"));
    }
}

}  // namespace
}  // namespace primum::http
