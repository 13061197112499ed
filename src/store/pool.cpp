#include "store/pool.h"

#include <algorithm>

namespace primum::store {

std::unique_ptr<Connection> Pool::take() {
    std::unique_lock lock(mutex_);
    given_.wait(lock, [&] { return !free_.empty() || made_ < most_; });
    std::unique_ptr<Connection> connection;
    if (!free_.empty()) {
        connection = std::move(free_.back());
        free_.pop_back();
    } else {
        ++made_;
        lock.unlock();
        try {
            connection = make_();
        } catch (...) {
            lock.lock();
            --made_;
            given_.notify_one();
            throw;
        }
        lock.lock();
    }
    lent_.push_back(connection.get());
    return connection;
}

void Pool::give(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        std::erase(lent_, connection.get());
        const bool condemned = std::erase(condemned_, connection.get()) > 0;
        if (connection->usable() && !condemned)
            free_.push_back(std::move(connection));
        else
            --made_;
    }
    given_.notify_one();
}

void Pool::close_all() {
    std::vector<std::unique_ptr<Connection>> closed;
    const std::lock_guard lock(mutex_);
    made_ -= static_cast<unsigned>(free_.size());
    closed.swap(free_);
    condemned_ = lent_;
}

}  // namespace primum::store
