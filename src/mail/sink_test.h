#pragma once
// A real mail server for tests: npm's smtp-server, run by web/mail-sink.mjs.

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "mail/server.h"

namespace primum::mail {

class Sink {
public:
    /// Starts it with these arguments (see the script) and waits until it listens.
    explicit Sink(std::vector<std::string> arguments = {});
    ~Sink();
    Sink(const Sink&) = delete;

    /// How to reach it.
    const Server& server() const { return server_; }

    /// Waits for the next letter: "to", "subject", "text", "html" and what else the script says.
    std::map<std::string, std::string> next();

private:
    std::string line();

    ::pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string read_;
    Server server_;
};

}  // namespace primum::mail
