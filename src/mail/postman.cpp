#include "mail/postman.h"

#include <chrono>
#include <exception>

namespace primum::mail {
namespace {

constexpr std::chrono::seconds kPause{5};

}  // namespace

Postman::Postman(store::Store& store, const Outbox& outbox, Server server,
                 std::function<void(const std::string&)> complain)
    : store_(store),
      outbox_(outbox),
      server_(std::move(server)),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Postman::~Postman() = default;

void Postman::look() {
    {
        const std::lock_guard lock(mutex_);
        look_ = true;
    }
    wake_.notify_one();
}

void Postman::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stop, kPause, [this] { return look_; });
            look_ = false;
        }
        if (stop.stop_requested()) return;
        try {
            const auto deliver = [this](const Message& message) { return send(server_, message); };
            // A morning's letters are many: while some go out there may be more.
            while (outbox_.deliver_due(store_, deliver, system_clock()) > 0)
                if (stop.stop_requested()) return;
        } catch (const std::exception& error) {
            complain_(error.what());
        }
    }
}

}  // namespace primum::mail
