#pragma once
// Connections on loan, made when they are first needed.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/connection.h"

namespace primum::store {

class Pool {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    Pool(unsigned most, Make make) : most_(most), make_(std::move(make)) {}

    /// Waits while all are lent.
    std::unique_ptr<Connection> take();
    /// One that is not usable any more is closed.
    void give(std::unique_ptr<Connection> connection);
    /// Closes all, those that are lent as they come back.
    void close_all();

private:
    const unsigned most_;
    const Make make_;
    std::mutex mutex_;
    std::condition_variable given_;
    std::vector<std::unique_ptr<Connection>> free_;
    std::vector<Connection*> condemned_;
    std::vector<Connection*> lent_;
    unsigned made_ = 0;
};

}  // namespace primum::store
