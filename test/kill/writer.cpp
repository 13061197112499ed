// writer URL NEXT…: one thread for each NEXT, which answers requests NEXT, NEXT + 1, … as the
// server would: find the earlier answer, else change, record and keep the answer, in one
// transaction. Prints "THREAD REQUEST" once a change is acknowledged. Runs until it is killed.

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "store/audit.h"
#include "store/idempotency.h"
#include "store/store.h"

namespace primum::store {
namespace {

void answer_request(Store& store, const std::string& key) {
    const Repeatable request{.actor = "test", .key = key, .fingerprint = std::string(64, 'f')};
    store.write([&](Writer& db) {
        if (find_answer(db, request)) return;
        db.run("INSERT INTO settings (key, value) VALUES ($1, $2)", db.new_id<int>(), key);
        record(db, Stamp{.person = {}, .at = db.now(), .request = key},
               {.action = "test.request", .object = key, .before = {}, .after = {}});
        save_answer(db, request, {.status = 200, .location = {}, .content_type = {}, .body = {}});
    });
}

void work(Store& store, int thread, int next) {
    for (int request = next;; ++request) {
        const std::string key = std::to_string(thread) + " " + std::to_string(request);
        answer_request(store, key);
        const std::string line = key + "\n";
        // A short line reaches the pipe whole, and once it is there, killing us does not take it
        // back.
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) std::_Exit(2);
    }
}

}  // namespace
}  // namespace primum::store

int main(int argc, char** argv) {
    primum::store::Options options;
    options.url = argv[1];
    const auto store = primum::store::Store::open(options);
    std::vector<std::thread> threads;
    for (int i = 2; i < argc; ++i)
        threads.emplace_back(primum::store::work, std::ref(*store), i - 2, std::atoi(argv[i]));
    for (std::thread& thread : threads)
        thread.join();
}
