#pragma once
// Shared by the tests of this room: providers that really run, and a browser that follows them.

#include <curl/curl.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "openid/relying_party.h"

extern char** environ;

namespace primum::openid {

/// A script of test/openid that runs as long as this lives.
class Script {
public:
    explicit Script(std::vector<std::string> arguments) {
        arguments[0] = PRIMUM_SOURCE_DIR "/test/openid/" + arguments[0];
        arguments.insert(arguments.begin(), "node");
        std::array<int, 2> in{}, out{};
        if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], 0);
        posix_spawn_file_actions_adddup2(&actions, out[1], 1);
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        std::vector<char*> words;
        for (std::string& word : arguments)
            words.push_back(word.data());
        words.push_back(nullptr);
        const int failed = posix_spawnp(&pid_, "node", &actions, nullptr, words.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        close(in[0]), close(out[1]);
        input_ = in[1];
        if (failed) throw std::runtime_error("node could not be started");
        address_ = first_line(out[0]);
        close(out[0]);
    }
    ~Script() {
        close(input_);
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
    }
    Script(const Script&) = delete;

    /// The line it printed once it was ready: where it listens.
    const std::string& address() const { return address_; }

private:
    static std::string first_line(int output) {
        std::string line;
        for (char c; read(output, &c, 1) == 1 && c != '\n';)
            line += c;
        if (line.empty()) throw std::runtime_error("the script ended before it was ready");
        return line;
    }

    pid_t pid_ = 0;
    int input_ = -1;
    std::string address_;
};

/// Keeps cookies and follows redirects, as a person's browser does.
class Browser {
public:
    Browser() : curl_(curl_easy_init()) { curl_easy_setopt(curl_, CURLOPT_COOKIEFILE, ""); }
    ~Browser() { curl_easy_cleanup(curl_); }
    Browser(const Browser&) = delete;

    /// Opens a page and follows it until it leads to an address that begins with `until`, which is
    /// not opened but returned. Throws where it leads nowhere.
    std::string follow(std::string url, std::string_view until) {
        for (int steps = 0; steps < 20; ++steps) {
            if (url.starts_with(until)) return url;
            open(url);
            char* next = nullptr;
            curl_easy_getinfo(curl_, CURLINFO_REDIRECT_URL, &next);
            if (!next) throw std::runtime_error("no redirect from " + url + ": " + body_);
            url = next;
        }
        throw std::runtime_error("redirects without end at " + url);
    }

    const std::string& open(const std::string& url) {
        body_.clear();
        curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &body_);
        curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &Browser::keep);
        if (curl_easy_perform(curl_) != CURLE_OK) throw std::runtime_error("no answer from " + url);
        return body_;
    }

private:
    static std::size_t keep(const char* bytes, std::size_t, std::size_t count, std::string* body) {
        body->append(bytes, count);
        return count;
    }
    CURL* curl_;
    std::string body_;
};

/// A parameter in the query of a URL.
inline std::optional<std::string> parameter(const std::string& url, const std::string& name) {
    CURLU* handle = curl_url();
    curl_url_set(handle, CURLUPART_URL, url.c_str(), 0);
    char* text = nullptr;
    curl_url_get(handle, CURLUPART_QUERY, &text, 0);
    const std::string query = '&' + std::string(text ? text : "");
    curl_free(text);
    curl_url_cleanup(handle);
    const std::size_t at = query.find('&' + name + '=');
    if (at == query.npos) return std::nullopt;
    const std::size_t begin = at + name.size() + 2;
    const std::string value = query.substr(begin, query.find('&', begin) - begin);
    int size = 0;
    char* plain = curl_easy_unescape(nullptr, value.data(), static_cast<int>(value.size()), &size);
    const std::string result(plain, static_cast<std::size_t>(size));
    curl_free(plain);
    return result;
}

inline Returned returned_in(const std::string& url) {
    return {parameter(url, "state"), parameter(url, "code"), parameter(url, "iss"),
            parameter(url, "error")};
}

inline constexpr const char* kRedirectUri = "http://127.0.0.1:9/sign-in/return";
inline constexpr const char* kAfterSignOut = "http://127.0.0.1:9/signed-out";

inline Provider provider_at(const std::string& issuer) {
    Provider provider;
    provider.key = "test";
    provider.label = "the test provider";
    provider.issuer = issuer;
    provider.client_id = "primum";
    provider.secret = "test secret: +/%";
    return provider;
}

/// One whole sign-in.
inline Answer<Identity> sign_in(RelyingParty& party, Browser& browser, bool again = false) {
    auto started = party.start(kRedirectUri, again);
    if (!started) return std::unexpected(started.error());
    return party.finish(started->attempt, returned_in(browser.follow(started->url, kRedirectUri)));
}

}  // namespace primum::openid
