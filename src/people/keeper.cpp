#include "people/keeper.h"

#include <chrono>
#include <exception>

#include "people/session.h"
#include "store/idempotency.h"

namespace primum::people {
namespace {

constexpr std::chrono::seconds kPause{30};
constexpr int kPausesInAnHour = 120;

}  // namespace

Keeper::Keeper(Accounts& accounts, std::function<void(const std::string&)> complain)
    : accounts_(accounts),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Keeper::~Keeper() = default;

void Keeper::work(const std::stop_token& stop) {
    const auto write_down = [&] { accounts_.presence.write_down(accounts_.store); };
    for (int round = 0; !stop.stop_requested(); ++round) {
        if (round % kPausesInAnHour == 0)
            or_complain([&] {
                accounts_.store.write([](store::Writer& db) {
                    tidy(db, db.now());
                    store::forget_old_answers(db);
                });
            });
        or_complain(write_down);
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, kPause, [] { return false; });
    }
    or_complain(write_down);
}

void Keeper::or_complain(const std::function<void()>& task) {
    try {
        task();
    } catch (const std::exception& error) {
        complain_(error.what());
    }
}

}  // namespace primum::people
