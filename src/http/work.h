#pragma once
// One request on its way through a worker thread and back. Included by server.cpp alone.

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <string>
#include <utility>

#include "http/etag.h"
#include "http/house.h"

namespace primum::http {

/// What a handler answers, or 500 where it throws; `problem` is for the log.
template <class Ask, class Asked>
auto answer_or_500(const Ask& ask, Asked& request, std::string& problem) -> decltype(ask(request)) {
    try {
        return ask(request);
    } catch (const std::exception& error) {
        problem = error.what();
    } catch (...) {
        problem = "an exception of another kind";
    }
    return text(Status::broken,
                "Something went wrong here. Try again; if it stays so, tell the people who run "
                "this service the number " +
                    request.id + ".\n");
}

/// Lives in the connection's coroutine while a worker writes to it.
class Work {
public:
    Work(const House& house, Request& request) : house_(house), request_(request) {}

    void run() {
        response = answer_or_500(house_.handler, request_, problem);
        tag_or_spare(request_, response);
    }

    Response response;
    std::string problem;

private:
    const House& house_;
    Request& request_;
};

/// Sends Work to the pool, and the coroutine that waits for it back to its own thread.
class Hop {
public:
    Hop(asio::thread_pool& pool, Work& work) : pool_(pool), work_(work) {}

    template <class Continuation>
    void operator()(Continuation continuation) const {
        const auto home = asio::get_associated_executor(continuation);
        asio::post(pool_, [&work = work_, guard = asio::make_work_guard(home),
                           then = std::move(continuation)]() mutable {
            work.run();
            asio::post(guard.get_executor(), std::move(then));
        });
    }

private:
    asio::thread_pool& pool_;
    Work& work_;
};

}  // namespace primum::http
