#pragma once
// Answers that are kept with the change they answer, so that a request which comes again changes
// nothing and is answered as before.

#include <chrono>
#include <optional>
#include <string>

#include "store/db.h"

namespace primum::store {

/// How long an answer is kept.
inline constexpr std::chrono::days kAnswersKept{7};

/// A request that may come again.
struct Repeatable {
    std::string actor;        ///< id of a person or of a session: keys of two people never meet
    std::string key;          ///< of the form or the Idempotency-Key, up to 255 bytes
    std::string fingerprint;  ///< SHA-256, in hexadecimal, of what it asks for
};

struct Answer {
    int status = 0;
    std::string location;
    std::string content_type;
    std::string body;
};

struct Earlier {
    bool same_request;  ///< false where the key was used for something else
    Answer answer;
};

/// The answer that the actor's key has already been given.
std::optional<Earlier> find_answer(const Reader& db, const Repeatable& request);

/// Keeps the answer, in the transaction of the change. Throws Violated where another request was
/// faster: find its answer then.
void save_answer(Writer& db, const Repeatable& request, const Answer& answer);

/// Removes what is older than kAnswersKept.
void forget_old_answers(Writer& db);

}  // namespace primum::store
