#include "store/idempotency.h"

#include <span>

#include "store/store.h"

namespace primum::store {
namespace {

std::string text_of(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::optional<Earlier> find_answer(const Reader& db, const Repeatable& request) {
    const auto read = [&](const Row& row) {
        return Earlier{.same_request = row.get<std::string_view>(0) == request.fingerprint,
                       .answer = {.status = row.get<int>(1),
                                  .location = row.get<std::string>(2),
                                  .content_type = row.get<std::string>(3),
                                  .body = text_of(row.get<Bytes>(4))}};
    };
    return db.one(read, R"sql(
        SELECT fingerprint, status, location, content_type, body
          FROM idempotency_keys
         WHERE actor = $1 AND key = $2 AND at >= $3
    )sql",
                  request.actor, request.key, db.now() - kAnswersKept);
}

void save_answer(Writer& db, const Repeatable& request, const Answer& answer) {
    const auto changed =
        db.run(R"sql(
        INSERT INTO idempotency_keys
               (actor, key, fingerprint, status, location, content_type, body, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (actor, key) DO UPDATE
           SET fingerprint = excluded.fingerprint, status = excluded.status,
               location = excluded.location, content_type = excluded.content_type,
               body = excluded.body, at = excluded.at
         WHERE idempotency_keys.at < $9
    )sql",
               request.actor, request.key, request.fingerprint, answer.status, answer.location,
               answer.content_type, std::as_bytes(std::span(answer.body)), db.now(),
               db.now() - kAnswersKept);
    if (changed == 0) throw Violated("This request has been answered already.");
}

void forget_old_answers(Writer& db) {
    db.run("DELETE FROM idempotency_keys WHERE at < $1", db.now() - kAnswersKept);
}

}  // namespace primum::store
