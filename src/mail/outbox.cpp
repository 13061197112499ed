#include "mail/outbox.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace primum::mail {
namespace {

using store::Reader;
using store::Row;
using store::Writer;

constexpr std::chrono::minutes kClaim{10};  // longer than any attempt takes
constexpr std::chrono::seconds kFirstWait{60};
constexpr std::chrono::seconds kLongestWait{3600};
constexpr std::size_t kErrorLength = 300;

struct Sendable;
using LetterId = Id<Sendable>;

struct Waiting {
    LetterId id;
    std::string to;
    std::string subject;
    std::string body;
    Instant created_at;
    int attempts;
    Instant useless_after;
};

Waiting read_waiting(const Row& row) {
    return {row.get<LetterId>(0),    row.get<std::string>(1), row.get<std::string>(2),
            row.get<std::string>(3), row.get<Instant>(4),     row.get<int>(5),
            row.get<Instant>(6)};
}

std::vector<Waiting> due(const Reader& db, Instant now) {
    return db.all(read_waiting, R"sql(
        SELECT id, recipient, subject, body, created_at, attempts, useless_after
          FROM mail_outbox
         WHERE sent_at IS NULL AND given_up_at IS NULL AND due_at <= $1
         ORDER BY due_at
         LIMIT 50
    )sql",
                  now);
}

/// Whether it is ours to try: whoever moves its time first has it.
bool claim(Writer& db, const Waiting& letter, Instant now) {
    return db.run(R"sql(
        UPDATE mail_outbox SET due_at = $1, attempts = attempts + 1
         WHERE id = $2 AND attempts = $3 AND sent_at IS NULL AND given_up_at IS NULL
    )sql",
                  now + kClaim, letter.id, letter.attempts) == 1;
}

void save_sent(Writer& db, LetterId letter, Instant now) {
    db.run(R"sql(
        UPDATE mail_outbox SET sent_at = $1, body = '', last_error = '' WHERE id = $2
    )sql",
           now, letter);
}

void save_given_up(Writer& db, LetterId letter, Instant now, const std::string& why) {
    db.run(R"sql(
        UPDATE mail_outbox SET given_up_at = $1, body = '', last_error = $2 WHERE id = $3
    )sql",
           now, why, letter);
}

void save_delayed(Writer& db, LetterId letter, Instant until, const std::string& why) {
    db.run(R"sql(
        UPDATE mail_outbox SET due_at = $1, last_error = $2 WHERE id = $3
    )sql",
           until, why, letter);
}

struct Parts {
    std::string text;
    std::string html;
    std::string unsubscribe;
};

// All in one sealed piece: the lengths of the first two, a colon after each, then the three.
std::string joined(const Letter& letter) {
    return std::to_string(letter.text.size()) + ":" + std::to_string(letter.html.size()) + ":" +
           letter.text + letter.html + letter.unsubscribe;
}
Parts parted(const std::string& all) {
    const std::size_t colon = all.find(':');
    const std::size_t second = all.find(':', colon + 1);
    const std::size_t text = std::stoul(all);
    const std::size_t html = std::stoul(all.substr(colon + 1));
    return {all.substr(second + 1, text), all.substr(second + 1 + text, html),
            all.substr(second + 1 + text + html)};
}

}  // namespace

void Outbox::queue(Writer& db, const Letter& letter) const {
    if (!is_address(letter.to)) throw std::invalid_argument("a letter needs an address");
    const auto id = db.new_id<Sendable>();
    db.run(R"sql(
        INSERT INTO mail_outbox (id, recipient, subject, body, created_at, due_at, useless_after)
        VALUES ($1, $2, $3, $4, $5, $5, $6)
    )sql",
           id, letter.to, letter.subject, seal_.seal(joined(letter), id.text()), db.now(),
           letter.useless_after);
}

std::size_t Outbox::deliver_due(store::Store& store, const Deliver& deliver,
                                const Clock& clock) const {
    std::size_t sent = 0;
    // The reader is given back before anything is sent, which may take a minute.
    const auto letters = [&] { return due(*store.read(), clock.now()); }();
    for (const Waiting& letter : letters) {
        if (!store.write([&](Writer& db) { return claim(db, letter, clock.now()); })) continue;

        const auto body = seal_.open(letter.body, letter.id.text());
        Sent result{Delivery::refused, "It is out of date, or was sealed with another master key."};
        if (body && clock.now() < letter.useless_after) {
            auto [text, html, unsubscribe] = parted(*body);
            result = deliver({.id = std::string(letter.id.text()),
                              .to = letter.to,
                              .subject = letter.subject,
                              .text = std::move(text),
                              .html = std::move(html),
                              .written_at = letter.created_at,
                              .unsubscribe = std::move(unsubscribe)});
        }

        const Instant now = clock.now();
        const std::string why = result.why.substr(0, kErrorLength);
        store.write([&](Writer& db) {
            switch (result.delivery) {
                case Delivery::accepted:
                    return save_sent(db, letter.id, now);
                case Delivery::refused:
                    return save_given_up(db, letter.id, now, why);
                case Delivery::later:
                    return save_delayed(db, letter.id, now + wait_after(letter.attempts + 1), why);
            }
        });
        if (result.delivery == Delivery::accepted) ++sent;
    }
    return sent;
}

OutboxState Outbox::state(const Reader& db) {
    const auto read = [](const Row& row) {
        return OutboxState{row.get<std::int64_t>(0), row.get<std::int64_t>(1)};
    };
    return db
        .one(read, R"sql(
        SELECT COUNT(CASE WHEN given_up_at IS NULL THEN 1 END), COUNT(given_up_at)
          FROM mail_outbox
         WHERE sent_at IS NULL
    )sql")
        .value_or(OutboxState{});
}

std::chrono::seconds wait_after(int attempts) {
    const int doublings = std::clamp(attempts - 1, 0, 10);
    return std::min(kLongestWait, kFirstWait * (1 << doublings));
}

}  // namespace primum::mail
