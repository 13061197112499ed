#include "people/throttle.h"

#include <algorithm>

#include "crypto/hash.h"

namespace primum::people {
namespace {

using namespace std::chrono_literals;
using store::Row;
using store::Writer;

constexpr int kFreeFailures = 5;
constexpr std::chrono::seconds kLongestWait = 15min;
constexpr auto kForgottenAfter = 24h;
constexpr auto kWindow = 1min;
constexpr int kAttemptsInAWindow = 20;

// The first statement of each transaction locks the row, so that attempts come one after another.
void begin(Writer& db, const std::string& subject, Instant now) {
    db.run(R"sql(
        INSERT INTO throttles (subject, failures, since, blocked_until) VALUES ($1, 0, $2, 0)
            ON CONFLICT (subject) DO UPDATE SET failures = throttles.failures
    )sql",
           subject, now);
}

struct Standing {
    int failures;
    Instant since;
    Instant blocked_until;
};

Standing standing_of(const Writer& db, const std::string& subject) {
    const auto read = [](const Row& row) {
        return Standing{row.get<int>(0), row.get<Instant>(1), row.get<Instant>(2)};
    };
    return db
        .one(read, R"sql(
        SELECT failures, since, blocked_until FROM throttles WHERE subject = $1
    )sql",
             subject)
        .value();
}

void save(Writer& db, const std::string& subject, const Standing& standing) {
    db.run(R"sql(
        UPDATE throttles SET failures = $1, since = $2, blocked_until = $3 WHERE subject = $4
    )sql",
           standing.failures, standing.since, standing.blocked_until, subject);
}

}  // namespace

std::chrono::seconds wait_after_failures(int failures) {
    if (failures < kFreeFailures) return 0s;
    const int doublings = std::min(failures - kFreeFailures, 10);
    return std::min(kLongestWait, std::chrono::seconds(1 << doublings));
}

std::string account_subject(std::string_view email) {
    return "account:" + crypto::sha256_hex(email);
}
std::string device_subject(std::string_view device_hash) {
    return "device:" + std::string(device_hash);
}
std::string network_subject(std::string_view network) {
    return "network:" + std::string(network);
}

std::optional<Instant> blocked_until(Writer& db, const std::string& subject, Instant now) {
    begin(db, subject, now);
    Standing standing = standing_of(db, subject);
    if (standing.blocked_until > now) return standing.blocked_until;
    if (now - standing.since > kForgottenAfter) standing.failures = 0;
    ++standing.failures;
    standing.since = now;
    standing.blocked_until = now + wait_after_failures(standing.failures);
    save(db, subject, standing);
    return std::nullopt;
}

void forgive(Writer& db, const std::string& subject) {
    db.run("DELETE FROM throttles WHERE subject = $1", subject);
}

std::optional<Instant> network_blocked_until(Writer& db, const std::string& network, Instant now) {
    const std::string subject = network_subject(network);
    begin(db, subject, now);
    Standing standing = standing_of(db, subject);
    if (now - standing.since >= kWindow) standing = {0, now, {}};
    if (standing.failures >= kAttemptsInAWindow) return standing.since + kWindow;
    ++standing.failures;
    save(db, subject, standing);
    return std::nullopt;
}

}  // namespace primum::people
