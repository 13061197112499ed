#pragma once
// When each session was last used. A page must not wait for a write only because somebody looks at
// it, so uses are noted in memory and written together, at most once a minute a session. What a
// crash loses is a minute of presence.

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/instant.h"
#include "store/store.h"

namespace primum::people {

class Presence {
public:
    /// The later of what the session's row says and what has been noted since.
    Instant last(const std::string& session, Instant written);

    /// It is used now; `last` is what last() said.
    void note(const std::string& session, Instant last, Instant now);

    /// Writes what has been noted; nothing where there is nothing. From one thread.
    void write_down(store::Store& store);

private:
    std::mutex mutex_;
    std::unordered_map<std::string, Instant> noted_;
};

}  // namespace primum::people
