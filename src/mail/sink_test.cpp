#include "mail/sink_test.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

extern char** environ;

namespace primum::mail {
namespace {

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            result += text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

std::map<std::string, std::string> fields_of(std::string_view line) {
    std::map<std::string, std::string> fields;
    while (!line.empty()) {
        const std::string_view field = line.substr(0, line.find('&'));
        const std::size_t equals = field.find('=');
        fields[decoded(field.substr(0, equals))] = decoded(field.substr(equals + 1));
        line.remove_prefix(std::min(line.size(), field.size() + 1));
    }
    return fields;
}

}  // namespace

Sink::Sink(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"node", PRIMUM_SOURCE_DIR "/web/mail-sink.mjs"});
    std::vector<char*> words;
    for (std::string& argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);

    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input[0], 0);
    ::posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    const int failed = ::posix_spawnp(&process_, "node", &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(input[0]);
    ::close(output[1]);
    to_ = input[1];
    from_ = output[0];
    if (failed != 0) throw std::runtime_error("node does not start");

    server_ = {.host = "127.0.0.1",
               .port = static_cast<std::uint16_t>(std::stoi(next().at("port"))),
               .sender = {"Primum", "primum@example.org"}};
}

Sink::~Sink() {
    ::close(to_);  // the script ends with its input
    ::close(from_);
    ::waitpid(process_, nullptr, 0);
}

std::map<std::string, std::string> Sink::next() {
    return fields_of(line());
}

std::string Sink::line() {
    while (read_.find('\n') == read_.npos) {
        std::array<char, 4096> bytes{};
        const ssize_t got = ::read(from_, bytes.data(), bytes.size());
        if (got <= 0) throw std::runtime_error("the mail server has ended");
        read_.append(bytes.data(), static_cast<std::size_t>(got));
    }
    std::string first = read_.substr(0, read_.find('\n'));
    read_.erase(0, first.size() + 1);
    return first;
}

}  // namespace primum::mail
